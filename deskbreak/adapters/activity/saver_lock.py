"""Whether the screen is locked, as the screen savers of the session bus tell it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from deskbreak.adapters.activity.bus_names import BusNames, Signal, Values
from deskbreak.adapters.activity.source import Line

SAVERS = {
    "org.freedesktop.ScreenSaver": "freedesktop",
    "org.gnome.ScreenSaver": "GNOME",
    "org.cinnamon.ScreenSaver": "Cinnamon",
    "org.mate.ScreenSaver": "MATE",
    "org.xfce.ScreenSaver": "XFCE",
}
"""Those that speak one language, GetActive and ActiveChanged, and whose they are."""

SIGNALS = tuple(Signal(name, name, "ActiveChanged") for name in SAVERS)


class SaverLock(QObject):
    """Follows one screen saver. One that is gone, or that floods, locks nothing."""

    def __init__(
        self, line: Line, names: BusNames, saver: str, parent: QObject | None = None
    ) -> None:
        """Begin to listen to one of SAVERS; its answer comes later."""
        super().__init__(parent)
        self._line = line
        self._names = names
        self._name = saver
        self._locked = False
        names.follow(self._name, self)

    def locked(self) -> bool:
        """Return whether this screen saver is active."""
        return self._locked

    def close(self) -> None:
        """Listen no more."""
        self._names.leave(self._name, self)

    def came(self) -> None:
        """Ask how it stands: the screen saver is there."""
        place = self._names.place(self._name, "/" + self._name.replace(".", "/"))
        self._names.call(place, "GetActive", self._answered)

    def went(self, why: str) -> None:
        """Forget the lock: the screen saver is not there."""
        self._line.failed(why)
        self._set(locked=False)

    def heard(self, _member: str, body: tuple[object, ...]) -> None:
        """Take the screen saver's word."""
        active = body[0] if body else None
        if isinstance(active, bool):
            self._line.works()
            self._set(locked=active)

    def _answered(self, values: Values) -> None:
        if values is None or not isinstance(values[0] if values else None, bool):
            self._line.failed("it does not say whether it is locked")
        else:
            self.heard("GetActive", values)

    def _set(self, *, locked: bool) -> None:
        if locked != self._locked:
            self._locked = locked
            self._line.changed()
