"""One connection to the session bus that never blocks; the only importer of jeepney.

Connecting, authenticating, writing and reading all happen on a non-blocking socket that Qt
watches. A bus that is absent, full, silent or dead costs no waiting: calls fail or stay
unanswered, and whoever asked keeps their own time limit.
"""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

from jeepney import DBusAddress, HeaderFields, Message, MessageType, message_bus, new_method_call
from jeepney.auth import BEGIN, Authenticator
from jeepney.bus import get_bus
from jeepney.low_level import Parser
from PySide6.QtCore import QObject, QSocketNotifier

_CHUNK = 16384  # a flood of this much is read in less than a tenth of a second
_MOST_WAITING = 32  # a service that never answers must not fill the memory with what was asked


@dataclass(frozen=True, slots=True)
class Place:
    """An object on the bus: who has it, where, and by which interface."""

    name: str
    path: str
    interface: str


BUS = "org.freedesktop.DBus"
DAEMON = Place(BUS, "/org/freedesktop/DBus", BUS)
"""The bus itself: its name, and where to ask it."""


def signal_rule(sender: str, interface: str, member: str) -> str:
    """Return the rule by which the bus passes a signal on."""
    return f"type='signal',sender='{sender}',interface='{interface}',member='{member}'"


def owner_rule(name: str) -> str:
    """Return the rule by which the bus tells that a service comes or goes."""
    return f"{signal_rule(BUS, BUS, 'NameOwnerChanged')},arg0='{name}'"


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a call: its values, or the name of a D-Bus error."""

    body: tuple[object, ...]
    error: str
    sender: str


@dataclass(frozen=True, slots=True)
class Heard:
    """A signal that came in."""

    sender: str
    interface: str
    member: str
    body: tuple[object, ...]
    path: str = ""


class BusLink(QObject):
    """Calls methods and hears signals, all on the GUI thread.

    `on_lost` is called once for each connection that ends by itself. The connection opens with
    the first call and opens anew with the first call after a loss.
    """

    def __init__(
        self,
        on_heard: Callable[[Heard], None],
        on_lost: Callable[[], None],
        rules: tuple[str, ...] = (),
        address: str = "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._on_heard = on_heard
        self._on_lost = on_lost
        self._rules = rules
        self._address = address
        self._sock: socket.socket | None = None
        self._reader: QSocketNotifier | None = None
        self._writer: QSocketNotifier | None = None
        self._auth: Authenticator | None = None
        self._parser = Parser()
        self._serials = count(1)
        self._waiting: dict[int, Callable[[Answer], None]] = {}
        self._out = bytearray()
        self._after_auth = bytearray()

    @property
    def ready(self) -> bool:
        """Whether the bus has let us in."""
        return self._sock is not None and self._auth is None

    def call(
        self,
        place: Place,
        member: str,
        signature: str = "",
        body: tuple[object, ...] = (),
        on_answer: Callable[[Answer], None] | None = None,
    ) -> bool:
        """Call a method without waiting; return False when there is no bus to call on."""
        if self._sock is None and not self._open():
            return False
        to = DBusAddress(place.path, place.name, place.interface)
        self._post(new_method_call(to, member, signature or None, body), on_answer)
        self._flush()
        return self._sock is not None

    def close(self) -> None:
        """Let go of the bus; nobody is called any more."""
        self._waiting.clear()
        for notifier in (self._reader, self._writer):
            if notifier is not None:
                notifier.setEnabled(False)
                notifier.deleteLater()
        self._reader = self._writer = None
        if self._sock is not None:
            self._sock.close()
            self._sock = None

    def _open(self) -> bool:
        made = _connected(self._address)
        if made is None:
            return False
        self._sock = made
        self._parser, self._serials = Parser(), count(1)
        self._auth = Authenticator(inc_null_byte=False)
        self._out = bytearray(b"\0" + bytes(self._auth.data_to_send() or b""))
        self._after_auth = bytearray(BEGIN)
        kind = QSocketNotifier.Type
        self._reader = QSocketNotifier(made.fileno(), kind.Read, self)
        self._reader.activated.connect(self._readable)
        self._writer = QSocketNotifier(made.fileno(), kind.Write, self)
        self._writer.setEnabled(False)
        self._writer.activated.connect(self._flush)
        self._post(message_bus.Hello(), None)
        for rule in self._rules:
            self._post(message_bus.AddMatch(rule), None)
        return True

    def _post(self, message: Message, on_answer: Callable[[Answer], None] | None) -> None:
        serial = next(self._serials)
        if on_answer is not None:
            self._waiting[serial] = on_answer
            if len(self._waiting) > _MOST_WAITING:
                del self._waiting[next(iter(self._waiting))]
        data = message.serialise(serial=serial)
        (self._after_auth if self._auth is not None else self._out).extend(data)

    def _flush(self) -> None:
        if self._sock is None or self._writer is None:
            return
        try:
            while self._out:
                del self._out[: self._sock.send(self._out)]
        except BlockingIOError:
            pass
        except OSError:
            self._lose()
            return
        self._writer.setEnabled(bool(self._out))

    def _readable(self) -> None:
        if self._sock is None:
            return
        try:
            data = self._sock.recv(_CHUNK)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self._lose()
            return
        try:
            self._take(data)
        except Exception:  # noqa: BLE001 - a malformed stream raises anything from struct to Unicode errors
            self._lose()

    def _take(self, data: bytes) -> None:
        if self._auth is not None:
            self._auth.feed(data)
            if self._auth.authenticated:
                self._auth = None
                self._out += self._after_auth
                self._flush()
            return
        self._parser.add_data(data)
        while self._sock is not None and (message := self._parser.get_next_message()) is not None:
            self._dispatch(message)

    def _dispatch(self, message: Message) -> None:
        fields = message.header.fields
        sender = str(fields.get(HeaderFields.sender, ""))
        kind = message.header.message_type
        if kind is MessageType.signal:
            interface = str(fields.get(HeaderFields.interface, ""))
            member = str(fields.get(HeaderFields.member, ""))
            path = str(fields.get(HeaderFields.path, ""))
            self._on_heard(Heard(sender, interface, member, tuple(message.body), path))
        elif kind in {MessageType.method_return, MessageType.error}:
            serial = fields.get(HeaderFields.reply_serial, 0)
            on_answer = self._waiting.pop(serial, None)
            error = str(fields.get(HeaderFields.error_name, ""))
            if on_answer is not None:
                on_answer(Answer(tuple(message.body), error, sender))

    def _lose(self) -> None:
        self.close()
        self._on_lost()


def _connected(address: str) -> socket.socket | None:
    """Return a connected non-blocking socket, or None when the bus does not take us at once."""
    if sys.platform != "win32":
        where = address or os.environ.get("DBUS_SESSION_BUS_ADDRESS", "") or _usual_address()
        made = socket.socket(socket.AF_UNIX)
        try:
            made.settimeout(0)
            made.connect(get_bus(where))
        except (OSError, ValueError, KeyError, RuntimeError):
            made.close()
        else:
            return made
    return None


def _usual_address() -> str:
    return f"unix:path={os.environ.get('XDG_RUNTIME_DIR', '/nonexistent')}/bus"
