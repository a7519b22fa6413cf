"""Keeps the screen on during a break on Windows and macOS; both let go when the process dies."""

from __future__ import annotations

import ctypes
import logging
import sys

from deskbreak.adapters.activity.native import load_mac, load_windows, typed
from deskbreak.adapters.activity.source import UnavailableError
from deskbreak.ports import KeepAwake

_CONTINUOUS, _SYSTEM, _DISPLAY = 0x8000_0000, 0x0000_0001, 0x0000_0002
_UTF_8 = 0x0800_0100
_ON = 255
_KIND = "PreventUserIdleDisplaySleep"

_log = logging.getLogger(__name__)


class WindowsKeepAwake:
    """A `ports.KeepAwake` by the execution state of the GUI thread, which Windows heeds."""

    def __init__(self, kernel: ctypes.CDLL) -> None:
        """Find the function.

        Raises:
            UnavailableError: Windows has it not.
        """
        self._state = typed(kernel, "SetThreadExecutionState", ctypes.c_uint32, ctypes.c_uint32)

    def hold(self) -> None:
        """Begin; a second call changes nothing."""
        self._state(_CONTINUOUS | _SYSTEM | _DISPLAY)

    def release(self) -> None:
        """End; without `hold` nothing happens."""
        self._state(_CONTINUOUS)


class MacKeepAwake:
    """A `ports.KeepAwake` by an assertion of IOKit, which has a name and a reason.

    Args:
        iokit: the framework that takes assertions.
        core: CoreFoundation, for texts.
        reason: one sentence that `pmset -g assertions` shows.
    """

    def __init__(self, iokit: ctypes.CDLL, core: ctypes.CDLL, reason: str) -> None:
        """Find the functions.

        Raises:
            UnavailableError: macOS has them not.
        """
        pointer, number = ctypes.c_void_p, ctypes.c_uint32
        self._create = typed(
            iokit,
            "IOPMAssertionCreateWithName",
            ctypes.c_int32,
            *(pointer, number, pointer, ctypes.POINTER(number)),
        )
        self._end = typed(iokit, "IOPMAssertionRelease", ctypes.c_int32, number)
        self._text = typed(
            core, "CFStringCreateWithCString", pointer, pointer, ctypes.c_char_p, number
        )
        self._drop = typed(core, "CFRelease", None, pointer)
        self._reason = reason
        self._held: int | None = None

    def hold(self) -> None:
        """Begin; a second call changes nothing."""
        if self._held is not None:
            return
        number = ctypes.c_uint32()
        kind, reason = (
            self._text(None, text.encode("utf-8"), _UTF_8) for text in (_KIND, self._reason)
        )
        if self._create(kind, _ON, reason, ctypes.byref(number)) == 0:
            self._held = number.value
        for text in (kind, reason):
            self._drop(text)

    def release(self) -> None:
        """End; without `hold` nothing happens."""
        held, self._held = self._held, None
        if held is not None:
            self._end(held)


def native_keep_awake(reason: str) -> KeepAwake | None:
    """Return what keeps this system's screen on; None where it has no such part."""
    try:
        found: KeepAwake
        if sys.platform == "win32":
            found = WindowsKeepAwake(load_windows("kernel32"))
        else:
            found = MacKeepAwake(load_mac("IOKit"), load_mac("CoreFoundation"), reason)
    except UnavailableError as why:
        _log.info("the screen is not kept on: %s", why)
        return None
    return found
