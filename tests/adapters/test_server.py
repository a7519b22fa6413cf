from __future__ import annotations

import json
import os
import shutil
import socket
import stat
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from deskbreak.adapters.server import CommandServer, peer_is_me
from deskbreak.adapters.wire import MOST_BYTES_IN
from deskbreak.core.protocol import Request, Response

STATUS = b'{"v":1,"cmd":"status"}\n'


def handle(request: Request) -> Response:
    if request.verb == "crash":
        raise RuntimeError("a defect")
    size = request.args.get("size")
    return Response(0, request.verb, "x" * size if isinstance(size, int) else None)


@pytest.fixture
def server(home: Path, qtbot: QtBot) -> Iterator[CommandServer]:
    made = CommandServer(home / "d.sock", handle)
    made.listen()
    yield made
    made.close()
    qtbot.waitUntil(lambda: made.open_visits() == 0)


@pytest.fixture
def path(home: Path) -> str:
    return str(home / "d.sock")


def call(path: str) -> socket.socket:
    made = socket.socket(socket.AF_UNIX)
    made.connect(path)
    made.setblocking(False)  # noqa: FBT003
    return made


def answer(peer: socket.socket, qtbot: QtBot) -> bytes:
    """Read until the server hangs up."""
    heard = bytearray()

    def over() -> bool:
        try:
            part = peer.recv(65536)
        except BlockingIOError:
            return False
        heard.extend(part)
        return not part

    qtbot.waitUntil(over)
    peer.close()
    return bytes(heard)


@pytest.mark.usefixtures("server")
def test_a_request_is_answered_and_the_line_closed(path: str, qtbot: QtBot) -> None:
    peer = call(path)
    peer.sendall(STATUS)
    found = json.loads(answer(peer, qtbot))
    assert found == {"v": 1, "code": 0, "text": "status", "data": None}
    assert stat.S_IMODE(Path(path).stat().st_mode) & 0o077 == 0


@pytest.mark.usefixtures("server")
def test_a_request_in_pieces_is_answered(path: str, qtbot: QtBot, server: CommandServer) -> None:
    peer = call(path)
    peer.sendall(STATUS[:7])
    qtbot.waitUntil(lambda: server.open_visits() == 1)
    peer.sendall(STATUS[7:])
    assert json.loads(answer(peer, qtbot))["text"] == "status"


@pytest.mark.usefixtures("server")
def test_a_long_answer_arrives_whole(path: str, qtbot: QtBot) -> None:
    peer = call(path)
    peer.sendall(b'{"v":1,"cmd":"day","args":{"size":3000000}}\n')
    assert len(json.loads(answer(peer, qtbot))["data"]) == 3_000_000


@pytest.mark.usefixtures("server")
def test_a_defect_becomes_an_answer(
    path: str, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    peer = call(path)
    peer.sendall(b'{"v":1,"cmd":"crash"}\n')
    assert json.loads(answer(peer, qtbot))["code"] == 1
    assert "a command failed" in caplog.text


@pytest.mark.usefixtures("server")
def test_an_endless_line_is_cut(path: str, qtbot: QtBot) -> None:
    peer = call(path)
    peer.sendall(b"x" * (MOST_BYTES_IN + 100))
    assert json.loads(answer(peer, qtbot))["code"] == 2


def test_who_only_looks_is_let_go(server: CommandServer, path: str, qtbot: QtBot) -> None:
    call(path).close()
    peer = call(path)
    peer.sendall(STATUS)
    assert answer(peer, qtbot)
    qtbot.waitUntil(lambda: server.open_visits() == 0)


def test_who_leaves_before_the_answer_does_no_harm(
    server: CommandServer, path: str, qtbot: QtBot
) -> None:
    peer = call(path)
    peer.sendall(b'{"v":1,"cmd":"day","args":{"size":3000000}}\n')
    peer.close()
    other = call(path)
    other.sendall(STATUS)
    assert answer(other, qtbot)
    qtbot.waitUntil(lambda: server.open_visits() == 0)


def test_more_than_sixteen_are_turned_away(server: CommandServer, path: str, qtbot: QtBot) -> None:
    silent = [call(path) for _ in range(16)]
    qtbot.waitUntil(lambda: server.open_visits() == 16)
    late = call(path)
    assert answer(late, qtbot) == b""
    for peer in silent:
        peer.close()
    qtbot.waitUntil(lambda: server.open_visits() == 0)


def test_who_says_nothing_is_let_go_in_time(
    server: CommandServer, path: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deskbreak.adapters.server.PATIENCE_MS", 20)
    peer = call(path)
    assert answer(peer, qtbot) == b""
    assert server.open_visits() == 0


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sent=st.binary(max_size=300), newline=st.booleans())
@pytest.mark.usefixtures("server")
def test_no_bytes_crash_or_hang_it(sent: bytes, *, newline: bool, path: str, qtbot: QtBot) -> None:
    peer = call(path)
    peer.sendall(sent + (b"\n" if newline else b""))
    peer.shutdown(socket.SHUT_WR)
    heard = answer(peer, qtbot)
    assert heard == b"" if not sent and not newline else json.loads(heard)["code"] in {0, 2}


def test_a_stale_socket_is_replaced(home: Path, path: str, qtbot: QtBot) -> None:
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(path)
    server = CommandServer(home / "d.sock", handle)
    server.listen()
    peer = call(path)
    peer.sendall(STATUS)
    assert answer(peer, qtbot)
    server.close()
    server.close()
    assert not Path(path).exists()


@pytest.mark.parametrize("kind", ["file", "folder", "link", "dangling"])
def test_what_is_planted_is_refused_and_left_alone(kind: str, home: Path, path: str) -> None:
    victim = home / "victim"
    if kind == "file":
        Path(path).write_text("precious")
    elif kind == "folder":
        Path(path).mkdir()
    else:
        if kind == "link":
            victim.write_text("precious")
        Path(path).symlink_to(victim)
    with pytest.raises(FileExistsError, match="in the way"):
        CommandServer(home / "d.sock", handle).listen()
    assert os.path.lexists(path)
    assert victim.exists() == (kind == "link")


def test_a_missing_folder_is_an_error(home: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        CommandServer(home / "none" / "d.sock", handle).listen()


def test_a_stranger_is_known_by_the_kernels_word(monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = socket.socketpair()
    with one, two:
        assert peer_is_me(one)
        me = os.getuid()
        monkeypatch.setattr(os, "getuid", lambda: me + 1)
        assert not peer_is_me(one)


@pytest.mark.skipif(
    shutil.which("setpriv") is None or os.getuid() != 0, reason="needs root to be somebody else"
)
def test_another_user_is_turned_away(server: CommandServer, home: Path, qtbot: QtBot) -> None:
    home.chmod(0o755)
    Path(home / "d.sock").chmod(0o777)
    program = (
        "import socket,sys; s = socket.socket(socket.AF_UNIX); s.settimeout(5);"
        f"s.connect({str(home / 'd.sock')!r}); s.send({STATUS!r});"
        "sys.stdout.write(repr(s.recv(100)))"
    )
    other = subprocess.Popen(
        [
            *("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"),
            *("/usr/bin/python3", "-c", program),
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    qtbot.waitUntil(lambda: other.poll() is not None, timeout=10000)
    out, err = other.communicate()
    assert out == "b''" or "Reset" in err or "Broken pipe" in err
    assert server.open_visits() == 0


def test_a_busy_server_costs_no_thread_and_ends_clean(home: Path, qtbot: QtBot) -> None:
    server = CommandServer(home / "d.sock", handle)
    server.listen()
    peer = call(str(home / "d.sock"))
    qtbot.waitUntil(lambda: server.open_visits() == 1)
    began = time.monotonic()
    server.close()
    assert time.monotonic() - began < 1
    assert server.open_visits() == 0
    peer.close()
