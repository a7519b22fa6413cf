"""An exercise that plays on its own: pace, halt, directions; and orders for pictures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbreak.adapters.catalog_files import load_catalog
from deskbreak.core.film import film_of
from deskbreak.core.picture_order import PictureOrder
from deskbreak.core.playback import PACES, ROUNDS_EACH_WAY, Playback, playback_of
from deskbreak.core.routine import Planned

CATALOG, _ = load_catalog(Path(__file__).parents[2] / "resources" / "exercises")
TWIST = Planned(CATALOG["back_twist"], 1, 1.0)
CIRCLES = Planned(CATALOG["shoulder_rotation"], 1, 1.0)


def test_it_takes_its_place_and_then_repeats() -> None:
    playback, film = playback_of(TWIST, 10.0), film_of(TWIST)
    assert playback.picture(9.0) == film.at(0.0)
    assert playback.picture(11.0) == film.at(1.0)
    assert playback.picture(10.0 + film.cycle_start + 2.0) == film.turning(2.0)
    again = 10.0 + film.cycle_start + 3 * film.round_seconds + 2.0
    assert playback.picture(again).pose == pytest.approx(film.turning(2.0).pose)


def test_both_directions_come_in_turn_or_one_alone() -> None:
    ways = CIRCLES.exercise.directions
    playback, first, second = playback_of(CIRCLES, 0.0), *(film_of(CIRCLES, w) for w in ways)
    later = first.cycle_start + ROUNDS_EACH_WAY * first.round_seconds + 0.5
    assert playback.picture(later).trail_to == second.turning(0.5).trail_to
    assert (
        playback.picture(later + ROUNDS_EACH_WAY * first.round_seconds).trail_to
        == first.turning(0.5).trail_to
    )
    assert playback_of(CIRCLES, 0.0, 1).films == (second,)
    assert playback_of(CIRCLES, 0.0, 0).films == (first,)


@given(st.lists(st.tuples(st.floats(0.0, 30.0), st.sampled_from(PACES), st.booleans()), max_size=6))
def test_no_change_of_pace_or_halt_makes_a_jump(
    changes: list[tuple[float, float, bool]],
) -> None:
    playback, now = Playback((film_of(TWIST),), 0.0), 0.0
    for wait, pace, held in changes:
        now += wait
        before = playback.position(now)
        playback = playback.at_pace(now, pace).halt(now, held=held)
        assert playback.position(now) == pytest.approx(before)
        gone = playback.position(now + 2.0) - before
        assert gone == pytest.approx(0.0 if held else 2.0 * pace)


def test_a_halted_moment_is_what_one_wants_to_keep() -> None:
    playback, film = playback_of(TWIST, 0.0), film_of(TWIST)
    assert playback.seen() == (film, None)
    held = playback.halt(4.5, held=True)
    assert held.seen() == (film, 4.5)
    assert film.at(4.5) == held.picture(99.0)


def test_between_two_repetitions_no_moment_is_worth_keeping() -> None:
    lunge = Planned(CATALOG["back_twist"], 1, 1.0)
    film = film_of(lunge)
    gap = replace(film, way_back=(film.lead_in[0],))
    held = Playback((gap,), 0.0, played=film.cycle_start + film.cycle_seconds + 1.0, held=True)
    assert held.seen() == (gap, None)


def test_an_order_knows_its_kind_and_its_frames() -> None:
    film = film_of(TWIST)
    order = PictureOrder(film, "/x/back.twist.GIF")
    assert (order.kind, order.second, order.size) == ("gif", film.telling(), 480)
    assert order.frames == round(film.round_seconds * 20)
    assert order.turning(0) == 0.0
    assert order.turning(order.frames) == pytest.approx(film.round_seconds)
    assert PictureOrder(film, "a.svg", at=2.0).second == 2.0
