from __future__ import annotations

import logging
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import time_machine
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from deskbreak.adapters.clock import SystemClock
from deskbreak.adapters.ticker_apscheduler import ApschedulerTicker

Make = Callable[..., ApschedulerTicker]


@pytest.fixture
def clock() -> SystemClock:
    return SystemClock(speed=10_000)


@pytest.fixture
def make(clock: SystemClock, qapp: object) -> Iterator[Make]:
    made: list[ApschedulerTicker] = []

    def go(look: Callable[[], None], safety_s: float = 900) -> ApschedulerTicker:
        made.append(ApschedulerTicker(clock, look, safety_s))
        return made[-1]

    assert qapp is not None
    yield go
    for ticker in made:
        ticker.stop()


def later(clock: SystemClock, real_s: float) -> int:
    return int(clock.elapsed() + real_s * 10_000)


def test_two_hundred_calls_make_one_look(make: Make, clock: SystemClock, qtbot: QtBot) -> None:
    looks: list[int] = []
    ticker = make(lambda: looks.append(clock.read().boot))
    due = later(clock, 0.2)
    for _ in range(200):
        ticker.look_at(due)
    qtbot.waitUntil(lambda: len(looks) > 0)
    other: list[bool] = []
    last = make(lambda: other.append(True))
    last.look_at(later(clock, 0.2))
    qtbot.waitUntil(lambda: len(other) > 0)
    assert len(looks) == 1
    assert looks[0] >= due


def test_a_look_runs_on_the_gui_thread_and_not_inside_a_call(
    make: Make, clock: SystemClock, qtbot: QtBot
) -> None:
    threads: list[object] = []
    ticker = make(lambda: threads.append(QThread.currentThread()))
    ticker.look_at(0)
    assert threads == []
    qtbot.waitUntil(lambda: threads == [qtbot_thread()])
    worker = threading.Thread(target=ticker.look_at, args=(clock.read().boot,))
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: threads == [qtbot_thread()] * 2)


def qtbot_thread() -> object:
    return QThread.currentThread()


def test_a_look_may_plan_the_next_one(make: Make, clock: SystemClock, qtbot: QtBot) -> None:
    looks: list[int] = []

    def look() -> None:
        looks.append(len(looks))
        if len(looks) < 5:
            ticker.look_at(later(clock, 0.01))

    ticker = make(look)
    ticker.look_at(later(clock, 0.01))
    qtbot.waitUntil(lambda: len(looks) == 5)


def test_nothing_is_looked_at_after_the_stop(make: Make, clock: SystemClock, qtbot: QtBot) -> None:
    looks: list[str] = []
    stopped = make(lambda: looks.append("stopped"))
    stopped.look_at(0)
    stopped.stop()
    stopped.stop()
    stopped.look_at(0)
    stopped.clock_changed()
    going = make(lambda: looks.append("going"))
    going.look_at(later(clock, 0.05))
    qtbot.waitUntil(lambda: len(looks) > 0)
    assert looks == ["going"]


def test_who_is_stopped_by_another_look_does_not_look(make: Make, qtbot: QtBot) -> None:
    looks: list[str] = []
    tickers: list[ApschedulerTicker] = []

    def look() -> None:
        looks.append("one")
        for ticker in tickers:
            ticker.stop()

    tickers.extend(make(look) for _ in range(2))
    for ticker in tickers:
        ticker.look_at(0)
    end = make(lambda: looks.append("end"))
    end.look_at(0)
    qtbot.waitUntil(lambda: "end" in looks)
    assert sorted(looks) == ["end", "one"]


def test_a_wait_over_24_days_is_no_error(make: Make, clock: SystemClock, qtbot: QtBot) -> None:
    looks: list[str] = []
    far = make(lambda: looks.append("far"), 90 * 86400.0)
    far.look_at(later(clock, 80 * 86400))
    near = make(lambda: looks.append("near"))
    near.look_at(later(clock, 0.05))
    qtbot.waitUntil(lambda: len(looks) > 0)
    assert looks == ["near"]


def test_the_safety_look_comes_again_and_again(make: Make, qtbot: QtBot) -> None:
    looks: list[int] = []
    make(lambda: looks.append(1), 0.02)
    qtbot.waitUntil(lambda: len(looks) >= 3)


def test_a_failing_look_is_not_the_last(
    make: Make, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    looks: list[int] = []

    def look() -> None:
        looks.append(1)
        raise RuntimeError("a defect")

    with caplog.at_level(logging.ERROR):
        make(look, 0.02)
        qtbot.waitUntil(lambda: len(looks) >= 2)
    assert "a defect" in caplog.text


@pytest.mark.parametrize("step", [-3600.0, 3600.0, -1.7e9])
def test_a_set_clock_does_not_lose_the_look(
    step: float, make: Make, clock: SystemClock, qtbot: QtBot
) -> None:
    looks: list[int] = []
    ticker = make(lambda: looks.append(clock.read().boot), 0.3)
    ticker.look_at(later(clock, 0.1))
    qtbot.waitUntil(lambda: len(looks) == 1)
    with time_machine.travel(clock.real_wall() + step):
        qtbot.waitUntil(lambda: len(looks) == 2)


def test_a_change_of_the_clock_is_looked_at_soon(
    make: Make, clock: SystemClock, qtbot: QtBot
) -> None:
    looks: list[int] = []
    ticker = make(lambda: looks.append(1))
    ticker.look_at(later(clock, 800))
    with time_machine.travel(clock.real_wall() + 86400):
        ticker.clock_changed()
        qtbot.waitUntil(lambda: looks == [1])


def test_the_light_import_leaves_the_real_modules_to_everybody() -> None:
    code = (
        "import sys; before = set(sys.modules); import deskbreak.adapters.ticker_apscheduler as t;"
        "heavy = {'asyncio', 'multiprocessing', 'importlib.metadata', 'ssl'} & set(sys.modules);"
        "heavy -= before; assert not heavy, heavy;"
        "import asyncio, importlib.metadata, concurrent.futures.process as p;"
        "asyncio.run(asyncio.sleep(0)); assert p.ProcessPoolExecutor;"
        "assert importlib.metadata.version('apscheduler').startswith('3.')"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
