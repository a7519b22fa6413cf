"""A StatusNotifierWatcher on a private bus, in a thread of the test; it can die and return."""

from __future__ import annotations

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    new_error,
    new_method_return,
    new_signal,
)

from tests.bus_thread import BusThread

NAME = "org.kde.StatusNotifierWatcher"
PLACE = DBusAddress("/StatusNotifierWatcher", NAME, NAME)


class FakeWatcher(BusThread):
    """Says whether a host is registered and keeps the items that register."""

    def __init__(self, address: str, *, host: bool = True) -> None:
        super().__init__(address)
        self.host = host
        self.items: list[str] = []
        self.start(NAME)

    def host_arrives(self) -> None:
        self.host = True
        self.bus.send(new_signal(PLACE, "StatusNotifierHostRegistered"))

    def called(self, message: Message) -> None:
        member = message.header.fields[HeaderFields.member]
        values = {
            "IsStatusNotifierHostRegistered": ("b", self.host),
            "ProtocolVersion": ("i", 0),
            "RegisteredStatusNotifierItems": ("as", self.items),
        }
        if member == "RegisterStatusNotifierItem":
            self.items.append(message.body[0])
            self.bus.send(new_method_return(message))
        elif member == "Get" and message.body[1] in values:
            self.bus.send(new_method_return(message, "v", (values[message.body[1]],)))
        elif member == "GetAll":
            self.bus.send(new_method_return(message, "a{sv}", (values,)))
        else:
            self.bus.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))
