"""Whether a window fills a screen, as the window server lists them (macOS)."""

from __future__ import annotations

import ctypes
import os

from deskbreak.adapters.activity.mac import UTF8
from deskbreak.adapters.activity.native import typed
from deskbreak.core.timing.sensed import Cause, Hold

_ON_SCREEN, _NO_DESKTOP = 1, 16
_SIGNED_64 = 4  # kCFNumberSInt64Type
_MOST_SCREENS, _MOST_WINDOWS, _LONGEST_NAME = 16, 500, 256
_KEYS = ("kCGWindowLayer", "kCGWindowBounds", "kCGWindowOwnerPID", "kCGWindowOwnerName")


class Rect(ctypes.Structure):
    """CGRect."""

    _fields_ = tuple((name, ctypes.c_double) for name in ("x", "y", "width", "height"))


class MacFullscreen:
    """Asks CoreGraphics for the windows, and compares the front one with the screens."""

    def __init__(
        self, graphics: ctypes.CDLL, foundation: ctypes.CDLL, own: int | None = None
    ) -> None:
        """Find the functions; `own` is the process whose windows do not count.

        Raises:
            UnavailableError: macOS has them not.
        """
        pointer, number, flag = ctypes.c_void_p, ctypes.c_uint32, ctypes.c_ubyte
        rect, text, index = ctypes.POINTER(Rect), ctypes.c_char_p, ctypes.c_long
        numbers = ctypes.POINTER(number)
        self._own = os.getpid() if own is None else own
        self._list = typed(graphics, "CGWindowListCopyWindowInfo", pointer, number, number)
        self._rect = typed(graphics, "CGRectMakeWithDictionaryRepresentation", flag, pointer, rect)
        self._screens = typed(
            graphics, "CGGetActiveDisplayList", ctypes.c_int32, number, numbers, numbers
        )
        self._bounds = typed(graphics, "CGDisplayBounds", Rect, number)
        self._count = typed(foundation, "CFArrayGetCount", index, pointer)
        self._at = typed(foundation, "CFArrayGetValueAtIndex", pointer, pointer, index)
        self._value = typed(foundation, "CFDictionaryGetValue", pointer, pointer, pointer)
        self._number = typed(
            foundation, "CFNumberGetValue", flag, pointer, index, ctypes.POINTER(ctypes.c_int64)
        )
        self._text = typed(foundation, "CFStringGetCString", flag, pointer, text, index, number)
        self._release = typed(foundation, "CFRelease", None, pointer)
        make = typed(foundation, "CFStringCreateWithCString", pointer, pointer, text, number)
        self._layer, self._place, self._owner, self._name = (
            make(None, key.encode(), UTF8) for key in _KEYS
        )

    def full(self) -> frozenset[Cause]:
        """Return the program whose window in front fills a screen, unless it is this one.

        Raises:
            OSError: macOS does not answer.
        """
        windows = self._list(_ON_SCREEN | _NO_DESKTOP, 0)
        if not windows:
            raise OSError("CoreGraphics lists no windows")
        try:
            return self._front(windows)
        finally:
            self._release(windows)

    def _front(self, windows: int) -> frozenset[Cause]:
        screens = self._all_screens()
        for at in range(min(self._count(windows), _MOST_WINDOWS)):
            window = self._at(windows, at)
            if self._told(window, self._layer) != 0:
                continue
            own = self._told(window, self._owner) == self._own
            if own or self._rect_of(window) not in screens:
                return frozenset()
            return frozenset({Cause(Hold.FULLSCREEN, self._name_of(window))})
        return frozenset()

    def _all_screens(self) -> set[tuple[float, ...]]:
        ids, count = (ctypes.c_uint32 * _MOST_SCREENS)(), ctypes.c_uint32()
        if self._screens(_MOST_SCREENS, ids, ctypes.byref(count)) != 0:
            raise OSError("CoreGraphics lists no screens")
        return {_sides(self._bounds(each)) for each in ids[: count.value]}

    def _told(self, window: int, key: int) -> int | None:
        found, told = self._value(window, key), ctypes.c_int64()
        if not found or not self._number(found, _SIGNED_64, ctypes.byref(told)):
            return None
        return told.value

    def _rect_of(self, window: int) -> tuple[float, ...]:
        found, rect = self._value(window, self._place), Rect()
        return _sides(rect) if found and self._rect(found, ctypes.byref(rect)) else ()

    def _name_of(self, window: int) -> str:
        found, text = self._value(window, self._name), ctypes.create_string_buffer(_LONGEST_NAME)
        told = found and self._text(found, text, _LONGEST_NAME, UTF8)
        return text.value.decode("utf-8", "replace") if told else ""


def _sides(rect: Rect) -> tuple[float, ...]:
    return rect.x, rect.y, rect.width, rect.height
