"""A notification service on a private bus, strict about wire types, in a thread of the test."""

from __future__ import annotations

from dataclasses import dataclass

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    new_error,
    new_method_return,
    new_signal,
)

from tests.bus_thread import BusThread

NAME = "org.freedesktop.Notifications"
PLACE = DBusAddress("/org/freedesktop/Notifications", NAME, NAME)
NOTIFY = "susssasa{sv}i"


@dataclass(frozen=True)
class Note:
    app: str
    replaces: int
    icon: str
    title: str
    text: str
    actions: list[str]
    hints: dict[str, tuple[str, object]]
    expires: int
    number: int


class FakeService(BusThread):
    """Answers as told: `ok`, `hang` (never answers), `die` (goes away instead), `refuse`."""

    def __init__(self, address: str, mode: str = "ok", abilities: str = "body actions") -> None:
        super().__init__(address)
        self.mode = mode
        self.abilities = abilities.split()
        self.notes: list[Note] = []
        self.closed: list[int] = []
        self.complaints: list[str] = []
        self.asked: list[str] = []
        self._next = 7
        self.start(NAME)

    def press(self, number: int, key: str, token: str = "") -> None:
        if token:
            self.bus.send(new_signal(PLACE, "ActivationToken", "us", (number, token)))
        self.bus.send(new_signal(PLACE, "ActionInvoked", "us", (number, key)))

    def dismiss(self, number: int) -> None:
        self.bus.send(new_signal(PLACE, "NotificationClosed", "uu", (number, 2)))

    def called(self, message: Message) -> None:
        member = message.header.fields[HeaderFields.member]
        signature = message.header.fields.get(HeaderFields.signature, "")
        self.asked.append(member)
        if self.mode == "hang":
            return
        if self.mode == "die" and member == "Notify":
            self.ending = True
            self.bus.close()
            return
        if self.mode == "refuse":
            self.bus.send(new_error(message, "org.freedesktop.DBus.Error.InvalidArgs"))
        elif member == "GetCapabilities":
            self.bus.send(new_method_return(message, "as", (self.abilities,)))
        elif member == "CloseNotification":
            self.closed.append(message.body[0])
            self.bus.send(new_method_return(message))
        elif member == "Notify" and signature == NOTIFY:
            self.bus.send(new_method_return(message, "u", (self._keep(message.body),)))
        else:
            self.complaints.append(f"{member}({signature})")

    def _keep(self, body: tuple[object, ...]) -> int:
        replaces = body[1]
        assert isinstance(replaces, int)
        number = replaces or self._next
        self._next += 1
        self.notes.append(Note(*body, number=number))  # type: ignore[arg-type, misc]  # the signature said so
        return number
