"""The senses gathered: they follow the settings, and say how each of them fares."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from deskbreak.adapters.senses import Senses
from deskbreak.core.senses import Sense
from deskbreak.core.settings.values import Schedule, Settings
from tests.adapters.fake_bus_service import FakeMutter

pytestmark = pytest.mark.linux


@pytest.fixture
def senses(private_bus: str, qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[Senses]:
    assert qapp is not None
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", private_bus)
    made = Senses(lambda: None, lambda: None, (20, 600))
    yield made
    made.close()


@pytest.mark.usefixtures("qapp")
def test_who_is_away_at_the_start_is_known_at_the_first_look(
    private_bus: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deskbreak.adapters.senses.SETTLE_MS", 3000)  # a busy machine is no fault
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", private_bus)
    mutter = FakeMutter(private_bus, 700_000)
    told: list[int] = []
    made = Senses(lambda: told.append(1), lambda: told.append(2), (20, 600))
    assert made.activity.idle_s() == 700
    assert told == []
    made.close()
    mutter.service.stop()


def test_each_sense_says_how_it_fares(senses: Senses, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: senses.settled)
    told = {report.sense: report for report in senses.reports()}
    assert {Sense.IDLE, Sense.LOCK, Sense.SLEEP, Sense.CLOCK} <= set(told)
    assert told[Sense.CLOCK].works is senses.tells_clock
    assert told[Sense.SLEEP].why == "there is no system bus"
    assert not told[Sense.IDLE].works


def test_a_change_of_the_settings_is_followed(
    private_bus: str, senses: Senses, qtbot: QtBot
) -> None:
    mutter = FakeMutter(private_bus)
    qtbot.waitUntil(lambda: len(mutter.idle_watches) == 2)
    senses.choose(Settings())
    senses.choose(Settings(schedule=Schedule(lull_s=45)))
    qtbot.waitUntil(lambda: 45_000 in {after for _, after in mutter.idle_watches.values()})
    qtbot.waitUntil(lambda: len(mutter.idle_watches) == 2)
    assert senses.activity.idle_s() == 0
    senses.choose(Settings(schedule=Schedule(lull_s=0)))
    qtbot.waitUntil(lambda: 1000 in {after for _, after in mutter.idle_watches.values()})
    mutter.service.stop()
