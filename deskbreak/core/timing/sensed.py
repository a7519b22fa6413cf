"""What the senses say at one look: presence, and reasons from outside to hold back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Hold(StrEnum):
    """A reason to hold an offer back; the words are those of `status --json`."""

    MEETING = "meeting"
    CALENDAR = "calendar"
    FULLSCREEN = "fullscreen"
    DO_NOT_DISTURB = "do_not_disturb"
    MEAL = "meal"
    LUNCH = "lunch"
    DAY_END = "day_end"
    GOAL = "goal"
    SAFETY = "safety"


@dataclass(frozen=True, slots=True)
class Cause:
    """A reason that is sensed, and the program that brings it about ("" when nobody knows)."""

    hold: Hold
    app: str = ""

    def __str__(self) -> str:
        """Return it as the ignored programs name it: "fullscreen:vlc"."""
        return f"{self.hold.value}:{self.app}"


@dataclass(frozen=True, slots=True)
class Sensed:
    """Presence and attention as the adapters report them, in real (unscaled) seconds.

    Attributes:
        idle_s: seconds since the last input; None when no sensor works here.
        locked: whether any source says that the screen is locked.
        holds: reasons that adapters sense (meeting, calendar, fullscreen, do_not_disturb only)
            without knowing a program.
        causes: such reasons with the program of each; a hold can have several.
    """

    idle_s: int | None = None
    locked: bool = False
    holds: frozenset[Hold] = frozenset()
    causes: frozenset[Cause] = frozenset()


NOTHING_SENSED = Sensed()


def unnamed(causes: frozenset[Cause]) -> frozenset[Hold]:
    """Return the reasons whose program nobody knows."""
    return frozenset(cause.hold for cause in causes if not cause.app)


def is_ignored(cause: Cause, ignored: tuple[str, ...]) -> bool:
    """Return whether a person wants this program not to hold anything back.

    `ignored` holds names of programs: "vlc" for every reason, "fullscreen:vlc" for one. Capital
    letters do not matter.
    """
    if not cause.app:
        return False
    names = {cause.app.casefold(), str(cause).casefold()}
    return any(each.casefold() in names for each in ignored)
