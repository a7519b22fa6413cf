"""How each desktop says on the session bus that it is not to be disturbed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from deskbreak.adapters.bus_link import Place, signal_rule

_NOTIFY = "org.freedesktop.Notifications"
_NOTIFY_PATH = "/org/freedesktop/Notifications"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_XFCONF = "org.xfce.Xfconf"
_XFCE = ("xfce4-notifyd", "/do-not-disturb")
_MAKO, _MAKO_PATH, _MAKO_MODE = "fr.emersion.Mako", "/fr/emersion/Mako", "do-not-disturb"
_SWAYNC, _SWAYNC_PATH = "org.erikreider.swaync.cc", "/org/erikreider/swaync/cc"

Read = Callable[[tuple[object, ...]], bool | None]
"""Reads whether it is quiet from what came in; None when that is not said."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """One way to say it.

    Attributes:
        member: what people call it.
        owner: the name on the bus of whoever says it.
        place: where to ask.
        method: what to call, with values of `signature`.
        signature: of the values.
        values: what to ask with.
        answered: reads the answer.
        interface: of the signal that tells of a change.
        signal: its name.
        heard: reads the signal; None for one that is about something else.
    """

    member: str
    owner: str
    place: Place
    method: str
    signature: str
    values: tuple[object, ...]
    answered: Read
    interface: str
    signal: str
    heard: Read

    @property
    def rule(self) -> str:
        """Return what to ask the bus to pass on."""
        return signal_rule(self.owner, self.interface, self.signal)


def dialects() -> tuple[Dialect, ...]:
    """Return every dialect that is understood."""
    return (
        _property("freedesktop", (_NOTIFY, _NOTIFY_PATH, _NOTIFY, "Inhibited"), _truth),
        _property("dunst", (_NOTIFY, _NOTIFY_PATH, "org.dunstproject.cmd0", "paused"), _truth),
        _property("mako", (_MAKO, _MAKO_PATH, _MAKO, "Modes"), _has_mode),
        Dialect(
            "XFCE", _XFCONF, Place(_XFCONF, "/org/xfce/Xfconf", _XFCONF),
            "GetProperty", "ss", _XFCE, lambda body: _truth(_bare(body[0])),
            _XFCONF, "PropertyChanged", _xfce_changed,
        ),
        Dialect(
            "swaync", _SWAYNC, Place(_SWAYNC, _SWAYNC_PATH, _SWAYNC),
            "GetDnd", "", (), lambda body: _truth(body[0]),
            _SWAYNC, "SubscribeV2", lambda body: _truth(body[1]),
        ),
    )  # fmt: skip


def _property(
    member: str, where: tuple[str, str, str, str], read: Callable[[object], bool | None]
) -> Dialect:
    """Return the dialect of a D-Bus property that tells when it changes."""
    owner, path, interface, name = where

    def changed(body: tuple[object, ...]) -> bool | None:
        values = body[1] if body[0] == interface else None
        return read(_bare(values[name])) if isinstance(values, dict) and name in values else None

    return Dialect(
        member, owner, Place(owner, path, _PROPERTIES),
        "Get", "ss", (interface, name), lambda body: read(_bare(body[0])),
        _PROPERTIES, "PropertiesChanged", changed,
    )  # fmt: skip


def _xfce_changed(body: tuple[object, ...]) -> bool | None:
    return _truth(_bare(body[2])) if body[:2] == _XFCE else None


def _bare(value: object) -> object:
    """Return what a variant holds; jeepney gives it with its signature."""
    return value[1] if isinstance(value, tuple) and len(value) == 2 else value  # noqa: PLR2004 - signature, value


def _truth(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _has_mode(value: object) -> bool | None:
    return _MAKO_MODE in value if isinstance(value, list) else None
