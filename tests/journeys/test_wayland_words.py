"""Under Wayland windows open and close without Qt's warnings about text input on the terminal."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from tests.journeys.desktop import Desktop
from tests.journeys.test_day import ALWAYS_OPEN, state
from tests.waylands import Compositor, run_sway

_TITLES = {
    "settings": "deskbreak - Settings",
    "log": "deskbreak - Log",
    "library": "deskbreak - Library",
}


def test_the_terminal_hears_nothing_of_text_input(desktop: Desktop, tmp_path: Path) -> None:
    folder = Path(desktop.environment["XDG_CONFIG_HOME"]) / "deskbreak"
    folder.mkdir(mode=0o700, parents=True)
    (folder / "config.toml").write_text(ALWAYS_OPEN, "utf-8")
    with run_sway(tmp_path) as sway, sway.hands():
        desktop.environment |= {
            "QT_QPA_PLATFORM": "wayland",
            "XDG_SESSION_TYPE": "wayland",
            "WAYLAND_DISPLAY": str(sway.socket),
        }
        program = desktop.start("run")
        desktop.wait_until(lambda: state(desktop) is not None, what="the program to answer")
        for name, title in _TITLES.items():
            assert desktop.cli("show", name).returncode == 0
            desktop.wait_until(partial(_is_focused, sway, title), what=title)
            sway.type("-k", "Tab")
        assert desktop.cli("quit").returncode == 0
        assert program.wait(20) == 0
    assert "textinput" not in desktop.said()


def _is_focused(sway: Compositor, title: str) -> bool:
    return sway.focused() == title
