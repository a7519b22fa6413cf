"""A sense that has to be asked is asked closely only while a lull or a return matters."""

from __future__ import annotations

from deskbreak.core.command import PauseFor, Start
from deskbreak.core.timing.effect import LookAt
from tests.core.clockwork import World, world


def closely(day: World) -> bool:
    return [each for each in day.effects if isinstance(each, LookAt)][-1].closely


def test_nobody_is_watched_closely_before_a_break_is_near() -> None:
    day = world()
    day.until("10:58")
    assert not closely(day)
    day.until("11:00")
    assert closely(day)


def test_a_return_is_watched_for() -> None:
    day = world()
    day.until("09:30")
    day.idle_until("09:45")
    assert day.name == "away"
    assert closely(day)
    day.sit(1)
    assert not closely(day)


def test_an_arrival_is_watched_for_from_the_opening_on() -> None:
    day = world("2026-11-23 07:00")
    day.idle_until("08:59")
    assert not closely(day)
    day.idle_until("09:01")
    assert closely(day)
    day.until("12:40")
    assert not closely(day)
    day.until("18:30")
    assert not closely(day)


def test_a_pause_and_a_break_need_no_watching() -> None:
    day = world()
    day.until("11:10")
    day.ask(Start())
    day.paint()
    assert not closely(day)
    day.over()
    day.ask(PauseFor(60))
    assert not closely(day)
