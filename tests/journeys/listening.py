"""Hears what a screen reader is told to say, while somebody uses the keyboard."""

from __future__ import annotations

from contextlib import suppress

from jeepney import DBusAddress, MatchRule, Message, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

_LAUNCHER = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
_REGISTRY = DBusAddress(
    "/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "org.a11y.atspi.Registry"
)
_RULE = MatchRule(type="signal", interface="org.a11y.atspi.Event.Object", member="Announcement")
_PATIENCE_S = 5.0


class Ears:
    """Listens on the accessibility bus of one desktop; `said` is all that was heard so far."""

    def __init__(self, session_bus: str) -> None:
        session = open_dbus_connection(bus=session_bus)
        address = session.send_and_get_reply(
            new_method_call(_LAUNCHER, "GetAddress"), timeout=_PATIENCE_S
        ).body[0]
        session.close()
        self._bus: DBusConnection = open_dbus_connection(bus=address)
        wish = new_method_call(_REGISTRY, "RegisterEvent", "sass", ("object:announcement", [], ""))
        self._bus.send_and_get_reply(wish, timeout=_PATIENCE_S)
        self._bus.send_and_get_reply(message_bus.AddMatch(_RULE), timeout=_PATIENCE_S)
        self._said: list[str] = []

    @property
    def said(self) -> list[str]:
        """Every sentence that was to be spoken, in order."""
        with suppress(TimeoutError):
            while True:
                self._take(self._bus.receive(timeout=0))
        return list(self._said)

    def close(self) -> None:
        """Let go of the bus."""
        self._bus.close()

    def _take(self, message: Message) -> None:
        if _RULE.matches(message):
            self._said.append(str(message.body[3][1]))
