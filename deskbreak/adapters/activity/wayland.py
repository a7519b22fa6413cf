"""Idle time from a Wayland compositor, which tells by itself.

Two protocols: ext_idle_notifier_v1, and org_kde_kwin_idle of older compositors. A connection of
our own, because Qt offers none to either. It holds no surface and is silent between events.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from deskbreak.adapters.activity import wayland_wire as wire
from deskbreak.adapters.activity.crossings import Crossings
from deskbreak.adapters.activity.source import Line
from deskbreak.adapters.activity.wayland_line import WaylandLine
from deskbreak.adapters.clock_sources import boot_ns

EXT, KDE, _SEAT = "ext_idle_notifier_v1", "org_kde_kwin_idle", "wl_seat"
_IDLED, _RESUMED = 0, 1  # events
_EXT_GET, _EXT_GET_INPUT, _KDE_GET = 1, 2, 0  # requests for a notification
_INPUT_SINCE = 2  # the version of ext_idle_notifier_v1 that can leave inhibitors out


class WaylandIdle(QObject):
    """Hears of stillness and return; `protocol` is the one of the two that is to be spoken."""

    def __init__(
        self,
        line: Line,
        lengths_s: tuple[int, ...],
        path: str,
        protocol: str,
        parent: QObject | None = None,
    ) -> None:
        """Connect; the compositor's answer comes later.

        Args:
            line: whom to tell.
            lengths_s: the lengths of stillness to be told of, in seconds.
            path: the compositor's socket.
            protocol: EXT or KDE.
            parent: the owner.

        Raises:
            UnavailableError: there is no compositor at that socket.
        """
        super().__init__(parent)
        self._line = line
        self._protocol = protocol
        self._lengths = lengths_s
        self._crossings = Crossings(boot_ns, min(lengths_s), line.last_ns)
        self._offered: dict[str, wire.Global] = {}
        self._told_by: dict[int, int] = {}  # the length of each notification
        self._wire = WaylandLine(path, self._heed, line.failed, self)
        self._wire.send(*wire.greeting())

    def idle_s(self) -> int | None:
        """Return the seconds since the last input, to within the shortest length."""
        return self._crossings.idle_s() if self._told_by else None

    def listen(self, *, closely: bool) -> None:
        """Do nothing: the compositor tells at once."""

    def close(self) -> None:
        """Hang up."""
        self._wire.close()

    def _heed(self, said: wire.Message) -> None:
        if said.object in self._told_by:
            self._notified(said.opcode, self._told_by[said.object])
        elif (said.object, said.opcode) == (wire.REGISTRY, wire.GLOBAL):
            found = wire.read_global(said.body)
            self._offered.setdefault(found.interface, found)
        elif (said.object, said.opcode) == (wire.REGISTRY, wire.GLOBAL_GONE):
            self._taken_back(wire.read_number(said.body))
        elif said.object == wire.ROUND and not self._told_by:
            self._ask()
        elif (said.object, said.opcode) == (wire.DISPLAY, wire.REFUSED):
            self._fail("the compositor refuses")

    def _notified(self, opcode: int, length_s: int) -> None:
        if opcode == _IDLED:
            self._crossings.idled(length_s)
        elif opcode == _RESUMED:
            self._crossings.resumed()
        else:
            return
        self._line.changed()

    def _taken_back(self, name: int) -> None:
        needed = (self._offered.get(each) for each in (_SEAT, self._protocol))
        if self._told_by and any(each is not None and each.name == name for each in needed):
            self._fail("the compositor took it back")
        else:
            self._offered = {key: one for key, one in self._offered.items() if one.name != name}

    def _ask(self) -> None:
        """Ask for a notification at each length; everything that is offered is known now."""
        offered, seat = self._offered.get(self._protocol), self._offered.get(_SEAT)
        if offered is None or seat is None:
            missing = _SEAT if offered is not None else self._protocol
            self._fail(f"the compositor has no {missing}")
            return
        version = min(offered.version, _INPUT_SINCE) if self._protocol == EXT else 1
        seat_id, manager_id, first = range(wire.FIRST_OWN, wire.FIRST_OWN + 3)
        requests = [
            wire.bind(seat, 1, seat_id),
            wire.bind(offered, version, manager_id),
        ]
        for number, length in enumerate(self._lengths, first):
            requests.append(self._request(version, manager_id, number, length * 1000, seat_id))
            self._told_by[number] = length
        if self._wire.send(*requests):
            self._line.works()

    def _request(self, version: int, manager: int, number: int, after_ms: int, seat: int) -> bytes:
        if self._protocol == KDE:
            return wire.message(manager, _KDE_GET, number, seat, after_ms)
        get = _EXT_GET_INPUT if version >= _INPUT_SINCE else _EXT_GET
        return wire.message(manager, get, number, after_ms, seat)

    def _fail(self, why: str) -> None:
        self.close()
        self._line.failed(why)
