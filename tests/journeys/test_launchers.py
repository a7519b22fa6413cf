"""What menus and launchers start: the entry, its actions, and a second start that comes forward."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.journeys.desktop import PROGRAM, ROOT, Desktop
from tests.journeys.test_day import ALWAYS_OPEN, run, state
from tests.wayland_client import activation_token
from tests.waylands import run_sway

ENTRY = ROOT / "packaging/io.github.deskbreak.deskbreak.desktop"
LAUNCH = """
import sys
from gi.repository import Gio
entry = Gio.DesktopAppInfo.new_from_filename(sys.argv[1])
if len(sys.argv) == 2:
    entry.launch([], None)
else:
    entry.launch_action(sys.argv[2], None)
"""


@pytest.fixture
def desk(desktop: Desktop) -> Desktop:
    folder = Path(desktop.environment["XDG_CONFIG_HOME"]) / "deskbreak"
    folder.mkdir(mode=0o700, parents=True)
    (folder / "config.toml").write_text(ALWAYS_OPEN, "utf-8")
    desktop.environment["PATH"] = f"{PROGRAM.parent}:{desktop.environment['PATH']}"
    return desktop


def launch(desk: Desktop, *action: str) -> None:
    """Start the entry or one of its actions as GNOME's and XFCE's menus do."""
    command = ["/usr/bin/python3", "-c", LAUNCH, str(ENTRY), *action]
    program = desk.start_program(command)
    assert program.wait(30) == 0, desk.said()


def test_the_entry_and_its_actions_do_what_they_say(desk: Desktop) -> None:
    launch(desk)
    desk.wait_until(lambda: state(desk) == "working", what="the program")
    launch(desk)
    desk.wait_until(lambda: "Today" in desk.names(), what="Today")
    launch(desk, "Log")
    desk.wait_until(lambda: "Previous day" in desk.names(), what="the log")
    launch(desk, "Pause")
    desk.wait_until(lambda: state(desk) == "paused", what="the pause")
    launch(desk, "Start")
    desk.wait_until(lambda: state(desk) == "exercising", what="the break")
    assert desk.cli("quit").returncode == 0


def test_under_wayland_a_second_start_comes_forward(desk: Desktop, tmp_path: Path) -> None:
    with run_sway(tmp_path) as sway:
        sway.tell("focus_on_window_activation focus")
        desk.environment |= {
            "QT_QPA_PLATFORM": "wayland",
            "XDG_SESSION_TYPE": "wayland",
            "WAYLAND_DISPLAY": str(sway.socket),
        }
        run(desk)
        assert desk.cli().returncode == 0
        desk.wait_until(lambda: sway.focused() == "deskbreak - Today", what="Today")
        editor = "from PySide6.QtWidgets import *; a = QApplication([]); b = QLabel('work'); "
        desk.start_program([sys.executable, "-c", editor + "b.show(); a.exec()"])
        desk.wait_until(lambda: "Today" not in sway.focused(), what="the work")
        with activation_token(sway.socket) as token:
            desk.environment["XDG_ACTIVATION_TOKEN"] = token
            assert desk.cli().returncode == 0
            desk.wait_until(lambda: sway.focused() == "deskbreak - Today", what="Today in front")
        assert desk.cli("quit").returncode == 0
