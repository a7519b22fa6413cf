"""Full screen and do-not-disturb, as Windows tells those who want to notify."""

from __future__ import annotations

import ctypes
import os
from pathlib import PureWindowsPath

from deskbreak.adapters.activity.native import typed
from deskbreak.core.timing.sensed import Cause, Hold

_BUSY, _GAME, _PRESENTING, _QUIET_TIME, _STORE_APP = 2, 3, 4, 6, 7
_FULL = frozenset({_BUSY, _GAME, _STORE_APP})
_QUIET = frozenset({_PRESENTING, _QUIET_TIME})
_LIMITED_INFORMATION = 0x1000
_LONGEST_PATH = 1024
# WNF_SHEL_QUIETHOURS_ACTIVE_PROFILE_CHANGED: Microsoft describes no other way to focus assist,
# and Windows 10 and 11 keep its state under this number.
_FOCUS_LOW, _FOCUS_HIGH = 0xA3BF1C75, 0x0D83063E


class WindowsUserState:
    """Asks shell32, user32, kernel32 and ntdll."""

    def __init__(
        self,
        shell: ctypes.CDLL,
        user: ctypes.CDLL,
        kernel: ctypes.CDLL,
        system: ctypes.CDLL,
        own: int | None = None,
    ) -> None:
        """Find the functions; `own` is the process whose windows do not count.

        Raises:
            UnavailableError: Windows has them not.
        """
        pointer, number, flag = ctypes.c_void_p, ctypes.c_uint32, ctypes.c_int
        numbers = ctypes.POINTER(number)
        self._own = os.getpid() if own is None else own
        self._state = typed(shell, "SHQueryUserNotificationState", flag, ctypes.POINTER(flag))
        self._front = typed(user, "GetForegroundWindow", pointer)
        self._owner = typed(user, "GetWindowThreadProcessId", number, pointer, numbers)
        self._open = typed(kernel, "OpenProcess", pointer, number, flag, number)
        self._file = typed(
            kernel, "QueryFullProcessImageNameW", flag, pointer, number, ctypes.c_wchar_p, numbers
        )
        self._close = typed(kernel, "CloseHandle", flag, pointer)
        self._published = typed(
            system,
            "NtQueryWnfStateData",
            flag,
            numbers,
            pointer,
            pointer,
            numbers,
            numbers,
            numbers,
        )

    def full(self) -> frozenset[Cause]:
        """Return the program that fills the screen, unless it is this one.

        Raises:
            OSError: Windows does not answer.
        """
        if self._told() not in _FULL:
            return frozenset()
        process = ctypes.c_uint32()
        self._owner(self._front(), ctypes.byref(process))
        if process.value == self._own:
            return frozenset()
        return frozenset({Cause(Hold.FULLSCREEN, self._name(process.value))})

    def quiet(self) -> frozenset[Cause]:
        """Return the reason, while Windows presents, is new, or keeps notifications back.

        Raises:
            OSError: Windows does not answer.
        """
        quiet = self._told() in _QUIET or self._focus()
        return frozenset({Cause(Hold.DO_NOT_DISTURB)}) if quiet else frozenset()

    def _told(self) -> int:
        told = ctypes.c_int()
        if self._state(ctypes.byref(told)) != 0:
            raise OSError("SHQueryUserNotificationState failed")
        return told.value

    def _focus(self) -> bool:
        name = (ctypes.c_uint32 * 2)(_FOCUS_LOW, _FOCUS_HIGH)
        stamp, level, size = ctypes.c_uint32(), ctypes.c_uint32(), ctypes.c_uint32(4)
        answered = self._published(
            name, None, None, ctypes.byref(stamp), ctypes.byref(level), ctypes.byref(size)
        )
        return answered == 0 and level.value > 0

    def _name(self, process: int) -> str:
        handle = self._open(_LIMITED_INFORMATION, 0, process) if process else None
        if not handle:
            return ""
        text = ctypes.create_unicode_buffer(_LONGEST_PATH)
        size = ctypes.c_uint32(_LONGEST_PATH)
        found = self._file(handle, 0, text, ctypes.byref(size))
        self._close(handle)
        return PureWindowsPath(text.value).stem if found else ""
