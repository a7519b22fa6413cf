"""A Wayland compositor of bytes: it knows the two idle protocols, checks every request against
them, and says exactly what a test lets it say.
"""

from __future__ import annotations

import socket
import struct
from dataclasses import dataclass, field
from pathlib import Path

# Interface and request number: its name, and the kinds of its arguments (n: a new id).
_REQUESTS = {
    ("wl_display", 0): ("sync", "n"),
    ("wl_display", 1): ("get_registry", "n"),
    ("wl_registry", 0): ("bind", "usun"),
    ("ext_idle_notifier_v1", 1): ("get_idle_notification", "nuo"),
    ("ext_idle_notifier_v1", 2): ("get_input_idle_notification", "nuo"),
    ("org_kde_kwin_idle", 0): ("get_idle_timeout", "nou"),
}
_MADE = {"sync": "wl_callback", "get_registry": "wl_registry"}


@dataclass
class FakeCompositor:
    """One compositor with one client."""

    path: Path
    offers: dict[str, int]
    objects: dict[int, str] = field(default_factory=lambda: {1: "wl_display"})
    asked: list[tuple[str, int]] = field(default_factory=list)
    notifications: dict[int, int] = field(default_factory=dict)
    bound: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._server = socket.socket(socket.AF_UNIX)
        self._server.bind(str(self.path))
        self._server.listen(1)
        self._client: socket.socket | None = None
        self._buffer = b""

    @property
    def client(self) -> socket.socket:
        if self._client is None:
            self._server.settimeout(2)
            self._client, _ = self._server.accept()
            self._client.settimeout(0)
        return self._client

    def serve(self) -> None:
        """Answer every request that has come."""
        try:
            self._buffer += self.client.recv(65536)
        except BlockingIOError:
            return
        while len(self._buffer) >= 8:
            thing, opcode, size = struct.unpack_from("=IHH", self._buffer)
            if len(self._buffer) < size:
                return
            self._request(thing, opcode, self._buffer[8:size])
            self._buffer = self._buffer[size:]

    def idled(self, after_ms: int) -> None:
        self.event(self.notifications[after_ms], 0)

    def resumed(self, after_ms: int) -> None:
        self.event(self.notifications[after_ms], 1)

    def event(self, thing: int, opcode: int, body: bytes = b"") -> None:
        self.client.sendall(struct.pack("=IHH", thing, opcode, 8 + len(body)) + body)

    def say(self, raw: bytes) -> None:
        self.client.sendall(raw)

    def take_back(self, interface: str) -> None:
        name = list(self.offers).index(interface) + 1
        registry = next(key for key, kind in self.objects.items() if kind == "wl_registry")
        self.event(registry, 1, struct.pack("=I", name))

    def close(self) -> None:
        if self._client is not None:
            self._client.close()
        self._server.close()

    def _request(self, thing: int, opcode: int, body: bytes) -> None:
        interface = self.objects[thing]
        name, kinds = _REQUESTS[interface, opcode]
        values, rest = [], body
        for kind in kinds:
            value, rest = _taken(kind, rest)
            values.append(value)
        assert rest == b"", f"{name} is too long"
        self._do(name, values)

    def _do(self, name: str, values: list[int | str]) -> None:
        match name, values:
            case "sync", [int(new)]:
                self.objects[new] = _MADE[name]
                self.event(new, 0, struct.pack("=I", 1))
                self.event(1, 1, struct.pack("=I", new))  # wl_display.delete_id
            case "get_registry", [int(new)]:
                self.objects[new] = _MADE[name]
                for number, (interface, version) in enumerate(self.offers.items(), 1):
                    text = interface.encode() + b"\0"
                    text += b"\0" * (-len(text) % 4)
                    head = struct.pack("=II", number, len(interface) + 1)
                    self.event(new, 0, head + text + struct.pack("=I", version))
            case "bind", [int(number), str(interface), int(version), int(new)]:
                assert list(self.offers)[number - 1] == interface
                assert 1 <= version <= self.offers[interface]
                assert new == max(self.objects) + 1, "ids are given in order"
                self.objects[new] = interface
                self.bound[interface] = version
            case "get_idle_timeout", [int(new), int(seat), int(after)]:
                self._notification(name, new, after, seat)
            case _, [int(new), int(after), int(seat)]:
                manager = self.bound["ext_idle_notifier_v1"]
                assert manager >= 2 or name == "get_idle_notification"
                self._notification(name, new, after, seat)
            case _:
                raise AssertionError((name, values))

    def _notification(self, name: str, new: int, after: int, seat: int) -> None:
        assert self.objects[seat] == "wl_seat"
        assert new == max(self.objects) + 1, "ids are given in order"
        self.objects[new] = "notification"
        self.asked.append((name, after))
        self.notifications[after] = new


def _taken(kind: str, body: bytes) -> tuple[int | str, bytes]:
    (number,) = struct.unpack_from("=I", body)
    if kind != "s":
        return number, body[4:]
    end = 4 + -(-number // 4) * 4
    assert body[4 + number - 1 : end] == b"\0" * (end - 4 - number + 1)
    return body[4 : 4 + number - 1].decode(), body[end:]
