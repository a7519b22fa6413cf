"""Who this user is to Windows, and whose a pipe is; the command line's line is named by it."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from dataclasses import dataclass

from deskbreak.adapters.c_function import typed

_QUERY = 0x0008
_TOKEN_USER = 1
_KERNEL_OBJECT = 6
_OWNER = 0x0000_0001
_POINTER = ctypes.sizeof(ctypes.c_void_p)


@dataclass(frozen=True, slots=True)
class WindowsSecurity:
    """The libraries that are asked: advapi32 and kernel32."""

    advapi: ctypes.CDLL
    kernel: ctypes.CDLL

    def user(self) -> str:
        """Return this user's SID as text, such as S-1-5-21-1-2-3-1001.

        Raises:
            OSError: Windows does not tell.
        """
        open_token = typed(
            self.advapi.OpenProcessToken,
            ctypes.c_int,
            ctypes.c_void_p,
            ctypes.c_uint32,
            ctypes.POINTER(ctypes.c_void_p),
        )
        close = typed(self.kernel.CloseHandle, ctypes.c_int, ctypes.c_void_p)
        me = typed(self.kernel.GetCurrentProcess, ctypes.c_void_p)()
        token = ctypes.c_void_p()
        _check(open_token(me, _QUERY, ctypes.byref(token)))
        try:
            return self._user_of(token)
        finally:
            close(token)

    def owner(self, handle: int) -> str:
        """Return the SID of who owns an open pipe.

        Raises:
            OSError: Windows does not tell.
        """
        pointer = ctypes.POINTER(ctypes.c_void_p)
        ask = typed(
            self.advapi.GetSecurityInfo,
            ctypes.c_uint32,
            *(ctypes.c_void_p, ctypes.c_int, ctypes.c_uint32),
            *(pointer, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, pointer),
        )
        owner, description = ctypes.c_void_p(), ctypes.c_void_p()
        refs = ctypes.byref(owner), None, None, None, ctypes.byref(description)
        _check(ask(handle, _KERNEL_OBJECT, _OWNER, *refs) == 0)
        try:
            return self._text(owner)
        finally:
            self._free(description)

    def _user_of(self, token: ctypes.c_void_p) -> str:
        ask = typed(
            self.advapi.GetTokenInformation,
            ctypes.c_int,
            *(ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_uint32),
            ctypes.POINTER(ctypes.c_uint32),
        )
        size = ctypes.c_uint32()
        ask(token, _TOKEN_USER, None, 0, ctypes.byref(size))  # fails, and tells the size
        told = ctypes.create_string_buffer(max(size.value, _POINTER))
        _check(ask(token, _TOKEN_USER, told, len(told), ctypes.byref(size)))
        # TOKEN_USER begins with a pointer to the SID, which lies behind it in the same memory.
        return self._text(ctypes.c_void_p.from_buffer(told))

    def _text(self, sid: ctypes.c_void_p) -> str:
        write = typed(
            self.advapi.ConvertSidToStringSidW,
            ctypes.c_int,
            ctypes.c_void_p,
            ctypes.POINTER(ctypes.c_void_p),
        )
        text = ctypes.c_void_p()
        _check(write(sid, ctypes.byref(text)))
        try:
            return ctypes.wstring_at(text.value or 0)
        finally:
            self._free(text)

    def _free(self, memory: ctypes.c_void_p) -> None:
        typed(self.kernel.LocalFree, ctypes.c_void_p, ctypes.c_void_p)(memory)


def _check(done: object) -> None:
    if not done:
        raise OSError("Windows does not tell whose this is")


def pipe_of(user: Callable[[], str]) -> str:
    """Return the name of a user's pipe, whole, as every program of Windows takes it."""
    return rf"\\.\pipe\deskbreak-{user()}"


if sys.platform == "win32":

    def security() -> WindowsSecurity:
        """Return Windows' own libraries."""
        return WindowsSecurity(ctypes.WinDLL("advapi32"), ctypes.WinDLL("kernel32"))

    def pipe_name() -> str:
        """Return the name of this user's pipe.

        Raises:
            OSError: Windows does not tell who this user is.
        """
        return pipe_of(security().user)
