from __future__ import annotations

import pytest

from deskbreak.core.command import InMeeting, MeetingOver, PauseOpen, Start
from deskbreak.core.timing.sensed import Cause, Hold
from tests.core.clockwork import FREE, World, asked, utc, world

CALL = Cause(Hold.MEETING, "zoom")


def in_meeting(minutes: int = 30) -> World:
    """Return a world in which a break has waited for a meeting from 12:00 on."""
    day = asked()
    day.ask(InMeeting(minutes))
    return day


def is_asked(day: World) -> bool:
    """Return whether the question is on the screen, as the schedule says it is."""
    assert day.view.asks_meeting is (day.question is not None)
    return day.question is not None


def test_when_its_time_is_over_a_person_is_asked_whether_it_goes_on() -> None:
    day = in_meeting()
    day.sit(29)
    assert not is_asked(day)
    day.sit(1)
    assert day.question is not None
    assert day.question.until == day.view.until == utc("2026-11-23 12:35")
    assert (day.name, day.view.asks_meeting) == ("working", True)


def test_without_an_answer_it_is_over() -> None:
    day = in_meeting()
    day.sit(34)
    assert (day.name, day.view.held_back_by) == ("working", (Hold.MEETING,))
    day.sit(1)
    assert (day.name, is_asked(day), day.view.in_meeting) == ("offering", False, False)
    assert day.said()[-2:] == ["12:00 held", "12:35 released"]


def test_one_that_goes_on_is_asked_about_again_at_its_new_end() -> None:
    day = in_meeting()
    day.sit(32)
    day.ask(InMeeting(45))
    assert not is_asked(day)
    day.until("13:17")
    assert is_asked(day)
    day.ask(MeetingOver())
    assert (is_asked(day), day.name) == (False, "offering")


def test_nobody_is_asked_who_can_be_seen_to_be_in_it_still() -> None:
    day = in_meeting()
    day.cause(CALL)
    day.sit(40)
    assert (is_asked(day), day.name, day.view.in_meeting) == (False, "working", False)
    day.cause()
    assert day.name == "offering"


@pytest.mark.parametrize("gone", ["break", "pause", "home"])
def test_the_question_goes_when_nobody_is_there_to_answer(gone: str) -> None:
    day = in_meeting()
    day.sit(31)
    assert is_asked(day)
    if gone == "break":
        day.ask(Start())
    elif gone == "pause":
        day.ask(PauseOpen())
    else:
        day.lock(20)
    assert not is_asked(day)
    assert not day.view.in_meeting


def test_at_closing_there_is_nothing_left_to_ask() -> None:
    day = world("2026-11-23 17:00", settings=FREE)
    day.ask(InMeeting(58))
    day.until("17:59")
    assert is_asked(day)
    day.until("18:01")
    assert (is_asked(day), day.view.in_meeting) == (False, False)


def test_one_that_ended_long_ago_is_not_asked_about() -> None:
    day = in_meeting()
    day.restart(34)
    assert is_asked(day)  # asked anew, for the minute that is left
    day.sit(1)
    assert not is_asked(day)
    late = in_meeting()
    late.restart(36)
    assert (is_asked(late), late.view.in_meeting) == (False, False)
