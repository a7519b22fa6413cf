"""A window of our own on Windows: never shown, there to hear what Windows tells windows."""

from __future__ import annotations

import ctypes
from collections.abc import Callable

from deskbreak.adapters.activity.native import typed
from deskbreak.adapters.activity.source import UnavailableError

_CLASS = "deskbreak.session"
_POPUP = 0x80000000  # a top-level window: one below HWND_MESSAGE hears no broadcasts

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


class OwnWindow:
    """Hands each message to `heard`: its number and its first value; True when it was for us."""

    def __init__(
        self, user: ctypes.CDLL, kernel: ctypes.CDLL, heard: Callable[[int, int], bool]
    ) -> None:
        """Make the window.

        Raises:
            UnavailableError: Windows makes none.
        """
        self._heard = heard
        word, pointer, text = ctypes.c_size_t, ctypes.c_void_p, ctypes.c_wchar_p
        self._default = typed(
            user,
            "DefWindowProcW",
            *(ctypes.c_ssize_t, pointer, ctypes.c_uint, word, ctypes.c_ssize_t),
        )
        self._destroy = typed(user, "DestroyWindow", ctypes.c_int, pointer)
        self._unregister = typed(user, "UnregisterClassW", ctypes.c_int, text, pointer)
        self._module = typed(kernel, "GetModuleHandleW", pointer, text)(None)
        self._procedure = _PROCEDURE(self._message)  # must live as long as the window
        self._register(user)
        self.handle: int | None = self._make(user)

    def close(self) -> None:
        """Take the window away."""
        if self.handle is not None:
            self._destroy(self.handle)
            self._unregister(_CLASS, self._module)
            self.handle = None

    def _register(self, user: ctypes.CDLL) -> None:
        pointer = ctypes.POINTER(WindowClass)
        register = typed(user, "RegisterClassExW", ctypes.c_ushort, pointer)
        described = WindowClass(
            cbSize=ctypes.sizeof(WindowClass),
            lpfnWndProc=self._procedure,
            hInstance=self._module,
            lpszClassName=_CLASS,
        )
        if not register(ctypes.byref(described)):
            raise UnavailableError("Windows registers no window class")

    def _make(self, user: ctypes.CDLL) -> int:
        number, pointer, text = ctypes.c_uint32, ctypes.c_void_p, ctypes.c_wchar_p
        create = typed(
            user,
            "CreateWindowExW",
            *(pointer, number, text, text, number),
            *(ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_int),
            *(pointer, pointer, pointer, pointer),
        )
        made = create(0, _CLASS, None, _POPUP, 0, 0, 0, 0, None, None, self._module, None)
        if not made:
            self._unregister(_CLASS, self._module)
            raise UnavailableError("Windows makes no window")
        return int(made)

    def _message(self, window: int | None, message: int, what: int, more: int) -> int:
        if self._heard(message, what):
            return 0
        return int(self._default(window, message, what, more))
