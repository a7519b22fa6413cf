"""Keeps the screen from blanking and locking while a break is guided.

What holds is tied to this process: the screen saver lets go when the bus connection ends, logind
when the file handle closes. A crash therefore releases both.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCallWatcher,
    QDBusUnixFileDescriptor,
)

from deskbreak.ports import KeepAwake

_CALL_MS = 3000
_NAME = "deskbreak"
_CONNECTION = "deskbreak-keep-awake"

Connect = Callable[[], QDBusConnection]


class NullKeepAwake:
    """A `ports.KeepAwake` for systems where nothing can be asked."""

    def hold(self) -> None:
        """Do nothing."""

    def release(self) -> None:
        """Do nothing."""


def _session_bus() -> QDBusConnection:
    return QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _CONNECTION)


class DesktopKeepAwake:
    """A `ports.KeepAwake` by `org.freedesktop.ScreenSaver` and by logind's idle inhibitor.

    The screen saver's `UnInhibit` wants a uint32, which QtDBus cannot send; ending a connection
    of our own releases it as well, and is what a crash would do.
    """

    def __init__(
        self, reason: str, session: Connect = _session_bus, system: QDBusConnection | None = None
    ) -> None:
        """Keep what is needed; nothing is asked before `hold`.

        `reason` is one sentence that desktops show when asked what keeps the screen on.
        """
        self._reason = reason
        self._session = session
        self._system = QDBusConnection.systemBus() if system is None else system
        self._connection: QDBusConnection | None = None
        self._handle: QDBusUnixFileDescriptor | None = None
        self._asking: QDBusPendingCallWatcher | None = None

    @property
    def holds(self) -> bool:
        """Whether `hold` was called last."""
        return self._connection is not None

    @property
    def has_handle(self) -> bool:
        """Whether logind gave a handle that keeps the screen on."""
        return self._handle is not None

    def hold(self) -> None:
        """Begin; a second call does nothing."""
        if self._connection is not None:
            return
        self._connection = self._session()
        if self._connection.isConnected():
            ask = QDBusMessage.createMethodCall(
                "org.freedesktop.ScreenSaver",
                "/org/freedesktop/ScreenSaver",
                "org.freedesktop.ScreenSaver",
                "Inhibit",
            )
            ask.setArguments([_NAME, self._reason])
            self._connection.send(ask)
        if self._system.isConnected():
            self._ask_logind()

    def release(self) -> None:
        """End; without `hold` nothing happens."""
        if self._connection is not None:
            QDBusConnection.disconnectFromBus(self._connection.name())
        self._connection = None
        self._asking = None
        self._handle = None  # the handle closes with its last holder

    def _ask_logind(self) -> None:
        ask = QDBusMessage.createMethodCall(
            "org.freedesktop.login1",
            "/org/freedesktop/login1",
            "org.freedesktop.login1.Manager",
            "Inhibit",
        )
        ask.setArguments(["idle", _NAME, self._reason, "block"])
        watcher = QDBusPendingCallWatcher(self._system.asyncCall(ask, _CALL_MS))
        watcher.finished.connect(self._logind_answered)
        self._asking = watcher

    def _logind_answered(self, done: QDBusPendingCallWatcher) -> None:
        values = done.reply().arguments()
        self._asking = None
        if self._connection is not None and values:
            found = values[0]
            self._handle = found if isinstance(found, QDBusUnixFileDescriptor) else None


def own_keep_awake(reason: str) -> KeepAwake:
    """Return what keeps the screen on here; `reason` is a sentence for who asks why it is."""
    found: KeepAwake
    if sys.platform == "win32" or sys.platform == "darwin":
        from deskbreak.adapters.keep_awake_native import native_keep_awake  # noqa: PLC0415 - there

        found = native_keep_awake(reason) or NullKeepAwake()
    else:
        found = DesktopKeepAwake(reason)
    return found
