from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from deskbreak.core.command import (
    Ate,
    Code,
    InMeeting,
    Meal,
    MeetingOver,
    PauseFor,
    PauseOpen,
    PauseToday,
    PauseUntilTime,
    PauseUntilTomorrow,
    Resume,
    Skip,
    Snooze,
    Start,
    Unskip,
)
from deskbreak.core.leaving import Quit
from deskbreak.core.safety import Asking
from deskbreak.core.status import NextBreak, ScheduleView, StateName
from deskbreak.core.timing.event import Ask
from deskbreak.core.timing.moment import Moment
from deskbreak.core.unfit import PauseUnfit, Unfit
from deskbreak.core.wording.replies import back_first, doctor_first, reply_to, safety_first
from deskbreak.core.words import English

TR = English()


def at(hour: int, minute: int = 0, day: int = 23) -> int:
    return int(datetime(2026, 11, day, hour, minute, tzinfo=UTC).timestamp())


WORKING = ScheduleView(
    state=StateName.WORKING,
    now=Moment(at(10), 1000, 1000, "boot", UTC, "UTC"),
    sitting_s=0,
    next_break=None,
    held_back_by=(),
    held_since=None,
    until=None,
    snoozes_left=3,
    can_snooze=False,
    can_unskip=False,
    missed_offer=False,
    in_meeting_until=None,
    in_meeting=False,
    opens=None,
    progress=0.0,
    day="2026-11-23",
)
OFFERING = replace(WORKING, state=StateName.OFFERING, can_snooze=True)
SNOOZED = replace(WORKING, state=StateName.SNOOZED, until=at(10, 10))
PAUSED = replace(WORKING, state=StateName.PAUSED)
HURT = replace(PAUSED, pause_why="hurt")
EXERCISING = replace(WORKING, state=StateName.EXERCISING)
CAPPED = replace(OFFERING, can_snooze=False)
MISSED = replace(WORKING, missed_offer=True)
UNDOABLE = replace(WORKING, can_unskip=True)
MEETING = replace(WORKING, in_meeting=True)
TIMED = replace(MEETING, in_meeting_until=at(11))
PAST_LUNCH = replace(SNOOZED, next_break=NextBreak(at(13, 30), at(13, 30)))
IN_TIME = replace(SNOOZED, next_break=NextBreak(at(10, 10), at(10, 10)))
D, R = Code.DONE, Code.REFUSED


@pytest.mark.parametrize(
    ("ask", "before", "after", "code", "said"),
    [
        (Start(), WORKING, EXERCISING, D, "The break starts."),
        (Start(), EXERCISING, EXERCISING, D, "already running"),
        (Start(missed=True), WORKING, WORKING, R, "no missed break"),
        (Start(missed=True), MISSED, EXERCISING, D, "The break starts."),
        (Snooze(), WORKING, WORKING, R, "no break to snooze"),
        (Snooze(), CAPPED, CAPPED, R, "No snooze is left"),
        (Snooze(), OFFERING, SNOOZED, D, "Snoozed until 10:10."),
        (Snooze(), OFFERING, IN_TIME, D, "Snoozed until 10:10."),
        (Snooze(), OFFERING, PAST_LUNCH, D, "past lunch or closing: next at 13:30"),
        (Snooze(), OFFERING, WORKING, D, "ends this offer"),
        (Snooze(), OFFERING, replace(SNOOZED, until=None), D, "ends this offer"),
        (Skip(), OFFERING, UNDOABLE, D, "undo this for a minute"),
        (Skip(), SNOOZED, UNDOABLE, D, "undo this for a minute"),
        (Skip(), WORKING, WORKING, R, "no break to skip"),
        (Unskip(), UNDOABLE, OFFERING, D, "on offer again"),
        (Unskip(), WORKING, WORKING, R, "no skip left"),
        (PauseOpen(), WORKING, PAUSED, D, "Paused until you resume."),
        (PauseFor(60), WORKING, replace(PAUSED, until=at(11)), D, "Paused until 11:00."),
        (PauseUntilTime(660), WORKING, replace(PAUSED, until=at(11)), D, "until 11:00"),
        (PauseUntilTomorrow(), WORKING, replace(PAUSED, until=at(9, 0, 24)), D, "Tue 09:00"),
        (PauseToday(), EXERCISING, EXERCISING, R, "while a break is running"),
        (Resume(), PAUSED, WORKING, D, "run again"),
        (Resume(), WORKING, WORKING, R, "Nothing is paused"),
        (InMeeting(), WORKING, MEETING, D, "until you say"),
        (InMeeting(60), WORKING, TIMED, D, "In a meeting until 11:00."),
        (MeetingOver(), MEETING, WORKING, D, "over"),
        (MeetingOver(), WORKING, WORKING, R, "No meeting"),
        (Ate(), WORKING, WORKING, D, "a meal"),
        (Ate(Meal.SNACK), WORKING, WORKING, D, "a snack"),
        (Ate(Meal.NOTHING), WORKING, WORKING, D, "no meal"),
        (Quit(), WORKING, WORKING, D, "ends"),
        (PauseUnfit(Unfit.UNWELL), WORKING, PAUSED, D, "Take care of yourself"),
        (PauseUnfit(Unfit.HURT), WORKING, HURT, D, "See a doctor if it does not ease"),
        (PauseUnfit(Unfit.HURT), EXERCISING, EXERCISING, R, "while a break is running"),
        (PauseUnfit(Unfit.UNWELL), HURT, HURT, R, "clearly going down"),
        (PauseFor(60), HURT, HURT, R, "resume yes"),
        (Resume(), HURT, HURT, R, "resume yes"),
        (Resume(better=False), HURT, HURT, D, "rest on"),
        (Resume(better=True), HURT, WORKING, D, "weeks begin anew"),
        (Resume(better=True), PAUSED, WORKING, D, "run again"),
    ],
)
def test_every_wish_gets_an_answer(
    ask: Ask, before: ScheduleView, after: ScheduleView, code: Code, said: str
) -> None:
    reply = reply_to(ask, before, after, TR)
    assert reply.code is code
    assert said in reply.sentence


@pytest.mark.parametrize("asking", Asking)
def test_the_safety_page_comes_first(asking: Asking) -> None:
    reply = safety_first(asking, TR)
    assert reply.code is Code.REFUSED
    assert "open now" in reply.sentence


def test_what_rests_is_refused_with_the_way_on() -> None:
    assert doctor_first(TR).code is Code.REFUSED
    assert "deskbreak show safety" in doctor_first(TR).sentence
    assert back_first(TR).code is Code.REFUSED
