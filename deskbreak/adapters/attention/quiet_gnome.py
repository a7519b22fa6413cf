"""Do-not-disturb of GNOME: its setting for banners, read anew when dconf tells of a change."""

from __future__ import annotations

import shutil
from collections.abc import Callable

from PySide6.QtCore import QObject, QProcess, QTimer

from deskbreak.adapters.attention.told import AT_ONCE, fails, works
from deskbreak.adapters.bus_link import DAEMON, BusLink, Heard
from deskbreak.core.senses import NotUsed, Sense, SenseReport
from deskbreak.core.timing.sensed import Cause, Hold

_SCHEMA, _KEY = "org.gnome.desktop.notifications", "show-banners"
_PATH = "/org/gnome/desktop/notifications/show-banners"
_DCONF = "ca.desrt.dconf"
_RULE = f"type='signal',interface='{_DCONF}.Writer',member='Notify'"
_SOON_MS, _LIMIT_MS = 50, 3000
_OTHERS = (NotUsed("the session bus", "GNOME keeps it in its settings"),)


class GnomeQuiet(QObject):
    """Knows whether GNOME shows no banners; a reading that takes too long is ended."""

    def __init__(
        self, changed: Callable[[], None], address: str = "", parent: QObject | None = None
    ) -> None:
        """Read the setting, and listen for changes."""
        super().__init__(parent)
        self._changed = changed
        self._quiet: bool | None = None
        self._process: QProcess | None = None
        self._again = False
        self._link = BusLink(self._heard, lambda: None, (_RULE,), address, self)
        self._soon = self._timer(_SOON_MS, self._read)
        self._limit = self._timer(_LIMIT_MS, self._too_late)
        self._listen()
        self._read()

    def causes(self) -> frozenset[Cause]:
        """Return the reason, while there are no banners."""
        return frozenset({Cause(Hold.DO_NOT_DISTURB)}) if self._quiet else frozenset()

    def watch(self, *, on: bool) -> None:
        """Read once more when it begins to matter, in case a change was not told."""
        if on:
            self._listen()
            self._soon.start()

    def ask(self) -> None:
        """Do nothing: dconf tells."""

    @property
    def settled(self) -> bool:
        """Whether the setting has been read."""
        return self._process is None and not self._soon.isActive()

    def report(self) -> SenseReport:
        """Say whether the setting can be read."""
        if self._quiet is None:
            return fails(Sense.DO_NOT_DISTURB, "GNOME's setting cannot be read", _OTHERS)
        return works(Sense.DO_NOT_DISTURB, "GNOME's settings", AT_ONCE, _OTHERS)

    def close(self) -> None:
        """End what was started."""
        self._soon.stop()
        self._end()
        self._link.close()

    def _timer(self, after_ms: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after_ms)
        timer.timeout.connect(then)
        return timer

    def _listen(self) -> None:
        if not self._link.ready:
            self._link.call(DAEMON, "GetId")

    def _heard(self, heard: Heard) -> None:
        where = heard.body[0] if heard.body else None
        ours = isinstance(where, str) and where.startswith("/") and _PATH.startswith(where)
        if ours and not self._soon.isActive():
            self._soon.start()

    def _read(self) -> None:
        if self._process is not None:
            self._again = True
            return
        self._process = QProcess(self)
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._failed)
        self._limit.start()
        self._process.start("gsettings", ["get", _SCHEMA, _KEY])

    def _finished(self) -> None:
        if self._process is None:
            return
        said = bytes(self._process.readAllStandardOutput().data()).strip()
        self._end()
        self._take({b"true": False, b"false": True}.get(said))

    def _failed(self) -> None:
        self._end()
        self._take(None)

    def _too_late(self) -> None:
        self._end()
        self._take(None)

    def _take(self, quiet: bool | None) -> None:  # noqa: FBT001 - a value, no switch
        before, self._quiet = self.causes(), quiet
        if self.causes() != before:
            self._changed()
        if self._again:
            self._again = False
            self._soon.start()

    def _end(self) -> None:
        self._limit.stop()
        process, self._process = self._process, None
        if process is not None:
            process.blockSignals(True)  # noqa: FBT003 - Qt's signature
            if process.state() is not QProcess.ProcessState.NotRunning:
                process.kill()
                process.waitForFinished(100)
            process.deleteLater()


def is_gnome(desktops: str) -> bool:
    """Tell from XDG_CURRENT_DESKTOP whether GNOME's settings count, and can be read."""
    return "GNOME" in desktops.split(":") and shutil.which("gsettings") is not None
