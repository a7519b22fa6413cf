"""Pauses, settings, fixed times, and what is shown of each state."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deskbreak.core.command import (
    Code,
    InMeeting,
    PauseFor,
    PauseOpen,
    PauseToday,
    PauseUntilTime,
    PauseUntilTomorrow,
    Resume,
    Skip,
    Snooze,
    Start,
)
from deskbreak.core.entry import What
from deskbreak.core.leaving import Quit
from deskbreak.core.settings.values import (
    Office,
    Schedule,
    Settings,
    Span,
)
from deskbreak.core.timing.event import Ask
from deskbreak.core.timing.sensed import Hold
from tests.core.clockwork import FREE, asked, utc, world


def test_starting_or_pausing_from_away_closes_the_absence() -> None:
    for wish in (Start(), PauseFor(30), Quit()):
        day = world(settings=FREE)
        day.sit(60)
        day.locked = True
        day.idle_until("10:30")
        assert day.name == "away"
        day.ask(wish)
        assert day.wrote() == ["10:30 natural absence"]


@pytest.mark.parametrize(
    ("wish", "until"),
    [
        (PauseFor(30), "2026-11-23 12:30"),
        (PauseUntilTime(11 * 60), "2026-11-24 11:00"),
        (PauseUntilTomorrow(), "2026-11-24 09:00"),
        (PauseToday(), "2026-11-23 18:00"),
    ],
)
def test_a_pause_ends_an_offer_and_then_itself(wish: Ask, until: str) -> None:
    day = asked()
    assert day.ask(wish).code is Code.DONE
    assert (day.wrote(), day.view.until) == (["12:00 skipped pause"], utc(until))
    day.sit((utc(until) - day.now.utc) // 60 - 1)
    assert day.name == "paused"
    day.sit(1)
    assert day.name in {"working", "off_duty"}
    assert What.RESUMED in [note.what for note in day.notes]


def test_a_short_pause_keeps_the_count_and_a_long_one_does_not() -> None:
    for minutes, sitting in ((30, 90), (60, 0)):
        day = world(settings=FREE)
        day.sit(60)
        day.ask(PauseOpen())
        assert day.view.until is None
        day.sit(minutes)
        day.ask(PauseFor(10))
        day.ask(Resume())
        assert day.view.sitting_s == sitting * 60


def test_wrong_pauses_are_refused() -> None:
    day = world(settings=FREE)
    assert day.ask(PauseFor(0)).code is Code.REFUSED
    assert day.ask(PauseUntilTime(1440)).code is Code.REFUSED
    assert day.name == "working"


def test_a_start_in_a_pause_returns_to_the_pause() -> None:
    day = world(settings=FREE)
    day.ask(PauseFor(60))
    day.ask(Start())
    day.paint()
    day.sit(5)
    day.over()
    assert (day.name, day.view.until) == ("paused", utc("2026-11-23 10:00"))


def test_pauses_without_any_opening_end_when_the_day_turns() -> None:
    day = world(settings=Settings(office=Office(days=())))
    day.ask(PauseUntilTomorrow())
    assert day.view.until == utc("2026-11-24 04:00")
    assert day.view.opens is None


def test_settings_that_close_the_office_skip_the_offer() -> None:
    day = asked()
    day.choose(Settings(office=Office(days=())))
    assert (day.wrote(), day.name) == (["12:00 skipped settings"], "off_duty")
    lunch = asked()
    lunch.choose(Settings(office=Office(lunch=Span(700, 800))))
    assert lunch.wrote() == ["12:00 skipped settings"]


def test_other_settings_keep_the_count_and_move_the_deadlines() -> None:
    day = world(settings=FREE)
    day.sit(100)
    day.choose(replace(FREE, schedule=Schedule(earliest_min=60, latest_min=90)))
    assert day.name == "offering"
    assert day.view.sitting_s == 6000


def test_fixed_times_are_due_for_an_hour() -> None:
    times = replace(FREE, schedule=Schedule(mode="times", times=(600, 660, 900, 1000)))
    day = world(settings=times)
    coming = day.view.next_break
    assert coming is not None
    assert (coming.earliest, coming.latest) == (utc("2026-11-23 10:00"),) * 2
    day.sit(60)
    assert day.name == "offering"
    day.ask(Skip())
    day.sit(5)
    assert day.name == "working"
    day.hold(Hold.MEETING)
    day.until("11:30")
    assert day.view.due
    day.until("12:00")
    assert (day.view.due, day.said()[-1]) == (False, "12:00 withdrawn")
    day.hold()
    day.until("15:30")
    assert day.name == "offering"
    day.ask(Skip())
    day.until("17:00")
    day.ask(Skip())
    assert day.view.next_break is None


def test_a_fixed_time_without_times_never_comes() -> None:
    day = world(settings=replace(FREE, schedule=Schedule(mode="times")))
    day.sit(300)
    assert (day.name, day.view.next_break) == ("working", None)


def test_a_quit_is_an_event() -> None:
    day = world(settings=FREE)
    assert day.ask(Quit()).code is Code.DONE
    assert day.said()[-1] == "09:00 quit"


def test_what_is_shown_of_each_state() -> None:
    day = world(settings=FREE)
    day.sit(90)
    assert day.view.progress == pytest.approx(0.5)
    day.hold(Hold.MEETING)
    day.sit(95)
    assert (day.view.progress, day.view.next_break) == (1.0, None)
    day.hold()
    now = day.view.next_break
    assert now is not None
    assert now.latest == day.now.utc
    day.ask(Snooze(10))
    assert (day.view.progress, day.view.until) == (1.0, day.now.utc + 600)
    day.idle_until("12:25")
    assert (day.name, day.view.sitting_s, day.view.until) == ("away", 185 * 60, None)
    assert (day.view.progress, day.view.next_break) == (1.0, None)
    evening = world("2026-11-23 17:30", settings=FREE)
    evening.sit(5)
    assert evening.view.next_break is None
    assert evening.view.progress == pytest.approx(300 / 10800)
    noon = world("2026-11-23 11:00")
    coming = noon.view.next_break
    assert coming is not None
    assert (coming.earliest, coming.latest) == (
        utc("2026-11-23 15:30"),
        utc("2026-11-23 16:30"),
    )


def test_skipping_while_snoozed_or_withdrawn() -> None:
    for put_off in (Snooze(20), InMeeting(20)):
        day = asked()
        day.ask(put_off)
        day.sit(5)
        assert day.ask(Skip()).code is Code.DONE
        assert day.wrote() == ["12:05 skipped person"]
        assert day.ask(Snooze()).code is Code.REFUSED


def test_a_break_waits_for_the_screen_to_be_unlocked() -> None:
    day = world(settings=FREE)
    day.hold(Hold.MEETING)
    day.sit(185)
    day.locked, day.typing = True, False
    day.hold()
    assert (day.name, day.offer) == ("working", None)
    day.locked = False
    day.look()
    assert day.name == "offering"


def test_nobody_there_in_office_hours_is_off_duty() -> None:
    day = world("2026-11-23 08:00")
    day.idle_until("09:30")
    assert (day.name, day.view.opens) == ("off_duty", None)
    assert not day.view.held_back_by
    assert day.ask(Skip()).code is Code.REFUSED


def test_after_the_goal_no_next_break_is_promised() -> None:
    day = world(settings=FREE, goal_s=0)
    assert (day.view.next_break, day.view.held_back_by) == (None, (Hold.GOAL,))
