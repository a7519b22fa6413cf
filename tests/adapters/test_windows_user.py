"""Whose a pipe is: against faithful libraries anywhere, against Windows' own there."""

from __future__ import annotations

import ctypes
import sys

import pytest

from deskbreak.adapters.windows_user import WindowsSecurity, pipe_of
from tests.adapters.native_fakes import Library, target

pytestmark = pytest.mark.native

ME, OTHER = "S-1-5-21-1-2-3-1001", "S-1-5-18"
PROCESS, TOKEN = -1, 0x44
PIPE = 0x77


class Windows:
    """Tokens, security descriptors and SIDs as advapi32 and kernel32 hand them out."""

    def __init__(self) -> None:
        self.sids: dict[int, str] = {0x1000: ME, 0x2000: OTHER}
        self.owner_at = 0x1000
        self.works = True
        self.open_tokens = 0
        self.memory: dict[int, object] = {}
        self.freed: list[int] = []
        self.security = WindowsSecurity(
            Library(
                OpenProcessToken=self._open,
                GetTokenInformation=self._information,
                ConvertSidToStringSidW=self._text,
                GetSecurityInfo=self._owner,
            ).as_library(),
            Library(
                GetCurrentProcess=lambda: PROCESS,
                CloseHandle=self._close,
                LocalFree=self._free,
            ).as_library(),
        )

    def _open(self, process: int, access: int, token: object) -> int:
        assert (process, access) == (PROCESS, 0x0008)
        pointed(token).value = TOKEN
        self.open_tokens += int(self.works)
        return int(self.works)

    def _information(
        self, token: ctypes.c_void_p, what: int, memory: object, size: int, needed: object
    ) -> int:
        assert (token.value, what) == (TOKEN, 1)
        pointed(needed).value = 44
        if memory is None or size < 44:
            return 0
        ctypes.c_void_p.from_buffer(memory).value = 0x1000  # type: ignore[arg-type]  # a buffer
        return 1

    def _text(self, sid: ctypes.c_void_p, text: object) -> int:
        written = ctypes.create_unicode_buffer(self.sids[sid.value or 0])
        address = ctypes.addressof(written)
        self.memory[address] = written
        pointed(text).value = address
        return 1

    def _owner(self, handle: int, kind: int, asked: int, owner: object, *rest: object) -> int:
        assert (handle, kind, asked) == (PIPE, 6, 1)
        assert rest[:3] == (None, None, None)
        if not self.works:
            return 5
        pointed(owner).value = self.owner_at
        pointed(rest[3]).value = 0x9000
        self.memory[0x9000] = "a descriptor"
        return 0

    def _close(self, token: ctypes.c_void_p) -> int:
        assert token.value == TOKEN
        self.open_tokens -= 1
        return 1

    def _free(self, memory: ctypes.c_void_p) -> None:
        del self.memory[memory.value or 0]


def pointed(reference: object) -> ctypes.c_void_p:
    found = target(reference)
    assert isinstance(found, ctypes.c_void_p | ctypes.c_uint32)
    return found  # type: ignore[return-value]  # both have a value


def test_a_user_and_a_pipes_owner_are_told_and_nothing_is_kept() -> None:
    windows = Windows()
    assert windows.security.user() == ME
    assert windows.security.owner(PIPE) == ME
    windows.owner_at = 0x2000
    assert windows.security.owner(PIPE) == OTHER
    assert windows.open_tokens == 0
    assert windows.memory == {}


def test_a_windows_that_does_not_tell_is_an_error() -> None:
    windows = Windows()
    windows.works = False
    for ask in (windows.security.user, lambda: windows.security.owner(PIPE)):
        with pytest.raises(OSError, match="does not tell"):
            ask()


def test_the_pipe_is_named_by_its_user() -> None:
    assert pipe_of(lambda: ME) == rf"\\.\pipe\deskbreak-{ME}"


@pytest.mark.skipif(sys.platform != "win32", reason="Windows' own libraries")
def test_windows_itself_tells() -> None:
    if sys.platform == "win32":
        from deskbreak.adapters.windows_user import pipe_name, security  # noqa: PLC0415 - there

        assert security().user().startswith("S-1-5-")
        assert pipe_name().endswith(security().user())
