"""Windows and macOS: one contract for faithful fakes, and for the system itself where it runs."""

from __future__ import annotations

import ctypes
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest

from deskbreak.adapters.activity.elsewhere import elsewhere_activity
from deskbreak.adapters.activity.mac import InputService
from deskbreak.adapters.activity.mac_lock import MacLock
from deskbreak.adapters.activity.native import load_mac, load_windows, typed
from deskbreak.adapters.activity.source import LockSource, UnavailableError
from deskbreak.adapters.activity.windows import LastInputClock, idle_of
from deskbreak.adapters.activity.windows_lock import Libraries, WindowsLock
from tests.adapters.mac_fakes import TRUE, Mac
from tests.adapters.native_fakes import Library, Windows
from tests.adapters.told_line import ToldLine

pytestmark = pytest.mark.native

Read = Callable[[], int | None]
REAL = ["real"] if sys.platform in {"win32", "darwin"} else []


def windows_lock(windows: Windows, told: ToldLine) -> WindowsLock:
    parts = (windows.user, windows.kernel, windows.terminal)
    return WindowsLock(told.line(), Libraries(*(part.as_library() for part in parts)))


def mac_lock(mac: Mac, told: ToldLine) -> MacLock:
    return MacLock(told.line(), mac.foundation.as_library(), mac.graphics.as_library())


@pytest.fixture(params=["windows", "mac", *REAL])
def read(request: pytest.FixtureRequest) -> Read:
    if request.param == "windows":
        windows = Windows()
        return LastInputClock(windows.user.as_library(), windows.kernel.as_library()).read
    if request.param == "mac":
        mac = Mac()
        return InputService(mac.kit.as_library(), mac.foundation.as_library()).read
    if sys.platform == "win32":
        return LastInputClock(load_windows("user32"), load_windows("kernel32")).read
    return InputService(load_mac("IOKit"), load_mac("CoreFoundation")).read


@pytest.fixture(params=["windows", "mac", *REAL])
def lock(request: pytest.FixtureRequest, qapp: object) -> Iterator[tuple[LockSource, ToldLine]]:
    assert qapp is not None
    told = ToldLine()
    if request.param == "windows":
        made: LockSource = windows_lock(Windows(), told)
    elif request.param == "mac":
        made = mac_lock(Mac(), told)
    elif sys.platform == "win32":
        named = (load_windows(name) for name in ("user32", "kernel32", "wtsapi32"))
        made = WindowsLock(told.line(), Libraries(*named))
    else:
        made = MacLock(told.line(), load_mac("CoreFoundation"), load_mac("CoreGraphics"))
    yield made, told
    made.close()


def test_an_idle_time_is_a_number_of_seconds(read: Read) -> None:
    idle = read()
    assert idle is not None
    assert 0 <= idle < 1 << 31


def test_a_lock_works_from_the_beginning(lock: tuple[LockSource, ToldLine]) -> None:
    source, told = lock
    assert told.works == 1
    assert source.locked() is False
    source.close()
    source.close()


@pytest.mark.parametrize(
    ("now", "last", "idle"),
    [
        (5_061_999, 5_000_000, 61),
        (5_000_000, 5_000_000, 0),
        (500, (1 << 32) - 1000, 1),
        (5_000_000, 5_000_016, 0),
    ],
)
def test_ticks_begin_anew_after_seven_weeks(now: int, last: int, idle: int) -> None:
    assert idle_of(now, last) == idle
    windows = Windows()
    windows.tick, windows.input = now, last
    clock = LastInputClock(windows.user.as_library(), windows.kernel.as_library())
    assert clock.read() == idle
    windows.tells = False
    assert clock.read() is None


def test_windows_tells_of_lock_and_unlock() -> None:
    windows, told = Windows(), ToldLine()
    lock = windows_lock(windows, told)
    for what, locked, changes in ((7, True, 1), (7, True, 1), (8, False, 2)):
        assert windows.session(what) == 0
        assert (lock.locked(), told.changes) == (locked, changes)
    assert windows.session(5) == 1000 + 0x02B1
    assert windows.session(7, message=0x0218) == 1000 + 0x0218
    assert told.changes == 2
    lock.close()
    assert (windows.windows, windows.listening, windows.classes) == (set(), set(), set())
    windows_lock(windows, told).close()


@pytest.mark.parametrize(
    ("flags", "level", "size", "locked"),
    [
        (0, 1, 100, True),
        (1, 1, 100, False),
        (-1, 1, 100, False),
        (0, 2, 100, False),
        (0, 1, 8, False),
        (0, 1, 0, False),
        (0, 1, -100, False),
    ],
)
def test_windows_says_whether_it_is_locked_already(
    flags: int, level: int, size: int, *, locked: bool
) -> None:
    windows = Windows()
    windows.flags, windows.level, windows.info_size = flags, level, size
    assert windows_lock(windows, ToldLine()).locked() is locked
    assert len(windows.freed) == (1 if size > 0 else 0)


@pytest.mark.parametrize("lacks", ["registers", "makes", "notifies"])
def test_windows_that_does_not_tell_is_no_use(lacks: str) -> None:
    windows = Windows()
    setattr(windows, lacks, False)
    with pytest.raises(UnavailableError, match="Windows"):
        windows_lock(windows, ToldLine())
    assert (windows.windows, windows.classes) == (set(), set())


def test_the_mac_tells_its_idle_time() -> None:
    mac = Mac()
    service = InputService(mac.kit.as_library(), mac.foundation.as_library())
    mac.idle_ns = 61_999_999_999
    assert service.read() == 61
    mac.idle_ns = "soon"
    assert service.read() is None
    mac.idle_ns = None
    assert service.read() is None
    mac.idle_ns, mac.converts = 5, False
    assert service.read() is None
    assert list(mac.objects.values()) == ["HIDIdleTime"]
    mac.service = 0
    with pytest.raises(UnavailableError, match="no input service"):
        InputService(mac.kit.as_library(), mac.foundation.as_library())


def test_the_mac_tells_of_lock_and_unlock() -> None:
    mac, told = Mac(), ToldLine()
    lock = mac_lock(mac, told)
    locked, unlocked = "com.apple.screenIsLocked", "com.apple.screenIsUnlocked"
    for name, value, changes in ((locked, True, 1), (locked, True, 1), (unlocked, False, 2)):
        mac.post(name)
        assert (lock.locked(), told.changes) == (value, changes)
    lock.close()
    lock.close()
    assert mac.observers == {}


@pytest.mark.parametrize(
    ("session", "locked"),
    [
        (None, False),
        ({}, False),
        ({"CGSSessionScreenIsLocked": TRUE}, True),
        ({"CGSSessionScreenIsLocked": "false"}, False),
    ],
)
def test_the_mac_says_whether_it_is_locked_already(
    session: dict[str, object] | None, *, locked: bool
) -> None:
    mac = Mac()
    mac.session = session
    assert mac_lock(mac, ToldLine()).locked() is locked
    assert session not in mac.objects.values()


def test_a_mac_without_a_center_is_no_use() -> None:
    mac = Mac()
    mac.center = 0
    with pytest.raises(UnavailableError, match="tells nobody"):
        mac_lock(mac, ToldLine())


def test_what_a_system_lacks_is_named() -> None:
    library = Library().as_library()
    with pytest.raises(UnavailableError, match="the system has no GetTickCount"):
        typed(library, "GetTickCount", ctypes.c_uint32)


def test_it_needs_nothing_of_linux() -> None:
    code = "import sys; sys.modules['jeepney'] = None; import deskbreak.adapters.activity.elsewhere"
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="it works there")
@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_elsewhere_it_says_where_it_belongs(platform: str, qapp: object) -> None:
    assert qapp is not None
    activity = elsewhere_activity(lambda: None, (20, 600), platform)
    idle, lock = activity.reports()
    assert activity.settled
    assert (idle.works, lock.works) == (False, False)
    assert idle.others[0].why == lock.others[0].why
    assert idle.others[0].why in {"this is not Windows", "this is not macOS"}
    activity.close()
