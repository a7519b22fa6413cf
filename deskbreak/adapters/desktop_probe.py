"""Asks once what this desktop offers; for `deskbreak doctor`, never for the running program."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage

_CALL_MS = 1000
_DAEMON = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
_NOTIFY = "org.freedesktop.Notifications"
_NOTIFY_PATH = "/org/freedesktop/Notifications"
_PORTAL = "org.freedesktop.portal.Desktop"
_PORTAL_PATH = "/org/freedesktop/portal/desktop"
TRAY_HOST = "org.kde.StatusNotifierWatcher"


class Presence(StrEnum):
    """Whether a service of a bus is there."""

    NO_BUS = "no_bus"
    ABSENT = "absent"
    STARTABLE = "startable"
    RUNNING = "running"


@dataclass(frozen=True, slots=True)
class Notifications:
    """The notification service: whether it is there, who it is and what it can do."""

    presence: Presence
    server: str = ""
    abilities: tuple[str, ...] = ()


def session_bus() -> QDBusConnection | None:
    """Return the session bus; None without one, rather than letting libdbus start one."""
    said = os.environ.get("DBUS_SESSION_BUS_ADDRESS")
    usual = Path(os.environ.get("XDG_RUNTIME_DIR", "/nonexistent")) / "bus"
    if not said and not (usual.exists() and stat.S_ISSOCK(usual.stat().st_mode)):
        return None
    bus = QDBusConnection.sessionBus()
    return bus if bus.isConnected() else None


def presence(bus: QDBusConnection | None, name: str) -> Presence:
    """Tell whether a service is there, without starting it."""
    if bus is None:
        return Presence.NO_BUS
    if _call(bus, (*_DAEMON, "NameHasOwner"), name)[:1] == [True]:
        return Presence.RUNNING
    startable = _call(bus, (*_DAEMON, "ListActivatableNames"))[:1]
    names = startable[0] if startable else []
    found = isinstance(names, list) and name in names
    return Presence.STARTABLE if found else Presence.ABSENT


def notifications(bus: QDBusConnection | None) -> Notifications:
    """Ask the notification service, if it is running, what it is and can."""
    there = presence(bus, _NOTIFY)
    if bus is None or there is not Presence.RUNNING:
        return Notifications(there)
    place = (_NOTIFY, _NOTIFY_PATH, _NOTIFY)
    server = _call(bus, (*place, "GetServerInformation"))
    able = _call(bus, (*place, "GetCapabilities"))[:1]
    names = able[0] if able and isinstance(able[0], list) else []
    said = " ".join(str(server[index]) for index in (0, 2) if index < len(server))
    return Notifications(there, said, tuple(str(name) for name in names))


def portal_part(bus: QDBusConnection | None, interface: str) -> Presence:
    """Tell whether the desktop's portal has a part, without starting the portal."""
    there = presence(bus, _PORTAL)
    if bus is None or there is not Presence.RUNNING:
        return there
    place = (_PORTAL, _PORTAL_PATH, "org.freedesktop.DBus.Properties", "Get")
    return Presence.RUNNING if _call(bus, place, interface, "version") else Presence.ABSENT


def _call(bus: QDBusConnection, place: tuple[str, str, str, str], *values: str) -> list[object]:
    message = QDBusMessage.createMethodCall(*place)
    message.setArguments(list(values))
    reply = bus.call(message, QDBus.CallMode.Block, _CALL_MS)
    good = reply.type() == QDBusMessage.MessageType.ReplyMessage
    return list(reply.arguments()) if good else []
