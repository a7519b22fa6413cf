"""A day with a film, a meeting, lunch, a suspend and a lock, and the journal written first."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.adapters.mocked_logind import MockedLogind, has_dbusmock, run_logind
from tests.journeys.desktop import Desktop, run_desktop
from tests.journeys.test_day import ALWAYS_OPEN, run, session, state, status
from tests.journeys.test_held_back import held, lines, play_film, skip_when_offered

pytestmark = [
    pytest.mark.linux,
    pytest.mark.skipif(not has_dbusmock(), reason="dbusmock or gdbus is not installed"),
]

SPEED = 60
SHORT = """
[schedule]
earliest_min = 4
latest_min = 4
[routine]
after_meal = "ignore"
"""

JOURNAL = [
    "started",
    "arrived",
    # A film fills the screen when the first break is due.
    "held fullscreen",
    "released",
    "offered",
    "break skipped, held back by fullscreen",
    # A meeting, said by hand, ends before its time.
    "held meeting",
    "released",
    "offered",
    "break skipped, held back by meeting",
    # Lunch is chosen and eaten; the count begins after it.
    "settings",
    "offered",
    # The machine sleeps for a moment during this offer, which ends nothing. The screen is locked
    # in the middle of the break: it stands still, and goes on only when a person says so.
    "break completed, held back by ",  # nothing
]


def test_a_whole_day_leaves_the_journal_that_was_written_down_first(tmp_path: Path) -> None:
    with run_logind(tmp_path) as logind:
        place = logind.add_session()
        with run_desktop(system_bus=logind.address) as desk:
            desk.environment["XDG_SESSION_ID"] = "c1"
            folder = Path(desk.environment["XDG_CONFIG_HOME"]) / "deskbreak"
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            (folder / "config.toml").write_text(ALWAYS_OPEN + SHORT, "utf-8")
            work_till_lunch(desk)
            rest_after_lunch(desk, logind, place)
            assert lines(desk) == JOURNAL
            desk.cli("quit")


def work_till_lunch(desk: Desktop) -> None:
    film = play_film(desk)
    try:
        run(desk, "--speed", str(SPEED))
        desk.wait_until(lambda: held(desk) == ["fullscreen"], 20, "the film to hold back")
    finally:
        film.kill()
        film.communicate()
    skip_when_offered(desk)
    assert desk.cli("meeting", "30m").returncode == 0
    desk.wait_until(lambda: "held meeting" in lines(desk), 20, "the meeting to hold back")
    assert desk.cli("meeting", "end").returncode == 0
    skip_when_offered(desk)


def rest_after_lunch(desk: Desktop, logind: MockedLogind, place: str) -> None:
    begins = datetime.fromisoformat(str(status(desk)["now"])) + timedelta(minutes=2)
    lunch = f"{begins:%H:%M}-{begins + timedelta(minutes=4):%H:%M}"
    assert desk.cli("config", "set", "office.lunch", lunch).returncode == 0
    desk.wait_until(lambda: state(desk) == "off_duty", 20, "lunch")
    desk.wait_until(lambda: state(desk) == "offering", 30, "the offer after lunch")
    logind.sleep("true")
    logind.sleep("false")
    assert state(desk) == "offering"
    assert desk.cli("start").returncode == 0
    desk.wait_until(lambda: session(desk).get("phase") == "exercise", 20, "the first exercise")
    logind.hint(place, "true")
    desk.wait_until(lambda: session(desk).get("paused") is True, 20, "the pause")
    logind.hint(place, "false")
    assert session(desk)["paused"] is True
    assert desk.cli("session", "resume").returncode == 0
    desk.wait_until(lambda: state(desk) == "working", 30, "the end of the break")
