"""Idle time from GNOME's shell: Mutter's idle monitor, which is watched and never polled."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from deskbreak.adapters.activity.bus_names import BusNames, Signal, Values, number_in
from deskbreak.adapters.activity.crossings import SECOND, Crossings
from deskbreak.adapters.activity.source import Line
from deskbreak.adapters.bus_link import Place
from deskbreak.adapters.clock_sources import boot_ns

NAME = "org.gnome.Mutter.IdleMonitor"
_PATH = "/org/gnome/Mutter/IdleMonitor/Core"
SIGNALS = (Signal(NAME, NAME, "WatchFired"),)


class MutterIdle(QObject):
    """Sets a watch for each length of stillness, and one for the return while somebody is still."""

    def __init__(
        self,
        line: Line,
        lengths_s: tuple[int, ...],
        names: BusNames,
        parent: QObject | None = None,
    ) -> None:
        """Begin; the answers come later."""
        super().__init__(parent)
        self._line = line
        self._lengths = lengths_s
        self._names = names
        self._crossings = Crossings(boot_ns, min(lengths_s), None)
        self._place: Place | None = None
        self._works = False
        self._watches: dict[int, int] = {}  # the length of each
        self._return: int | None = None
        self._awaits_return = False
        names.follow(NAME, self)

    def idle_s(self) -> int | None:
        """Return the seconds since the last input, to within the shortest length."""
        return self._crossings.idle_s() if self._works else None

    def listen(self, *, closely: bool) -> None:
        """Do nothing: Mutter tells at once."""

    def close(self) -> None:
        """Take the watches away."""
        self._names.leave(NAME, self)
        place, self._place = self._place, None
        if place is not None:
            back = () if self._return is None else (self._return,)
            for number in (*self._watches, *back):
                self._names.call(place, "RemoveWatch", _heedless, "u", (number,))

    def came(self) -> None:
        """Ask for everything: the monitor is there."""
        self._place = self._names.place(NAME, _PATH)
        self._names.call(self._place, "GetIdletime", self._begun)

    def went(self, why: str) -> None:
        """Give up: the monitor is not there."""
        self._place = None
        self._line.failed(why)

    def heard(self, _member: str, body: tuple[object, ...]) -> None:
        """Take the monitor's word that a watch fired."""
        number = number_in(body)
        if number is not None and number in self._watches:
            self._crossings.idled(self._watches[number])
            self._await_return()
        elif number is not None and number == self._return:
            self._return, self._awaits_return = None, False
            self._crossings.resumed()
        else:
            return
        self._line.changed()

    def _begun(self, values: Values) -> None:
        """Take how long nobody touched anything so far, and set the watches."""
        idle_ms = number_in(values)
        if values is not None and idle_ms is None:
            self._fail("it tells no idle time")
            return
        # Phosh has the watches alone; until one fires, somebody is taken to be there.
        is_still = idle_ms is not None and idle_ms >= min(self._lengths) * 1000
        if idle_ms is not None and is_still:
            last = boot_ns() - idle_ms * SECOND // 1000
            self._crossings = Crossings(boot_ns, min(self._lengths), last)
        for length in self._lengths:
            self._call("AddIdleWatch", partial(self._watched, length), "t", (length * 1000,))
        if is_still:
            self._await_return()

    def _watched(self, length_s: int, values: Values) -> None:
        number = number_in(values)
        if number is None:
            self._fail("it takes no watch")
            return
        self._watches[number] = length_s
        if len(self._watches) == len(self._lengths):
            self._works = True
            self._line.works()

    def _await_return(self) -> None:
        if not self._awaits_return:
            self._awaits_return = True
            self._call("AddUserActiveWatch", self._return_watched)

    def _return_watched(self, values: Values) -> None:
        self._return = number_in(values)
        if self._return is None:
            self._fail("it takes no watch")

    def _call(
        self,
        member: str,
        then: Callable[[Values], None],
        signature: str = "",
        body: tuple[object, ...] = (),
    ) -> None:
        if self._place is not None:
            self._names.call(self._place, member, then, signature, body)

    def _fail(self, why: str) -> None:
        if self._place is not None:
            self._line.failed(why)


def _heedless(_values: Values) -> None:
    """Heed no answer."""
