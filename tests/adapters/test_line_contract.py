"""What both lines of the command line promise: the socket, and the local server that is a pipe.

Qt's local server is a socket here and a named pipe on Windows, where this file runs over the pipe.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from deskbreak.adapters.server import CommandServer, command_server
from deskbreak.adapters.server_pipe import PipeServer
from deskbreak.adapters.wire import MOST_BYTES_IN
from deskbreak.core.protocol import Request, Response

pytestmark = pytest.mark.native

STATUS = b'{"v":1,"cmd":"status"}\n'
LINES = ["pipe"] if sys.platform == "win32" else ["pipe", "socket"]
LONG = b'{"v":1,"cmd":"day","args":{"size":3000000}}\n'

Server = CommandServer | PipeServer


def handle(request: Request) -> Response:
    if request.verb == "crash":
        raise RuntimeError("a defect")
    size = request.args.get("size")
    return Response(0, request.verb, "x" * size if isinstance(size, int) else None)


@pytest.fixture
def name(home: Path) -> str:
    if sys.platform == "win32":
        return rf"\\.\pipe\deskbreak-test-{os.getpid()}"
    return str(home / "d.sock")


@pytest.fixture(params=LINES)
def server(request: pytest.FixtureRequest, name: str, qtbot: QtBot) -> Iterator[Server]:
    made: Server
    made = (
        PipeServer(name, handle) if request.param == "pipe" else CommandServer(Path(name), handle)
    )
    made.listen()
    yield made
    made.close()
    qtbot.waitUntil(lambda: made.open_visits() == 0)


def call(name: str) -> QLocalSocket:
    made = QLocalSocket()
    made.connectToServer(name)
    assert made.waitForConnected(2000)
    return made


def said(peer: QLocalSocket, qtbot: QtBot) -> bytes:
    """Read an answer and hang up."""
    heard = bytearray()

    def over() -> bool:
        heard.extend(peer.readAll().data())
        gone = peer.state() == QLocalSocket.LocalSocketState.UnconnectedState
        return heard.endswith(b"\n") or gone

    qtbot.waitUntil(over)
    peer.abort()
    return bytes(heard)


@pytest.mark.usefixtures("server")
def test_a_request_is_answered(name: str, qtbot: QtBot) -> None:
    peer = call(name)
    peer.write(STATUS)
    assert json.loads(said(peer, qtbot)) == {"v": 1, "code": 0, "text": "status", "data": None}


def test_a_request_in_pieces_is_answered(server: Server, name: str, qtbot: QtBot) -> None:
    peer = call(name)
    peer.write(STATUS[:7])
    peer.flush()
    qtbot.waitUntil(lambda: server.open_visits() == 1)
    peer.write(STATUS[7:])
    assert json.loads(said(peer, qtbot))["text"] == "status"


@pytest.mark.usefixtures("server")
def test_a_long_answer_arrives_whole(name: str, qtbot: QtBot) -> None:
    peer = call(name)
    peer.write(LONG)
    assert len(json.loads(said(peer, qtbot))["data"]) == 3_000_000


@pytest.mark.usefixtures("server")
def test_a_defect_becomes_an_answer(
    name: str, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    peer = call(name)
    peer.write(b'{"v":1,"cmd":"crash"}\n')
    assert json.loads(said(peer, qtbot))["code"] == 1
    assert "a command failed" in caplog.text


@pytest.mark.usefixtures("server")
def test_an_endless_line_is_cut(name: str, qtbot: QtBot) -> None:
    peer = call(name)
    peer.write(b"x" * (MOST_BYTES_IN + 100))
    assert json.loads(said(peer, qtbot))["code"] == 2


def test_who_only_looks_or_leaves_early_does_no_harm(
    server: Server, name: str, qtbot: QtBot
) -> None:
    call(name).abort()
    early = call(name)
    early.write(LONG)
    early.flush()
    early.abort()
    peer = call(name)
    peer.write(STATUS)
    assert said(peer, qtbot)
    qtbot.waitUntil(lambda: server.open_visits() == 0)


def test_more_than_sixteen_are_turned_away(server: Server, name: str, qtbot: QtBot) -> None:
    silent: list[QLocalSocket] = []
    for _ in range(16):
        silent.append(call(name))
        qtbot.waitUntil(lambda: server.open_visits() == len(silent))
    assert said(call(name), qtbot) == b""
    assert server.open_visits() == 16
    for peer in silent:
        peer.abort()
    qtbot.waitUntil(lambda: server.open_visits() == 0)


def test_who_says_nothing_is_let_go_in_time(
    server: Server, name: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("server", "server_pipe"):
        monkeypatch.setattr(f"deskbreak.adapters.{module}.PATIENCE_MS", 20)
    assert said(call(name), qtbot) == b""
    assert server.open_visits() == 0


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sent=st.binary(max_size=300))
@pytest.mark.usefixtures("server")
def test_no_bytes_crash_or_hang_it(sent: bytes, name: str, qtbot: QtBot) -> None:
    peer = call(name)
    peer.write(sent + b"\n")
    assert json.loads(said(peer, qtbot))["code"] in {0, 2}


def test_what_follows_a_request_is_thrown_away(server: Server, name: str, qtbot: QtBot) -> None:
    peer = call(name)
    peer.write(STATUS + STATUS)
    assert said(peer, qtbot).count(b"\n") == 1
    qtbot.waitUntil(lambda: server.open_visits() == 0)


def test_a_closed_server_lets_everybody_go_and_can_be_closed_again(
    server: Server, name: str, qtbot: QtBot
) -> None:
    peer = call(name)
    qtbot.waitUntil(lambda: server.open_visits() == 1)
    server.close()
    assert server.open_visits() == 0
    assert said(peer, qtbot) == b""


def test_a_name_that_cannot_be_had_is_an_error(home: Path, qapp: object) -> None:
    assert qapp
    bad = "\0" if sys.platform == "win32" else str(home / "none" / "d.sock")
    with pytest.raises(OSError, match=r".+"):
        PipeServer(bad, handle).listen()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has the pipe")
def test_elsewhere_it_is_a_socket(name: str, qapp: object) -> None:
    assert qapp
    assert isinstance(command_server(Path(name), handle), CommandServer)


@pytest.mark.skipif(sys.platform != "win32", reason="the client of Windows")
def test_the_clients_own_way_over_the_pipe(server: Server, name: str, qtbot: QtBot) -> None:
    if sys.platform == "win32":
        from deskbreak.cli.client_pipe import exchange, open_pipe  # noqa: PLC0415 - only there

        heard: list[bytes] = []

        def ask() -> None:
            pipe = open_pipe(name, 2000)
            assert pipe is not None, "the pipe is not this user's"
            heard.append(exchange(pipe, STATUS, 5))

        thread = threading.Thread(target=ask)
        thread.start()
        qtbot.waitUntil(lambda: bool(heard))
        thread.join()
        assert json.loads(heard[0])["text"] == "status"
        assert open_pipe(name + "-nobody", 10) is None
        qtbot.waitUntil(lambda: server.open_visits() == 0)
