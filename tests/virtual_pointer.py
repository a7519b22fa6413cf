"""A mouse that is plugged into a wlroots compositor for as long as a test needs one."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from deskbreak.adapters.activity import wayland_wire as wire

_MANAGER = "zwlr_virtual_pointer_manager_v1"
_CREATE, _NO_SEAT = 0, 0
_LIMIT_S = 10


@contextmanager
def virtual_pointer(door: Path) -> Iterator[None]:
    """Plug it in; where it points and what it presses is for the compositor's own commands."""
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(_LIMIT_S)
        line.connect(str(door))
        line.sendall(b"".join(wire.greeting()))
        manager = _offered(line)
        numbers = wire.FIRST_OWN, wire.FIRST_OWN + 1
        line.sendall(wire.bind(manager, 1, numbers[0]))
        line.sendall(wire.message(numbers[0], _CREATE, _NO_SEAT, numbers[1]))
        yield


def _offered(line: socket.socket) -> wire.Global:
    buffer = bytearray()
    while True:
        while (said := wire.take(buffer)) is not None:
            if (said.object, said.opcode) == (wire.REGISTRY, wire.GLOBAL):
                found = wire.read_global(said.body)
                if found.interface == _MANAGER:
                    return found
            assert said.object != wire.ROUND, f"the compositor has no {_MANAGER}"
        buffer += line.recv(65536)
