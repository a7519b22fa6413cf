from __future__ import annotations

from dataclasses import replace

from deskbreak.core.command import Ate, InMeeting, PauseFor, PauseOpen, Snooze, Start
from deskbreak.core.settings.values import HoldBack, Schedule, Settings
from deskbreak.core.timing.sensed import Cause, Hold, is_ignored, unnamed
from tests.core.clockwork import FREE, World, asked, world

FILM = Cause(Hold.FULLSCREEN, "mpv")
TIMES = replace(FREE, schedule=Schedule(mode="times", times=(11 * 60, 11 * 60 + 30)))
NUDGED = replace(FREE, schedule=Schedule(posture_nudge_min=40))


def attends(day: World, *clocks: str) -> list[bool]:
    """Return at which of these times somebody attends to reasons from outside."""
    found = []
    for clock in clocks:
        day.until(clock)
        found.append(day.attend)
    return found


def held(day: World) -> tuple[str, list[Hold], list[Cause]]:
    """Return the state, what holds back, and the programs behind it."""
    return day.name, list(day.view.held_back_by), list(day.view.causes)


def test_reasons_matter_from_a_minute_before_a_break_may_come() -> None:
    day = world(settings=FREE)
    assert attends(day, "09:30", "10:58", "10:59", "11:30", "12:00") == [False, False] + [True] * 3
    day.ask(Snooze(30))
    assert attends(day, "12:01", "12:28", "12:29") == [False, False, True]


def test_nobody_attends_while_nobody_is_on_duty() -> None:
    day = asked()
    day.ask(PauseFor(90))
    assert attends(day, "12:05", "13:28", "13:29") == [False, False, True]
    day.ask(PauseOpen())
    assert not day.attend
    assert attends(day, "18:30") == [False]


def test_a_session_wants_to_know_of_calls() -> None:
    day = world(settings=FREE)
    day.ask(Start())
    assert day.attend


def test_before_fixed_times_as_well() -> None:
    day = world(settings=TIMES)
    assert attends(day, "10:58", "10:59", "11:00") == [False, True, True]
    day.ask(Start())
    day.paint()
    day.over()
    assert attends(day, "11:10", "11:29") == [False, True]


def test_when_every_fixed_time_has_passed_nothing_matters() -> None:
    day = world("2026-11-23 15:00", settings=replace(TIMES, schedule=Schedule(mode="times")))
    assert attends(day, "15:30") == [False]


def test_before_a_posture_nudge_too() -> None:
    day = world(settings=NUDGED)
    assert attends(day, "09:38", "09:39", "09:52") == [False, True, True]
    assert day.nudge is not None


def test_a_break_that_waits_for_the_meal_needs_nobody_yet() -> None:
    day = world(settings=FREE)
    day.ask(Ate())
    day.sit(60)
    day.ask(Ate())
    assert attends(day, "11:30", "11:58", "11:59", "12:30") == [False, False, True, True]
    fed = asked()
    fed.ask(InMeeting(5))
    fed.ask(Ate())
    fed.sit(12)
    assert (fed.attend, fed.view.held_back_by) == (False, (Hold.MEAL,))


def test_where_no_break_comes_any_more_nobody_attends() -> None:
    day = world(settings=FREE, goal_s=100)
    day.ask(Start())
    day.paint()
    day.over()
    day.sit(150)
    assert (day.view.held_back_by, day.attend) == ((Hold.GOAL,), False)


def test_a_program_can_be_ignored_for_one_reason_or_for_all() -> None:
    assert is_ignored(FILM, ("vlc", "MPV"))
    assert is_ignored(FILM, ("fullscreen:mpv",))
    assert not is_ignored(FILM, ("meeting:mpv", "vlc"))
    assert not is_ignored(Cause(Hold.MEETING), ("", "meeting:"))
    assert unnamed(frozenset({FILM, Cause(Hold.MEETING)})) == {Hold.MEETING}


def test_an_ignored_program_holds_nothing_back() -> None:
    day = world(settings=FREE)
    day.cause(FILM)
    day.sit(180)
    assert held(day) == ("working", [Hold.FULLSCREEN], [FILM])
    day.choose(replace(FREE, hold_back=HoldBack(ignore_apps=("fullscreen:mpv",))))
    assert held(day) == ("offering", [], [])
    day.cause(FILM, Cause(Hold.FULLSCREEN, "vlc"))
    assert day.name == "working"


def test_a_reason_that_is_switched_off_holds_nothing_back() -> None:
    day = world(settings=Settings(office=FREE.office, hold_back=HoldBack(fullscreen=False)))
    day.cause(FILM)
    day.sit(180)
    assert day.name == "offering"
