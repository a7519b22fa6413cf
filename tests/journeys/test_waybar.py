"""On sway with waybar: the icon in its tray, the words in its module, Today by a click."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.journeys.desktop import PROGRAM, Desktop
from tests.journeys.test_day import ALWAYS_OPEN, run, state
from tests.waylands import run_sway

pytestmark = [
    pytest.mark.linux,
    pytest.mark.skipif(shutil.which("waybar") is None, reason="not installed: waybar"),
]
BAR = {
    "position": "top",
    "height": 28,
    "modules-left": ["tray"],
    "modules-right": ["custom/deskbreak"],
    "tray": {"icon-size": 20},
    "custom/deskbreak": {
        "exec": f"{PROGRAM} status --waybar",
        "return-type": "json",
        "interval": 1,
    },
}
PLAIN = "* { font: 13px DejaVu Sans; margin: 0; padding: 0; }"
ICON = 10, 14


def test_the_bar_shows_icon_and_time_and_opens_today(desktop: Desktop, tmp_path: Path) -> None:
    folder = Path(desktop.environment["XDG_CONFIG_HOME"])
    for name, text in (
        ("deskbreak/config.toml", ALWAYS_OPEN),
        ("waybar/config", json.dumps(BAR)),
        ("waybar/style.css", PLAIN),
    ):
        place = folder / name
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
    with run_sway(tmp_path) as sway, sway.hands():
        desktop.environment |= {
            "QT_QPA_PLATFORM": "wayland",
            "XDG_SESSION_TYPE": "wayland",
            "WAYLAND_DISPLAY": str(sway.socket),
        }
        run(desktop)
        desktop.wait_until(lambda: sway.focused() == "deskbreak - Today", what="Today, no tray yet")
        desktop.start_program(["waybar"])
        desktop.wait_until(
            lambda: {"1:59", "2:00"} & set(desktop.names()), what="the module's words"
        )
        sway.tell('[title="deskbreak - Today"] kill')
        desktop.wait_until(lambda: sway.focused() != "deskbreak - Today", what="Today to close")

        def opened() -> bool:
            sway.click(*ICON)  # until the icon is there
            return sway.focused() == "deskbreak - Today"

        desktop.wait_until(opened, what="Today by a click on the icon")
        assert desktop.cli("pause").returncode == 0
        assert state(desktop) == "paused"
        assert desktop.cli("quit").returncode == 0
