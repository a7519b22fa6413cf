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
class Sensed:
    """Presence and attention as the adapters report them, in real (unscaled) seconds.

    Attributes:
        idle_s: seconds since the last input; None when no sensor works here.
        locked: whether any source says that the screen is locked.
        holds: reasons that adapters sense (meeting, calendar, fullscreen, do_not_disturb only).
    """

    idle_s: int | None = None
    locked: bool = False
    holds: frozenset[Hold] = frozenset()


NOTHING_SENSED = Sensed()
