"""Watches for a StatusNotifierItem host on the session bus, without polling or waiting.

Qt chooses the tray's protocol once, when a `QSystemTrayIcon` is made. A panel that starts after
the program would never show the icon, so the tray asks here when to make a new one.
"""

from __future__ import annotations

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCallWatcher,
    QDBusServiceWatcher,
)

_WATCHER = "org.kde.StatusNotifierWatcher"
_PATH = "/StatusNotifierWatcher"
_LIMIT_MS = 2000


class TrayHost(QObject):
    """Says whether a host is registered; `told` comes after each answer and each loss."""

    told = Signal()

    def __init__(self, bus: QDBusConnection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.here = False
        self._bus = bus
        self._pending: QDBusPendingCallWatcher | None = None

    def start(self) -> bool:
        """Begin to watch; return False where there is no bus and nothing will ever be told."""
        if not self._bus.isConnected():
            return False
        watch = QDBusServiceWatcher(
            _WATCHER, self._bus, QDBusServiceWatcher.WatchModeFlag.WatchForOwnerChange, self
        )
        watch.serviceRegistered.connect(self._ask)
        watch.serviceUnregistered.connect(self._gone)
        signal = "StatusNotifierHostRegistered"
        slot = SLOT("_ask()")
        self._bus.connect(_WATCHER, _PATH, _WATCHER, signal, self, slot)  # type: ignore[call-overload]  # it takes a str alone, whatever its hints say
        self._ask()
        return True

    @Slot()
    def _ask(self) -> None:
        call = QDBusMessage.createMethodCall(
            _WATCHER, _PATH, "org.freedesktop.DBus.Properties", "Get"
        )
        call.setArguments([_WATCHER, "IsStatusNotifierHostRegistered"])
        call.setAutoStartService(False)
        self._pending = QDBusPendingCallWatcher(self._bus.asyncCall(call, _LIMIT_MS), self)
        self._pending.finished.connect(self._answered)

    def _answered(self, watcher: QDBusPendingCallWatcher) -> None:
        watcher.deleteLater()
        if watcher is not self._pending:
            return  # a newer question is on its way
        self._pending = None
        self.here = not watcher.isError() and _first(watcher) is True
        self.told.emit()

    def _gone(self) -> None:
        self._pending = None
        self.here = False
        self.told.emit()


def _first(watcher: QDBusPendingCallWatcher) -> object:
    values = watcher.reply().arguments()
    if not values:
        return None
    value = values[0]
    return value.variant() if hasattr(value, "variant") else value
