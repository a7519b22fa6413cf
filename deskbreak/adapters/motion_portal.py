"""What the desktop's portal says about motion: three questions at once, answered in time or not."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCall, QDBusVariant

from deskbreak.adapters.desktop_probe import session_bus
from deskbreak.adapters.motion_told import Told

LIMIT_MS = 70
"""Milliseconds for all questions together; a portal that is up answers within a few."""

_PORTAL = (
    "org.freedesktop.portal.Desktop",
    "/org/freedesktop/portal/desktop",
    "org.freedesktop.portal.Settings",
    "Read",
)
_ASKED = (
    ("org.freedesktop.appearance", "reduced-motion"),
    ("org.gnome.desktop.interface", "enable-animations"),
    ("org.kde.kdeglobals.KDE", "AnimationDurationFactor"),
)


def portal_motion(bus: QDBusConnection | None = None, limit_ms: int = LIMIT_MS) -> Iterator[Told]:
    """Tell what the portal of the session bus says; nothing where no portal runs.

    All questions together take `limit_ms` at most. A portal that is not running is not started:
    that takes seconds.
    """
    bus = bus or session_bus()
    if bus is None:
        return
    asked = [(key, bus.asyncCall(_question(space, key), limit_ms)) for space, key in _ASKED]
    for key, call in asked:
        yield Told(f"the portal's {key}", _less(key, _answer(call)))


def _question(space: str, key: str) -> QDBusMessage:
    message = QDBusMessage.createMethodCall(*_PORTAL)
    message.setArguments([space, key])
    message.setAutoStartService(False)
    return message


def _answer(call: QDBusPendingCall) -> object:
    """Wait for an answer, no longer than its limit, and unpack it; None for an error."""
    call.waitForFinished()
    found: list[object] = [] if call.isError() else list(call.reply().arguments())
    value = found[0] if found else None
    while isinstance(value, QDBusVariant):
        value = value.variant()
    return value


def _less(key: str, value: object) -> bool | None:
    """Read an answer; a value of another type than the key's says nothing."""
    if isinstance(value, bool):
        return not value if key == "enable-animations" else None
    if isinstance(value, int) and key == "reduced-motion":
        return value == 1
    if isinstance(value, str | float | int) and key == "AnimationDurationFactor":
        try:
            return float(value) == 0.0
        except ValueError:
            return None
    return None
