"""A screen is unplugged in mid-break: the break pauses, and is whole on the screen that is left."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.journeys.desktop import Desktop, run_desktop
from tests.journeys.test_day import ALWAYS_OPEN, run, session
from tests.waylands import Screen, run_screens

BREAK = "deskbreak - Break"


def at_work(desk: Desktop) -> None:
    folder = Path(desk.environment["XDG_CONFIG_HOME"]) / "deskbreak"
    folder.mkdir(mode=0o700, parents=True)
    (folder / "config.toml").write_text(ALWAYS_OPEN, "utf-8")
    run(desk)


def start_break(desk: Desktop) -> None:
    assert desk.cli("start").returncode == 0
    desk.wait_until(lambda: session(desk).get("elapsed_s"), what="the break's first second")


def paused_then_goes_on(desk: Desktop) -> None:
    desk.wait_until(lambda: session(desk).get("paused"), what="the pause")
    assert desk.cli("session", "resume").returncode == 0
    before = session(desk)["elapsed_s"]
    desk.wait_until(lambda: session(desk)["elapsed_s"] != before, what="the break to go on")


def is_within(window: Screen, screen: Screen) -> bool:
    inside_x = screen.x <= window.x and window.x + window.width <= screen.x + screen.width
    return inside_x and (
        screen.y <= window.y and window.y + window.height <= screen.y + screen.height
    )


def test_on_wayland_with_mixed_scales(desktop: Desktop, tmp_path: Path) -> None:
    with run_screens(tmp_path, 2) as sway:
        sway.tell("output WL-2 scale 2")
        sway.tell("focus output WL-1")
        desktop.environment |= {
            "QT_QPA_PLATFORM": "wayland",
            "XDG_SESSION_TYPE": "wayland",
            "WAYLAND_DISPLAY": str(sway.socket),
        }
        at_work(desktop)
        start_break(desktop)
        assert is_within(sway.window(BREAK), sway.screens()["WL-1"])
        assert sway.window(BREAK).width < 1000, "it floats, and is no tile"
        sway.unplug("WL-1")
        paused_then_goes_on(desktop)
        assert is_within(sway.window(BREAK), sway.screens()["WL-2"])
        assert desktop.cli("quit").returncode == 0


def xrandr(desk: Desktop, *words: str) -> None:
    subprocess.run(["xrandr", *words], env=desk.environment, check=True, capture_output=True)


def x_window(desk: Desktop) -> Screen:
    def told(*words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=desk.environment, check=True, capture_output=True, text=True
        )
        return done.stdout

    number = told("search", "--onlyvisible", "--name", BREAK).split()[0]
    lines = told("getwindowgeometry", "--shell", number).split()
    values = dict(line.split("=") for line in lines)
    return Screen(*(int(values[side]) for side in ("X", "Y", "WIDTH", "HEIGHT")))


@pytest.mark.skipif(shutil.which("xrandr") is None, reason="not installed: xrandr")
def test_on_x11_with_mixed_scales() -> None:
    left, right = Screen(0, 0, 1100, 900), Screen(1100, 0, 1700, 1300)
    with run_desktop(size="2800x1300") as desk:
        xrandr(desk, "--setmonitor", "LEFT", "1100/290x900/238+0+0", "screen")
        xrandr(desk, "--setmonitor", "RIGHT", "1700/225x1300/172+1100+0", "none")
        desk.environment["QT_SCREEN_SCALE_FACTORS"] = "LEFT=1;RIGHT=1.5"
        move = ["xdotool", "mousemove", "1900", "600"]
        subprocess.run(move, env=desk.environment, check=True)
        at_work(desk)
        start_break(desk)
        assert is_within(x_window(desk), right)
        xrandr(desk, "--delmonitor", "RIGHT")
        paused_then_goes_on(desk)
        desk.wait_until(lambda: is_within(x_window(desk), left), what="the window to be whole")
        assert x_window(desk).width < 1000, "drawn for the scale of this screen"
        assert desk.cli("quit").returncode == 0
