"""From the first start to a finished first break: by keyboard alone, and by screen reader alone."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from functools import partial

import pytest

from tests.journeys.desktop import Desktop

_ACCEPT = "I have read this and decide for myself"
_MOST_TABS = 80

pytestmark = pytest.mark.skipif(shutil.which("xdotool") is None, reason="not installed: xdotool")


@pytest.fixture
def newcomer(desktop: Desktop) -> Iterator[Desktop]:
    """Give the desktop of somebody who is about to start deskbreak for the first time."""
    yield desktop
    desktop.cli("quit")


def start(desktop: Desktop, speed: str) -> None:
    desktop.start("run", "--speed", speed)
    desktop.wait_until(
        lambda: "deskbreak - Welcome" in desktop.names(), 30, "the Welcome window to open"
    )


def key(desktop: Desktop, *names: str) -> None:
    subprocess.run(
        ["xdotool", "key", "--clearmodifiers", *names],
        env=desktop.environment,
        check=True,
        timeout=20,
        capture_output=True,
    )


def tab_to(desktop: Desktop, *wanted: str) -> None:
    """Press Tab until a control of one of these names has the focus, as a person would."""
    seen: list[str] = []
    for _ in range(_MOST_TABS):
        name = desktop.focused()
        if name in wanted:
            return
        seen.append(name)
        key(desktop, "Tab")
        desktop.wait_until(partial(_has_left, desktop, name), 5, "the focus to move")
    pytest.fail(f"Tab never came to {wanted}; it went over {seen}")


def _has_left(desktop: Desktop, name: str) -> bool:
    return desktop.focused() != name


def outcomes(desktop: Desktop) -> list[object]:
    done = desktop.cli("log", "--json")
    return [entry["outcome"] for entry in json.loads(done.stdout or "[]")]


def test_by_keyboard_alone(newcomer: Desktop) -> None:
    desk = newcomer
    start(desk, "20")
    tab_to(desk, "None of these")
    key(desk, "space")
    tab_to(desk, _ACCEPT)
    desk.screenshot("welcome-by-keyboard")
    key(desk, "space")
    tab_to(desk, "Done")
    desk.screenshot("welcome-second-page")
    key(desk, "Return")
    desk.wait_until(lambda: "Today" in desk.names(), what="the Today window to open")
    tab_to(desk, "Start")
    key(desk, "space")
    desk.wait_until(lambda: "deskbreak - Break" in desk.names(), what="the break window to open")
    desk.wait_until(lambda: "completed" in outcomes(desk), 60, "the first break to be finished")
    desk.screenshot("first-break-by-keyboard")
    tab_to(desk, "Close")
    key(desk, "space")
    desk.wait_until(lambda: "deskbreak - Break" not in desk.names(), what="the window to close")


def test_by_screen_reader_alone(newcomer: Desktop) -> None:
    desk = newcomer
    start(desk, "6")  # a screen reader's walk over the windows takes a second or two
    desk.press("None of these")
    desk.press(_ACCEPT)
    desk.press("Done")
    desk.wait_until(lambda: "Today" in desk.names(), what="the Today window to open")
    desk.press("Start")
    desk.wait_until(lambda: "deskbreak - Break" in desk.names(), what="the break window to open")
    desk.press("Pause")
    desk.wait_until(lambda: "Resume" in desk.names(), what="the break to stand still")
    assert {"Shoulder rotation", "Back twist", "Lateral tilt", "Seated cat-cow"} & set(desk.names())
    desk.press("Resume")
    desk.wait_until(lambda: "completed" in outcomes(desk), 60, "the first break to be finished")
    desk.press("Close")
    desk.wait_until(lambda: "deskbreak - Break" not in desk.names(), what="the window to close")
