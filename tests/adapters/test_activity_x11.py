from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from deskbreak.adapters.activity.source import UnavailableError
from deskbreak.adapters.activity.x11 import X11Idle
from tests.adapters.told_line import ToldLine

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
    told = ToldLine()
    server.touch()
    idle = X11Idle(told.line(), (1,), server.display)
    assert told.works == 1
    assert idle.idle_s() == 0
    qtbot.waitUntil(lambda: told.changes == 1)
    assert (idle.idle_s() or 0) >= 1
    idle.listen(closely=True)
    server.touch()
    qtbot.waitUntil(lambda: told.changes == 2)
    assert idle.idle_s() == 0
    idle.close()
    idle.close()
    assert idle.idle_s() is None
    assert told.whys == []


@needs_x
def test_a_dead_server_is_no_crash(server: Server, qtbot: QtBot) -> None:
    told = ToldLine()
    idle = X11Idle(told.line(), (60,), server.display)
    server.kill()
    qtbot.waitUntil(lambda: idle.idle_s() is None)
    other = Server()
    left = X11Idle(told.line(), (60,), other.display)
    other.kill()
    qtbot.waitUntil(lambda: told.whys == ["the X server is gone"] * 2)
    assert left.idle_s() is None


def test_no_server_is_told() -> None:
    with pytest.raises(UnavailableError, match="no X server"):
        X11Idle(ToldLine().line(), (60,), ":98765")
