"""Wayland's wire format, as far as the senses need it: pure bytes, no socket."""

from __future__ import annotations

import struct
from dataclasses import dataclass

DISPLAY, REGISTRY, ROUND = 1, 2, 3
"""The objects of every connection: the compositor, what it offers, the end of its first answer."""

FIRST_OWN = 4
"""The number of the first object that is free."""

GLOBAL, GLOBAL_GONE, REFUSED = 0, 1, 0
"""Events: of the registry, that something is offered or taken back; of the display, an error."""

_SYNC, _GET_REGISTRY, _BIND = 0, 1, 0

_HEAD = struct.Struct("=IHH")
_MOST_BYTES = 4096  # libwayland's own limit of a message


class NonsenseError(Exception):
    """The bytes are no Wayland message."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message: the object that it concerns, its number there, and its arguments."""

    object: int
    opcode: int
    body: bytes


@dataclass(frozen=True, slots=True)
class Global:
    """Something that the compositor offers, under a number of its own choosing."""

    name: int
    interface: str
    version: int


def message(thing: int, opcode: int, *args: int | str) -> bytes:
    """Return a request; numbers are uint or new ids, texts are strings."""
    body = b"".join(struct.pack("=I", arg) if isinstance(arg, int) else _text(arg) for arg in args)
    return _HEAD.pack(thing, opcode, _HEAD.size + len(body)) + body


def greeting() -> tuple[bytes, bytes]:
    """Return the requests for all that is offered, and for word when it has been told."""
    return message(DISPLAY, _GET_REGISTRY, REGISTRY), message(DISPLAY, _SYNC, ROUND)


def bind(offered: Global, version: int, number: int) -> bytes:
    """Return the request for something that is offered, under a number of our own."""
    return message(REGISTRY, _BIND, offered.name, offered.interface, version, number)


def take(buffer: bytearray) -> Message | None:
    """Take the next whole message out of the buffer, None when there is none yet.

    Raises:
        NonsenseError: the buffer begins with a length that no message has.
    """
    if len(buffer) < _HEAD.size:
        return None
    thing, opcode, size = _HEAD.unpack_from(buffer)
    if not _HEAD.size <= size <= _MOST_BYTES or size % 4:
        raise NonsenseError(f"a message of {size} bytes")
    if len(buffer) < size:
        return None
    body = bytes(buffer[_HEAD.size : size])
    del buffer[:size]
    return Message(thing, opcode, body)


def read_global(body: bytes) -> Global:
    """Read the arguments of wl_registry.global.

    Raises:
        NonsenseError: they are none.
    """
    try:
        name, length = struct.unpack_from("=II", body)
        interface = body[8 : 8 + length].rstrip(b"\0").decode("ascii")
        (version,) = struct.unpack_from("=I", body, 8 + -(-length // 4) * 4)
    except (struct.error, UnicodeDecodeError) as error:
        raise NonsenseError("a global that cannot be read") from error
    return Global(name, interface, version)


def read_number(body: bytes) -> int:
    """Read the first argument, a number.

    Raises:
        NonsenseError: there is none.
    """
    if len(body) < 4:  # noqa: PLR2004 - the bytes of a number
        raise NonsenseError("a number is missing")
    return int.from_bytes(body[:4], "little" if struct.pack("=H", 1)[0] else "big")


def _text(text: str) -> bytes:
    raw = text.encode() + b"\0"
    return struct.pack("=I", len(raw)) + raw + b"\0" * (-len(raw) % 4)
