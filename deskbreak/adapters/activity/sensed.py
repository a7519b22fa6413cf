"""Is somebody there? The two families of this sense behind their port."""

from __future__ import annotations

from deskbreak.adapters.activity.bus_names import BusNames
from deskbreak.adapters.activity.idle_family import IdleFamily
from deskbreak.adapters.activity.lock_family import LockFamily
from deskbreak.core.senses import SenseReport


class SensedActivity:
    """A `ports.Activity` of what is there: idle time from one source, locks from all."""

    def __init__(self, idle: IdleFamily, lock: LockFamily, names: BusNames | None = None) -> None:
        """Take both families, and the bus that some of their members share."""
        self._idle = idle
        self._lock = lock
        self._names = names

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

    def reports(self) -> tuple[SenseReport, ...]:
        """Say how both senses fare."""
        return self._idle.report(), self._lock.report()

    def close(self) -> None:
        """Stop sensing."""
        self._idle.close()
        self._lock.close()
        if self._names is not None:
            self._names.close()
