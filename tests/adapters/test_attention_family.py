from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from deskbreak.adapters.attention.asker import Asker
from deskbreak.adapters.attention.family import Member, SensedAttention
from deskbreak.adapters.attention.here import sensed_attention
from deskbreak.adapters.attention.null import NullAttention
from deskbreak.adapters.attention.told import Missing
from deskbreak.core.senses import Sense
from deskbreak.core.timing.sensed import Cause, Hold
from tests.fakes import HandClock

FILM = frozenset({Cause(Hold.FULLSCREEN, "mpv")})
CALL = frozenset({Cause(Hold.MEETING)})


@dataclass
class Told(Missing):
    """A member that a test moves by hand."""

    news: Callable[[], None]
    now: frozenset[Cause] = frozenset()
    log: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(Sense.FULLSCREEN, "only a fake")

    def causes(self) -> frozenset[Cause]:
        return self.now

    def watch(self, *, on: bool) -> None:
        self.log.append("on" if on else "off")

    def ask(self) -> None:
        self.log.append("asked")

    def close(self) -> None:
        self.log.append("closed")

    def say(self, now: frozenset[Cause]) -> None:
        self.now = now
        self.news()


class House:
    """Two fake members, gathered."""

    def __init__(self, ask_ms: int = 30_000) -> None:
        self.changes = 0
        self.members: list[Told] = []
        self.attention = SensedAttention(self._make, self._changed, HandClock(), ask_ms=ask_ms)

    def _make(self, news: Callable[[], None]) -> Sequence[Member]:
        self.members = [Told(news), Told(news)]
        return self.members

    def _changed(self) -> None:
        self.changes += 1


@pytest.fixture
def house(qtbot: QtBot) -> House:
    assert qtbot is not None
    return House()


def test_reasons_are_gathered_and_told_once(house: House, qtbot: QtBot) -> None:
    first, second = house.members
    first.say(FILM)
    second.say(CALL)
    assert house.attention.causes() == FILM | CALL
    assert house.changes == 0  # not in the middle of whatever goes on
    qtbot.waitUntil(lambda: house.changes == 1)
    first.say(frozenset())
    first.say(FILM)
    second.say(frozenset())
    qtbot.waitUntil(lambda: house.changes == 2)
    assert house.attention.causes() == FILM


def test_what_was_forgotten_is_told_again(house: House, qtbot: QtBot) -> None:
    first, _ = house.members
    first.say(FILM)
    qtbot.waitUntil(lambda: house.changes == 1)
    first.now = frozenset()  # as members do that stop watching
    house.attention.watch(on=False)
    house.attention.watch(on=True)
    first.say(FILM)
    qtbot.waitUntil(lambda: house.changes == 2)


def test_everybody_listens_from_the_start_until_told_otherwise(house: House) -> None:
    house.attention.watch(on=True)
    house.attention.watch(on=False)
    house.attention.watch(on=False)
    house.attention.close()
    assert house.members[0].log == ["on", "off", "closed"]


def test_they_are_asked_again_only_while_somebody_attends(qtbot: QtBot) -> None:
    house = House(ask_ms=5)
    log = house.members[0].log
    qtbot.waitUntil(lambda: log.count("asked") > 2)
    house.attention.watch(on=False)
    asked = log.count("asked")
    ticks = Asker(lambda: None, lambda _: None)
    ticks.ask()
    qtbot.waitUntil(lambda: not ticks.busy)
    assert log.count("asked") == asked
    house.attention.close()


def test_each_says_how_it_fares(house: House) -> None:
    assert [report.why for report in house.attention.reports()] == [
        "only a fake",
        "only a fake",
        "your settings name none (office.calendar)",
    ]
    assert house.attention.settled


def test_nothing_senses_nothing() -> None:
    nobody, missing = NullAttention(), Missing(Sense.CAMERA, "there is none")
    for each in (nobody, missing):
        each.watch(on=True)
        assert each.causes() == frozenset()
    assert nobody.days_off() == ()
    missing.ask()
    missing.close()
    assert missing.settled
    assert (missing.report().works, missing.report().why) == (False, "there is none")


def test_a_question_is_asked_once_at_a_time(qtbot: QtBot) -> None:
    asked: list[int] = []
    told: list[int] = []

    def question() -> int:
        asked.append(1)
        return len(asked)

    asker = Asker(question, told.append)
    asker.ask()
    asker.ask()
    asker.ask()
    qtbot.waitUntil(lambda: told == [1, 2])
    assert not asker.busy
    asker.ask()
    asker.forget()
    qtbot.waitUntil(lambda: not asker.busy)
    assert told == [1, 2]


def test_a_question_that_fails_tells_nothing(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[int] = []
    asker = Asker(partial(int, "no number"), told.append)
    asker.ask()
    qtbot.waitUntil(lambda: not asker.busy)
    assert told == []
    assert "could not be asked" in caplog.text


@pytest.mark.skipif(sys.platform != "linux", reason="what Linux has")
def test_every_sense_of_this_machine_says_how_it_fares(
    private_bus: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", private_bus)
    for name in ("WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP"):
        monkeypatch.delenv(name, raising=False)
    attention = sensed_attention(lambda: None, HandClock(), "offscreen")
    qtbot.waitUntil(lambda: attention.settled)
    senses = {report.sense for report in attention.reports()}
    assert senses >= {
        Sense.MICROPHONE,
        Sense.CAMERA,
        Sense.FULLSCREEN,
        Sense.DO_NOT_DISTURB,
        Sense.CALENDAR,
    }
    full = next(each for each in attention.reports() if each.sense is Sense.FULLSCREEN)
    assert [(each.member, each.why) for each in full.others] == [
        ("X11", "no X11 session here"),
        ("wlr-foreign-toplevel", "no Wayland session here"),
    ]
    attention.close()
