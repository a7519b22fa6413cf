"""How long nobody touched anything, on Windows: the tick of the last input of this session."""

from __future__ import annotations

import ctypes

from deskbreak.adapters.activity.native import typed

_TICKS = 1 << 32
_AHEAD = 1 << 31


class LastInput(ctypes.Structure):
    """LASTINPUTINFO of winuser.h."""

    _fields_ = (("cbSize", ctypes.c_uint32), ("dwTime", ctypes.c_uint32))


def idle_of(now: int, last: int) -> int:
    """Return the seconds between two ticks of milliseconds, which begin anew after 49.7 days.

    A last input that lies ahead of now was made while the two were read.
    """
    between = (now - last) % _TICKS
    return 0 if between >= _AHEAD else between // 1000


class LastInputClock:
    """Reads the tick of the last input, by user32 and kernel32."""

    def __init__(self, user: ctypes.CDLL, kernel: ctypes.CDLL) -> None:
        """Find the functions.

        Raises:
            UnavailableError: Windows has them not.
        """
        pointer = ctypes.POINTER(LastInput)
        self._last_input = typed(user, "GetLastInputInfo", ctypes.c_int, pointer)
        self._tick = typed(kernel, "GetTickCount", ctypes.c_uint32)

    def read(self) -> int | None:
        """Return the seconds since the last input; None when Windows does not tell."""
        told = LastInput(ctypes.sizeof(LastInput), 0)
        if not self._last_input(ctypes.byref(told)):
            return None
        return idle_of(self._tick(), told.dwTime)
