"""A posture check disturbs nothing: neither the goal, nor the sitting clock, nor an offer."""

from __future__ import annotations

import json
from dataclasses import replace

from deskbreak.core import schedule
from deskbreak.core.command import (
    NUDGE,
    PauseOpen,
    Snooze,
    Start,
)
from deskbreak.core.entry import Outcome, Source
from deskbreak.core.settings.values import Schedule, Settings
from deskbreak.core.timing.effect import OpenSession
from deskbreak.core.timing.event import Painted
from deskbreak.core.timing.frozen import thaw
from deskbreak.core.timing.state import Snoozed
from tests.core.clockwork import DONE, FREE, World, world

NUDGES = replace(FREE, schedule=Schedule(posture_nudge_min=50))


def check(day: World, minutes: float = 0.5) -> None:
    """Do a posture check from its first frame to its end."""
    day.ask(Start(NUDGE, check=True))
    event = Painted(day.now, day.sensed(), "posture", "beginner", 1)
    day._event(event)  # noqa: SLF001 - the world's own way paints the desk routine
    day.sit(minutes)
    day.open = False
    day.over(DONE)


def test_a_check_through_a_nudge_is_outside_goal_and_sitting_clock() -> None:
    day = world(settings=NUDGES)
    day.sit(60)
    before = day.view.next_break
    day.ask(Start(NUDGE, check=True))
    assert day.view.sitting_s == 3600
    day.open = False
    day.over(DONE)
    check(day)
    assert day.view.next_break == before
    entry = day.entries[-1]
    assert (entry.routine, entry.outcome) == ("posture", Outcome.COMPLETED)
    assert (entry.source, entry.offered_at) == (Source.PERSON, None)
    assert day.state.book.done_today == 0
    assert day.view.sitting_s == 3630
    day.sit(49)
    assert day.nudge is None


def test_a_check_leaves_an_open_offer_open() -> None:
    day = world(settings=FREE)
    day.sit(182)
    assert day.name == "offering"
    check(day, 1)
    assert day.name == "offering"
    assert day.offer is not None
    assert [entry.routine for entry in day.entries] == ["posture"]
    day.sit(37)  # 2 minutes were counted before the check
    assert day.name == "offering"
    day.sit(1.1)
    assert day.wrote()[-1].endswith("missed unanswered")


def test_a_check_leaves_a_snooze_as_it_was() -> None:
    day = world(settings=FREE)
    day.sit(180)
    day.ask(Snooze(30))
    check(day)
    assert day.name == "snoozed"
    day.sit(29)
    assert day.name == "snoozed"
    day.sit(1)
    assert day.name == "offering"


def test_a_check_that_runs_into_lunch_lets_the_offer_end_as_lunch_ends_it() -> None:
    day = world("2026-11-23 09:29", settings=Settings())
    day.sit(180)
    day.ask(Start("posture", check=True))
    day.paint()
    day.sit(3)
    day.over(DONE)
    assert day.name == "off_duty"
    assert day.wrote()[-1].endswith("missed lunch")


def test_a_check_before_arrival_in_a_pause_and_in_an_absence_leads_back() -> None:
    day = world("2026-11-23 08:00", settings=FREE)
    check(day)
    assert day.name == "off_duty"
    day = world(settings=FREE)
    day.sit(30)
    day.ask(PauseOpen())
    check(day)
    assert day.name == "paused"
    day = world(settings=FREE)
    day.sit(30)
    day.idle_until("09:50")
    assert day.name == "away"
    check(day)
    assert (day.name, day.view.sitting_s) == ("working", 30 * 60 + 30)
    assert day.wrote()[0].endswith("natural absence")


def test_a_check_begun_off_duty_that_ends_on_duty_begins_the_count() -> None:
    day = world("2026-11-23 08:59", settings=FREE)
    check(day, 2)
    assert (day.name, day.view.sitting_s) == ("working", 0)


def test_a_default_routine_of_posture_answers_its_offer_but_no_goal() -> None:
    day = world(settings=FREE)
    day.sit(180)
    day.ask(Start())
    day._event(Painted(day.now, day.sensed(), "posture", "beginner", 1))  # noqa: SLF001 - as above
    day.over(DONE)
    assert (day.name, day.view.sitting_s) == ("working", 0)
    assert day.state.book.done_today == 0


def test_a_crash_in_a_check_leaves_offer_snooze_and_sitting_as_they_were() -> None:
    day = world(settings=FREE)
    day.sit(60)
    day.ask(Start("posture", check=True))
    day.paint()
    day.restart(1)
    assert day.view.sitting_s == 61 * 60
    day.open = False
    day.sit(120)
    day.ask(Snooze(30))
    day.ask(Start("posture", check=True))
    day.paint()
    day.restart(2)
    assert isinstance(day.state, Snoozed)
    assert day.state.until - day.state.book.t == 28 * 60


def test_a_text_of_the_time_before_nudges_is_read() -> None:
    day = world(settings=FREE)
    day.ask(Start())
    tree = json.loads(schedule.freeze(day.state))
    del tree["book"]["posture"], tree["check"], tree["snoozed"]
    back = thaw(json.dumps(tree), day.now, day.rules)
    assert schedule.freeze(back) == schedule.freeze(day.state)


def test_checks_open_one_of_two_by_turns() -> None:
    day = world(settings=FREE)
    for _ in range(3):
        check(day)
    opened = [each.routine for each in day.effects if isinstance(each, OpenSession)]
    assert opened == ["nudge", "nudge_tall", "nudge"]
    day.ask(Start("posture", check=True))
    assert [each.routine for each in day.effects if isinstance(each, OpenSession)][-1] == "posture"
    assert {entry.routine for entry in day.entries} == {"posture"}


def test_a_check_put_off_from_its_card_writes_nothing() -> None:
    day = world(settings=FREE)
    day.ask(Start(NUDGE, check=True))
    day.paint()
    day.open = False
    day.over(replace(DONE, outcome=Outcome.SKIPPED, seconds=0, later=True))
    assert day.entries == []
    assert day.name == "working"
