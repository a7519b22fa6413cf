"""A posture nudge on a real desktop: the notification's Start guides a check, and it is heard."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.desktop import Desktop

NUDGED = """
[office]
days = "mon-sun"
hours = ["00:00-24:00"]
lunch = ""
[schedule]
posture_nudge_min = 5
lull_s = 0
[display]
sound = "chime"
[safety]
acknowledged = 2026-11-22
text_version = 1
"""


@pytest.fixture
def desk(desktop: Desktop) -> Iterator[Desktop]:
    """Give a desktop with nudges on, and a program that plays chimes by writing them down."""
    folder = Path(desktop.environment["XDG_CONFIG_HOME"]) / "deskbreak"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    (folder / "config.toml").write_text(NUDGED, "utf-8")
    programs = desktop.folder / "programs"
    programs.mkdir()
    player = programs / "pw-play"
    player.write_text(f'#!/bin/sh\necho "$1" >> {desktop.folder}/heard\n', "utf-8")
    player.chmod(0o755)
    desktop.environment["PATH"] = f"{programs}:{desktop.environment['PATH']}"
    yield desktop
    desktop.cli("quit")


def log(desk: Desktop) -> list[dict[str, object]]:
    entries: list[dict[str, object]] = json.loads(desk.cli("log", "--json").stdout)
    return entries


def sitting_s(desk: Desktop) -> int:
    return int(json.loads(desk.cli("status", "--json").stdout)["sitting_s"])


def test_a_nudge_is_answered_with_its_button_and_leaves_the_sitting_clock(desk: Desktop) -> None:
    desk.start("run", "--speed", "60")
    desk.wait_until(lambda: "Posture check?" in dict(desk.notices()), 30, "a nudge")
    desk.press_notification("Start")
    desk.wait_until(lambda: log(desk), 30, "the check to be written down")
    (entry,) = log(desk)
    assert (entry["routine"], entry["outcome"], entry["source"]) == (
        *("posture", "completed", "person"),
    )
    assert sitting_s(desk) >= 5 * 60
    heard = (desk.folder / "heard").read_text("utf-8").splitlines()
    assert Path(heard[0]).name == "begin.wav"
