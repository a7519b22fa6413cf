"""What a test does as a client of a Wayland compositor, besides what it runs there."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from deskbreak.adapters.activity import wayland_wire as wire

_POINTERS, _ACTIVATION = "zwlr_virtual_pointer_manager_v1", "xdg_activation_v1"
_CREATE, _NO_SEAT = 0, 0
_GET_TOKEN, _COMMIT = 1, 3
_LIMIT_S = 10


@contextmanager
def virtual_pointer(door: Path) -> Iterator[None]:
    """Plug a mouse in; where it points and what it presses is for the compositor's commands."""
    with _bound(door, _POINTERS) as (line, manager, _):
        line.sendall(wire.message(manager, _CREATE, _NO_SEAT, manager + 1))
        yield


@contextmanager
def activation_token(door: Path) -> Iterator[str]:
    """Ask for a token, as who starts programs does; it is good until the end."""
    with _bound(door, _ACTIVATION) as (line, manager, buffer):
        token = manager + 1
        line.sendall(wire.message(manager, _GET_TOKEN, token) + wire.message(token, _COMMIT))
        said = wire.take(buffer)
        while said is None or said.object != token:
            if said is None:
                buffer.extend(line.recv(65536))
            said = wire.take(buffer)
        yield said.body[4:].rstrip(b"\0").decode()


@contextmanager
def _bound(door: Path, interface: str) -> Iterator[tuple[socket.socket, int, bytearray]]:
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(_LIMIT_S)
        line.connect(str(door))
        line.sendall(b"".join(wire.greeting()))
        buffer = bytearray()
        line.sendall(wire.bind(_offered(line, buffer, interface), 1, wire.FIRST_OWN))
        yield line, wire.FIRST_OWN, buffer


def _offered(line: socket.socket, buffer: bytearray, interface: str) -> wire.Global:
    while True:
        while (said := wire.take(buffer)) is not None:
            if (said.object, said.opcode) == (wire.REGISTRY, wire.GLOBAL):
                found = wire.read_global(said.body)
                if found.interface == interface:
                    return found
            assert said.object != wire.ROUND, f"the compositor has no {interface}"
        buffer += line.recv(65536)
