from __future__ import annotations

from dataclasses import replace

import pytest

from deskbreak.core.exercise import Exercise, Phase, Side
from deskbreak.core.film import film_of
from deskbreak.core.motion import keyframe
from deskbreak.core.routine import Planned
from tests.core.guide_samples import circles, exercise, phase

PLANNED = Planned(exercise(), 1, 1.0)


def test_a_film_has_lead_in_one_repetition_and_lead_out() -> None:
    film = film_of(PLANNED)
    assert (film.cycle_start, film.cycle_seconds, film.seconds) == (2, 8, 12)
    assert film.at(0.0).pose == keyframe(PLANNED, "rest")
    assert film.at(-5.0) == film.at(0.0)
    assert film.at(4.0).pose == keyframe(PLANNED, "right")
    assert film.at(12.0).pose == film.at(99.0).pose == keyframe(PLANNED, "rest")


def test_the_pose_to_come_and_the_path_show_inside_the_repetition_alone() -> None:
    film = film_of(PLANNED)
    leading, turning, ending = film.at(1.0), film.at(3.0), film.at(11.0)
    assert (leading.ghost, leading.trail_to) == (None, None)
    assert leading.ends == (keyframe(PLANNED, "rest"), keyframe(PLANNED, "center"))
    assert turning.ghost == turning.trail_to == keyframe(PLANNED, "right")
    assert turning.ends == (keyframe(PLANNED, "center"), keyframe(PLANNED, "right"))
    assert ending.trail_from is None


def test_a_film_that_stays_shows_no_path() -> None:
    what = exercise()
    stay = phase("rest", "rest", 1)
    film = film_of(Planned(replace_lead(what, stay), 1, 1.0))
    assert film.at(0.5).ends is None


def replace_lead(what: Exercise, stay: Phase) -> Exercise:
    return replace(what, lead_in=(stay, *what.lead_in))


def test_repetitions_turn_without_end() -> None:
    film = film_of(PLANNED)
    assert film.turning(3.0) == film.turning(11.0) == film.at(5.0)


def test_a_circle_shows_its_whole_way_in_each_direction() -> None:
    planned = Planned(circles(), 1, 1.0)
    for way, first in ((Side.BACKWARD, "right"), (Side.FORWARD, "left"), (None, "right")):
        film = film_of(planned, way)
        assert film.loop[0] == film.loop[-1]
        assert len(film.loop) == 4
        assert film.at(2.5).trail_to == keyframe(planned, first)
        assert film.at(2.5).ghost is None
        assert film.telling() == 3.0


def test_the_telling_moment_is_well_under_way() -> None:
    film = film_of(PLANNED)
    assert film.at(film.telling()).pose.thorax[2] == pytest.approx(32.0, abs=0.1)


def test_the_telling_moment_is_the_end_of_a_movement_in_several_phases() -> None:
    whole = exercise()
    out, back = whole.cycle[0], whole.cycle[1]
    halfway = (replace(out, to="rest"), replace(out, start="rest"), back)
    film = film_of(Planned(replace(whole, cycle=halfway), 1, 1.0))
    assert film.telling() == pytest.approx(2 + 2 + 2, abs=0.01)
    held = replace(whole, cycle=(out, replace(out, start="right"), back))
    assert film_of(Planned(held, 1, 1.0)).telling() == pytest.approx(2 + 2, abs=0.01)


def test_what_is_done_once_goes_back_before_it_is_shown_again() -> None:
    once = replace(exercise(), cycle=exercise().cycle[:1], once=True, lead_out=())
    planned = Planned(once, 1, 1.0)
    film = film_of(planned)
    assert film.turning(1.999).trail_to == keyframe(planned, "right")
    back = film.turning(3.0)
    assert back.pose.thorax[2] == pytest.approx(16.0)
    assert back.ghost is None
    assert film.turning(4.0).pose == keyframe(planned, "center")
    assert film.at(99.0).pose == keyframe(planned, "right")
