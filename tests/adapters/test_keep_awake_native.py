"""The screen kept on on Windows and macOS: one contract for fakes, and for the system itself."""

from __future__ import annotations

import ctypes
import sys
from itertools import count

import pytest

from deskbreak import ports
from deskbreak.adapters.activity.native import load_mac, load_windows
from deskbreak.adapters.activity.source import UnavailableError
from deskbreak.adapters.keep_awake import DesktopKeepAwake, NullKeepAwake, own_keep_awake
from deskbreak.adapters.keep_awake_native import (
    MacKeepAwake,
    WindowsKeepAwake,
    native_keep_awake,
)
from tests.adapters.native_fakes import Library, target

pytestmark = pytest.mark.native

REASON = "A break is running é"


class Windows:
    """The execution state of a thread: what lasts, as the kernel keeps it."""

    def __init__(self) -> None:
        self.lasting = 0
        self.kernel = Library(SetThreadExecutionState=self._set)

    def awake(self) -> KeepAwake:
        return WindowsKeepAwake(self.kernel.as_library())

    def is_kept_on(self) -> bool:
        return self.lasting & 2 == 2

    def _set(self, state: int) -> int:
        before, continuous = self.lasting, 0x8000_0000
        if state & continuous:
            self.lasting = state & ~continuous
        return before | continuous


class Mac:
    """Assertions of IOKit; texts are objects that must be released."""

    def __init__(self) -> None:
        self.works = True
        self.assertions: dict[int, tuple[str, str]] = {}
        self.texts: dict[int, str] = {}
        self._ids = count(0x100)
        self.core = Library(CFStringCreateWithCString=self._text, CFRelease=self.texts.pop)
        self.iokit = Library(
            IOPMAssertionCreateWithName=self._create, IOPMAssertionRelease=self._release
        )

    def awake(self) -> KeepAwake:
        return MacKeepAwake(self.iokit.as_library(), self.core.as_library(), REASON)

    def is_kept_on(self) -> bool:
        kept = list(self.assertions.values())
        assert kept in ([], [("PreventUserIdleDisplaySleep", REASON)])
        assert self.texts == {}
        return bool(kept)

    def _text(self, _allocator: None, raw: bytes, encoding: int) -> int:
        assert encoding == 0x0800_0100
        number = next(self._ids)
        self.texts[number] = raw.decode()
        return number

    def _create(self, kind: int, level: int, name: int, number: object) -> int:
        assert level == 255
        if not self.works:
            return -536_870_201
        told = target(number)
        assert isinstance(told, ctypes.c_uint32)
        told.value = next(self._ids)
        self.assertions[told.value] = (self.texts[kind], self.texts[name])
        return 0

    def _release(self, number: int) -> int:
        del self.assertions[number]
        return 0


KeepAwake = ports.KeepAwake


@pytest.mark.parametrize("system", [Windows, Mac])
def test_it_is_kept_on_while_held_and_not_longer(system: type[Windows | Mac]) -> None:
    here = system()
    awake = here.awake()
    awake.release()
    assert not here.is_kept_on()
    for _ in range(2):
        awake.hold()
        awake.hold()
        assert here.is_kept_on()
        awake.release()
        awake.release()
        assert not here.is_kept_on()


def test_a_mac_that_refuses_is_no_fault() -> None:
    mac = Mac()
    mac.works = False
    awake = mac.awake()
    awake.hold()
    awake.release()
    assert not mac.is_kept_on()


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="it works there")
def test_elsewhere_the_desktop_is_asked(qapp: object) -> None:
    assert qapp
    assert native_keep_awake(REASON) is None
    assert isinstance(own_keep_awake(REASON), DesktopKeepAwake)
    for load in (load_windows, load_mac):
        with pytest.raises(UnavailableError):
            load("kernel32")


@pytest.mark.skipif(sys.platform not in {"win32", "darwin"}, reason="the system's own part")
def test_the_system_itself_takes_it() -> None:
    awake = own_keep_awake(REASON)
    assert not isinstance(awake, NullKeepAwake)
    awake.hold()
    awake.hold()
    awake.release()
