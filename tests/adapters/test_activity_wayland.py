"""The same contract for a compositor of bytes and for sway; and compositors that misbehave."""

from __future__ import annotations

import socket
import struct
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from deskbreak.adapters.activity import wayland_wire as wire
from deskbreak.adapters.activity.source import UnavailableError
from deskbreak.adapters.activity.wayland import EXT, KDE, WaylandIdle
from deskbreak.adapters.clock_sources import boot_ns
from tests.adapters.fake_compositor import FakeCompositor
from tests.adapters.told_line import ToldLine
from tests.waylands import run_sway

SEAT = {"wl_compositor": 4, "wl_seat": 8}
Connect = Callable[..., tuple[FakeCompositor, WaylandIdle, ToldLine]]


@pytest.fixture
def connect(tmp_path: Path, qapp: object, qtbot: QtBot) -> Iterator[Connect]:
    assert qapp is not None
    made: list[FakeCompositor] = []
    idles: list[WaylandIdle] = []

    def go(
        protocol: str = EXT, offers: dict[str, int] | None = None, last_ns: int | None = None
    ) -> tuple[FakeCompositor, WaylandIdle, ToldLine]:
        offered = {**SEAT, EXT: 1, KDE: 1} if offers is None else offers
        compositor = FakeCompositor(tmp_path / f"wayland-{len(made)}", offered)
        made.append(compositor)
        told = ToldLine()
        idle = WaylandIdle(told.line(last_ns), (20, 600), str(compositor.path), protocol)
        idles.append(idle)

        def answered() -> bool:
            compositor.serve()
            return bool(told.works or told.whys)

        qtbot.waitUntil(answered)
        compositor.serve()
        return compositor, idle, told

    yield go
    for idle in idles:
        idle.close()
    for compositor in made:
        compositor.close()


@pytest.mark.parametrize(
    ("protocol", "version", "request_name"),
    [
        (EXT, 1, "get_idle_notification"),
        (EXT, 2, "get_input_idle_notification"),
        (EXT, 7, "get_input_idle_notification"),
        (KDE, 1, "get_idle_timeout"),
    ],
)
def test_it_asks_for_each_length(
    protocol: str, version: int, request_name: str, connect: Connect
) -> None:
    compositor, _, told = connect(protocol, {**SEAT, protocol: version})
    assert compositor.asked == [(request_name, 20_000), (request_name, 600_000)]
    assert (told.works, told.whys) == (1, [])


def test_it_tells_of_stillness_and_return(connect: Connect, qtbot: QtBot) -> None:
    compositor, idle, told = connect()
    assert idle.idle_s() == 0
    compositor.idled(20_000)
    qtbot.waitUntil(lambda: told.changes == 1)
    assert idle.idle_s() == 20
    compositor.idled(600_000)
    qtbot.waitUntil(lambda: told.changes == 2)
    assert idle.idle_s() == 600
    idle.listen(closely=True)
    compositor.resumed(600_000)
    qtbot.waitUntil(lambda: told.changes == 3)
    assert idle.idle_s() == 0
    compositor.event(compositor.notifications[20_000], 9)
    compositor.resumed(20_000)
    qtbot.waitUntil(lambda: told.changes == 4)


def test_an_absence_goes_on_over_a_change_of_the_source(connect: Connect, qtbot: QtBot) -> None:
    compositor, idle, told = connect(last_ns=boot_ns() - 900 * 10**9)
    assert idle.idle_s() == 900
    compositor.idled(20_000)
    qtbot.waitUntil(lambda: told.changes == 1)
    assert (idle.idle_s() or 0) >= 900


@pytest.mark.parametrize(
    ("offers", "why"),
    [
        ({"wl_seat": 8}, "the compositor has no ext_idle_notifier_v1"),
        ({EXT: 1}, "the compositor has no wl_seat"),
        ({}, "the compositor has no ext_idle_notifier_v1"),
    ],
)
def test_what_is_missing_is_named(offers: dict[str, int], why: str, connect: Connect) -> None:
    _, idle, told = connect(EXT, offers)
    assert (told.whys, told.works, idle.idle_s()) == ([why], 0, None)


def test_a_compositor_that_disappears_is_told_once(connect: Connect, qtbot: QtBot) -> None:
    compositor, idle, told = connect()
    compositor.close()
    qtbot.waitUntil(lambda: bool(told.whys))
    assert told.whys == ["the compositor hung up"]
    idle.close()


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (struct.pack("=IHH", 1, 0, 0), "speaks nonsense"),
        (struct.pack("=IHH", 4, 0, 9) + b"....", "speaks nonsense"),
        (struct.pack("=IHH", 2, 0, 65532), "speaks nonsense"),
        (struct.pack("=IHH", 2, 0, 8), "a global that cannot be read"),
        (struct.pack("=IHHII", 2, 0, 20, 1, 5) + b"\xff" * 4, "a global that cannot be read"),
        (struct.pack("=IHH", 2, 1, 8), "a number is missing"),
        (struct.pack("=IHHI", 1, 0, 12, 4), "the compositor refuses"),
        (struct.pack("=IHHI", 99, 3, 12, 4) * 6000, "it floods"),
    ],
)
def test_a_compositor_that_misbehaves_is_given_up(
    raw: bytes, why: str, connect: Connect, qtbot: QtBot
) -> None:
    compositor, _, told = connect()
    compositor.client.settimeout(2)
    compositor.say(raw)
    qtbot.waitUntil(lambda: bool(told.whys))
    assert len(told.whys) == 1
    assert why in told.whys[0]


def test_what_is_taken_back_is_told(connect: Connect, qtbot: QtBot) -> None:
    compositor, _, told = connect()
    compositor.take_back("wl_compositor")
    compositor.take_back("wl_seat")
    qtbot.waitUntil(lambda: told.whys == ["the compositor took it back"])


def test_a_word_that_comes_in_pieces_is_understood(connect: Connect, qtbot: QtBot) -> None:
    compositor, idle, told = connect()
    said = struct.pack("=IHH", compositor.notifications[20_000], 0, 8)
    compositor.say(said[:5])
    compositor.say(said[5:] + said[:3])
    qtbot.waitUntil(lambda: told.changes == 1)
    assert idle.idle_s() == 20


def test_nobody_at_the_socket_is_told(tmp_path: Path) -> None:
    for path in (str(tmp_path / "none"), "x" * 300):
        with pytest.raises(UnavailableError, match="no compositor answers"):
            WaylandIdle(ToldLine().line(), (20,), path, EXT)


def test_a_compositor_that_takes_nothing_is_given_up(tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "deaf"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))
        server.listen(1)
        told = ToldLine()
        idle = WaylandIdle(told.line(), (20,), str(path), EXT)
        client, _ = server.accept()
        client.close()
        qtbot.waitUntil(lambda: bool(told.whys))
        assert told.whys == ["the compositor hung up"]
        idle.close()


def test_the_wire_format_pads_texts_to_words() -> None:
    raw = bytearray(wire.message(3, 1, 7, "abcd", 9))
    assert len(raw) == 8 + 4 + 4 + 8 + 4
    taken = wire.take(raw)
    assert taken == wire.Message(3, 1, struct.pack("=II8sI", 7, 5, b"abcd", 9))
    assert wire.take(raw) is None


@given(st.binary(max_size=200))
def test_no_bytes_are_more_than_nonsense(raw: bytes) -> None:
    buffer = bytearray(raw)
    with suppress(wire.NonsenseError):
        while (said := wire.take(buffer)) is not None:
            assert len(said.body) % 4 == 0
            wire.read_number(said.body)
            wire.read_global(said.body)
    assert len(buffer) <= len(raw)


@given(
    st.lists(
        st.one_of(st.integers(0, 2**32 - 1), st.text(st.characters(codec="ascii"), max_size=30))
    )
)
def test_what_is_written_is_taken_whole(args: list[int | str]) -> None:
    raw = bytearray(wire.message(7, 3, *args) + b"next")
    said = wire.take(raw)
    assert said is not None
    assert (said.object, said.opcode, bytes(raw)) == (7, 3, b"next")


def test_sway_tells_of_stillness_and_return(tmp_path: Path, qapp: object, qtbot: QtBot) -> None:
    """Sway 1.7 speaks one of the two protocols, newer ones the other."""
    assert qapp is not None
    with run_sway(tmp_path) as sway:
        tried = {name: ToldLine() for name in (EXT, KDE)}
        sources = {
            name: WaylandIdle(told.line(), (1,), str(sway.socket), name)
            for name, told in tried.items()
        }
        qtbot.waitUntil(lambda: all(told.works or told.whys for told in tried.values()))
        spoken = next(name for name, told in tried.items() if told.works)
        told, idle = tried[spoken], sources[spoken]
        qtbot.waitUntil(lambda: told.changes == 1)
        assert (idle.idle_s() or 0) >= 1
        sway.touch()
        qtbot.waitUntil(lambda: told.changes >= 2)
        assert idle.idle_s() == 0
        sway.kill()
        qtbot.waitUntil(lambda: told.whys == ["the compositor hung up"])
        assert told.works == 1
        for source in sources.values():
            source.close()
