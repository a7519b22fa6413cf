"""Is somebody there? Puts the senses of this machine together; safe when there are none."""

from __future__ import annotations

from collections.abc import Callable


class NullActivity:
    """A `ports.Activity` that senses nothing."""

    def idle_s(self) -> int | None:
        """Say that it cannot be told."""
        return None

    def locked(self) -> bool:
        """Say that nobody told of a lock."""
        return False


class SensedActivity:
    """A `ports.Activity` of what is there: idle times and locks, each from its own source."""

    def __init__(
        self,
        idle: tuple[Callable[[], int | None], ...] = (),
        locks: tuple[Callable[[], bool], ...] = (),
    ) -> None:
        self._idle = idle
        self._locks = locks

    def idle_s(self) -> int | None:
        """Return the seconds since the last input that any source saw; None when none can."""
        told = [seconds for seconds in (source() for source in self._idle) if seconds is not None]
        return min(told) if told else None

    def locked(self) -> bool:
        """Return whether any source says locked."""
        return any(source() for source in self._locks)
