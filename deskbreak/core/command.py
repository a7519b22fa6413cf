"""What a person can ask for: the same values from tray, windows, notification and socket."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from deskbreak.core.entry import Discomfort
from deskbreak.core.ignoring import Ignore
from deskbreak.core.leaving import Leaving
from deskbreak.core.unfit import PauseUnfit, TurnOn
from deskbreak.core.wishes import Mending

NUDGE = "nudge"
"""The routine of a posture nudge: a posture check of half a minute."""


class Window(StrEnum):
    """A window that `show` can open."""

    TODAY = "today"
    LOG = "log"
    SETTINGS = "settings"
    LIBRARY = "library"
    WELCOME = "welcome"
    SAFETY = "safety"
    """The first page of Welcome again: the safety text."""
    ABOUT = "about"


class SessionVerb(StrEnum):
    """A control of the running session."""

    PAUSE = "pause"
    RESUME = "resume"
    NEXT = "next"
    BACK = "back"
    FINISH = "finish"
    HURTS = "hurts"
    READY = "ready"
    """Start the exercise at once instead of waiting for its card, or end a rest."""
    LATER = "later"
    """Put the break off from its get-ready card."""
    EASIER = "easier"
    """One repetition fewer and a smaller movement; after a rest the exercise's easier form."""
    HARDER = "harder"
    SLOW = "slow"
    USUAL = "usual"
    BRISK = "brisk"
    """Another pace for what is left of the session: 0.75, 1 or 1.5 of the data's tempo."""


class Meal(StrEnum):
    """How much was eaten."""

    MEAL = "meal"
    SNACK = "snack"
    NOTHING = "nothing"
    """Nothing at all: the last meal, or the lunch that was taken for one, was none."""


@dataclass(frozen=True, slots=True)
class Start:
    """Start a break now; `routine` is a routine id, None for the default one."""

    routine: str | None = None
    missed: bool = False
    """True when this makes up for the last missed break."""
    check: bool = False
    """True for a posture check, which answers no offer; who plans the routine says so."""


@dataclass(frozen=True, slots=True)
class Snooze:
    """Put the open offer off by `minutes` (1 to 240), None for the configured default."""

    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Skip:
    """Skip the open offer."""


@dataclass(frozen=True, slots=True)
class Unskip:
    """Take the last skip back (possible for one minute)."""


@dataclass(frozen=True, slots=True)
class PauseFor:
    """Pause reminders for a span of whole minutes."""

    minutes: int


@dataclass(frozen=True, slots=True)
class PauseUntilTime:
    """Pause until the next local wall time, given in minutes after midnight."""

    minute_of_day: int


@dataclass(frozen=True, slots=True)
class PauseUntilTomorrow:
    """Pause until the next office opening on another day."""


@dataclass(frozen=True, slots=True)
class PauseToday:
    """No more reminders on this office day ("not today")."""


@dataclass(frozen=True, slots=True)
class PauseOpen:
    """Pause until the person resumes."""


@dataclass(frozen=True, slots=True)
class Resume:
    """End a pause; one for a hurt back ends only with `better` True, the pain goes down."""

    better: bool | None = None


@dataclass(frozen=True, slots=True)
class InMeeting:
    """Say by hand that a meeting runs for `minutes`; None means until said otherwise."""

    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class MeetingOver:
    """Say by hand that the meeting is over."""


@dataclass(frozen=True, slots=True)
class Ate:
    """Say that one has just eaten."""

    meal: Meal = Meal.MEAL


@dataclass(frozen=True, slots=True)
class Drive:
    """Drive the running session.

    HURTS without `discomfort` stops and asks; with it, it answers that question.
    """

    verb: SessionVerb
    discomfort: Discomfort | None = None


@dataclass(frozen=True, slots=True)
class Rate:
    """Say how one's energy is after the break that ended last, from 1 (low) to 5 (high)."""

    energy: int


@dataclass(frozen=True, slots=True)
class Show:
    """Open or raise a window."""

    window: Window


@dataclass(frozen=True, slots=True)
class Acknowledge:
    """The safety text was read and accepted; `cleared` False leaves only posture checks.

    `doctor_agreed` when it is cleared in spite of a condition because a doctor has agreed.
    """

    cleared: bool
    doctor_agreed: bool = False


@dataclass(frozen=True, slots=True)
class ChangeSettings:
    """Store new values under their dotted keys, for example ("office.lunch", "12:00-12:30")."""

    changes: tuple[tuple[str, object], ...]


@dataclass(frozen=True, slots=True)
class Autostart:
    """Switch starting with the desktop on or off."""

    on: bool


@dataclass(frozen=True, slots=True)
class Recover:
    """Go on with the break that a crash cut short (offered once after a restart)."""


Command = (
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
    | Drive
    | Rate
    | Show
    | Acknowledge
    | TurnOn
    | ChangeSettings
    | Ignore
    | Autostart
    | Recover
    | Leaving
    | Mending
)


class Code(StrEnum):
    """How a command ended; the socket maps these to exit codes."""

    DONE = "done"
    FAILED = "failed"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    """It names something that does not exist."""


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer to a command: how it ended and one sentence for the person."""

    code: Code
    sentence: str = ""
    notable: bool = False
    """Whether a person should be told even though it worked."""
