from __future__ import annotations

import socket
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskbreak.adapters.notification import Outcome
from tests.adapters.notify_rig import Rig, Serve, offer, shown
from tests.stall import Stall

pytestmark = pytest.mark.linux


def test_a_missing_service_fails_at_once(rig: Rig, qtbot: QtBot) -> None:
    rig.show(offer())
    qtbot.waitUntil(lambda: rig.outcomes == [Outcome.FAILED], timeout=1500)


def test_a_service_that_refuses_or_dies_fails(rig: Rig, serve: Serve, qtbot: QtBot) -> None:
    service = serve("refuse")
    rig.show(offer())
    qtbot.waitUntil(lambda: rig.outcomes == [Outcome.FAILED])
    service.stop()
    serve("die")
    rig.show(offer())
    qtbot.waitUntil(lambda: rig.outcomes == [Outcome.FAILED, Outcome.FAILED])


def test_a_service_that_dies_with_the_offer_on_screen_is_told(
    rig: Rig, serve: Serve, qtbot: QtBot
) -> None:
    service = serve()
    shown(rig, qtbot)
    service.stop()
    qtbot.waitUntil(lambda: rig.outcomes == [Outcome.SHOWN, Outcome.LOST])
    again = serve()
    shown(rig, qtbot)
    assert again.notes[0].replaces == 0


@pytest.mark.parametrize("address", ["", "unix:path=/nonexistent/bus", "nonsense", "tcp:host=x"])
def test_no_bus_fails_at_once(qtbot: QtBot, address: str) -> None:
    del qtbot
    rig = Rig(address)
    rig.show(offer())
    assert rig.outcomes == [Outcome.FAILED]
    rig.notifier.withdraw()
    rig.notifier.close()


def failed_times(rig: Rig, times: int) -> bool:
    return rig.outcomes == [Outcome.FAILED] * times


def test_a_hanging_service_never_stalls_the_program(
    private_bus: str, serve: Serve, qtbot: QtBot
) -> None:
    service = serve("hang")
    rig = Rig(private_bus, limit_ms=300)
    stall = Stall()
    rig.show(offer())
    qtbot.waitUntil(lambda: rig.outcomes == [Outcome.FAILED])
    stall.stop()
    assert stall.longest < 100
    service.mode = "ok"  # it wakes up: the next offer works again
    shown(rig, qtbot)
    rig.notifier.close()


def test_a_bus_that_never_answers_never_stalls_the_program(home: Path, qtbot: QtBot) -> None:
    path = home / "mute"
    with socket.socket(socket.AF_UNIX) as mute:
        mute.bind(str(path))
        mute.listen(0)
        rig = Rig(f"unix:path={path}", limit_ms=200)
        stall = Stall()
        for expected in (1, 2, 3):  # the backlog fills up: connecting itself is refused then
            rig.show(offer())
            qtbot.waitUntil(partial(failed_times, rig, expected))
        stall.stop()
        rig.notifier.close()
    assert stall.longest < 100


@pytest.mark.parametrize("reply", [b"REJECTED\r\n", b"OK 1234\r\nbogus", b"", b"\xff" * 9000])
def test_a_bus_that_talks_nonsense_fails(home: Path, qtbot: QtBot, reply: bytes) -> None:
    path = home / "odd"
    with socket.socket(socket.AF_UNIX) as odd:
        odd.bind(str(path))
        odd.listen(1)
        rig = Rig(f"unix:path={path}")
        rig.show(offer())
        peer, _ = odd.accept()
        with peer:
            peer.send(reply)
        qtbot.waitUntil(lambda: rig.outcomes == [Outcome.FAILED])
        rig.notifier.close()


def test_a_bus_that_sends_a_broken_message_fails(home: Path, qtbot: QtBot) -> None:
    path = home / "broken"
    with socket.socket(socket.AF_UNIX) as broken:
        broken.bind(str(path))
        broken.listen(1)
        rig = Rig(f"unix:path={path}")
        rig.show(offer())
        peer, _ = broken.accept()
        with peer:
            peer.send(b"OK 1234\r\n")
            qtbot.waitUntil(lambda: b"Hello" in peer.recv(65536, socket.MSG_PEEK))
            peer.send(b"?" * 64)
            qtbot.waitUntil(lambda: rig.outcomes == [Outcome.FAILED])
        rig.notifier.close()


def test_the_bus_dies_with_the_offer_on_screen(
    rig: Rig, serve: Serve, private_bus: str, qtbot: QtBot
) -> None:
    del private_bus
    serve()
    shown(rig, qtbot)
    rig.notifier._link._lose()  # noqa: SLF001 - as when the socket ends
    assert rig.outcomes == [Outcome.SHOWN, Outcome.LOST]
