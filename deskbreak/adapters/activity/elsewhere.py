"""What senses activity on Windows and on macOS, and what stands where nothing does."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial

from deskbreak.adapters.activity.idle_family import IdleFamily
from deskbreak.adapters.activity.lock_family import LockFamily
from deskbreak.adapters.activity.mac import InputService
from deskbreak.adapters.activity.mac_lock import MacLock
from deskbreak.adapters.activity.native import load_mac, load_windows
from deskbreak.adapters.activity.polled import PolledIdle
from deskbreak.adapters.activity.sensed import SensedActivity
from deskbreak.adapters.activity.source import (
    IdleMember,
    IdleSource,
    Line,
    LockMember,
    LockSource,
)
from deskbreak.adapters.activity.windows import LastInputClock
from deskbreak.adapters.activity.windows_lock import Libraries, WindowsLock

_AT_ONCE = "tells at once"
_ASKED = "asked every 30 s while an answer matters"


def elsewhere_activity(
    changed: Callable[[], None], lengths_s: tuple[int, ...], platform: str = sys.platform
) -> SensedActivity:
    """Begin to sense activity; `changed` and `lengths_s` are as for Linux."""
    members = partial(_idle_members, platform)
    if platform == "win32":
        lock = LockMember("Windows", _AT_ONCE, _windows_lock)
    else:
        lock = LockMember("macOS", _AT_ONCE, _mac_lock)
    idle = IdleFamily(members(lengths_s), changed)
    return SensedActivity(idle, LockFamily((lock,), changed), lengths_s, members)


def _idle_members(platform: str, lengths_s: tuple[int, ...]) -> tuple[IdleMember, ...]:
    if platform == "win32":
        return (IdleMember("Windows", _ASKED, partial(_windows, lengths_s)),)
    return (IdleMember("macOS", _ASKED, partial(_mac, lengths_s)),)


def _windows(lengths_s: tuple[int, ...], line: Line) -> IdleSource:
    clock = LastInputClock(load_windows("user32"), load_windows("kernel32"))
    return PolledIdle(line, lengths_s, clock.read)


def _windows_lock(line: Line) -> LockSource:
    user, kernel = load_windows("user32"), load_windows("kernel32")
    return WindowsLock(line, Libraries(user, kernel, load_windows("wtsapi32")))


def _mac(lengths_s: tuple[int, ...], line: Line) -> IdleSource:
    service = InputService(load_mac("IOKit"), load_mac("CoreFoundation"))
    return PolledIdle(line, lengths_s, service.read)


def _mac_lock(line: Line) -> LockSource:
    return MacLock(line, load_mac("CoreFoundation"), load_mac("CoreGraphics"))
