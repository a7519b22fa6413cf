"""Posture nudges: when they come, when they go, and that a posture check disturbs nothing."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from deskbreak.core.command import (
    Ate,
    InMeeting,
    MeetingOver,
    PauseOpen,
    Resume,
    Snooze,
)
from deskbreak.core.settings.values import Office, Safety, Schedule
from deskbreak.core.timing.effect import ShowNudge
from deskbreak.core.timing.nudge import turning_points
from deskbreak.core.timing.sensed import Hold
from deskbreak.core.timing.turn import Here
from tests.core.clockwork import FREE, World, world

EVERY = Schedule(posture_nudge_min=50)
NUDGES = replace(FREE, schedule=EVERY)


def asks(day: World) -> bool:
    return day.nudge is not None


def nudged() -> World:
    """Return a world in which a nudge has just come, at 10:00."""
    day = world(settings=NUDGES)
    day.sit(60)
    assert asks(day)
    return day


def test_without_the_setting_there_is_none_and_nothing_more_is_looked_at() -> None:
    day = world(settings=FREE)
    day.sit(119)
    day.still(0.5)
    assert not asks(day)
    assert turning_points(day.state.book, None, Here(still=0, shut=False)) == []


def test_it_comes_at_the_first_lull_after_its_time() -> None:
    day = world(settings=NUDGES)
    day.sit(49)
    day.still(0.5)
    assert not asks(day)
    day.sit(2)
    assert not asks(day)
    day.still(0.4)
    assert asks(day)
    assert day.nudge == ShowNudge(51 * 60 + 50)


def test_without_a_lull_it_comes_ten_minutes_later() -> None:
    day = world(settings=NUDGES)
    day.sit(59.9)
    assert not asks(day)
    day.sit(0.2)
    assert asks(day)


def test_without_a_sensor_it_comes_too() -> None:
    day = world(settings=NUDGES, sensor=False)
    day.sit(60)
    assert asks(day)


def test_it_goes_by_itself_writes_nothing_and_comes_again_by_its_rhythm() -> None:
    day = nudged()
    day.sit(4.9)
    assert asks(day)
    day.sit(0.2)
    assert not asks(day)
    assert day.entries == []
    assert [each for each in day.said() if "offered" in each] == []
    day = world(settings=replace(FREE, schedule=replace(EVERY, earliest_min=300, latest_min=300)))
    day.sit(60)
    day.sit(59)
    assert not asks(day)
    day.sit(1)
    assert asks(day)


def test_none_comes_within_a_quarter_of_an_hour_before_a_break() -> None:
    day = world(settings=replace(FREE, schedule=replace(EVERY, posture_nudge_min=100)))
    day.sit(105)
    day.still(0.5)  # a lull in the last quarter of an hour: too late
    day.sit(14)
    assert not asks(day)
    assert day.name == "working"


def test_fixed_times_keep_their_distance_too() -> None:
    early = replace(EVERY, mode="times", times=(9 * 60 + 55,))
    day = world(settings=replace(FREE, schedule=early))
    day.sit(50)
    day.still(0.5)
    assert not asks(day)
    day = world(settings=replace(FREE, schedule=replace(early, times=())))
    day.sit(60)
    assert asks(day)


def test_a_meeting_holds_it_back_and_takes_it_away() -> None:
    day = nudged()
    day.ask(InMeeting())
    assert not asks(day)
    day = world(settings=NUDGES)
    day.hold(Hold.FULLSCREEN)
    day.sit(61)
    assert not asks(day)
    day.hold()
    assert asks(day)
    day.ask(InMeeting())
    day.ask(MeetingOver())
    assert not asks(day)  # shown once, no repeats


def test_locking_pausing_leaving_and_lunch_take_it_away() -> None:
    day = nudged()
    day.lock(1)
    assert not asks(day)
    day = nudged()
    day.ask(PauseOpen())
    assert not asks(day)
    day.sit(120)
    assert not asks(day)
    day.ask(Resume())
    lunch = replace(NUDGES, office=Office())
    day = world("2026-11-23 11:28", settings=lunch)
    day.sit(61)
    assert asks(day)
    day.sit(2)
    assert (day.name, asks(day)) == ("off_duty", False)


def test_switching_it_off_takes_it_away() -> None:
    day = nudged()
    day.choose(FREE)
    assert not asks(day)


def test_an_absence_counts_as_moving() -> None:
    day = world(settings=NUDGES)
    day.sit(40)
    day.still(12)
    day.sit(49)
    assert not asks(day)
    day.sit(11)
    assert asks(day)


def test_neither_goal_nor_missing_go_ahead_holds_it_back() -> None:
    barred = replace(NUDGES, safety=Safety(cleared=False))
    day = world(settings=barred)
    day.sit(60)
    assert asks(day)
    day.sit(55)  # no break comes, so none keeps the nudge away
    assert not asks(day)
    day.sit(5)
    assert asks(day)


def test_it_stands_in_once_for_a_break_that_waits_after_a_meal() -> None:
    day = world(settings=replace(NUDGES, schedule=replace(EVERY, posture_nudge_min=240)))
    day.sit(100)
    day.ask(Ate())
    day.sit(20)
    day.still(1)
    assert day.view.held_back_by == (Hold.MEAL,)
    assert day.nudge == ShowNudge(120 * 60 + 20, instead=True)
    day.sit(6)
    assert not asks(day)
    day.sit(70)
    assert not asks(day)
    day.until("12:40")
    assert day.name == "offering"


def test_an_offer_that_waits_brings_no_nudge() -> None:
    day = world(settings=NUDGES)
    day.sit(180)
    assert day.offer is not None
    day.hold(Hold.DO_NOT_DISTURB)
    day.sit(1)
    day.ask(Ate())
    day.hold()
    day.sit(70)
    assert not asks(day)


def test_a_nudge_does_not_outlive_the_program() -> None:
    day = nudged()
    day.restart(1)
    assert not asks(day)
    assert day.state.book.posture.last
    day.sit(40)
    assert not asks(day)


def test_a_look_that_comes_late_shows_nothing_that_is_over() -> None:
    day = world(settings=NUDGES)
    day.now = day.now.shifted(66 * 60)
    day.effects.clear()
    day.look()
    assert not asks(day)
    assert [type(effect).__name__ for effect in day.effects] == ["LookAt"]


def test_a_snooze_that_ends_in_a_meeting_waits_for_its_end_without_a_nudge() -> None:
    day = world(settings=NUDGES)
    day.sit(180)
    day.ask(Snooze(30))
    day.ask(InMeeting(60))
    day.sit(64)
    assert (day.name, asks(day)) == ("working", False)
    day.sit(1)
    assert day.name == "offering"


@settings(max_examples=25)
@given(
    every=st.integers(5, 90),
    legs=st.lists(st.tuples(st.booleans(), st.integers(1, 100)), max_size=8),
)
def test_nudges_keep_their_distance(every: int, legs: list[tuple[bool, int]]) -> None:
    day = world(settings=replace(FREE, schedule=replace(EVERY, posture_nudge_min=every)))
    seen: list[int] = []
    for sits, minutes in legs:
        for _ in range(minutes):
            day.sit(1) if sits else day.still(1)
            last = day.state.book.posture.last
            if last and last not in seen:
                seen.append(last)
    gaps = [after - before for before, after in pairwise(seen)]
    assert all(gap >= min(every, 15) * 60 for gap in gaps)
