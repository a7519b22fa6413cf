"""The coach on a running engine: the journal decides how much a day asks for."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from deskbreak.core.command import Code, Start
from deskbreak.core.entry import Break
from deskbreak.core.no_routine import NoRoutine
from deskbreak.core.routine import Routine
from deskbreak.core.settings.values import Person
from tests.core.coach.coach_samples import MONDAY, entry, step
from tests.engine_world import READY, World
from tests.fake_keepers import FakeJournal

BIG = tuple(step(name, 4, 4, 450) for name in ("back_twist", "cat_cow"))


def earlier(weeks: int) -> list[Break]:
    """Return the breaks of whole weeks before the world's first Monday."""
    return [
        replace(made, day=(MONDAY - timedelta(days=7 * weeks) + timedelta(days=number)).isoformat())
        for number in range(7 * weeks)
        if number % 7 < 5
        for made in (entry(number, level="advanced", hour=hour) for hour in (10, 12, 14))
    ]


def reps(world: World, routine: str | None = None) -> list[int]:
    found = world.engine.plan(routine)
    assert isinstance(found, Routine)
    return [each.reps for each in found.steps]


def test_the_first_day_asks_for_five_minutes() -> None:
    world = World()
    assert world.engine.status().today.goal_s == 300
    assert reps(world) == [3, 2, 2, 2]


def test_weeks_in_the_journal_ask_for_more() -> None:
    world = World(journal=FakeJournal(entries=earlier(4)))
    assert world.engine.status().today.goal_s == 11 * 60
    assert reps(world) == [8, 3, 2, 2]  # three breaks fit into the day
    plan = world.engine.plan(None)
    assert isinstance(plan, Routine)
    assert plan.week == 5


def test_few_hours_at_the_computer_ask_for_less() -> None:
    gentle = replace(READY, person=Person(hours_at_computer="<5"))
    assert World(settings=gentle).engine.status().today.goal_s == 240


def test_a_break_that_ends_moves_the_goal_and_the_plan_at_once() -> None:
    world = World()
    world.commands.send(Start("cat_cow"))
    world.engine.painted()
    world.guide(60)
    assert world.engine.guide is None
    assert world.engine.status().today.seconds == 28
    short = world.engine.plan("desk_short")
    assert isinstance(short, Routine)
    assert "cat_cow" not in [each.exercise.id for each in short.steps]


def test_prompts_stop_at_the_goal_and_exercise_soon_after() -> None:
    today = [replace(each, day=MONDAY.isoformat()) for each in (entry(0, steps=BIG), entry(0))]
    world = World(journal=FakeJournal(entries=today[:1]))
    world.sit_until_offered()
    assert not world.stage.offers
    assert world.engine.rules().goal_s == 300
    assert isinstance(world.engine.plan(None), Routine)  # one more, for who wants it

    world = World(journal=FakeJournal(entries=today))
    assert world.engine.plan(None) is NoRoutine.ENOUGH
    assert world.commands.send(Start()).code is Code.REFUSED
    assert world.commands.send(Start("posture")).code is Code.DONE


def test_a_journal_that_cannot_be_read_is_the_first_day() -> None:
    world = World(journal=FakeJournal(entries=earlier(4), broken=True))
    assert world.engine.status().today.goal_s == 300
    assert world.engine.status().notices


def test_a_break_without_pain_ends_with_a_tip_and_the_next_one_with_another() -> None:
    world = World()
    told = []
    for _ in range(2):
        world.commands.send(Start("cat_cow"))
        world.engine.painted()
        world.guide(60)
        told.append(world.stage.results[-1][1].partition("\n\n")[2])
    assert all(told)
    assert told[0] != told[1]
