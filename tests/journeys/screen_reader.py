"""Reads and presses what is on the screen by its accessible name, as a screen reader does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any  # what comes over the bus has no type

from jeepney import DBusAddress, DBusErrorResponse, Message, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import unwrap_msg

_ACCESSIBLE = "org.a11y.atspi.Accessible"
_ACTION = "org.a11y.atspi.Action"
_ROOT = "/org/a11y/atspi/accessible/root"
_LAUNCHER = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
_PATIENCE_S = 5.0
_VISIBLE = 1 << 25  # ATSPI_STATE_SHOWING
_ENABLED = 1 << 8  # ATSPI_STATE_ENABLED
_FOCUSED = 1 << 12  # ATSPI_STATE_FOCUSED


@dataclass(frozen=True, slots=True)
class Node:
    """One thing on the screen: a window, a button, a label."""

    owner: str
    path: str
    role: str
    name: str


class ScreenReader:
    """A client of the accessibility bus of one desktop."""

    def __init__(self, session_bus: str) -> None:
        session = open_dbus_connection(bus=session_bus)
        reply = session.send_and_get_reply(
            new_method_call(_LAUNCHER, "GetAddress"), timeout=_PATIENCE_S
        )
        session.close()
        self._bus: DBusConnection = open_dbus_connection(bus=reply.body[0])

    def close(self) -> None:
        """Let go of the bus."""
        self._bus.close()

    def walk(self) -> Iterator[Node]:
        """Yield everything that all programs show, window by window."""
        for owner, path in self._children("org.a11y.atspi.Registry", _ROOT):
            yield from self._below(owner, path)

    def names(self, role: str = "") -> list[str]:
        """Return the accessible names that are not empty, of one role or of all."""
        return [node.name for node in self.walk() if node.name and role in ("", node.role)]

    def press(self, name: str) -> bool:
        """Press the visible, enabled control of that name; tell whether there was one.

        The press arrives a tenth of a second later: wait for what it does.
        """
        for node in self.walk():
            if node.name == name and self._can_press(node):
                with suppress(DBusErrorResponse):  # it closed while it was looked at
                    self._call((node.owner, node.path), _ACTION, "DoAction", "i", (0,))
                    return True
        return False

    def focused(self) -> str:
        """Return the accessible name of the control that takes the keys, "" when none does."""
        return next((node.name for node in self.walk() if self._has_focus(node)), "")

    def _has_focus(self, node: Node) -> bool:
        if not node.name or node.role == "list item":  # a box's chosen line claims the focus too
            return False
        with suppress(DBusErrorResponse, TimeoutError):
            low, _high = self._call((node.owner, node.path), _ACCESSIBLE, "GetState")[0]
            return bool(low & _VISIBLE and low & _FOCUSED)
        return False

    def _below(self, owner: str, path: str) -> Iterator[Node]:
        with suppress(DBusErrorResponse, TimeoutError):  # it closed while it was looked at
            role = str(self._call((owner, path), _ACCESSIBLE, "GetRoleName")[0])
            place = DBusAddress(path, owner, _ACCESSIBLE)
            name = str(self._ask(Properties(place).get("Name"))[0][1])
            yield Node(owner, path, role, name)
            for child in self._children(owner, path):
                yield from self._below(*child)

    def _can_press(self, node: Node) -> bool:
        with suppress(DBusErrorResponse):
            low, _high = self._call((node.owner, node.path), _ACCESSIBLE, "GetState")[0]
            if low & _VISIBLE and low & _ENABLED:
                return bool(self._call((node.owner, node.path), _ACTION, "GetActions")[0])
        return False

    def _children(self, owner: str, path: str) -> list[tuple[str, str]]:
        return list(self._call((owner, path), _ACCESSIBLE, "GetChildren")[0])

    def _call(
        self,
        node: tuple[str, str],
        interface: str,
        method: str,
        signature: str | None = None,
        body: tuple[int, ...] = (),
    ) -> tuple[Any, ...]:
        owner, path = node
        place = DBusAddress(path, owner, interface)
        return self._ask(new_method_call(place, method, signature, body))

    def _ask(self, message: Message) -> tuple[Any, ...]:
        reply = self._bus.send_and_get_reply(message, timeout=_PATIENCE_S)
        body: tuple[Any, ...] = unwrap_msg(reply)  # raises what the program answered as an error
        return body
