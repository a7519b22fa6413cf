"""Mutter's idle monitor: a faithful one, one that misbehaves, and the real one where it is."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskbreak.adapters.activity.bus_names import BusNames
from deskbreak.adapters.activity.mutter import SIGNALS, MutterIdle
from tests.adapters.fake_bus_service import REFUSES, BusService, FakeMutter, Reply
from tests.adapters.told_line import ToldLine

pytestmark = pytest.mark.linux


class Desk:
    """A source on a private bus, and what it told."""

    def __init__(self, address: str) -> None:
        self.names = BusNames(SIGNALS, address, 500)
        self.told = ToldLine()
        self.idle = MutterIdle(self.told.line(), (20, 600), self.names)

    def close(self) -> None:
        self.idle.close()
        self.names.close()


Open = Callable[[], Desk]
Serve = Callable[..., FakeMutter]


@pytest.fixture
def serve(private_bus: str) -> Iterator[Serve]:
    made: list[FakeMutter] = []

    def go(idle_ms: int = 0) -> FakeMutter:
        made.append(FakeMutter(private_bus, idle_ms))
        return made[-1]

    yield go
    for mutter in made:
        mutter.service.stop()


@pytest.fixture
def sit(private_bus: str, qtbot: QtBot) -> Iterator[Open]:
    del qtbot
    made: list[Desk] = []

    def go() -> Desk:
        made.append(Desk(private_bus))
        return made[-1]

    yield go
    for desk in made:
        desk.close()


def test_it_is_watched_and_never_polled(serve: Serve, sit: Open, qtbot: QtBot) -> None:
    mutter, desk = serve(), sit()
    assert desk.idle.idle_s() is None
    qtbot.waitUntil(lambda: desk.told.works == 1)
    assert desk.idle.idle_s() == 0
    mutter.still(20_000)
    qtbot.waitUntil(lambda: desk.told.changes == 1)
    assert desk.idle.idle_s() == 20
    qtbot.waitUntil(lambda: len(mutter.return_watches) == 1)
    mutter.still(600_000)
    qtbot.waitUntil(lambda: desk.told.changes == 2)
    assert desk.idle.idle_s() == 600
    desk.idle.listen(closely=True)
    mutter.touch()
    qtbot.waitUntil(lambda: desk.told.changes == 3)
    assert desk.idle.idle_s() == 0
    mutter.still(25_000)
    qtbot.waitUntil(lambda: len(mutter.return_watches) == 1)
    expected = ["GetIdletime", "AddIdleWatch", "AddIdleWatch", *["AddUserActiveWatch"] * 2]
    assert mutter.service.asked() == expected
    desk.idle.close()
    qtbot.waitUntil(lambda: not mutter.idle_watches and not mutter.return_watches)
    assert desk.told.whys == []


def test_an_absence_that_began_before_is_known(serve: Serve, sit: Open, qtbot: QtBot) -> None:
    mutter, desk = serve(700_000), sit()
    qtbot.waitUntil(lambda: desk.told.works == 1 and len(mutter.return_watches) == 1)
    assert desk.idle.idle_s() == 700
    mutter.touch()
    qtbot.waitUntil(lambda: desk.told.changes == 1)
    assert desk.idle.idle_s() == 0


def test_phosh_has_watches_but_no_idle_time(serve: Serve, sit: Open, qtbot: QtBot) -> None:
    mutter = serve()
    mutter.lies["GetIdletime"] = REFUSES
    desk = sit()
    qtbot.waitUntil(lambda: desk.told.works == 1)
    assert (desk.idle.idle_s(), desk.told.whys) == (0, [])


def test_without_a_monitor_that_is_said(sit: Open, qtbot: QtBot) -> None:
    desk = sit()
    qtbot.waitUntil(lambda: desk.told.whys == ["nobody offers it"])
    late = ToldLine()
    MutterIdle(late.line(), (20,), desk.names)
    assert late.whys == ["nobody offers it"]


def test_without_a_bus_that_is_said(qtbot: QtBot) -> None:
    desk = Desk("unix:path=/nonexistent/bus")
    qtbot.waitUntil(lambda: desk.told.whys == ["no session bus answers"])
    desk.close()


def test_a_bus_that_hangs_is_given_up(tmp_path: Path, qtbot: QtBot) -> None:
    with socket.socket(socket.AF_UNIX) as mute:
        mute.bind(str(tmp_path / "bus"))
        mute.listen(1)
        desk = Desk(f"unix:path={tmp_path / 'bus'}")
        qtbot.waitUntil(lambda: desk.told.whys == ["no session bus answers"])
        desk.close()


@pytest.mark.parametrize(
    ("member", "reply", "why"),
    [
        ("GetIdletime", ("s", ("long",)), "it tells no idle time"),
        ("GetIdletime", ("x", (-5,)), "it tells no idle time"),
        ("GetIdletime", ("b", (True,)), "it tells no idle time"),
        ("AddIdleWatch", ("s", ("one",)), "it takes no watch"),
        ("AddIdleWatch", REFUSES, "it takes no watch"),
        ("AddIdleWatch", None, "it takes no watch"),
    ],
)
def test_a_monitor_that_answers_nonsense_is_given_up(
    member: str, reply: Reply | None, why: str, serve: Serve, sit: Open, qtbot: QtBot
) -> None:
    mutter = serve()
    mutter.lies[member] = reply
    desk = sit()
    qtbot.waitUntil(lambda: why in desk.told.whys)
    assert desk.idle.idle_s() is None


def test_a_monitor_that_tells_no_return_is_given_up(serve: Serve, sit: Open, qtbot: QtBot) -> None:
    mutter, desk = serve(), sit()
    qtbot.waitUntil(lambda: desk.told.works == 1)
    mutter.lies["AddUserActiveWatch"] = ("s", ("never",))
    mutter.still(20_000)
    qtbot.waitUntil(lambda: desk.told.whys == ["it takes no watch"])


def test_a_monitor_that_goes_is_told(serve: Serve, sit: Open, qtbot: QtBot) -> None:
    mutter, desk = serve(), sit()
    qtbot.waitUntil(lambda: desk.told.works == 1)
    mutter.service.stop()
    qtbot.waitUntil(lambda: desk.told.whys == ["it is gone"])


def test_a_flood_ends_it(serve: Serve, sit: Open, qtbot: QtBot) -> None:
    mutter, desk = serve(), sit()
    qtbot.waitUntil(lambda: desk.told.works == 1)
    say = mutter.service.say
    say(mutter.PATH, mutter.NAME, "WatchFired", "u", 99, times=2000)
    qtbot.waitUntil(lambda: desk.told.whys == ["it floods"])
    assert desk.told.changes == 0


def test_nobody_else_can_speak_for_it(
    serve: Serve, sit: Open, private_bus: str, qtbot: QtBot
) -> None:
    mutter, desk = serve(), sit()
    qtbot.waitUntil(lambda: desk.told.works == 1)
    client = mutter.service.calls[0].sender
    liar = BusService(private_bus, (), lambda _call: None)
    for body in (("u", 1), ("s", "one"), ("u", 77)):
        liar.say(mutter.PATH, mutter.NAME, "WatchFired", *body, to=client)
    mutter.service.say(mutter.PATH, mutter.NAME, "Other", "u", 1, to=client)
    mutter.service.say(mutter.PATH, mutter.NAME, "WatchFired", "s", "one", to=client)
    mutter.still(20_000)
    qtbot.waitUntil(lambda: desk.told.changes == 1)
    liar.stop()
    assert desk.told.whys == []
