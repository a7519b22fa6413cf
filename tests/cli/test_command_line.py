from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from deskbreak import __version__
from deskbreak.adapters.runtime_folder import runtime_folder
from deskbreak.adapters.wire import read_request, write_response
from deskbreak.cli import VERBS, main
from deskbreak.cli.client import ask
from deskbreak.core.protocol import Query, Request, Response, parse
from deskbreak.core.unfit import TurnOn

Serve = Callable[..., list[Request]]
Out = pytest.CaptureFixture[str]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Stand in for the running program: answer each request with the same bytes or answer."""
    folder = Path(runtime_folder())
    folder.mkdir(mode=0o700)
    server = socket.socket(socket.AF_UNIX)
    server.bind(f"{folder}/deskbreak.sock")
    server.listen()
    heard: list[Request] = []
    threads: list[threading.Thread] = []

    def go(said: Response | bytes) -> list[Request]:
        def answer() -> None:
            while True:
                try:
                    line, _ = server.accept()
                except OSError:
                    return
                with line:
                    if request := line.recv(4096):
                        heard.append(read_request(request))
                        line.sendall(said if isinstance(said, bytes) else write_response(said))

        threads.append(threading.Thread(target=answer))
        threads[-1].start()
        return heard

    yield go
    server.shutdown(socket.SHUT_RDWR)
    server.close()
    for thread in threads:
        thread.join()


ACTS: list[tuple[str, dict[str, object]]] = [
    ("start", {}),
    ("start desk_short", {"routine": "desk_short"}),
    ("snooze", {}),
    ("snooze 15", {"minutes": 15}),
    ("snooze 1h", {"minutes": 60}),
    ("skip", {}),
    ("pause", {}),
    ("pause 1h30m", {"minutes": 90}),
    ("pause --until 14:05", {"until": "14:05"}),
    ("pause --until tomorrow", {"until": "tomorrow"}),
    ("pause tomorrow", {"until": "tomorrow"}),
    ("pause today", {"until": "today"}),
    ("pause hurt", {"until": "hurt"}),
    ("pause unwell", {"until": "unwell"}),
    ("resume", {}),
    ("resume yes", {"better": True}),
    ("resume no", {"better": False}),
    ("ate nothing", {"meal": "nothing"}),
    ("show safety", {"window": "safety"}),
    ("resume", {}),
    ("meeting", {}),
    ("meeting 45m", {"minutes": 45}),
    ("meeting end", {"end": True}),
    ("ate", {}),
    ("ate snack", {"meal": "snack"}),
    ("session hurts", {"verb": "hurts"}),
    ("session hurts pain", {"verb": "hurts", "discomfort": "pain"}),
    ("session easier", {"verb": "easier"}),
    ("session slow", {"verb": "slow"}),
    ("show library", {"window": "library"}),
    ("quit", {}),
]


@pytest.mark.parametrize(("line", "args"), ACTS)
def test_a_command_reaches_the_program(
    line: str, args: dict[str, object], serve: Serve, capsys: Out
) -> None:
    heard = serve(Response(0, "Done so."))
    words = line.split()
    assert main(words) == 0
    assert heard == [Request(words[0], args)]  # type: ignore[arg-type]  # plain values
    assert not isinstance(parse(heard[0]), Query)
    assert capsys.readouterr().out.startswith("Done so.\n")


def test_it_hurts_asks_how_it_feels(serve: Serve, capsys: Out) -> None:
    serve(Response(0))
    assert main(["session", "hurts"]) == 0
    assert capsys.readouterr().out.startswith("How does it feel?")
    assert main(["session", "hurts", "stretch"]) == 0
    assert capsys.readouterr().out == ""


def test_an_exercise_is_turned_on_again(serve: Serve, capsys: Out) -> None:
    heard = serve(Response(0, "It comes back."))
    assert main(["exercises", "on", "cat_cow"]) == 0
    assert heard == [Request("turn_on", {"exercise": "cat_cow"})]
    assert parse(heard[0]) == TurnOn("cat_cow")
    assert main(["exercises", "on", "moon"]) == 2
    out, err = capsys.readouterr()
    assert out == "It comes back.\n"
    assert 'no exercise "moon"' in err


@pytest.mark.parametrize(
    "line",
    [
        *("start -x", "start a b", "snooze 0", "snooze 241", "snooze x", "snooze 5 5", "skip now"),
        *("pause --until", "pause --until 25:00", "pause never", "pause 5 5", "resume x"),
        *("meeting over", "ate cake", "session", "session fly", "session hurts badly"),
        *("session pause pain", "session hurts pain pain", "exercises on"),
        *("show", "show moon", "quit now"),
        *("status --yaml", "run --speed 0", "run --speed", "run --show moon", "run now"),
        *("run --speed=x", "flyy", "help flyy"),
    ],
)
def test_nonsense_is_wrong_usage_with_a_hint(line: str, capsys: Out) -> None:
    assert main(line.split()) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "deskbreak" in err


@pytest.mark.parametrize("line", ["start", "skip", "status", "status --json", "session pause"])
def test_without_the_program_it_is_three(line: str, capsys: Out) -> None:
    assert main(line.split()) == 3
    assert "not running" in capsys.readouterr().err


def test_a_bar_is_told_when_it_does_not_run(capsys: Out) -> None:
    assert main(["status", "--waybar"]) == 3
    assert json.loads(capsys.readouterr().out)["class"] == "not_running"


@pytest.mark.parametrize("code", [1, 5])
def test_a_refusal_is_passed_on(code: int, serve: Serve, capsys: Out) -> None:
    serve(Response(code, "Nothing to skip."))
    assert main(["skip"]) == code
    assert capsys.readouterr().err == "Nothing to skip.\n"
    assert main(["status"]) == code
    assert capsys.readouterr().err == "Nothing to skip.\n"


def test_the_state_in_three_forms(serve: Serve, capsys: Out) -> None:
    heard = serve(Response(0, "Working.", {"state": "working"}))
    assert main(["status"]) == 0
    assert capsys.readouterr().out == "Working.\n"
    assert main(["status", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"state": "working"}
    assert main(["status", "--waybar"]) == 0
    assert capsys.readouterr().out == '{"state": "working"}\n'
    assert [request.args["form"] for request in heard] == ["text", "json", "waybar"]


@pytest.mark.parametrize("said", [b"nonsense\n", b"[" * 5000 + b"\n", b"[]\n", b'{"a":1}\n'])
def test_a_senseless_answer_is_a_failure(said: bytes, serve: Serve) -> None:
    serve(said)
    answer = ask("status")
    assert answer is not None
    assert answer.code == 1
    assert "makes no sense" in answer.text


def test_a_program_that_hangs_up_is_a_failure(serve: Serve) -> None:
    serve(b"")
    answer = ask("status")
    assert answer is not None
    assert (answer.code, answer.text) == (1, "deskbreak is running but does not answer.")


def test_a_silent_program_is_a_failure(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    assert serve is not None  # it listens, and nobody accepts
    monkeypatch.setattr("deskbreak.cli.client._ANSWER_S", 0.05)
    answer = ask("status")
    assert answer is not None
    assert (answer.code, "does not answer" in answer.text) == (1, True)


@pytest.mark.parametrize("line", ["", "run", "run --show log --speed 600", "run --speed=600"])
def test_a_second_start_shows_the_window(line: str, serve: Serve, capsys: Out) -> None:
    heard = serve(Response(0, ""))
    assert main(line.split()) == 0
    assert heard == [Request("show", {"window": "log" if "log" in line else "today"})]
    assert "running already" in capsys.readouterr().out


@pytest.mark.parametrize("display", [None, ":99", "wayland-none", "/none"])
def test_no_display_is_three(
    display: str | None, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    if display is not None:
        name = "DISPLAY" if display.startswith(":") else "WAYLAND_DISPLAY"
        monkeypatch.setenv(name, display)
    assert main([]) == 3
    assert "no display" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["help"]])
def test_help_names_every_command(words: list[str], capsys: Out) -> None:
    assert main(words) == 0
    out = capsys.readouterr().out
    for verb in VERBS:
        assert f"\n  {verb} " in out


@pytest.mark.parametrize("verb", VERBS)
def test_every_command_has_help_of_its_own(verb: str, capsys: Out) -> None:
    assert main([verb, "--help"]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"Use: deskbreak {verb}")
    assert main(["help", verb]) == 0
    assert capsys.readouterr().out == out


def test_the_version(capsys: Out) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"deskbreak {__version__}\n"


def test_a_slip_of_the_finger_is_understood(capsys: Out) -> None:
    assert main(["statsu"]) == 2
    assert "Did you mean: deskbreak status?" in capsys.readouterr().err
