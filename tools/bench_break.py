"""What the break window costs on a real screen: its frames, and how soon it is there.

Run on a virtual desktop (`tools/bench.py` does): prints percent of one core at 60 and at 30 frames
a second for each exercise of the desk routine. What counts is the process's own processor time.
With `empty` or `break` it opens that window and ends with its first frame. With `firsts` it opens
both in turns in one warm process and prints the milliseconds to the first frame of each.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from deskbreak.adapters.catalog_files import load_catalog
from deskbreak.adapters.lean_qt import load_qt
from deskbreak.adapters.resources import resources_folder
from deskbreak.core.guide.state import TRANSITION_S
from deskbreak.core.planner import plan
from deskbreak.core.routine import Routine
from deskbreak.core.session_view import SessionView
from deskbreak.core.settings.values import Settings
from deskbreak.core.words import English
from deskbreak.guiding import Guide
from deskbreak.ui import figure, theme
from deskbreak.ui.session import frames
from deskbreak.ui.session.break_window import BreakWindow

SIZE = 480
WARM_S, SECONDS = TRANSITION_S + 0.5, 30.0
"""How long the window stands before it is measured (the card), and for how long: an exercise."""

SIXTY_MS, THIRTY_MS = 16, 33
REHEARSED = figure.AT_ONCE
TURNS, GONE_S = 9, 0.05
"""How often windows are opened in one process, and how long each has to go away."""


class Player:
    """A driver that guides one exercise by the real clock."""

    def __init__(self, routine: Routine) -> None:
        self._guide = Guide(routine, 10.0, ready=False)
        self._words = English()
        self.frames = 0

    def frame(self) -> SessionView | None:
        """Return the view of now."""
        self.frames += 1
        now = time.monotonic()
        self._guide.look(now)
        return self._guide.view(now, self._words)

    def painted(self) -> None:
        """Begin with the card before the first movement."""
        self._guide.begin(time.monotonic())


def wait(seconds: float) -> None:
    """Let Qt run."""
    loop = QEventLoop()
    timer = QTimer()
    timer.setSingleShot(True)
    timer.timeout.connect(loop.quit)
    timer.start(round(1000 * seconds))
    loop.exec()


def share(routine: Routine, every_ms: int) -> tuple[float, float]:
    """Return percent of one core and frames a second, one each `every_ms`, of a guided routine.

    The timer ticks a little faster than 30 or 60 times a second; the percents are of just these.
    """
    frames.FRAME_MS = every_ms
    figure.AT_ONCE = REHEARSED * every_ms // SIXTY_MS  # as many a second
    player = Player(routine)
    window = BreakWindow(player, lambda _command: None, English())
    window.pane.figure.setFixedSize(SIZE, SIZE)
    window.open()
    wait(WARM_S)
    began, used, drawn = time.perf_counter(), time.process_time(), player.frames
    wait(SECONDS)
    wall, cpu = time.perf_counter() - began, time.process_time() - used
    window.dismiss()
    window.deleteLater()
    rate = (player.frames - drawn) / wall
    return 100 * cpu / wall / rate * round(rate / 30) * 30, rate


class Empty(QWidget):
    """A window with nothing in it but a label and a button."""

    def __init__(self, painted: Callable[[], None]) -> None:
        super().__init__()
        self._painted = painted
        column = QVBoxLayout(self)
        column.addWidget(QLabel("A break"))
        column.addWidget(QPushButton("Close"))
        self.resize(940, 620)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Say that it is there."""
        super().paintEvent(event)
        self._painted()


class Opened(Player):
    """A driver that says when the first frame was painted."""

    def __init__(self, routine: Routine, painted: Callable[[], None]) -> None:
        super().__init__(routine)
        self._painted = painted

    def painted(self) -> None:
        """Say that it is there."""
        self._painted()


def open_one(app: QApplication, which: str) -> None:
    """Open one window, the break's or an empty one, and end with its first frame.

    The break window refuses to close while a break runs, so the loop is left by `exit`.
    """
    if which == "empty":
        empty = Empty(app.quit)
        empty.show()
        app.exec()
        return
    theme.apply(app, "light")
    window = BreakWindow(Opened(desk(), lambda: app.exit(0)), lambda _command: None, English())
    window.open()
    app.exec()


def first_ms(routine: Routine, which: str) -> float:
    """Return the milliseconds from nothing to the first frame of a window."""
    loop = QEventLoop()
    began = time.perf_counter()
    if which == "empty":
        empty = Empty(loop.quit)
        empty.show()
        loop.exec()
        taken = time.perf_counter() - began
        empty.close()
        empty.deleteLater()
    else:
        window = BreakWindow(Opened(routine, loop.quit), lambda _command: None, English())
        window.open()
        loop.exec()
        taken = time.perf_counter() - began
        window.dismiss()
        window.deleteLater()
    wait(GONE_S)
    return 1000 * taken


def firsts(app: QApplication) -> None:
    """Print the median milliseconds to the first frame of the break window and an empty one."""
    theme.apply(app, "light")
    routine, names = desk(), ("break", "empty")
    taken = [[first_ms(routine, name) for name in names] for _ in range(1 + TURNS)]
    ours, empty = (statistics.median(each) for each in zip(*taken[1:], strict=True))
    print(f"{ours:.1f} {empty:.1f}")


def desk() -> Routine:
    """Return the desk routine at its usual dose.

    Raises:
        SystemExit: it cannot be planned.
    """
    catalog, _problems = load_catalog(resources_folder() / "exercises")
    routine = plan("desk", catalog, Settings())
    if not isinstance(routine, Routine):
        raise SystemExit(f"the desk routine cannot be planned: {routine}")
    return routine


def main(words: list[str]) -> int:
    """Open one window as told, or print a line for each exercise of the desk routine."""
    load_qt()
    app = QApplication(sys.argv)
    if words == ["firsts"]:
        firsts(app)
        return 0
    if words:
        open_one(app, words[0])
        return 0
    theme.apply(app, "light")
    routine = desk()
    for planned in routine.steps:
        alone = replace(routine, steps=(planned,))
        (sixty, fast), (thirty, slow) = share(alone, SIXTY_MS), share(alone, THIRTY_MS)
        name = planned.exercise.id
        print(f"{name} {sixty:.1f} {fast:.0f} {thirty:.1f} {slow:.0f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
