"""The main job, end to end: the installed program on a real desktop, with real buttons."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from deskbreak.adapters.clock import SystemClock
from deskbreak.core.safety import TEXT_VERSION
from tests.journeys.desktop import Desktop
from tests.schema_check import status_faults

Json = dict[str, object]

ALWAYS_OPEN = f"""
[office]
days = "mon-sun"
hours = ["00:00-24:00"]
lunch = ""
[safety]
acknowledged = {SystemClock().read().local().date()}
text_version = {TEXT_VERSION}
"""
DESK = ["shoulder_rotation", "back_twist", "side_tilt", "cat_cow"]


@pytest.fixture
def desk(desktop: Desktop) -> Iterator[Desktop]:
    """Give a desktop whose person has read the safety page and is always at work."""
    folder = Path(desktop.environment["XDG_CONFIG_HOME"]) / "deskbreak"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    (folder / "config.toml").write_text(ALWAYS_OPEN, "utf-8")
    yield desktop
    desktop.cli("quit")


def status(desk: Desktop) -> Json:
    done = desk.cli("status", "--json")
    if done.returncode == 3:
        return {}
    assert done.returncode == 0, done.stderr
    values: Json = json.loads(done.stdout)
    assert status_faults(values) == []
    return values


def state(desk: Desktop) -> object:
    return status(desk).get("state")


def session(desk: Desktop) -> Json:
    found = status(desk).get("session")
    return found if isinstance(found, dict) else {}


def log(desk: Desktop) -> list[Json]:
    done = desk.cli("log", "--json")
    assert done.returncode == 0, done.stderr
    entries: list[Json] = json.loads(done.stdout)
    return entries


def steps(entry: Json) -> list[Json]:
    found = entry["steps"]
    assert isinstance(found, list)
    return found


def run(desk: Desktop, *words: str) -> None:
    desk.start("run", *words)
    desk.wait_until(lambda: state(desk) is not None, what="the program to answer")


def test_an_offer_comes_and_its_button_starts_a_break_that_is_written_down(desk: Desktop) -> None:
    run(desk, "--speed", "600")
    desk.wait_until(lambda: state(desk) == "offering", 40, "an offer")
    sat = status(desk)["sitting_s"]
    assert isinstance(sat, int)
    assert 120 * 60 <= sat <= 225 * 60
    desk.screenshot("offer")
    desk.press_notification("Start")
    desk.wait_until(
        lambda: any(entry["outcome"] == "completed" for entry in log(desk)), 30, "the break's end"
    )
    desk.screenshot("end-card")

    done = [entry for entry in log(desk) if entry["outcome"] == "completed"]
    assert len(done) == 1
    assert [step["exercise"] for step in steps(done[0])] == DESK
    assert all(step["done_reps"] == step["planned_reps"] for step in steps(done[0]))
    assert done[0]["offered_at"] is not None
    assert session(desk) == {}


def test_a_kill_in_the_second_exercise_keeps_the_first(desk: Desktop) -> None:
    run(desk, "--speed", "8")
    program = status(desk)["pid"]
    assert isinstance(program, int)
    assert desk.cli("start").returncode == 0
    desk.wait_until(
        lambda: (session(desk).get("step"), session(desk).get("phase")) == (2, "exercise"),
        40,
        "the second exercise",
    )
    os.kill(program, signal.SIGKILL)
    desk.wait_until(lambda: desk.cli("status").returncode == 3, what="the program to be gone")

    run(desk, "--speed", "8")
    (entry,) = log(desk)
    assert entry["outcome"] == "partial"
    assert entry["reason"] == "crash"
    assert steps(entry)[0]["outcome"] == "completed"
    assert len(steps(entry)) == 4

    desk.cli("show", "today")
    desk.press("Go on with the break")
    desk.wait_until(lambda: session(desk).get("steps") == 3, what="the rest of the break")


def test_a_break_is_driven_from_the_command_line(desk: Desktop) -> None:
    run(desk)
    assert desk.cli("snooze").returncode == 5
    assert desk.cli("skip").returncode == 5
    assert desk.cli("session", "pause").returncode == 5
    assert desk.cli("start", "moon").returncode == 2
    assert desk.cli("start").returncode == 0
    desk.wait_until(lambda: session(desk).get("phase") == "ready", what="the get-ready card")
    assert desk.cli("session", "pause").returncode == 0
    assert session(desk)["paused"] is True
    assert desk.cli("session", "resume").returncode == 0
    assert desk.cli("session", "next").returncode == 0
    desk.wait_until(lambda: session(desk).get("phase") == "exercise", what="the exercise")
    assert desk.cli("session", "finish").returncode == 0
    desk.wait_until(lambda: len(log(desk)) == 1, what="the entry")
    assert log(desk)[0]["outcome"] == "skipped"
    assert desk.cli("pause", "1h30m").returncode == 0
    assert state(desk) == "paused"
    assert desk.cli("resume").returncode == 0
    assert desk.cli("quit").returncode == 0
    desk.wait_until(lambda: desk.cli("status").returncode == 3, what="the program to end")


def test_a_break_is_driven_by_its_buttons(desk: Desktop) -> None:
    run(desk)
    desk.cli("start")
    for name in ("Pause", "Resume", "Next", "Back", "It hurts"):
        desk.press(name)
    desk.screenshot("how-does-it-feel")
    desk.press("Pain")
    desk.wait_until(lambda: len(log(desk)) == 1, what="the entry")

    assert log(desk)[0]["outcome"] == "discomfort"
    assert log(desk)[0]["discomfort"] == "pain"


def test_a_second_start_shows_today(desk: Desktop) -> None:
    run(desk)
    again = desk.cli()

    assert again.returncode == 0
    desk.wait_until(lambda: "Today" in desk.names(), what="the Today window")
    for window in ("log", "settings", "library"):
        assert desk.cli("show", window).returncode == 0
    told = {"Previous day", "Office hours", "Search the exercises"}
    desk.wait_until(lambda: told <= set(desk.names()), what="log, settings and library")
    desk.screenshot("windows")


def test_nobody_is_guided_before_the_safety_page(desktop: Desktop) -> None:
    run(desktop)
    refused = desktop.cli("start")

    assert refused.returncode == 5
    desktop.wait_until(lambda: "deskbreak - Welcome" in desktop.names(), what="the Welcome window")
    desktop.screenshot("welcome")
    desktop.cli("quit")


def test_the_tray_may_die_and_return(desk: Desktop) -> None:
    run(desk)
    desk.tray_dies()
    assert state(desk) == "working"
    desk.tray_returns()
    assert state(desk) == "working"


def test_a_damaged_journal_is_kept_aside_and_said(desk: Desktop) -> None:
    data = Path(desk.environment["XDG_DATA_HOME"]) / "deskbreak"
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    (data / "deskbreak.db").write_bytes(b"SQLite format 3\x00" + b"\xff" * 4096)
    run(desk)

    assert list(data.glob("deskbreak.db.damaged-*"))
    desk.cli("show", "today")
    desk.wait_until(
        lambda: any("damaged" in name for name in desk.names()), what="the notice in Today"
    )


def test_what_is_written_is_sound(desk: Desktop) -> None:
    run(desk, "--speed", "600")
    desk.cli("start")
    desk.wait_until(lambda: len(log(desk)) >= 1, 30, "the entry")
    desk.cli("quit")
    place = Path(desk.environment["XDG_DATA_HOME"]) / "deskbreak" / "deskbreak.db"
    with closing(sqlite3.connect(place)) as journal:
        assert journal.execute("pragma integrity_check").fetchone() == ("ok",)
    assert place.stat().st_mode & 0o777 == 0o600
    assert desk.cli("doctor").returncode in (0, 1)
