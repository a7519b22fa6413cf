"""What a person reads on ordinary days is plain and true."""

from __future__ import annotations

from deskbreak.core.command import InMeeting, MeetingOver
from deskbreak.core.wording.reasons import why
from deskbreak.core.words import English
from tests.core.clockwork import World, world


def told(day: World) -> str:
    return why(day.view, English())


def test_lunch_is_called_lunch() -> None:
    day = world()
    day.until("12:40")
    assert told(day) == "It is lunchtime; office hours go on at 13:30."
    day.until("13:40")
    assert told(day) == "Held back since 13:30: you ate not long ago."


def test_no_break_is_announced_for_the_quiet_time_before_closing() -> None:
    day = world("2026-11-27 09:00")
    day.until("14:31")
    day.still(61)
    day.until("17:20")
    assert told(day) == "Next break between 17:32 and 17:50, at the first quiet moment."
    day.until("17:51")
    assert told(day) == "Held back since 17:50: the working day ends soon."
    assert day.wrote()[-1] == "15:32 natural absence"


def test_a_meeting_over_the_whole_window_brings_the_offer_at_its_end() -> None:
    day = world()
    day.until("10:50")
    day.ask(InMeeting())
    day.until("12:20")
    assert told(day) == "Held back since 10:50: you are in a meeting."
    day.until("17:00")
    assert day.wrote() == []
    day.ask(MeetingOver())
    assert told(day) == "It is time for a break: start, snooze or skip it."
    assert "12:30 withdrawn" in day.said()
