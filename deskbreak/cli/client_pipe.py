"""Asks the running program on Windows: one line each way on this user's named pipe."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import BinaryIO

_MOST_BYTES = 1 << 25
_PART = 1 << 16


def exchange(pipe: BinaryIO, request: bytes, limit_s: float) -> bytes:
    """Send a line and return the answer's; "" when none came in time.

    A read of a pipe cannot be given up, so it waits in a thread that dies with the process.
    """
    heard: list[bytes] = []
    over = threading.Event()

    def talk() -> None:
        try:
            pipe.write(request)
            heard.append(_line(pipe))
        except OSError:
            heard.append(b"")
        over.set()

    threading.Thread(target=talk, name="pipe", daemon=True).start()
    over.wait(limit_s)
    if not heard:
        return b""
    pipe.close()
    return heard[0]


def _line(pipe: BinaryIO) -> bytes:
    """Read until the line ends, with a bound."""
    heard = bytearray()
    while not heard.endswith(b"\n") and len(heard) < _MOST_BYTES:
        part = pipe.read(_PART)
        if not part:
            break
        heard += part
    return bytes(heard)


def is_own(owner: Callable[[], str], user: Callable[[], str]) -> bool:
    """Return whether the pipe is this user's: anybody may make one of any name, and wait."""
    try:
        return owner() == user()
    except OSError:
        return False


if sys.platform == "win32":
    import ctypes
    import msvcrt
    import os

    from deskbreak.adapters.windows_user import pipe_name, security

    _READ_WRITE = 0xC000_0000
    _OPEN_EXISTING = 3
    _SHOW_NO_MORE_THAN_WHO = 0x0011_0000  # SECURITY_SQOS_PRESENT | SECURITY_IDENTIFICATION
    _NOBODY = ctypes.c_void_p(-1).value

    def open_pipe(name: str, wait_ms: int) -> BinaryIO | None:
        """Open this user's pipe; None when no program of theirs has it."""
        kernel = ctypes.WinDLL("kernel32")
        kernel.WaitNamedPipeW(ctypes.c_wchar_p(name), wait_ms)  # all of its lines may be busy
        opened = kernel.CreateFileW
        opened.restype = ctypes.c_void_p
        opened.argtypes = (
            *(ctypes.c_wchar_p, ctypes.c_uint32, ctypes.c_uint32, ctypes.c_void_p),
            *(ctypes.c_uint32, ctypes.c_uint32, ctypes.c_void_p),
        )
        how = (_READ_WRITE, 0, None, _OPEN_EXISTING, _SHOW_NO_MORE_THAN_WHO, None)
        handle = opened(name, *how)
        if handle in {None, _NOBODY}:
            return None
        file = os.fdopen(msvcrt.open_osfhandle(handle, os.O_RDWR | os.O_BINARY), "r+b", buffering=0)
        who = security()
        if not is_own(lambda: who.owner(handle), who.user):
            file.close()
            return None
        return file

    def ask_pipe(request: bytes, connect_s: float, answer_s: float) -> bytes | None:
        """Send a line to this user's program; None when none runs, "" when it does not answer."""
        try:
            pipe = open_pipe(pipe_name(), int(connect_s * 1000))
        except OSError:
            return None
        return None if pipe is None else exchange(pipe, request, answer_s)
