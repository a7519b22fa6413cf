"""How long nobody touched anything, on macOS: a property of the system's input service."""

from __future__ import annotations

import ctypes

from deskbreak.adapters.activity.native import typed
from deskbreak.adapters.activity.source import UnavailableError

UTF8 = 0x08000100  # kCFStringEncodingUTF8
_SIGNED_64 = 4  # kCFNumberSInt64Type
_SERVICE, _PROPERTY = b"IOHIDSystem", b"HIDIdleTime"
_SECOND = 1_000_000_000


class InputService:
    """Reads HIDIdleTime of IOHIDSystem, by IOKit and CoreFoundation."""

    def __init__(self, kit: ctypes.CDLL, foundation: ctypes.CDLL) -> None:
        """Find the service.

        Raises:
            UnavailableError: there is none.
        """
        pointer, number, text = ctypes.c_void_p, ctypes.c_uint32, ctypes.c_char_p
        make_text = typed(foundation, "CFStringCreateWithCString", pointer, pointer, text, number)
        matching = typed(kit, "IOServiceMatching", pointer, text)
        find = typed(kit, "IOServiceGetMatchingService", number, number, pointer)
        self._property = typed(
            kit, "IORegistryEntryCreateCFProperty", pointer, number, pointer, pointer, number
        )
        self._kind = typed(foundation, "CFGetTypeID", ctypes.c_ulong, pointer)
        self._number_kind = typed(foundation, "CFNumberGetTypeID", ctypes.c_ulong)
        out = ctypes.POINTER(ctypes.c_int64)
        self._value = typed(
            foundation, "CFNumberGetValue", ctypes.c_ubyte, pointer, ctypes.c_long, out
        )
        self._release = typed(foundation, "CFRelease", None, pointer)
        self._name = make_text(None, _PROPERTY, UTF8)
        self._service = find(0, matching(_SERVICE))
        if not self._service:
            raise UnavailableError("macOS has no input service")

    def read(self) -> int | None:
        """Return the seconds since the last input; None when macOS does not tell."""
        found = self._property(self._service, self._name, None, 0)
        if not found:
            return None
        try:
            told = ctypes.c_int64()
            if self._kind(found) != self._number_kind():
                return None
            if not self._value(found, _SIGNED_64, ctypes.byref(told)):
                return None
            return told.value // _SECOND
        finally:
            self._release(found)
