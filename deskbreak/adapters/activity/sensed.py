"""Is somebody there? The two families of this sense behind their port."""

from __future__ import annotations

from collections.abc import Callable

from deskbreak.adapters.activity.idle_family import IdleFamily
from deskbreak.adapters.activity.lock_family import LockFamily
from deskbreak.adapters.activity.source import IdleMember
from deskbreak.core.senses import SenseReport


class SensedActivity:
    """A `ports.Activity` of what is there: idle time from one source, locks from all."""

    def __init__(
        self,
        idle: IdleFamily,
        lock: LockFamily,
        lengths_s: tuple[int, ...] = (),
        members: Callable[[tuple[int, ...]], tuple[IdleMember, ...]] = lambda _lengths: (),
        let_go: Callable[[], None] = lambda: None,
    ) -> None:
        """Take both families, what makes members of the first, and what to let go of at last."""
        self._idle = idle
        self._lock = lock
        self._lengths = lengths_s
        self._members = members
        self._let_go = let_go

    @property
    def settled(self) -> bool:
        """Whether it is known which members work."""
        return self._idle.settled and self._lock.settled

    def idle_s(self) -> int | None:
        """Return real seconds since the last input; None when that cannot be told."""
        return self._idle.idle_s()

    def locked(self) -> bool:
        """Return whether any source says that the screen is locked."""
        return self._lock.locked()

    def listen(self, *, closely: bool) -> None:
        """Say whether short lulls and returns matter from now on."""
        self._idle.listen(closely=closely)

    def choose_lengths(self, lengths_s: tuple[int, ...]) -> None:
        """Tell of stillness of other lengths from now on; the same ones change nothing."""
        if lengths_s != self._lengths:
            self._lengths = lengths_s
            self._idle.begin_anew(self._members(lengths_s))

    def reports(self) -> tuple[SenseReport, ...]:
        """Say how both senses fare."""
        return self._idle.report(), self._lock.report()

    def close(self) -> None:
        """Stop sensing."""
        self._idle.close()
        self._lock.close()
        self._let_go()
