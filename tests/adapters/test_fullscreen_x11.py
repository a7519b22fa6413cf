from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskbreak.adapters.attention.fullscreen_x11 import X11Fullscreen, find_x11_fullscreen
from deskbreak.adapters.attention.xcb_windows import NoDisplayError
from deskbreak.core.timing.sensed import Hold
from tests.adapters.window_program import run_window
from tests.displays import run_display

_MISSING = [name for name in ("Xvfb", "openbox", "xdotool") if shutil.which(name) is None]
pytestmark = [
    pytest.mark.linux,
    pytest.mark.skipif(bool(_MISSING), reason=f"not installed: {', '.join(_MISSING)}"),
]


class Screen:
    """A display with a window manager, and programs on it."""

    def __init__(self, display: str, home: Path) -> None:
        self.display = display
        self.env = {**os.environ, "DISPLAY": display, "HOME": str(home), "QT_QPA_PLATFORM": "xcb"}

    def program(self, name: str = "cinema") -> AbstractContextManager[subprocess.Popen[str]]:
        return run_window(self.env, name)

    def activate(self, program: subprocess.Popen[str]) -> None:
        """Bring a program's window to the front."""
        search = ["xdotool", "search", "--sync", "--onlyvisible", "--pid", str(program.pid)]
        subprocess.run([*search, "windowactivate"], env=self.env, check=True)


def tell(program: subprocess.Popen[str], word: str) -> None:
    assert program.stdin is not None
    assert program.stdout is not None
    program.stdin.write(f"{word}\n")
    program.stdin.flush()
    assert program.stdout.readline() == "done\n"


@pytest.fixture
def screen(home: Path) -> Iterator[Screen]:
    with run_display() as display:
        made = Screen(display, home)
        manager = subprocess.Popen(["openbox"], env=made.env, stderr=subprocess.DEVNULL)
        try:
            yield made
        finally:
            manager.kill()
            manager.wait()


def names(sense: X11Fullscreen) -> list[str]:
    assert all(cause.hold is Hold.FULLSCREEN for cause in sense.causes())
    return [cause.app for cause in sense.causes()]


def test_a_window_that_fills_the_screen_is_noticed_and_left(screen: Screen, qtbot: QtBot) -> None:
    news: list[int] = []
    sense = X11Fullscreen(lambda: news.append(1), screen.display)
    qtbot.waitUntil(lambda: sense.report().works)
    sense.watch(on=True)
    assert names(sense) == []
    with screen.program() as film:
        tell(film, "full")
        qtbot.waitUntil(lambda: names(sense) == ["cinema"])
        tell(film, "title")
        tell(film, "normal")
        qtbot.waitUntil(lambda: names(sense) == [])
        tell(film, "full")
        qtbot.waitUntil(lambda: names(sense) == ["cinema"])
        with screen.program("letters") as work:
            screen.activate(work)
            qtbot.waitUntil(lambda: names(sense) == [])
        qtbot.waitUntil(lambda: names(sense) == ["cinema"])
    qtbot.waitUntil(lambda: names(sense) == [])
    assert len(news) == 6  # each turn once, and a new title is no turn
    sense.close()


def test_nothing_is_heard_while_nobody_attends(screen: Screen, qtbot: QtBot) -> None:
    news: list[int] = []
    sense = X11Fullscreen(lambda: news.append(1), screen.display)
    with screen.program() as film:
        tell(film, "full")
        watcher = X11Fullscreen(lambda: None, screen.display)
        watcher.watch(on=True)
        qtbot.waitUntil(lambda: names(watcher) == ["cinema"])
        assert not names(sense)
        assert not news
        sense.watch(on=True)
        assert names(sense) == ["cinema"]  # known at once
        sense.watch(on=False)
        assert names(sense) == []
        watcher.close()
    sense.close()


def test_a_window_of_our_own_never_counts(screen: Screen, qtbot: QtBot) -> None:
    with screen.program() as film:
        tell(film, "full")
        other = X11Fullscreen(lambda: None, screen.display)
        other.watch(on=True)
        qtbot.waitUntil(lambda: names(other) == ["cinema"])
        sense = X11Fullscreen(lambda: None, screen.display, own=film.pid)
        sense.watch(on=True)
        assert names(sense) == []
        other.close()
        sense.close()


def test_a_film_behind_a_window_of_our_own_goes_on(screen: Screen, qtbot: QtBot) -> None:
    with screen.program("today") as ours:
        sense = X11Fullscreen(lambda: None, screen.display, own=ours.pid)
        sense.watch(on=True)
        with screen.program() as film:
            tell(film, "full")
            qtbot.waitUntil(lambda: names(sense) == ["cinema"])
            tell(ours, "again")
            other = X11Fullscreen(lambda: None, screen.display)
            other.watch(on=True)
            qtbot.waitUntil(lambda: not names(other))
            assert names(sense) == ["cinema"]
            tell(film, "normal")
            qtbot.waitUntil(lambda: not names(sense))
            other.close()
        sense.close()


def test_without_a_window_manager_it_says_so(qtbot: QtBot) -> None:
    assert qtbot is not None
    with run_display() as display:
        sense = X11Fullscreen(lambda: None, display)
        sense.watch(on=True)
        assert names(sense) == []
        assert sense.report().why == "the window manager does not say what fills the screen"
        sense.close()
        assert sense.report().why == "the X server is gone"


def test_a_server_that_dies_is_no_error(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    with run_display() as display:
        sense = X11Fullscreen(lambda: None, display)
        sense.watch(on=True)
    qtbot.waitUntil(lambda: "full screen is not noticed any more" in caplog.text)
    sense.watch(on=False)
    sense.watch(on=True)
    assert names(sense) == []
    assert sense.report().why == "the X server is gone"
    sense.close()


def test_without_a_display_there_is_a_reason() -> None:
    with pytest.raises(NoDisplayError, match="no X server answers"):
        X11Fullscreen(lambda: None, ":4711")
    assert find_x11_fullscreen(lambda: None, "wayland", "wayland") == "no X11 session here"
    assert find_x11_fullscreen(lambda: None, "xcb", "wayland") == "no X11 session here"


def test_the_session_of_the_environment_is_asked(
    screen: Screen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert qtbot is not None
    monkeypatch.setenv("DISPLAY", screen.display)
    found = find_x11_fullscreen(lambda: None, "xcb", "x11")
    assert isinstance(found, X11Fullscreen)
    found.close()
    monkeypatch.setenv("DISPLAY", ":4711")
    assert find_x11_fullscreen(lambda: None, "xcb", "x11") == "no X server answers"
