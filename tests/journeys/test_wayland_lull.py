"""Under Wayland a break waits for the first lull; when the compositor goes, the program stays."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.desktop import Desktop
from tests.journeys.test_day import ALWAYS_OPEN, run, state, status
from tests.waylands import run_sway

EARLIEST_S = 120
WINDOW = f"""
[schedule]
earliest_min = {EARLIEST_S // 60}
latest_min = 720
lull_s = 4
"""


def sat(desk: Desktop) -> int:
    seconds = status(desk)["sitting_s"]
    assert isinstance(seconds, int)
    return seconds


def words_of(folder: Path) -> str:
    return "".join(file.read_text("utf-8") for file in folder.glob("*.log"))


def test_a_break_waits_for_the_hands_to_rest(desktop: Desktop, tmp_path: Path) -> None:
    folder = Path(desktop.environment["XDG_CONFIG_HOME"]) / "deskbreak"
    folder.mkdir(mode=0o700, parents=True)
    (folder / "config.toml").write_text(ALWAYS_OPEN + WINDOW, "utf-8")
    with run_sway(tmp_path) as sway:
        desktop.environment["XDG_SESSION_TYPE"] = "wayland"
        desktop.environment["WAYLAND_DISPLAY"] = str(sway.socket)
        told = desktop.cli("doctor").stdout
        assert "Idle time: Wayland's " in told
        assert "under Wayland it sees only the input of X11 windows" in told
        run(desktop, "--speed", "60")
        while sat(desktop) < 2 * EARLIEST_S:
            sway.touch()
            assert state(desktop) == "working"
        desktop.wait_until(lambda: state(desktop) == "offering", what="the offer in the lull")
        sway.kill()
        logs = Path(desktop.environment["XDG_STATE_HOME"]) / "deskbreak"
        desktop.wait_until(lambda: "the compositor hung up" in words_of(logs), what="the log")
        assert state(desktop) == "offering"
        assert "Idle time: nothing here tells" in desktop.cli("doctor").stdout
    desktop.cli("quit")
