"""Whether the session is locked, on Windows: told to a window of our own that is never shown."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from dataclasses import dataclass

from deskbreak.adapters.activity.native import typed
from deskbreak.adapters.activity.source import Line, UnavailableError

_CLASS = "deskbreak.session"
_POPUP = 0x80000000  # a top-level window: one below HWND_MESSAGE hears no broadcasts
_SESSION_CHANGE = 0x02B1  # WM_WTSSESSION_CHANGE
_LOCK, _UNLOCK = 7, 8  # WTS_SESSION_LOCK, WTS_SESSION_UNLOCK
_THIS_SESSION = 0  # NOTIFY_FOR_THIS_SESSION
_CURRENT_SESSION = 0xFFFFFFFF  # WTS_CURRENT_SESSION
_INFO_EX = 25  # WTSSessionInfoEx
_LEVEL_1, _FLAGS_LOCKED = 1, 0  # WTS_SESSIONSTATE_LOCK

_PROCEDURE = getattr(ctypes, "WINFUNCTYPE", ctypes.CFUNCTYPE)(
    ctypes.c_ssize_t, ctypes.c_void_p, ctypes.c_uint, ctypes.c_size_t, ctypes.c_ssize_t
)


class WindowClass(ctypes.Structure):
    """WNDCLASSEXW of winuser.h."""

    _fields_ = (
        ("cbSize", ctypes.c_uint32),
        ("style", ctypes.c_uint32),
        ("lpfnWndProc", _PROCEDURE),
        ("cbClsExtra", ctypes.c_int),
        ("cbWndExtra", ctypes.c_int),
        ("hInstance", ctypes.c_void_p),
        ("hIcon", ctypes.c_void_p),
        ("hCursor", ctypes.c_void_p),
        ("hbrBackground", ctypes.c_void_p),
        ("lpszMenuName", ctypes.c_wchar_p),
        ("lpszClassName", ctypes.c_wchar_p),
        ("hIconSm", ctypes.c_void_p),
    )


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
        self._default = typed(
            libraries.user,
            "DefWindowProcW",
            ctypes.c_ssize_t,
            *(ctypes.c_void_p, ctypes.c_uint, ctypes.c_size_t, ctypes.c_ssize_t),
        )
        self._procedure = _PROCEDURE(self._heard)  # must live as long as the window
        self._destroy = typed(libraries.user, "DestroyWindow", ctypes.c_int, ctypes.c_void_p)
        self._window: int | None = _make_window(libraries, self._procedure)
        register = typed(
            libraries.terminal,
            "WTSRegisterSessionNotification",
            *(ctypes.c_int, ctypes.c_void_p, ctypes.c_uint32),
        )
        self._unregister = typed(
            libraries.terminal, "WTSUnRegisterSessionNotification", ctypes.c_int, ctypes.c_void_p
        )
        if not register(self._window, _THIS_SESSION):
            self._destroy(self._window)
            raise UnavailableError("Windows does not tell of its session")
        self._locked = _is_locked(libraries.terminal)
        line.works()

    def locked(self) -> bool:
        """Return whether the session is locked."""
        return self._locked

    def close(self) -> None:
        """Take the window away."""
        if self._window is not None:
            self._unregister(self._window)
            self._destroy(self._window)
            self._window = None

    def _heard(self, window: int | None, message: int, what: int, session: int) -> int:
        if message == _SESSION_CHANGE and what in {_LOCK, _UNLOCK}:
            before, self._locked = self._locked, what == _LOCK
            if before != self._locked:
                self._line.changed()
            return 0
        return int(self._default(window, message, what, session))


def _make_window(libraries: Libraries, procedure: Callable[..., int]) -> int:
    number, pointer, text = ctypes.c_uint32, ctypes.c_void_p, ctypes.c_wchar_p
    module = typed(libraries.kernel, "GetModuleHandleW", pointer, text)(None)
    register = typed(
        libraries.user, "RegisterClassExW", ctypes.c_ushort, ctypes.POINTER(WindowClass)
    )
    create = typed(
        libraries.user,
        "CreateWindowExW",
        *(pointer, number, text, text, number),
        *(ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_int),
        *(pointer, pointer, pointer, pointer),
    )
    described = WindowClass(
        cbSize=ctypes.sizeof(WindowClass),
        lpfnWndProc=procedure,
        hInstance=module,
        lpszClassName=_CLASS,
    )
    if not register(ctypes.byref(described)):
        raise UnavailableError("Windows registers no window class")
    window = create(0, _CLASS, None, _POPUP, 0, 0, 0, 0, None, None, module, None)
    if not window:
        raise UnavailableError("Windows makes no window")
    return int(window)


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
