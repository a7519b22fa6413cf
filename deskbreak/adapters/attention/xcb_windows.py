"""Windows and their properties on an X server, through libxcb, on a connection of its own."""

from __future__ import annotations

import ctypes
import struct

from deskbreak.adapters.c_function import typed
from deskbreak.adapters.xcb import Cookie, Rows, Xcb, reply

_PROPERTY_CHANGE, _STRUCTURE = 0x400000, 0x20000
_EVENT_MASK = 1 << 11
_DESTROYED, _UNMAPPED, _PROPERTY_NOTIFY = 17, 18, 28
GONE = 0
"""Stands for the atom where it is the window that went."""
_MOST_WORDS = 256
_REPLY_HEAD = 32


class NoDisplayError(Exception):
    """There is no X server, or no libxcb to speak to it."""


class _Windows(Xcb):
    """Besides, the few functions for windows and their properties that are needed."""

    def __init__(self) -> None:
        """Load the library.

        Raises:
            NoDisplayError: it is not there.
        """
        pointer, number, byte = ctypes.c_void_p, ctypes.c_uint32, ctypes.c_uint8
        try:
            super().__init__()
        except OSError as error:
            raise NoDisplayError(str(error)) from error
        xcb = self.library
        self.setup = typed(xcb.xcb_get_setup, pointer, pointer)
        self.screens = typed(xcb.xcb_setup_roots_iterator, Rows, pointer)
        self.intern = typed(
            xcb.xcb_intern_atom, Cookie, pointer, byte, ctypes.c_uint16, ctypes.c_char_p
        )
        self.intern_reply = reply(xcb.xcb_intern_atom_reply)
        self.get = typed(xcb.xcb_get_property, Cookie, pointer, byte, *([number] * 5))
        self.get_reply = reply(xcb.xcb_get_property_reply)
        self.select = typed(
            xcb.xcb_change_window_attributes, Cookie, pointer, number, number, pointer
        )


class XWindows:
    """One connection; everything answers safely when the server is gone."""

    def __init__(self, display: str | None = None) -> None:
        """Connect.

        Raises:
            NoDisplayError: there is no X server.
        """
        self._xcb = _Windows()
        name = None if display is None else display.encode()
        self._line: int | None = self._xcb.connect(name, None)
        if self._xcb.failed(self._line):
            self.close()
            raise NoDisplayError("no X server answers")
        screens = self._xcb.screens(self._xcb.setup(self._line))
        (self.root,) = struct.unpack("=I", ctypes.string_at(screens.data, 4))

    @property
    def alive(self) -> bool:
        """Whether the server still answers."""
        return self._line is not None and not self._xcb.failed(self._line)

    def fileno(self) -> int:
        """Return the socket's number."""
        return int(self._xcb.fileno(self._line))

    def atom(self, name: str) -> int:
        """Return the number of a name, 0 when the server is gone."""
        if self._line is None:
            return 0
        raw = name.encode()
        asked = self._xcb.intern(self._line, 0, len(raw), raw)
        answer = self._xcb.intern_reply(self._line, asked, None)
        if not answer:
            return 0
        (number,) = struct.unpack("=I", ctypes.string_at(answer + 8, 4))
        self._xcb.free(answer)
        return int(number)

    def bytes_of(self, window: int, atom: int) -> bytes:
        """Return a property of a window as it lies there; nothing when there is none."""
        if self._line is None:
            return b""
        asked = self._xcb.get(self._line, 0, window, atom, 0, 0, _MOST_WORDS)
        answer = self._xcb.get_reply(self._line, asked, None)
        if not answer:
            return b""
        width, count = struct.unpack("=B14xI", ctypes.string_at(answer + 1, 19))
        raw = ctypes.string_at(answer + _REPLY_HEAD, count * (width // 8))
        self._xcb.free(answer)
        return raw

    def numbers_of(self, window: int, atom: int) -> tuple[int, ...]:
        """Return a property that holds 32-bit numbers."""
        raw = self.bytes_of(window, atom)
        return struct.unpack(f"={len(raw) // 4}I", raw[: len(raw) // 4 * 4])

    def hear(self, window: int, *, on: bool) -> None:
        """Be told of changed properties of a window and of its end, or no more."""
        if self._line is None:
            return
        mask = ctypes.c_uint32(_PROPERTY_CHANGE | _STRUCTURE if on else 0)
        self._xcb.select(self._line, window, _EVENT_MASK, ctypes.byref(mask))
        self._xcb.flush(self._line)

    def changes(self) -> list[tuple[int, int]]:
        """Return what changed since the last call, as (window, atom), the atom GONE for its end."""
        found: list[tuple[int, int]] = []
        while self._line is not None and (event := self._xcb.poll(self._line)):
            raw = ctypes.string_at(event, 12)
            self._xcb.free(event)
            kind, (window, what) = raw[0] & 0x7F, struct.unpack("=II", raw[4:])
            if kind == _PROPERTY_NOTIFY:
                found.append((window, what))
            elif kind in {_DESTROYED, _UNMAPPED}:
                found.append((window, GONE))
        return found

    def close(self) -> None:
        """Hang up."""
        if self._line is not None:
            self._xcb.disconnect(self._line)
        self._line = None
