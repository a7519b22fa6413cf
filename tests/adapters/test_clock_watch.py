from __future__ import annotations

import ctypes
import os
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskbreak.adapters.clock_watch import ClockWatch

pytestmark = pytest.mark.linux


@pytest.fixture
def told() -> list[int]:
    return []


@pytest.fixture
def watch(told: list[int], qapp: object) -> Iterator[ClockWatch]:
    assert qapp is not None
    made = ClockWatch(lambda: told.append(1))
    yield made
    made.close()
    made.close()


def expire_now(handle: int) -> None:
    """Let the watch's own timer run out, as the kernel's cancelling makes it readable."""
    soon = struct.pack("qqqq", 0, 0, 0, 1000)
    assert ctypes.CDLL(None).timerfd_settime(handle, 0, soon, None) == 0


def left(handle: int) -> int:
    found = ctypes.create_string_buffer(32)
    assert ctypes.CDLL(None).timerfd_gettime(handle, found) == 0
    return int(struct.unpack("qqqq", found.raw)[2])


def test_it_is_armed_for_never_and_silent(watch: ClockWatch, told: list[int]) -> None:
    assert watch.works
    assert left(watch.fileno()) > 1 << 32
    with pytest.raises(BlockingIOError):
        os.read(watch.fileno(), 8)
    watch.check()  # a wake-up for nothing
    assert told == []


def test_it_tells_and_is_armed_again_each_time(
    watch: ClockWatch, told: list[int], qtbot: QtBot
) -> None:
    for times in (1, 2):
        expire_now(watch.fileno())
        qtbot.waitUntil(lambda times=times: len(told) == times)  # type: ignore[misc]  # mypy cannot type a default in a lambda
        assert left(watch.fileno()) > 1 << 32


def test_a_broken_handle_ends_the_watch_and_tells_once(
    watch: ClockWatch, told: list[int], caplog: pytest.LogCaptureFixture
) -> None:
    with Path(os.devnull).open("w", encoding="ascii") as write_only:
        os.dup2(write_only.fileno(), watch.fileno())
    watch.check()
    watch.check()
    assert not watch.works
    assert watch.fileno() == -1
    assert told == [1]
    assert "cannot be watched" in caplog.text


def test_a_handle_that_cannot_be_armed_ends_the_watch(watch: ClockWatch, told: list[int]) -> None:
    readable, writable = os.pipe()
    os.write(writable, b"12345678")
    os.dup2(readable, watch.fileno())
    watch.check()
    assert (watch.works, told) == (False, [1])
    os.close(readable)
    os.close(writable)
