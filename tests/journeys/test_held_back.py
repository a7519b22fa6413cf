"""A day full of things that a break must not get into, and the journal that it has to leave."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.adapters.calendar_files import calendar, timed
from tests.journeys.desktop import Desktop
from tests.journeys.test_day import ALWAYS_OPEN, log, run, state, status

WINDOW = Path(__file__).parents[1] / "adapters" / "full_window.py"
SPEED = 40  # reasons are looked for a program minute ahead, so a second and a half
SHORT = """
[schedule]
earliest_min = 3
latest_min = 3
away_min = 240
fresh_after_min = 240
"""

JOURNAL = [
    "started",
    "arrived",
    # A film fills the screen when the first break is due.
    "held fullscreen",
    "released",
    "offered",
    "break skipped, held back by fullscreen",
    # A meeting was said by hand; when its time is over, its person says that it is.
    "held meeting",
    "released",
    "offered",
    "break skipped, held back by meeting",
    # A calendar is chosen, and a meeting in it begins.
    "settings",
    "held calendar",
    "released",
    "offered",
    "break skipped, held back by calendar",
    # Nobody is to disturb.
    "held do_not_disturb",
    "released",
    "offered",
    "break skipped, held back by do_not_disturb",
]


@pytest.fixture
def desk(desktop: Desktop) -> Iterator[Desktop]:
    folder = Path(desktop.environment["XDG_CONFIG_HOME"]) / "deskbreak"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    (folder / "config.toml").write_text(ALWAYS_OPEN + SHORT, "utf-8")
    yield desktop
    desktop.cli("quit")


def held(desk: Desktop) -> object:
    """Return what holds a break back that is due, None while none is."""
    found = status(desk)
    return found.get("held_back_by") if "Held back since" in str(found.get("why")) else None


def lines(desk: Desktop) -> list[str]:
    """Return the journal as a line for each event and break, in order; a break after its events."""
    done = desk.cli("log", "--events", "--json")
    assert done.returncode == 0, done.stderr
    found: list[tuple[str, str]] = []
    for each in json.loads(done.stdout):
        if each["kind"] == "event":
            reason = each["data"].get("reason", "")
            found.append((each["at"], f"{each['what']} {reason}".strip()))
        else:
            reasons = " ".join(each["held_back_by"])
            found.append((each["ended_at"], f"break {each['outcome']}, held back by {reasons}"))
    return [
        line for _, line in sorted(found, key=lambda pair: (pair[0], pair[1].startswith("break")))
    ]


def skip_when_offered(desk: Desktop) -> None:
    desk.wait_until(lambda: state(desk) == "offering", 20, "the offer that was held back")
    assert desk.cli("skip").returncode == 0


def play_film(desk: Desktop) -> subprocess.Popen[str]:
    command = [sys.executable, str(WINDOW), "cinema"]
    pipe = subprocess.PIPE
    film = subprocess.Popen(
        command, env=desk.environment, stdin=pipe, stdout=pipe, text=True, bufsize=1
    )
    assert film.stdin is not None
    assert film.stdout is not None
    film.stdin.write("full\n")
    film.stdin.flush()
    assert [film.stdout.readline(), film.stdout.readline()] == ["ready\n", "done\n"]
    return film


def test_a_day_of_reasons_leaves_the_journal_that_was_written_down_first(desk: Desktop) -> None:
    hold_by_film(desk)
    skip_when_offered(desk)

    assert desk.cli("meeting", "4m").returncode == 0
    asked = "Still in the meeting?"
    desk.wait_until(lambda: str(status(desk)["why"]).startswith(asked), 20, "the question")
    desk.wait_until(lambda: asked in [title for title, _ in desk.notices()], 5, "its notification")
    assert desk.cli("meeting", "end").returncode == 0
    skip_when_offered(desk)

    choose_calendar(desk)
    desk.wait_until(lambda: held(desk) == ["calendar"], 20, "the calendar to hold back")
    skip_when_offered(desk)

    pause(desk, "true")
    desk.wait_until(lambda: held(desk) == ["do_not_disturb"], 20, "do-not-disturb to hold back")
    pause(desk, "false")
    skip_when_offered(desk)

    assert lines(desk) == JOURNAL
    assert [entry["outcome"] for entry in log(desk)] == ["skipped"] * 4


def hold_by_film(desk: Desktop) -> None:
    """Let a film hold a break back, and look at what Today says of it."""
    begun = "A window fills the screen (cinema), since "
    film = play_film(desk)
    try:
        run(desk, "--speed", str(SPEED))
        desk.wait_until(lambda: held(desk) == ["fullscreen"], 20, "the film to hold back")
        assert "a window fills the screen (cinema)" in str(status(desk)["why"])
        assert desk.cli("show", "today").returncode == 0
        desk.press("Why?")
        desk.wait_until(lambda: told(desk, begun), 10, "Today to say why")
        desk.screenshot("held-by-film")
    finally:
        film.kill()
        film.communicate()
    desk.wait_until(lambda: state(desk) == "offering", 20, "the offer that was held back")
    desk.wait_until(lambda: not told(desk, begun), 10, "Today to say that nothing holds it back")
    explained = desk.cli("status", "--why").stdout
    assert "What holds it back\n  Nothing.\nDecided last\n" in explained
    assert "a break was offered.\n" in explained
    assert "  Full screen: X11" in explained


def told(desk: Desktop, begun: str) -> bool:
    """Return whether a sentence that begins so is on the screen."""
    return any(name.startswith(begun) for name in desk.names())


def pause(desk: Desktop, on: str) -> None:
    command = ["dunstctl", "set-paused", on]
    subprocess.run(command, env=desk.environment, check=True, timeout=10)


def choose_calendar(desk: Desktop) -> None:
    """Choose a calendar whose meeting begins in two minutes, for five."""
    begins = datetime.fromisoformat(str(status(desk)["now"])) + timedelta(minutes=2)
    file = desk.folder / "work.ics"
    file.write_bytes(calendar(timed(_text(begins), _text(begins + timedelta(minutes=5)))))
    assert desk.cli("config", "set", "office.calendar", str(file)).returncode == 0


def _text(when: datetime) -> str:
    return when.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def test_a_program_is_ignored_and_its_film_is_no_reason_any_more(desk: Desktop) -> None:
    film = play_film(desk)
    try:
        run(desk, "--speed", str(SPEED))
        desk.wait_until(lambda: held(desk) == ["fullscreen"], 20, "the film to hold back")
        desk.cli("show", "today")
        desk.press("Ignore cinema in full screen")
        desk.wait_until(lambda: state(desk) == "offering", 20, "the offer")
        chosen = desk.cli("config", "get", "hold_back.ignore_apps").stdout
        assert "fullscreen:cinema" in chosen
    finally:
        film.kill()
        film.communicate()


@pytest.mark.skipif(shutil.which("pulseaudio") is None, reason="pulseaudio is not installed")
def test_a_call_is_noticed_by_its_microphone(desk: Desktop) -> None:
    native = Path(desk.environment["XDG_RUNTIME_DIR"]) / "pulse" / "native"
    native.parent.mkdir(mode=0o700)
    server = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"]
    socket = f"module-native-protocol-unix socket={native} auth-anonymous=1"
    desk.start_program([*server, "-L", socket, "-L", "module-null-source source_name=mic"])
    desk.wait_until(native.exists, what="the sound server")
    call = desk.start_program(["parecord", "--device=mic", str(desk.folder / "call.wav")])
    run(desk, "--speed", str(SPEED))
    desk.wait_until(lambda: held(desk) == ["meeting"], 20, "the call to hold back")
    assert "you are in a meeting (parecord)" in str(status(desk)["why"])
    call.kill()
    desk.wait_until(lambda: state(desk) == "offering", 20, "the offer after the call")
    assert lines(desk) == ["started", "arrived", "held meeting", "released", "offered"]
