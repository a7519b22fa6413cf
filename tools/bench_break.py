"""What the break window costs on a real screen: its frames, and how soon it is there.

Run on a virtual desktop (`tools/bench.py` does): prints percent of one core at 60 and at 30 frames
a second for each exercise of the desk routine, then the milliseconds to the first frame of the
break window and of an empty window. What counts is the process's own processor time.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from deskbreak.adapters.catalog_files import load_catalog
from deskbreak.adapters.resources import resources_folder
from deskbreak.core.guide.state import TRANSITION_S
from deskbreak.core.planner import plan
from deskbreak.core.routine import Routine
from deskbreak.core.session_view import SessionView
from deskbreak.core.settings.values import Settings
from deskbreak.core.words import English
from deskbreak.guiding import Guide
from deskbreak.ui import theme
from deskbreak.ui.break_window import BreakWindow

SIZE = 480
WARM_S, SECONDS = 1.0, 5.0
OPENINGS = 7


class Player:
    """A driver that guides one exercise by the real clock, at every tick or every second one."""

    def __init__(self, routine: Routine, every: int) -> None:
        self._guide = Guide(routine, 10.0, ready=False)
        self._every = every
        self._ticks = 0
        self._ahead = 0.0
        self._words = English()
        self.frames = 0

    def frame(self) -> SessionView | None:
        """Return the view of now; None at a tick that is left out."""
        self._ticks += 1
        if self._ticks % self._every:
            return None
        self.frames += 1
        now = time.monotonic() + self._ahead
        self._guide.look(now)
        return self._guide.view(now, self._words)

    def painted(self) -> None:
        """Begin with the first movement: the card before it is over at once."""
        self._guide.begin(time.monotonic())
        self._ahead = TRANSITION_S


def wait(seconds: float) -> None:
    """Let Qt run."""
    loop = QEventLoop()
    timer = QTimer()
    timer.setSingleShot(True)
    timer.timeout.connect(loop.quit)
    timer.start(round(1000 * seconds))
    loop.exec()


def share(routine: Routine, every: int) -> tuple[float, float]:
    """Return percent of one core and frames a second while a routine is guided."""
    player = Player(routine, every)
    window = BreakWindow(player, lambda _command: None, English())
    window.pane.figure.setFixedSize(SIZE, SIZE)
    window.open()
    wait(WARM_S)
    began, used, frames = time.perf_counter(), time.process_time(), player.frames
    wait(SECONDS)
    wall, cpu = time.perf_counter() - began, time.process_time() - used
    window.dismiss()
    window.deleteLater()
    return 100 * cpu / wall, (player.frames - frames) / wall


class Empty(QWidget):
    """A window with nothing in it."""

    def __init__(self, painted: Callable[[], None]) -> None:
        super().__init__()
        self._painted = painted

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Say that it is there."""
        super().paintEvent(event)
        self._painted()


class Opened(Player):
    """A driver that says when the first frame was painted."""

    def __init__(self, routine: Routine, painted: Callable[[], None]) -> None:
        super().__init__(routine, 1)
        self._painted = painted

    def painted(self) -> None:
        """Say that it is there."""
        self._painted()


def opening_ms(make: Callable[[Callable[[], None]], QWidget]) -> float:
    """Return how long it takes to make a window and to paint it for the first time."""
    loop = QEventLoop()
    began = time.perf_counter()
    window = make(loop.quit)
    loop.exec()
    taken = 1000 * (time.perf_counter() - began)
    if isinstance(window, BreakWindow):
        window.dismiss()
    window.close()
    window.deleteLater()
    wait(0.2)
    return taken


def openings(routine: Routine) -> tuple[float, float]:
    """Return the first frame of the break window and of an empty one, in milliseconds."""

    def empty(painted: Callable[[], None]) -> QWidget:
        window = Empty(painted)
        window.resize(940, 620)
        window.show()
        return window

    def ours(painted: Callable[[], None]) -> QWidget:
        window = BreakWindow(Opened(routine, painted), lambda _command: None, English())
        window.open()
        return window

    times = [(opening_ms(ours), opening_ms(empty)) for _ in range(OPENINGS)]
    return statistics.median(t[0] for t in times), statistics.median(t[1] for t in times)


def main() -> int:
    """Print a line for each exercise, then the first frames."""
    app = QApplication(sys.argv)
    theme.apply(app, "light")
    catalog, _problems = load_catalog(resources_folder() / "exercises")
    desk = plan("desk", catalog, Settings())
    if not isinstance(desk, Routine):
        raise SystemExit(f"the desk routine cannot be planned: {desk}")
    for planned in desk.steps:
        alone = replace(desk, steps=(planned,))
        (sixty, fast), (thirty, slow) = share(alone, 1), share(alone, 2)
        name = planned.exercise.id
        print(f"{name} {sixty:.1f} {fast:.0f} {thirty:.1f} {slow:.0f}", flush=True)
    ours, empty = openings(desk)
    print(f"first_frame {ours:.1f} {empty:.1f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
