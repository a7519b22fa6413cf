from __future__ import annotations

import socket
from pathlib import Path

import pytest

from deskbreak import app
from deskbreak.adapters.instance import AlreadyRunningError
from deskbreak.cli import client, main
from deskbreak.cli.client import Answer
from deskbreak.cli.run import has_display
from deskbreak.core.command import Window

pytestmark = pytest.mark.linux

Out = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, False),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
        ({"QT_QPA_PLATFORM": "vnc:size=800x600"}, True),
        ({"QT_QPA_PLATFORM": "xcb"}, False),
        ({"QT_QPA_PLATFORM": "wayland;xcb"}, False),
        ({"DISPLAY": "far.away:0"}, True),
        ({"DISPLAY": "/private/tmp/launchd:0x"}, True),
        ({"DISPLAY": ":98765"}, False),
        ({"DISPLAY": "unix:98765.0"}, False),
        ({"WAYLAND_DISPLAY": "wayland-9"}, False),
    ],
)
def test_a_display_is_known_before_qt_dies_of_its_lack(
    variables: dict[str, str],
    expected: bool,  # noqa: FBT001 - a table's column
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert has_display() is expected


@pytest.mark.parametrize("absolute", [False, True])
def test_a_wayland_socket_is_a_display(
    absolute: bool,  # noqa: FBT001 - a table's column
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = home / "run" / "wayland-7"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))
        server.listen()
        monkeypatch.setenv("WAYLAND_DISPLAY", str(path) if absolute else "wayland-7")
        assert has_display()


@pytest.mark.parametrize(
    ("line", "speed", "window"),
    [
        ("", 1, None),
        ("run", 1, None),
        ("run --speed 600", 600, None),
        ("run --show=log --speed=2", 2, Window.LOG),
    ],
)
def test_the_program_is_started_as_asked(
    line: str, speed: int, window: Window | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[tuple[int, Window | None]] = []

    def run_app(speed: int, show: Window | None) -> int:
        started.append((speed, show))
        return 0

    monkeypatch.setattr(app, "run_app", run_app, raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert main(line.split()) == 0
    assert started == [(speed, window)]


@pytest.mark.parametrize(("wait", "code"), [(3, 0), (1000, 1)])
def test_who_loses_the_race_hands_over(
    wait: int, code: int, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    asked: list[str] = []

    def ask(verb: str, args: dict[str, str | int | None]) -> Answer | None:
        asked.append(f"{verb} {args['window']}")
        return Answer(0, "", None) if len(asked) > wait else None

    def run_app(speed: int, show: Window | None) -> int:
        raise AlreadyRunningError(f"{speed} {show}")

    monkeypatch.setattr(app, "run_app", run_app, raising=False)
    monkeypatch.setattr("deskbreak.cli.run.ask", ask)
    monkeypatch.setattr("deskbreak.cli.run._HAND_OVER_WAIT_S", 0)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert main(["run", "--show", "log"]) == code
    assert set(asked) == {"show log"}
    out, err = capsys.readouterr()
    assert ("running already" in out, "does not answer" in err) == (code == 0, code == 1)
    assert client.ask("status") is None
