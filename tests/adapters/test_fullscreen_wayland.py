from __future__ import annotations

import itertools
import socket
import struct
import subprocess
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskbreak import APP_ID
from deskbreak.adapters.activity import wayland_wire as wire
from deskbreak.adapters.attention.fullscreen_wayland import MANAGER, WaylandFullscreen
from deskbreak.core.timing.sensed import Cause, Hold
from tests.adapters.window_program import run_window
from tests.waylands import Compositor, run_sway

pytestmark = pytest.mark.linux
FIRST = 0xFF000000


def film(name: str = "cinema") -> frozenset[Cause]:
    return frozenset({Cause(Hold.FULLSCREEN, name)})


def program(
    sway: Compositor, name: str = "cinema"
) -> AbstractContextManager[subprocess.Popen[str]]:
    return run_window({**sway.environ, "QT_QPA_PLATFORM": "wayland"}, name)


def tell(made: subprocess.Popen[str], word: str) -> None:
    assert made.stdin is not None
    made.stdin.write(f"{word}\n")
    made.stdin.flush()


def leave_full_screen(qtbot: QtBot, made: subprocess.Popen[str], sense: WaylandFullscreen) -> None:
    """Wait until a window is no longer full; one that has not drawn yet is told again."""
    polls = itertools.count()

    def left() -> bool:
        if sense.causes() and next(polls) % 50 == 0:
            tell(made, "normal")
        return not sense.causes()

    qtbot.waitUntil(left, timeout=15_000)


def test_sway_tells_what_fills_the_screen(tmp_path: Path, qapp: object, qtbot: QtBot) -> None:
    assert qapp is not None
    news: list[int] = []
    with run_sway(tmp_path) as sway:
        sense = WaylandFullscreen(lambda: news.append(1), str(sway.socket))
        sense.watch(on=True)
        qtbot.waitUntil(lambda: sense.settled and sense.report().works)
        with program(sway) as cinema:
            tell(cinema, "full")
            qtbot.waitUntil(lambda: sense.causes() == film())
            leave_full_screen(qtbot, cinema, sense)
            tell(cinema, "full")
            qtbot.waitUntil(lambda: sense.causes() == film())
            with program(sway, APP_ID):
                other = WaylandFullscreen(lambda: None, str(sway.socket))
                other.watch(on=True)
                qtbot.waitUntil(lambda: other.report().works)
                assert sense.causes() == film()  # a window of our own changes nothing
                other.close()
            sense.watch(on=False)
            assert not sense.causes()
            sense.watch(on=True)
            qtbot.waitUntil(lambda: sense.causes() == film())
        qtbot.waitUntil(lambda: not sense.causes())
        sway.kill()
        qtbot.waitUntil(lambda: sense.report().why == "the compositor hung up")
    assert len(news) >= 4
    sense.watch(on=True)
    assert sense.report().why == "no compositor answers at its socket" or not sense.report().works
    sense.close()


class Bytes:
    """A compositor that says what a test lets it say."""

    def __init__(self, path: Path, qtbot: QtBot) -> None:
        self.news: list[int] = []
        self._server = socket.socket(socket.AF_UNIX)
        self._server.bind(str(path))
        self._server.listen(1)
        self.sense = WaylandFullscreen(lambda: self.news.append(1), str(path))
        self.sense.watch(on=True)
        self._client, _ = self._server.accept()
        self._qtbot = qtbot

    def event(self, thing: int, opcode: int, *args: int | str) -> None:
        self._client.sendall(wire.message(thing, opcode, *args))

    def offer(self, version: int = 3) -> None:
        self.event(2, 0, 9, "wl_seat", 7)
        self.event(2, 0, 11, MANAGER, version)
        self.event(3, 0, 1)
        self._qtbot.waitUntil(lambda: self.sense.settled)

    def close(self) -> None:
        self.sense.close()
        self._client.close()
        self._server.close()


@pytest.fixture
def compositor(tmp_path: Path, qtbot: QtBot) -> Iterator[Bytes]:
    made = Bytes(tmp_path / "wayland-0", qtbot)
    yield made
    made.close()


def test_a_compositor_without_the_protocol_is_not_used(compositor: Bytes) -> None:
    assert not compositor.sense.settled
    compositor.offer(version=1)
    assert compositor.sense.report().why == "the compositor does not tell programs of windows"


def test_windows_are_followed_state_by_state(compositor: Bytes, qtbot: QtBot) -> None:
    compositor.offer()
    assert compositor.sense.report().works
    for window, name in ((FIRST, "mpv"), (FIRST + 1, "foot")):
        compositor.event(4, 0, window)
        compositor.event(window, 1, name)
        compositor.event(window, 0, "a title")
        compositor.event(window, 5)
    compositor.event(FIRST, 4, 8, 2, 3)
    assert not compositor.sense.causes()
    compositor.event(FIRST, 5)
    qtbot.waitUntil(lambda: compositor.sense.causes() == film("mpv"))
    compositor.event(FIRST, 4, 4, 3)  # still full, but another is active
    compositor.event(FIRST + 1, 4, 4, 2)
    compositor.event(FIRST + 1, 5)
    qtbot.waitUntil(lambda: not compositor.sense.causes())
    compositor.event(FIRST, 4, 8, 2, 3)
    compositor.event(FIRST, 5)
    qtbot.waitUntil(lambda: compositor.sense.causes() == film("mpv"))
    compositor.event(FIRST, 6)
    qtbot.waitUntil(lambda: not compositor.sense.causes())
    assert len(compositor.news) == 4


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (wire.message(1, 0, 4, 0, "no"), "the compositor refuses"),
        (wire.message(4, 1), "the compositor refuses"),
        (struct.pack("=IHH", 4, 0, 3), "the compositor speaks nonsense: a message of 3 bytes"),
        (wire.message(4, 0), "the compositor speaks nonsense: a number is missing"),
        (wire.message(9, 9) * 6000, "it floods"),
    ],
)
def test_a_compositor_that_misbehaves_is_given_up(
    raw: bytes, why: str, compositor: Bytes, qtbot: QtBot
) -> None:
    compositor.offer()
    compositor.event(4, 0, FIRST)
    compositor.event(FIRST, 4, 8, 2, 3)
    compositor.event(FIRST, 5)
    qtbot.waitUntil(lambda: compositor.sense.causes() == film(""))
    compositor._client.sendall(raw)  # noqa: SLF001 - the test's own
    qtbot.waitUntil(lambda: compositor.sense.report().why == why)
    assert not compositor.sense.causes()
    assert len(compositor.news) == 2


def test_names_and_states_of_any_length_are_read(compositor: Bytes, qtbot: QtBot) -> None:
    compositor.offer()
    compositor.event(4, 0, FIRST)
    compositor.event(FIRST, 1, 900)  # a text that is not there
    compositor.event(FIRST, 1, "\x07bell")
    compositor.event(FIRST, 4, 4000, 3, 2)
    compositor.event(FIRST, 5)
    qtbot.waitUntil(lambda: compositor.sense.causes() == film(""))
