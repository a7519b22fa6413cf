"""Screen savers of the session bus: those that are asked for idle time, and those that lock."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from deskbreak.adapters.activity import screen_saver
from deskbreak.adapters.activity.bus_names import BusNames, Signal
from deskbreak.adapters.activity.saver_lock import SAVERS, SIGNALS, SaverLock
from deskbreak.adapters.activity.screen_saver import KDE_NAME, NAME, ScreenSaverIdle
from deskbreak.adapters.bus_link import Place
from tests.adapters.fake_bus_service import REFUSES, BusService, Call, Reply
from tests.adapters.told_line import ToldLine

pytestmark = pytest.mark.linux

PATH = "/org/freedesktop/ScreenSaver"
GNOME, GNOME_PATH = "org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"
ALL = (*SIGNALS, Signal(KDE_NAME, NAME, "ActiveChanged"))


class Saver:
    """A screen saver that answers what it is told to."""

    def __init__(self, address: str, *names: str) -> None:
        self.answers: dict[str, Reply | None] = {
            "GetActive": ("b", (False,)),
            "GetSessionIdleTime": ("u", (0,)),
        }
        self.service = BusService(address, names or (NAME,), self._answer)

    def _answer(self, call: Call) -> Reply | None:
        return self.answers.get(call.member, REFUSES)

    def active(self, value: int, path: str = PATH, name: str = NAME) -> None:
        self.service.say(path, name, "ActiveChanged", "b", bool(value))


Serve = Callable[..., Saver]


@pytest.fixture
def serve(private_bus: str) -> Iterator[Serve]:
    made: list[Saver] = []

    def go(*names: str) -> Saver:
        made.append(Saver(private_bus, *names))
        return made[-1]

    yield go
    for saver in made:
        saver.service.stop()


@pytest.fixture
def names(private_bus: str, qtbot: QtBot) -> Iterator[BusNames]:
    del qtbot
    made = BusNames(ALL, private_bus, 500)
    yield made
    made.close()


@pytest.fixture
def idle(names: BusNames) -> Iterator[tuple[ScreenSaverIdle, ToldLine]]:
    told = ToldLine()
    made = ScreenSaverIdle(told.line(), (20, 600), names)
    yield made, told
    made.close()


@pytest.fixture
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask again at once instead of in half a minute."""
    monkeypatch.setattr(screen_saver, "next_question_s", lambda *_args, **_more: 0)


Idle = tuple[ScreenSaverIdle, ToldLine]


@pytest.mark.usefixtures("often")
def test_a_saver_is_asked_and_crossings_are_told(serve: Serve, idle: Idle, qtbot: QtBot) -> None:
    source, told = idle
    assert source.idle_s() is None
    saver = serve()
    qtbot.waitUntil(lambda: told.works == 1)
    assert source.idle_s() == 0
    for seconds, changes in ((25, 1), (700, 2), (3, 3)):
        saver.answers["GetSessionIdleTime"] = ("u", (seconds,))
        qtbot.waitUntil(lambda changes=changes: told.changes == changes)  # type: ignore[misc]  # a default in a lambda
        assert (source.idle_s() or 0) >= seconds
    assert told.works == 1


def test_kde_answers_in_milliseconds(serve: Serve, names: BusNames, qtbot: QtBot) -> None:
    saver = serve(NAME, KDE_NAME)
    saver.answers["GetSessionIdleTime"] = ("u", (61_500,))
    qtbot.waitUntil(lambda: names.owner(NAME) == names.owner(KDE_NAME) != "")
    told = ToldLine()
    source = ScreenSaverIdle(told.line(), (20, 600), names)
    qtbot.waitUntil(lambda: told.works == 1)
    assert source.idle_s() == 61
    source.close()


def test_it_is_asked_no_more_often_than_is_worth_it(
    serve: Serve, names: BusNames, qtbot: QtBot
) -> None:
    saver = serve()
    told = ToldLine()
    source = ScreenSaverIdle(told.line(), (20, 600), names)
    source.listen(closely=True)
    qtbot.waitUntil(lambda: told.works == 1)
    source.listen(closely=False)
    source.listen(closely=True)
    assert [source.idle_s() for _ in range(3)] == [0, 0, 0]
    settled(names, qtbot)
    assert saver.service.asked() == ["GetSessionIdleTime"]
    source.close()


def test_an_old_answer_of_somebody_active_tells_no_lull(
    serve: Serve, names: BusNames, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [10**15]
    monkeypatch.setattr(screen_saver, "boot_ns", lambda: now[0])
    saver = serve()
    saver.answers["GetSessionIdleTime"] = ("u", (5,))
    told = ToldLine()
    source = ScreenSaverIdle(told.line(), (20, 600), names)
    qtbot.waitUntil(lambda: told.works == 1)
    now[0] += 2 * 10**9
    assert source.idle_s() == 7
    now[0] += 28 * 10**9
    assert source.idle_s() == 5
    source.close()


@pytest.mark.parametrize("answer", [REFUSES, ("s", ("61",)), ("i", (-1,)), None])
def test_a_saver_that_tells_no_idle_time_is_given_up(
    answer: Reply | None, serve: Serve, names: BusNames, qtbot: QtBot
) -> None:
    serve().answers["GetSessionIdleTime"] = answer
    told = ToldLine()
    source = ScreenSaverIdle(told.line(), (20, 600), names)
    qtbot.waitUntil(lambda: "it does not tell the idle time" in told.whys)
    assert source.idle_s() is None
    source.close()


def test_a_lock_is_followed(serve: Serve, names: BusNames, qtbot: QtBot) -> None:
    saver = serve(GNOME)
    told = ToldLine()
    lock = SaverLock(told.line(), names, GNOME)
    qtbot.waitUntil(lambda: told.works == 1)
    assert not lock.locked()
    for value, changes in ((1, 1), (1, 1), (0, 2)):
        saver.active(value, GNOME_PATH, GNOME)
        qtbot.waitUntil(lambda n=changes: told.changes == n)  # type: ignore[misc]  # a default in a lambda
        assert lock.locked() is bool(value)
    lock.close()
    saver.active(1, GNOME_PATH, GNOME)
    settled(names, qtbot)
    assert (lock.locked(), told.changes) == (False, 2)


def test_a_lock_that_stands_already_is_known(serve: Serve, names: BusNames, qtbot: QtBot) -> None:
    saver = serve()
    saver.answers["GetActive"] = ("b", (True,))
    told = ToldLine()
    lock = SaverLock(told.line(), names, NAME)
    qtbot.waitUntil(lock.locked)
    assert told.changes == 1
    saver.service.stop()
    qtbot.waitUntil(lambda: told.whys[-1:] == ["it is gone"])
    assert (lock.locked(), told.changes) == (False, 2)


@pytest.mark.parametrize("answer", [REFUSES, None, ("u", (1,)), ("", ())])
def test_a_saver_that_does_not_answer_locks_nothing(
    answer: Reply | None, serve: Serve, names: BusNames, qtbot: QtBot
) -> None:
    saver = serve()
    saver.answers["GetActive"] = answer
    told = ToldLine()
    lock = SaverLock(told.line(), names, NAME)
    qtbot.waitUntil(lambda: "it does not say whether it is locked" in told.whys)
    saver.service.say(PATH, NAME, "ActiveChanged", "s", "yes")
    saver.service.say(PATH, NAME, "ActiveChanged", "")
    settled(names, qtbot)
    assert (lock.locked(), told.works) == (False, 0)
    saver.active(1)
    qtbot.waitUntil(lambda: told.works == 1)
    assert lock.locked()


def test_savers_that_are_not_there_are_told(names: BusNames, qtbot: QtBot) -> None:
    told = {name: ToldLine() for name in SAVERS}
    for name, one in told.items():
        SaverLock(one.line(), names, name)
    qtbot.waitUntil(lambda: all(one.whys == ["nobody offers it"] for one in told.values()))


def test_a_bus_that_goes_is_told(serve: Serve, names: BusNames, qtbot: QtBot) -> None:
    serve()
    told = ToldLine()
    lock = SaverLock(told.line(), names, NAME)
    qtbot.waitUntil(lambda: told.works == 1)
    names._link._lose()  # noqa: SLF001 - as the link does when the bus hangs up
    assert told.whys[-1:] == ["the bus is gone"]
    assert not lock.locked()


def settled(names: BusNames, qtbot: QtBot) -> None:
    """Wait until everything that was sent before has come."""
    answered: list[int] = []
    bus = "org.freedesktop.DBus"
    place = Place(bus, "/org/freedesktop/DBus", bus)
    names.call(place, "GetId", lambda _values: answered.append(1))
    qtbot.waitUntil(lambda: bool(answered))
