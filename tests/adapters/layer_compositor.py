"""A Wayland compositor of bytes with a layer shell: it keeps what is asked and shown."""

from __future__ import annotations

import os
import socket
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from deskbreak.adapters.activity import wayland_wire as wire

WHOLE = {
    "wl_compositor": 6,
    "wl_shm": 1,
    "zwlr_layer_shell_v1": 4,
    "wl_seat": 9,
    "wl_output": 4,
    "wp_cursor_shape_manager_v1": 1,
}
# What each request that makes something makes, and where among its numbers the new one stands.
_MAKES = {
    ("wl_compositor", 0): ("surface", 0),
    ("zwlr_layer_shell_v1", 0): ("layer", 0),
    ("wl_shm", 0): ("pool", 0),
    ("pool", 0): ("buffer", 0),
    ("wl_seat", 0): ("pointer", 0),
    ("wl_seat", 2): ("touch", 0),
    ("wp_cursor_shape_manager_v1", 1): ("shaper", 0),
}


@dataclass
class LayerCompositor:
    """One compositor with one client."""

    path: Path
    offers: Mapping[str, int] = field(default_factory=lambda: dict(WHOLE))
    kinds: dict[int, str] = field(default_factory=dict)
    asked: list[tuple[str, int, tuple[int, ...]]] = field(default_factory=list)
    pictures: list[bytes] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._server = socket.socket(socket.AF_UNIX)
        self._server.bind(str(self.path))
        self._server.listen(1)
        self._client: socket.socket | None = None
        self._buffer = bytearray()
        self.hung_up = False

    @property
    def client(self) -> socket.socket:
        if self._client is None:
            self._server.settimeout(2)
            self._client, _ = self._server.accept()
            self._client.settimeout(0)
        return self._client

    def serve(self) -> bool:
        """Take every request that has come; return whether somebody is still there."""
        try:
            data, files, _flags, _ = socket.recv_fds(self.client, 65536, 16)
        except BlockingIOError:
            return True
        except ConnectionError:
            data, files = b"", []
        self.hung_up = not data
        self._buffer += data
        for file in files:
            self.pictures.append(os.pread(file, 1 << 20, 0))
            os.close(file)
        while (said := wire.take(self._buffer)) is not None:
            self._request(said)
        return not self.hung_up

    def the(self, kind: str) -> int:
        """Return the number of the newest thing of a kind."""
        return max(number for number, each in self.kinds.items() if each == kind)

    def tell(self, kind: str, opcode: int, *args: int | str) -> None:
        """Send an event of the newest thing of a kind."""
        self.client.sendall(wire.message(self.the(kind), opcode, *args))

    def offer(self, number: int, interface: str, version: int) -> None:
        self.client.sendall(wire.message(wire.REGISTRY, 0, number, interface, version))

    def take_back(self, number: int) -> None:
        self.client.sendall(wire.message(wire.REGISTRY, 1, number))

    def times(self, kind: str, opcode: int) -> list[tuple[int, ...]]:
        """Return the numbers of each such request."""
        return [args for name, request, args in self.asked if (name, request) == (kind, opcode)]

    def close(self) -> None:
        if self._client is not None:
            self._client.close()
        self._server.close()

    def _request(self, said: wire.Message) -> None:
        if said.object == wire.DISPLAY:
            self._greet(said)
            return
        numbers = struct.unpack(f"={len(said.body) // 4}I", said.body)
        if said.object == wire.REGISTRY:
            assert numbers[-1] not in self.kinds
            self.kinds[numbers[-1]] = said.body[8 : 8 + numbers[1] - 1].decode()
            return
        kind = self.kinds[said.object]
        self.asked.append((kind, said.opcode, numbers))
        if (kind, said.opcode) in _MAKES:
            made, place = _MAKES[kind, said.opcode]
            assert numbers[place] == max(self.kinds) + 1, "numbers are given in order"
            self.kinds[numbers[place]] = made

    def _greet(self, said: wire.Message) -> None:
        if said.opcode == 1:
            for number, (interface, version) in enumerate(self.offers.items(), 1):
                self.offer(number, interface, version)
        else:
            self.client.sendall(wire.message(wire.ROUND, 0, 0))
