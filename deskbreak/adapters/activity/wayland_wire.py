"""Wayland's wire format, as far as idle time needs it: pure bytes, no socket."""

from __future__ import annotations

import struct
from dataclasses import dataclass

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
