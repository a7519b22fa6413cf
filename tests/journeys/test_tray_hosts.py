"""The tray on a real display: hosts that are there, come late, die and return."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.buses import run_bus
from tests.displays import run_display
from tests.fake_watcher import FakeWatcher

pytestmark = pytest.mark.linux

_ROOT = Path(__file__).parents[2]
_PATIENCE_S = 15


def until(true: Callable[[], bool]) -> None:
    """Wait for an effect in another process."""
    end = time.monotonic() + _PATIENCE_S
    while not true():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.02)  # noqa: TID251 - a test waits for another process


def has_item(host: FakeWatcher) -> bool:
    return len(host.items) >= 1


@pytest.fixture
def bus(home: Path) -> Iterator[str]:
    with run_bus(home) as address:
        yield address


@pytest.fixture
def display() -> Iterator[str]:
    with run_display() as name:
        yield name


@pytest.fixture
def start(bus: str, display: str) -> Iterator[Callable[[], None]]:
    """Give a function that starts the tray program on a display of its own."""
    env = {
        **os.environ,
        "DISPLAY": display,
        "DBUS_SESSION_BUS_ADDRESS": bus,
        "QT_QPA_PLATFORM": "xcb",
        "PYTHONPATH": str(_ROOT),
    }
    programs: list[subprocess.Popen[str]] = []

    def run() -> None:
        program = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("tray_program.py"))],
            env=env,
            stdout=subprocess.PIPE,
            text=True,
        )
        programs.append(program)
        limit = threading.Timer(_PATIENCE_S, program.kill)
        limit.start()
        assert program.stdout is not None
        assert program.stdout.readline().startswith("available")  # its icon is made
        limit.cancel()

    yield run
    for program in programs:
        program.kill()
        program.communicate()


def test_the_icon_registers_with_a_host_and_again_when_it_returns(
    bus: str, start: Callable[[], None]
) -> None:
    host = FakeWatcher(bus)
    start()
    until(lambda: len(host.items) == 1)
    host.stop()
    again = FakeWatcher(bus)
    until(lambda: len(again.items) >= 1)
    again.stop()


def test_a_host_that_comes_late_gets_the_icon(bus: str, start: Callable[[], None]) -> None:
    start()
    host = FakeWatcher(bus, host=False)
    host.host_arrives()
    until(lambda: len(host.items) >= 1)
    host.stop()


def test_a_host_that_stays_away_long_gets_the_icon_when_it_returns(
    bus: str, start: Callable[[], None]
) -> None:
    start()
    for _ in range(3):
        host = FakeWatcher(bus)
        until(partial(has_item, host))
        host.stop()
