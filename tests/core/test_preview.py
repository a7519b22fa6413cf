"""An exercise outside a session: it runs without end and without a jump."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from deskbreak.adapters.catalog_files import load_catalog
from deskbreak.core.exercise import Exercise
from deskbreak.core.motion import keyframe, seconds_of
from deskbreak.core.preview import dose_text, movement, phase_at, picture_at
from deskbreak.core.routine import Planned

CATALOG, _ = load_catalog(Path(__file__).parents[2] / "resources" / "exercises")


@pytest.mark.parametrize("exercise", CATALOG.values(), ids=CATALOG)
def test_the_movement_closes_on_itself(exercise: Exercise) -> None:
    phases = movement(exercise)
    for one, two in pairwise((*phases, phases[0])):
        assert one.to == two.start


def test_both_directions_follow_each_other() -> None:
    circle = CATALOG["shoulder_rotation"]
    assert seconds_of(movement(circle)) == pytest.approx(2 * seconds_of(circle.cycle))


def test_a_time_has_its_phase_over_and_over() -> None:
    phases = movement(CATALOG["back_twist"])
    assert phase_at(phases, 0.0) == (phases[0], 0.0)
    assert phase_at(phases, 3.5) == (phases[1], 0.5)
    assert phase_at(phases, 14.0 + 3.5) == (phases[1], 0.5)


def test_the_last_phase_takes_what_is_left() -> None:
    phases = movement(CATALOG["back_twist"])
    last, part = phase_at(phases, 13.9999)
    assert last is phases[-1]
    assert 0.99 < part <= 1.0


def test_a_moving_picture_shows_where_it_goes() -> None:
    twist = CATALOG["back_twist"]
    planned = Planned(twist, 1, 1.0)
    moving = picture_at(planned, twist.cycle, 1.5)
    assert moving.ghost == keyframe(planned, "right") == moving.trail_to
    assert moving.trail_from == keyframe(planned, "center")
    assert moving.loop == ()
    still = picture_at(planned, twist.cycle, 3.5)
    assert (still.ghost, still.trail_from) == (None, None)


def test_a_circle_shows_its_whole_way_and_no_ghost() -> None:
    circle = CATALOG["shoulder_rotation"]
    shown = picture_at(Planned(circle, 1, 1.0), circle.cycle, 1.0)
    assert shown.ghost is None
    assert len(shown.loop) == len(circle.cycle)


def test_doses_are_told_by_level() -> None:
    circle = CATALOG["shoulder_rotation"]
    assert dose_text(circle) == "4 / 8 / 10"
    fewer = replace(circle, dose=replace(circle.dose, beginner=0))
    assert dose_text(fewer) == "0 / 8 / 10"
