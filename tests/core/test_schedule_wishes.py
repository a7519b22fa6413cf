"""Meals, the goal, sessions, absences and pauses, one by one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deskbreak.core.command import (
    Ate,
    Code,
    InMeeting,
    Meal,
    MeetingOver,
    PauseFor,
    Snooze,
    Start,
)
from deskbreak.core.entry import Outcome, Reason, Source
from deskbreak.core.session_view import SessionResult
from deskbreak.core.settings.values import (
    RoutineChoice,
    Safety,
)
from deskbreak.core.timing.effect import CutSession, HaltSession, OpenSession
from deskbreak.core.timing.sensed import Hold
from tests.core.clockwork import DONE, FREE, asked, utc, world


def test_an_open_meeting_ends_when_said_or_at_closing() -> None:
    day = world(settings=FREE)
    day.ask(InMeeting())
    assert (day.view.in_meeting, day.view.in_meeting_until) == (True, None)
    day.ask(MeetingOver())
    assert not day.view.in_meeting
    day.ask(InMeeting())
    day.until("18:01")
    assert not day.view.in_meeting
    other = world("2026-11-23 17:30", settings=FREE)
    other.ask(InMeeting(60))
    other.sit(40)
    assert other.view.in_meeting


@pytest.mark.parametrize(("meal", "minutes"), [(Meal.MEAL, 120), (Meal.SNACK, 60)])
def test_a_meal_puts_exercise_off(meal: Meal, minutes: int) -> None:
    day = asked()
    assert str(minutes) in day.ask(Ate(meal)).sentence
    assert (day.name, day.view.held_back_by) == ("working", (Hold.MEAL,))
    day.sit(minutes - 1)
    assert day.name == "working"
    day.sit(1)
    assert day.name == "offering"


@pytest.mark.parametrize("choice", ["gentle", "ignore"])
def test_meals_hold_nothing_back_when_not_deferred(choice: str) -> None:
    day = asked(replace(FREE, routine=RoutineChoice(after_meal=choice)))
    assert day.ask(Ate()).sentence == "Noted."
    assert (day.name, day.view.recently_ate) == ("offering", True)


def test_the_goal_stops_offers_but_not_a_start() -> None:
    day = asked(goal_s=240)
    day.ask(Start())
    day.paint()
    day.over(DONE)
    day.open = False
    day.sit(185)
    assert (day.name, day.offer) == ("working", None)
    assert (Hold.GOAL in day.view.held_back_by, day.view.next_break) == (True, None)
    assert day.ask(Start()).code is Code.DONE


@pytest.mark.parametrize("snoozed", [False, True])
def test_a_lower_goal_ends_an_offer(snoozed: bool) -> None:  # noqa: FBT001  # parametrized
    day = asked()
    if snoozed:
        day.ask(Snooze())
    day.choose(FREE, goal_s=0)
    assert day.wrote() == ["12:00 skipped goal"]


def test_a_break_added_by_hand_may_reach_the_goal_and_taken_back_leave_it() -> None:
    day = asked()
    day.recount(600)
    assert day.wrote() == ["12:00 skipped goal"]
    assert Hold.GOAL in day.view.held_back_by
    day.recount(599)
    assert Hold.GOAL not in day.view.held_back_by
    day.sit(185)
    assert day.name == "offering"


def test_a_goal_ends_a_withdrawn_offer() -> None:
    day = asked()
    day.hold(Hold.MEETING)
    day.choose(FREE, goal_s=0)
    assert day.wrote() == ["12:00 skipped goal"]


def test_not_cleared_means_held_back() -> None:
    day = world(settings=replace(FREE, safety=Safety(cleared=False)))
    day.sit(200)
    assert (day.name, day.view.held_back_by) == ("working", (Hold.SAFETY,))


def test_the_same_offer_is_started_while_snoozed_or_held() -> None:
    for put_off in (Snooze(20), InMeeting(20)):
        day = asked()
        day.ask(put_off)
        day.sit(5)
        day.ask(Start("desk_short"))
        assert OpenSession("desk_short") in day.effects
        day.paint()
        day.sit(4)
        day.over()
        (entry,) = day.entries
        assert (entry.offered_at, entry.source) == (utc("2026-11-23 12:00"), Source.SCHEDULE)
        assert entry.ended_at == utc("2026-11-23 12:05") + 250
        assert entry.snoozes == (1 if isinstance(put_off, Snooze) else 0)


def test_a_start_while_exercising_changes_nothing() -> None:
    day = asked()
    day.ask(Start())
    before = len(day.effects)
    assert day.ask(Start()).code is Code.DONE
    assert [type(each).__name__ for each in day.effects[before:]] == ["LookAt"]
    assert day.ask(PauseFor(20)).code is Code.REFUSED
    day.paint()
    day.paint()
    assert len(day.begun) == 1


def test_a_session_that_was_never_painted() -> None:
    day = asked()
    day.ask(Start())
    day.over()
    assert day.wrote() == ["12:00 skipped person"]
    day.open = False
    day.ask(Start())
    day.over()
    assert len(day.entries) == 1


def test_a_stray_session_event_changes_nothing() -> None:
    day = world(settings=FREE)
    day.paint()
    day.over()
    assert (day.entries, day.begun, day.name) == ([], [], "working")


def test_a_start_off_duty_and_early_counts_as_arrival() -> None:
    day = world("2026-11-23 08:50", settings=FREE)
    day.ask(Start())
    day.paint()
    day.over()
    assert day.name == "off_duty"
    day.open = False
    day.ask(Start())
    day.sit(15)
    day.over()
    assert (day.name, day.said()[-1]) == ("working", "09:05 arrived")


def test_lock_halts_a_session_and_a_long_one_cuts_it() -> None:
    day = asked()
    day.ask(Start())
    day.paint()
    day.lock(5)
    assert any(isinstance(each, HaltSession) for each in day.effects)
    day.lock(12)
    assert [type(e) for e in day.effects].count(CutSession) == 1
    day.over(SessionResult(Outcome.PARTIAL, Reason.PERSON, (), 30, 40))
    assert (day.entries[0].outcome, day.entries[0].reason) == (Outcome.PARTIAL, Reason.ABSENCE)


def test_idle_is_no_absence_in_a_session() -> None:
    day = asked()
    day.ask(Start())
    day.paint()
    day.still(30)
    assert (day.name, day.entries) == ("exercising", [])


def test_an_absence_ends_an_offer_that_comes_again() -> None:
    day = asked()
    day.still(12)
    assert day.wrote() == ["12:12 natural absence"]
    assert day.entries[0].offered_at == utc("2026-11-23 12:00")
    day.sit(14)
    assert day.name == "working"
    day.sit(1)
    assert day.name == "offering"


def test_an_absence_wins_over_everything_at_a_tie() -> None:
    day = asked()
    day.sit(30)
    day.still(10)
    assert day.wrote() == ["12:40 natural absence"]


def test_an_absence_over_lunch_has_one_entry() -> None:
    day = world()
    day.sit(60)
    day.still(300)
    assert day.wrote() == ["12:30 natural absence"]
    assert (day.name, day.view.sitting_s) == ("working", 0)
    long = world("2026-11-23 11:00")
    long.until("12:25")
    long.still(85)
    assert long.wrote() == ["13:50 natural absence"]
    assert long.entries[0].started_at == utc("2026-11-23 13:30")
    short = world("2026-11-23 11:00")
    short.until("12:25")
    short.still(70)
    assert short.wrote() == []
