"""Under Wayland the offer lies on a layer: keys go on to the page, the pointer reaches it."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

from tests.journeys.desktop import Desktop
from tests.waylands import Compositor, Screen, run_screens, run_sway

_ROOT = Path(__file__).parents[2]
_PROGRAM = Path(__file__).with_name("offer_program.py")
_PATIENCE_S = 20


class Typist:
    """The program in which somebody types, and what it has said."""

    def __init__(self, sway: Compositor) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(_PROGRAM)],
            env={**sway.environ, "QT_QPA_PLATFORM": "wayland", "PYTHONPATH": str(_ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._lines: SimpleQueue[str] = SimpleQueue()
        self._reader = Thread(target=self._read)
        self._reader.start()
        self._sway = sway
        self._start = 0, 0

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line.rstrip("\n"))

    def line(self, timeout: float = _PATIENCE_S) -> str:
        """Return the next line; "" when none comes in time."""
        try:
            return self._lines.get(timeout=timeout)
        except Empty:
            return ""

    def begin(self) -> None:
        """Type the first letter, which brings up the offer."""
        end = time.monotonic() + _PATIENCE_S
        while time.monotonic() < end:
            self._sway.type("a")  # until its window is there to hear it
            if self.line(timeout=0.5) == "typed a":
                break
        offered, at, x, y = self.line().split()
        assert (offered, at) == ("offered", "at")
        self._start = int(x), int(y)

    def starts_on(self, screen: Screen) -> bool:
        """Press Start on a screen, again until it is told: the offer may be on its way yet."""
        end = time.monotonic() + _PATIENCE_S
        right, below = screen.x + screen.width, screen.y + screen.height
        while time.monotonic() < end:
            self._sway.click(right - self._start[0], below - self._start[1])
            if self.line(timeout=0.5) == "command Start":
                return True
        return False

    def close(self) -> None:
        """End the program."""
        self.process.kill()
        self._reader.join()
        self.process.communicate()


@contextmanager
def typing(sway: Compositor) -> Iterator[Typist]:
    with sway.hands():
        typist = Typist(sway)
        try:
            yield typist
        finally:
            typist.close()


def test_keys_go_on_to_the_page_and_the_pointer_reaches_the_offer(tmp_path: Path) -> None:
    with run_sway(tmp_path) as sway, typing(sway) as typist:
        typist.begin()
        (screen,) = sway.screens().values()
        assert typist.starts_on(screen)
        sway.type(" ")
        assert typist.line() == "typed a "
        sway.type("-k", "Return", "-k", "Escape")
        sway.type("b")
        assert typist.line() == "typed a b"


def test_the_offer_goes_on_where_its_screen_went(tmp_path: Path) -> None:
    with run_screens(tmp_path, 2) as sway, typing(sway) as typist:
        sway.tell("focus output WL-1")
        sway.tell("output WL-2 scale 2")
        typist.begin()
        assert typist.starts_on(sway.screens()["WL-1"])
        sway.unplug("WL-1")
        assert typist.starts_on(sway.screens()["WL-2"])


def test_a_screen_reader_presses_what_is_never_mapped(desktop: Desktop, tmp_path: Path) -> None:
    with run_sway(tmp_path) as sway, sway.hands():
        desktop.environment |= {
            "QT_QPA_PLATFORM": "wayland",
            "WAYLAND_DISPLAY": str(sway.socket),
            "PYTHONPATH": str(_ROOT),
        }
        desktop.start_program([sys.executable, str(_PROGRAM)])
        desktop.wait_until(lambda: sway.focused() == "A page", what="the page")
        sway.type("a")
        desktop.wait_until(lambda: "offered" in desktop.said(), what="the offer")
        desktop.press("Skip")
        desktop.wait_until(lambda: "command Skip" in desktop.said(), what="the press")
        assert sway.focused() == "A page"
