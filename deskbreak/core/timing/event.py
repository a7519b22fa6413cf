"""What can happen to the schedule. Every event says when it is and what the senses say."""

from __future__ import annotations

from dataclasses import dataclass

from deskbreak.core.command import (
    Ate,
    InMeeting,
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
from deskbreak.core.session_view import SessionResult
from deskbreak.core.timing.moment import Moment
from deskbreak.core.timing.sensed import Sensed
from deskbreak.core.unfit import PauseUnfit

Ask = (
    Start
    | Snooze
    | Skip
    | Unskip
    | PauseFor
    | PauseUntilTime
    | PauseUntilTomorrow
    | PauseToday
    | PauseOpen
    | PauseUnfit
    | Resume
    | InMeeting
    | MeetingOver
    | Ate
    | Quit
)
"""The commands that the schedule answers; the engine answers the others itself."""


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody looked at the clock: a timer, a sense that changed, a window that opened."""

    now: Moment
    sensed: Sensed


@dataclass(frozen=True, slots=True)
class Asked:
    """A person asked for something."""

    now: Moment
    sensed: Sensed
    ask: Ask


@dataclass(frozen=True, slots=True)
class Painted:
    """The first frame of a started session is on the screen: its clock begins here.

    `routine` is the one that the journal is to name.
    """

    now: Moment
    sensed: Sensed
    routine: str
    level: str
    week: int


@dataclass(frozen=True, slots=True)
class SessionOver:
    """The session ended by itself or by its person."""

    now: Moment
    sensed: Sensed
    result: SessionResult


@dataclass(frozen=True, slots=True)
class RulesChanged:
    """The settings changed; the new rules come with the same call."""

    now: Moment
    sensed: Sensed


@dataclass(frozen=True, slots=True)
class Recounted:
    """The journal was mended: it holds `done_s` seconds of exercise for today."""

    now: Moment
    sensed: Sensed
    done_s: int


Event = Look | Asked | Painted | SessionOver | RulesChanged | Recounted
