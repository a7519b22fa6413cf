from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from deskbreak.adapters.activity_x11 import X11Idle, X11UnavailableError, find_idle

# Without -noreset a server starts anew when its last client leaves, and is deaf meanwhile.
SCREEN = ("-screen", "0", "64x64x24", "-nolisten", "tcp", "-noreset")

needs_x = pytest.mark.skipif(
    shutil.which("Xvfb") is None or shutil.which("xdotool") is None,
    reason="Xvfb or xdotool is not installed",
)


class Server:
    """An X server of the test's own."""

    def __init__(self) -> None:
        readable, writable = os.pipe()
        self._process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writable), *SCREEN],
            pass_fds=(writable,),
            stderr=subprocess.DEVNULL,
        )
        os.close(writable)
        with os.fdopen(readable) as file:
            self.display = f":{file.readline().strip()}"

    def touch(self) -> None:
        move = ["xdotool", "mousemove_relative", "1", "1"]
        subprocess.run(move, env={**os.environ, "DISPLAY": self.display}, check=True)

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()


@pytest.fixture
def server(qapp: object) -> Iterator[Server]:
    assert qapp is not None
    made = Server()
    yield made
    made.kill()


@needs_x
def test_it_tells_of_stillness_and_return(server: Server, qtbot: QtBot) -> None:
    told: list[int] = []
    server.touch()
    idle = X11Idle(lambda: told.append(1), (1,), server.display)
    assert idle.idle_s() == 0
    qtbot.waitUntil(lambda: len(told) == 1)
    assert (idle.idle_s() or 0) >= 1
    server.touch()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert idle.idle_s() == 0
    idle.close()
    idle.close()
    assert idle.idle_s() is None


@needs_x
def test_a_dead_server_is_no_crash(
    server: Server, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    idle = X11Idle(lambda: None, (60,), server.display)
    server.kill()
    qtbot.waitUntil(lambda: idle.idle_s() is None)
    other = Server()
    left = X11Idle(lambda: None, (60,), other.display)
    other.kill()
    qtbot.waitUntil(lambda: "server is gone" in caplog.text)
    assert left.idle_s() is None


def test_no_server_is_told() -> None:
    with pytest.raises(X11UnavailableError, match="no X server"):
        X11Idle(lambda: None, (60,), ":98765")


@needs_x
def test_it_is_used_only_where_it_sees_everything(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert find_idle(lambda: None, (60,), "wayland", "wayland") is None
    assert find_idle(lambda: None, (60,), "xcb", "wayland") is None
    monkeypatch.setenv("DISPLAY", ":98765")
    assert find_idle(lambda: None, (60,), "xcb", "x11") is None
    monkeypatch.setenv("DISPLAY", server.display)
    found = find_idle(lambda: None, (60,), "xcb", "x11")
    assert found is not None
    found.close()
