"""What the members of the family are: one way each to learn of input or of a locked screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol


class UnavailableError(Exception):
    """This way does not exist here; the sentence is a clause that says why."""


@dataclass(frozen=True, slots=True)
class Line:
    """Whom a source tells, and what was known before it.

    Attributes:
        changed: somebody stopped, came back, locked or unlocked; the source is asked then.
        works: the source has begun to work; told once.
        failed: it works no more, or never did, with a clause that says why; it is closed then.
        last_ns: the BOOTTIME nanosecond of the last input known so far, None when none is.
    """

    changed: Callable[[], None]
    works: Callable[[], None]
    failed: Callable[[str], None]
    last_ns: int | None = None


class IdleSource(Protocol):
    """One way to learn how long nobody touched anything."""

    def idle_s(self) -> int | None:
        """Return the seconds since the last input; None while that is not known."""

    def listen(self, *, closely: bool) -> None:
        """Say whether a short lull matters now; a source that is told at once ignores it."""

    def close(self) -> None:
        """Stop; nobody is called any more."""


class LockSource(Protocol):
    """One way to learn whether the screen is locked."""

    def locked(self) -> bool:
        """Return whether this source says locked."""

    def close(self) -> None:
        """Stop; nobody is called any more."""


@dataclass(frozen=True, slots=True)
class IdleMember:
    """A member of the idle family: its name, how it is told, and how to begin.

    `begin` raises UnavailableError where this way does not exist.
    """

    name: str
    how: str
    begin: Callable[[Line], IdleSource]


@dataclass(frozen=True, slots=True)
class LockMember:
    """A member of the lock family, likewise."""

    name: str
    how: str
    begin: Callable[[Line], LockSource]
