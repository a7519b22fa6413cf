"""What the schedule wants done. The engine performs these through the ports, in order."""

from __future__ import annotations

from dataclasses import dataclass

from deskbreak.core.entry import Break, Happening, OpenBreak


@dataclass(frozen=True, slots=True)
class ShowOffer:
    """Offer a break. `urgency` 0 is the first showing, 1 and up are the repeats.

    From 1 on a small window stands beside the notification. `quiet` True means that only the
    tray icon may ask, because a reason to hold back went on past its cap.
    """

    urgency: int
    snoozes_left: int | None
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class HideOffer:
    """Take the offer off the screen, however it ended."""


@dataclass(frozen=True, slots=True)
class ShowNudge:
    """Ask quietly for a posture check.

    `sat_s` is how long the sitting goes on; `instead` holds when a break is due that waits only
    because exercise has to wait, after a meal for example.
    """

    sat_s: int
    instead: bool = False


@dataclass(frozen=True, slots=True)
class HideNudge:
    """Take the nudge off the screen."""


@dataclass(frozen=True, slots=True)
class AskBetter:
    """Ask whether a hurt back is clearly getting better."""


@dataclass(frozen=True, slots=True)
class AskMeeting:
    """Ask quietly whether a meeting said by hand goes on; without an answer until then it is over.

    `until` is in UTC seconds.
    """

    until: int


@dataclass(frozen=True, slots=True)
class HideMeeting:
    """Take that question off the screen."""


@dataclass(frozen=True, slots=True)
class OpenSession:
    """Open the break window: a person started a break. None is the default routine."""

    routine: str | None


@dataclass(frozen=True, slots=True)
class BeginBreak:
    """Commit an open break: the session's first frame is on the screen."""

    opened: OpenBreak


@dataclass(frozen=True, slots=True)
class FinishBreak:
    """Close the open break with this entry."""

    entry: Break


@dataclass(frozen=True, slots=True)
class DropBreak:
    """Forget the open break: it was put off before anything was done."""


@dataclass(frozen=True, slots=True)
class HaltSession:
    """Pause the running session: the screen was locked or the machine slept."""


@dataclass(frozen=True, slots=True)
class CutSession:
    """End the running session as of its pause; a SessionOver event is expected in return."""


@dataclass(frozen=True, slots=True)
class Write:
    """Write one whole break entry (skipped, missed, natural)."""

    entry: Break


@dataclass(frozen=True, slots=True)
class Unwrite:
    """Take back the entry that the last skip wrote (an undo within a minute)."""


@dataclass(frozen=True, slots=True)
class Note:
    """Write one event beside the breaks."""

    happening: Happening


@dataclass(frozen=True, slots=True)
class LookAt:
    """Look at the clock again at this CLOCK_BOOTTIME second at the latest.

    `attend` holds while a reason from outside could hold something back: until then nobody has
    to listen for one. `closely` holds while a short lull or a return matters.
    """

    boot: int
    attend: bool = False
    closely: bool = False


Effect = (
    ShowOffer
    | HideOffer
    | ShowNudge
    | HideNudge
    | AskBetter
    | AskMeeting
    | HideMeeting
    | OpenSession
    | BeginBreak
    | FinishBreak
    | DropBreak
    | HaltSession
    | CutSession
    | Write
    | Unwrite
    | Note
    | LookAt
)
