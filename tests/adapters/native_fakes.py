"""Libraries of Windows and macOS, faithful as far as activity needs them.

Each function checks what it is given by the types that the program declared, as ctypes does, and
refuses to be called before it has any.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import cast


class Function:
    """A function of a C library; `does` gets plain values."""

    def __init__(self, does: Callable[..., object]) -> None:
        self.argtypes: tuple[type[ctypes._SimpleCData[object]], ...] | None = None
        self.restype: object = ctypes.c_int
        self._does = does

    def __call__(self, *args: object) -> object:
        assert self.argtypes is not None, "called before its types were told"
        assert len(args) == len(self.argtypes), "another number of arguments"
        for kind, arg in zip(self.argtypes, args, strict=True):
            kind.from_param(arg)
        return self._does(*args)


class Library:
    """A library with these functions and no others."""

    def __init__(self, **functions: Callable[..., object]) -> None:
        for name, does in functions.items():
            setattr(self, name, Function(does))

    def as_library(self) -> ctypes.CDLL:
        return cast("ctypes.CDLL", self)


def target(reference: object) -> ctypes.Structure:
    """Return what a `byref` points to."""
    return cast("ctypes.Structure", reference._obj)  # type: ignore[attr-defined]  # noqa: SLF001 - ctypes calls it so


class Windows:
    """A session of Windows: its tick, its last input, its lock."""

    def __init__(self) -> None:
        self.tick = 5_000_000
        self.input = 5_000_000
        self.tells = True
        self.registers = True
        self.makes = True
        self.notifies = True
        self.flags = 1
        self.level = 1
        self.info_size = 100
        self.procedure: Callable[..., int] | None = None
        self.windows: set[int] = set()
        self.listening: set[int] = set()
        self.classes: set[str] = set()
        self.freed: list[int] = []
        self._info: object = None
        self.user = Library(
            GetLastInputInfo=self._last_input,
            RegisterClassExW=self._register_class,
            UnregisterClassW=self._unregister_class,
            CreateWindowExW=self._create,
            DestroyWindow=self._destroy,
            DefWindowProcW=lambda _window, message, *_rest: 1000 + message,
        )
        self.kernel = Library(
            GetTickCount=lambda: self.tick, GetModuleHandleW=lambda _name: 0x7FF6_0000_0000
        )
        self.terminal = Library(
            WTSRegisterSessionNotification=self._listen,
            WTSUnRegisterSessionNotification=self._unlisten,
            WTSQuerySessionInformationW=self._query,
            WTSFreeMemory=lambda pointer: self.freed.append(pointer.value),
        )

    def session(self, what: int, message: int = 0x02B1) -> int:
        """Send a message about the session to every window that listens."""
        assert self.procedure is not None
        return max(self.procedure(window, message, what, 1) for window in self.listening)

    def _last_input(self, reference: object) -> int:
        told = target(reference)
        assert told.cbSize == 8
        told.dwTime = self.input % (1 << 32)
        return int(self.tells)

    def _register_class(self, reference: object) -> int:
        described = target(reference)
        assert described.cbSize == ctypes.sizeof(described) == 80
        assert described.hInstance
        if not self.registers or described.lpszClassName in self.classes:
            return 0
        self.procedure = described.lpfnWndProc
        self.classes.add(described.lpszClassName)
        return 0xC001

    def _unregister_class(self, name: str, _module: int) -> int:
        assert not self.windows, "a window of this class is there"
        self.classes.discard(name)
        return 1

    def _create(self, *args: object) -> int | None:
        assert args[1] in self.classes
        assert args[8] is None, "a window below another hears no broadcasts"
        if not self.makes:
            return None
        assert self.procedure is not None
        assert self.procedure(0x1_0020, 0x81, 0, 0), "a window that refuses WM_NCCREATE is none"
        self.windows.add(0x1_0020)
        return 0x1_0020

    def _destroy(self, window: int) -> int:
        self.windows.remove(window)
        return 1

    def _listen(self, window: int, flags: int) -> int:
        assert flags == 0
        if self.notifies:
            self.listening.add(window)
        return int(self.notifies)

    def _unlisten(self, window: int) -> int:
        self.listening.remove(window)
        return 1

    def _query(self, _server: None, session: int, what: int, found: object, size: object) -> int:
        assert (session, what) == (0xFFFFFFFF, 25)
        if self.info_size == 0:
            return 0
        self._info = (ctypes.c_int32 * 5)(self.level, 0, 1, 0, self.flags)
        target(found).value = ctypes.addressof(self._info) if self.info_size > 0 else None
        target(size).value = abs(self.info_size)
        return 1
