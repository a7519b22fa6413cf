"""Asks, for the doctor, whether this compositor has layers for small windows. Waits a little."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress

from deskbreak.adapters.activity import wayland_wire as wire
from deskbreak.adapters.layer.shell_words import SHELL

_LIMIT_S = 2.0
_CHUNK = 65536


def has_layers(environ: Mapping[str, str]) -> bool | None:
    """Return whether the compositor has layers; None where none are needed: on X11, elsewhere.

    A compositor that does not answer has none.
    """
    if not (environ.get("WAYLAND_DISPLAY") or environ.get("XDG_SESSION_TYPE") == "wayland"):
        return None
    # It needs the bus's library, which is installed where Wayland is: on Linux alone.
    from deskbreak.adapters.activity.linux import Surroundings  # noqa: PLC0415

    around = Surroundings("", environ)
    forced = environ.get("QT_QPA_PLATFORM", "")
    if not around.is_wayland or (forced and not forced.startswith("wayland")):
        return None
    with suppress(OSError, wire.NonsenseError):
        return _offers(around.wayland_socket)
    return False


def _offers(path: str) -> bool:
    if sys.platform != "win32":
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(_LIMIT_S)
            line.connect(path)
            line.sendall(b"".join(wire.greeting()))
            return any(found.interface == SHELL for found in _globals(line))
    raise OSError("there is no Wayland on Windows")


def _globals(line: socket.socket) -> Iterator[wire.Global]:
    buffer = bytearray()
    while data := line.recv(_CHUNK):
        buffer += data
        while (said := wire.take(buffer)) is not None:
            if said.object == wire.ROUND:
                return
            if (said.object, said.opcode) == (wire.REGISTRY, wire.GLOBAL):
                yield wire.read_global(said.body)
