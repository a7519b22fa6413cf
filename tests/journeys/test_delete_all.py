"""Somebody has everything deleted from Settings: the files named go, and nothing else."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest

from tests.journeys.desktop import Desktop
from tests.journeys.test_day import ALWAYS_OPEN, session, state
from tests.journeys.test_first_break import key, tab_to

_BUTTON = "Delete all my data…"
_TITLE = "deskbreak - Delete all my data"
_TOO = "Settings and my own exercises too"

_HOLDING = """
import sys
from pathlib import Path

from deskbreak.cli import main

unlink, held = Path.unlink, Path(sys.argv[1])


def hold(path, missing_ok=False):
    if path == held:
        raise PermissionError(13, "It is held")
    unlink(path, missing_ok=missing_ok)


Path.unlink = hold
sys.exit(main(["run", "--show", "settings"]))
"""
"""The program on a system that lets nobody delete one file."""

pytestmark = pytest.mark.skipif(shutil.which("xdotool") is None, reason="not installed: xdotool")


def place(desk: Desktop, kind: str) -> Path:
    folder = Path(desk.environment[f"XDG_{kind}_HOME"]) / "deskbreak"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def files(desk: Desktop) -> set[str]:
    home = Path(desk.environment["HOME"])
    return {str(path) for path in home.rglob("*") if path.is_symlink() or path.is_file()}


def named(desk: Desktop, *words: str) -> set[str]:
    return set(json.loads(desk.cli("forget", "--json", *words).stdout)["files"])


def furnish(desk: Desktop) -> None:
    """Give the person settings, an exercise of their own, a record, and files of others."""
    (place(desk, "CONFIG") / "config.toml").write_text(ALWAYS_OPEN, "utf-8")
    own = place(desk, "DATA") / "exercises"
    own.mkdir()
    (own / "mine.toml").write_text('schema = 1\nid = "mine"\n', "utf-8")
    (own / "thoughts.txt").write_text("mine", "utf-8")
    (place(desk, "DATA") / "notes.txt").write_text("not deskbreak's", "utf-8")
    assert desk.cli("log", "add", "10").returncode == 0
    copy = Path(desk.environment["HOME"]) / "copy-made-elsewhere.db"
    assert desk.cli("backup", str(copy)).returncode == 0


def ask(desk: Desktop) -> None:
    tab_to(desk, _BUTTON)
    key(desk, "space")
    desk.wait_until(lambda: _TITLE in desk.names(), what="the question")
    desk.wait_until(lambda: desk.focused() == "Cancel", what="Cancel to have the focus")


def test_by_keyboard_everything_goes_and_the_next_start_is_the_first(desktop: Desktop) -> None:
    desk = desktop
    furnish(desk)
    program = desk.start("run", "--show", "settings")
    desk.wait_until(lambda: "deskbreak - Settings" in desk.names(), 30, "Settings to open")
    before, going = files(desk), named(desk, "--settings")
    assert {Path(each).name for each in going} >= {"deskbreak.db", "config.toml", "mine.toml"}

    ask(desk)
    key(desk, "Return")
    desk.wait_until(lambda: _TITLE not in desk.names(), what="the question to go")
    assert state(desk) is not None
    assert files(desk) >= going

    ask(desk)
    desk.screenshot("delete-all")
    tab_to(desk, _TOO)
    key(desk, "space")
    tab_to(desk, "Delete all")
    key(desk, "space")
    assert program.wait(20) == 0, desk.said()
    assert files(desk) == before - going
    assert "Traceback" not in desk.said()

    desk.start("run")
    desk.wait_until(lambda: "deskbreak - Welcome" in desk.names(), 30, "Welcome, as at first")
    assert json.loads(desk.cli("log", "--json").stdout) == []
    assert desk.cli("quit").returncode == 0


def test_in_a_break_what_cannot_be_deleted_is_said_and_the_rest_goes(desktop: Desktop) -> None:
    desk = desktop
    furnish(desk)
    elsewhere = desk.folder / "elsewhere"
    elsewhere.write_text("old", "utf-8")
    link = place(desk, "DATA") / "deskbreak.db.damaged-20261122T120000Z"
    link.symlink_to(elsewhere)
    held = place(desk, "DATA") / "deskbreak.db"
    program = desk.start_program([sys.executable, "-c", _HOLDING, str(held)])
    desk.wait_until(lambda: "deskbreak - Settings" in desk.names(), 30, "Settings to open")
    assert desk.cli("start").returncode == 0
    desk.wait_until(lambda: session(desk).get("elapsed_s"), what="the break's first second")
    before, going = files(desk), named(desk) - {str(held)}
    desk.press(_BUTTON)
    desk.press("Delete all")
    desk.wait_until(lambda: not files(desk) & going, 20, "the files to go")
    desk.wait_until(lambda: any(f"{link} is a link" in name for name in desk.names()), 20)
    assert any(f"{held} could not be deleted: It is held." in name for name in desk.names())
    desk.screenshot("delete-all-not-all")
    assert desk.cli("status").returncode == 3, "nothing runs any more"
    desk.press("Close")
    assert program.wait(20) == 1, desk.said()
    assert files(desk) == before - going
    assert elsewhere.read_text("utf-8") == "old"
    assert "Traceback" not in desk.said()
