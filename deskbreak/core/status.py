"""The state of the program as one value: what tray, Today, tooltip and `status` are made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from deskbreak.core.restrictions import Suspension
from deskbreak.core.safety import Asking
from deskbreak.core.session_view import SessionView
from deskbreak.core.timing.moment import Moment
from deskbreak.core.timing.sensed import Cause, Hold


class StateName(StrEnum):
    """The names of the states, as `status --json` says them."""

    OFF_DUTY = "off_duty"
    WORKING = "working"
    OFFERING = "offering"
    SNOOZED = "snoozed"
    EXERCISING = "exercising"
    AWAY = "away"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class NextBreak:
    """The window in which the next break comes, as UTC seconds; equal for a fixed instant."""

    earliest: int
    latest: int


@dataclass(frozen=True, slots=True)
class ScheduleView:
    """What the schedule alone knows, for one moment.

    `until` is when a snooze, a pause or a meeting ends (UTC seconds); `progress` fills the ring
    from 0 to 1 towards the next break; `held_since` is when the oldest reason began;
    `can_unskip` holds for a minute after a skip; `missed_offer` while the missed break can
    still be made up; `opens` is the next office opening when off duty; `due` while a break is
    due, held back or not; `recently_ate` while a meal asks for gentler exercise.
    """

    state: StateName
    now: Moment
    sitting_s: int
    next_break: NextBreak | None
    held_back_by: tuple[Hold, ...]
    held_since: int | None
    until: int | None
    snoozes_left: int | None
    can_snooze: bool
    can_unskip: bool
    missed_offer: bool
    in_meeting_until: int | None
    in_meeting: bool
    opens: int | None
    progress: float
    day: str
    due: bool = False
    recently_ate: bool = False
    pause_why: str = ""
    """Why it is paused: "hurt", "unwell", or "" for no reason given."""
    causes: tuple[Cause, ...] = ()
    """The reasons that hold back now and whose program is known."""
    asks_meeting: bool = False
    """Whether the meeting that was said by hand should be over, and a person is asked."""
    asks_better: bool = False
    """Whether it is time to ask if a hurt back is getting better."""
    holds: tuple[tuple[Hold, int], ...] = ()
    """The reasons of `held_back_by`, each with the UTC second at which it began."""
    asks_from: int | None = None
    """When the tray icon asks in spite of them (UTC seconds); None where they last, or it does."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What one day's journal adds up to; `seconds` of exercise, `goal_s` of the day's goal."""

    offered: int = 0
    completed: int = 0
    partial: int = 0
    skipped: int = 0
    missed: int = 0
    natural: int = 0
    seconds: int = 0
    goal_s: int = 600


@dataclass(frozen=True, slots=True)
class Status:
    """Everything that is shown about the program's state, with one sentence that says why."""

    schedule: ScheduleView
    today: Tally
    session: SessionView | None
    why: str
    acknowledged: bool
    can_recover: bool = False
    """Whether a break that a crash cut short can be gone on with."""
    notices: tuple[str, ...] = ()
    """Sentences that stay until mended: a damaged file, a journal that cannot be written."""
    asking: Asking | None = None
    """Why the next start asks for the safety page first."""
    suspended: Suspension | None = None
    """Why pain stops everything but posture checks."""
    cleared: bool = True
    """Whether exercise may start; otherwise a doctor is to be asked first."""
    off: tuple[str, ...] = ()
    """The ids of exercises that pain has switched off."""
