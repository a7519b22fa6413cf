"""A StatusNotifierWatcher on a private bus, in a thread of the test; it can die and return."""

from __future__ import annotations

import threading

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import open_dbus_connection

NAME = "org.kde.StatusNotifierWatcher"
PLACE = DBusAddress("/StatusNotifierWatcher", NAME, NAME)


class FakeWatcher:
    """Says whether a host is registered and keeps the items that register."""

    def __init__(self, address: str, *, host: bool = True) -> None:
        self.host = host
        self.items: list[str] = []
        self._ending = False
        self._conn = open_dbus_connection(bus=address)
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._conn.send_and_get_reply(message_bus.RequestName(NAME), timeout=5)
        self._thread.start()

    def host_arrives(self) -> None:
        self.host = True
        self._conn.send(new_signal(PLACE, "StatusNotifierHostRegistered"))

    def stop(self) -> None:
        if not self._ending:
            self._ending = True
            self._thread.join(5)
            self._conn.close()

    def _run(self) -> None:
        while not self._ending:
            try:
                message = self._conn.receive(timeout=0.02)
            except TimeoutError:
                continue
            if message.header.message_type is MessageType.method_call:
                self._called(message)

    def _called(self, message: Message) -> None:
        member = message.header.fields[HeaderFields.member]
        values = {
            "IsStatusNotifierHostRegistered": ("b", self.host),
            "ProtocolVersion": ("i", 0),
            "RegisteredStatusNotifierItems": ("as", self.items),
        }
        if member == "RegisterStatusNotifierItem":
            self.items.append(message.body[0])
            self._conn.send(new_method_return(message))
        elif member == "Get" and message.body[1] in values:
            self._conn.send(new_method_return(message, "v", (values[message.body[1]],)))
        elif member == "GetAll":
            self._conn.send(new_method_return(message, "a{sv}", (values,)))
        else:
            self._conn.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))
