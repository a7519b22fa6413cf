"""What senses this machine has: which member of each family is in use, and why not another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Sense(StrEnum):
    """One thing that is noticed without being told by a person; the words are those of `doctor`."""

    IDLE = "idle"
    LOCK = "lock"
    SLEEP = "sleep"
    CLOCK = "clock"
    MICROPHONE = "microphone"
    CAMERA = "camera"
    SHARING = "sharing"
    CALENDAR = "calendar"
    FULLSCREEN = "fullscreen"
    DO_NOT_DISTURB = "do_not_disturb"


@dataclass(frozen=True, slots=True)
class NotUsed:
    """A member of a family that is not in use, and one clause that says why.

    The clause goes on after a colon: "no Wayland session here", "the bus does not answer".
    """

    member: str
    why: str


@dataclass(frozen=True, slots=True)
class SenseReport:
    """How one sense fares now.

    Attributes:
        sense: what is sensed.
        member: the adapter in use, as people know it: "X11", "Mutter", "logind"; several that
            work together are joined by ", "; "" when nothing is left but the null member.
        works: whether it tells anything at all.
        why: one English clause: how it is told ("tells at once"), or why nothing is.
        others: the members that are not in use, in the order in which they are tried.
    """

    sense: Sense
    member: str
    works: bool
    why: str
    others: tuple[NotUsed, ...] = ()
