"""Services on a private bus, in a thread of the test: what a desktop has, as strict as it is."""

from __future__ import annotations

from collections.abc import Callable
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

REFUSES = ("", ())
Reply = tuple[str, tuple[object, ...]]


@dataclass(frozen=True)
class Call:
    """A method that was called: by whom, where, with what."""

    sender: str
    path: str
    member: str
    signature: str
    body: tuple[object, ...]


class BusService(BusThread):
    """Owns names and answers calls; `answer` gives a signature and values, or None for silence."""

    def __init__(
        self, address: str, names: tuple[str, ...], answer: Callable[[Call], Reply | None]
    ) -> None:
        super().__init__(address)
        self.calls: list[Call] = []
        self._answer = answer
        self.start(*names)

    @property
    def unique_name(self) -> str:
        return str(self.bus.unique_name)

    def asked(self) -> list[str]:
        return [call.member for call in self.calls]

    def say(
        self,
        path: str,
        interface: str,
        member: str,
        signature: str,
        *body: object,
        to: str | None = None,
        times: int = 1,
    ) -> None:
        """Send a signal, to everybody or to one connection."""
        signal = new_signal(DBusAddress(path, None, interface), member, signature, body)
        if to is not None:
            signal.header.fields[HeaderFields.destination] = to
        for _ in range(times):
            self.bus.send(signal)

    def called(self, message: Message) -> None:
        fields = message.header.fields
        call = Call(
            fields[HeaderFields.sender],
            fields[HeaderFields.path],
            fields[HeaderFields.member],
            fields.get(HeaderFields.signature, ""),
            tuple(message.body),
        )
        self.calls.append(call)
        reply = self._answer(call)
        if reply == REFUSES:
            self.bus.send(new_error(message, "org.freedesktop.DBus.Error.InvalidArgs"))
        elif reply is not None:
            signature, values = reply
            self.bus.send(new_method_return(message, signature or None, values))


class FakeMutter:
    """The idle monitor of GNOME's shell: lasting idle watches, return watches that fire once.

    It tells each client alone of its own watches, as Mutter does.
    """

    NAME = "org.gnome.Mutter.IdleMonitor"
    PATH = "/org/gnome/Mutter/IdleMonitor/Core"

    def __init__(self, address: str, idle_ms: int = 0) -> None:
        self.idle_ms = idle_ms
        self.lies: dict[str, Reply | None] = {}
        self.idle_watches: dict[int, tuple[str, int]] = {}
        self.return_watches: dict[int, str] = {}
        self._last = 0
        self.service = BusService(address, (self.NAME,), self._answer)

    def still(self, idle_ms: int) -> None:
        """Let time pass without input."""
        before, self.idle_ms = self.idle_ms, idle_ms
        for number, (sender, after) in sorted(self.idle_watches.items()):
            if before < after <= idle_ms:
                self._fire(number, sender)

    def touch(self) -> None:
        self.idle_ms = 0
        fired, self.return_watches = self.return_watches, {}
        for number, sender in fired.items():
            self._fire(number, sender)

    def _fire(self, number: int, sender: str) -> None:
        self.service.say(self.PATH, self.NAME, "WatchFired", "u", number, to=sender)

    def _answer(self, call: Call) -> Reply | None:
        if call.member in self.lies:
            return self.lies[call.member]
        if call.path != self.PATH:
            return REFUSES
        match call.member, call.signature, call.body:
            case "GetIdletime", "", ():
                return "t", (self.idle_ms,)
            case "AddIdleWatch", "t", (int(after),):
                self._last += 1
                self.idle_watches[self._last] = (call.sender, after)
                return "u", (self._last,)
            case "AddUserActiveWatch", "", ():
                self._last += 1
                self.return_watches[self._last] = call.sender
                return "u", (self._last,)
            case "RemoveWatch", "u", (int(number),):
                self.idle_watches.pop(number, None)
                self.return_watches.pop(number, None)
                return "", ()
            case _:
                return REFUSES
