"""Whether the session is locked, on Windows: told to a window of our own."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

from deskbreak.adapters.activity.native import typed
from deskbreak.adapters.activity.source import Line, UnavailableError
from deskbreak.adapters.activity.windows_window import OwnWindow

_SESSION_CHANGE = 0x02B1  # WM_WTSSESSION_CHANGE
_LOCK, _UNLOCK = 7, 8  # WTS_SESSION_LOCK, WTS_SESSION_UNLOCK
_THIS_SESSION = 0  # NOTIFY_FOR_THIS_SESSION
_CURRENT_SESSION = 0xFFFFFFFF  # WTS_CURRENT_SESSION
_INFO_EX = 25  # WTSSessionInfoEx
_LEVEL_1, _FLAGS_LOCKED = 1, 0  # WTS_SESSIONSTATE_LOCK


class SessionInfo(ctypes.Structure):
    """The beginning of WTSINFOEXW of wtsapi32.h; its union is aligned to eight bytes."""

    _fields_ = (
        ("Level", ctypes.c_uint32),
        ("padding", ctypes.c_uint32),
        ("SessionId", ctypes.c_uint32),
        ("SessionState", ctypes.c_int),
        ("SessionFlags", ctypes.c_int32),
    )


@dataclass(frozen=True, slots=True)
class Libraries:
    """What of Windows is needed."""

    user: ctypes.CDLL
    kernel: ctypes.CDLL
    terminal: ctypes.CDLL


class WindowsLock:
    """Hears when the session is locked and unlocked. Qt's event loop brings the messages."""

    def __init__(self, line: Line, libraries: Libraries) -> None:
        """Make the window and begin to listen.

        Raises:
            UnavailableError: Windows makes no window or does not tell.
        """
        self._line = line
        number, pointer, terminal = ctypes.c_uint32, ctypes.c_void_p, libraries.terminal
        register = typed(terminal, "WTSRegisterSessionNotification", ctypes.c_int, pointer, number)
        self._unregister = typed(
            terminal, "WTSUnRegisterSessionNotification", ctypes.c_int, pointer
        )
        self._window = OwnWindow(libraries.user, libraries.kernel, self._heard)
        if not register(self._window.handle, _THIS_SESSION):
            self._window.close()
            raise UnavailableError("Windows does not tell of its session")
        self._locked = _is_locked(terminal)
        line.works()

    def locked(self) -> bool:
        """Return whether the session is locked."""
        return self._locked

    def close(self) -> None:
        """Take the window away."""
        if self._window.handle is not None:
            self._unregister(self._window.handle)
            self._window.close()

    def _heard(self, message: int, what: int) -> bool:
        if message != _SESSION_CHANGE or what not in {_LOCK, _UNLOCK}:
            return False
        before, self._locked = self._locked, what == _LOCK
        if before != self._locked:
            self._line.changed()
        return True


def _is_locked(terminal: ctypes.CDLL) -> bool:
    """Ask whether the session is locked already; what is not told counts as unlocked."""
    number, pointer = ctypes.c_uint32, ctypes.c_void_p
    ask = typed(
        terminal,
        "WTSQuerySessionInformationW",
        *(ctypes.c_int, pointer, number, ctypes.c_int),
        *(ctypes.POINTER(pointer), ctypes.POINTER(number)),
    )
    free = typed(terminal, "WTSFreeMemory", None, pointer)
    found, size = pointer(), number()
    if not ask(None, _CURRENT_SESSION, _INFO_EX, ctypes.byref(found), ctypes.byref(size)):
        return False
    if found.value is None:
        return False
    try:
        if size.value < ctypes.sizeof(SessionInfo):
            return False
        told = SessionInfo.from_address(found.value)
        return bool(told.Level == _LEVEL_1 and told.SessionFlags == _FLAGS_LOCKED)
    finally:
        free(found)
