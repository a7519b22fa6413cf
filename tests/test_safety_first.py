"""What the safety page lets start, through the engine and its commands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from deskbreak.core.command import (
    Acknowledge,
    Code,
    Start,
    Window,
)
from deskbreak.core.entry import (
    Break,
    Discomfort,
)
from deskbreak.core.no_routine import NoRoutine
from deskbreak.core.protocol import Request
from deskbreak.core.recipes import RECIPES
from deskbreak.core.restrictions import Suspension
from deskbreak.core.routine import Recipe
from deskbreak.core.safety import Asking
from deskbreak.core.settings.values import Problem, Safety, Settings
from deskbreak.core.status import StateName
from deskbreak.core.timing.sensed import Hold
from tests.engine_world import READY, World
from tests.pain_samples import event_data, pained, sore

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("safety", "asking"),
    [
        (Safety(), Asking.FIRST),
        (Safety(date(2026, 11, 23), text_version=0), Asking.TEXT),
        (Safety(date(2026, 8, 1), text_version=1), Asking.AGE),
    ],
)
def test_a_start_asks_first_when_the_page_is_due(safety: Safety, asking: Asking) -> None:
    world = pained(settings=replace(READY, safety=safety))
    assert world.engine.status().asking is asking
    response = world.answers.handle(Request("start"))
    assert response.code == 5
    assert response.text
    assert world.stage.log == ["show welcome"]


def test_an_old_answer_stops_no_offer() -> None:
    old = Safety(date(2026, 8, 1), text_version=1)
    world = pained(settings=replace(READY, safety=old))
    world.sit_until_offered()
    assert world.engine.view().state is StateName.OFFERING


def test_posture_checks_start_whenever_the_page_was_read_once() -> None:
    sharp = pained(sore(0, Discomfort.SHARP))
    assert sharp.commands.send(Start("posture")).code is Code.DONE
    never = World(settings=Settings())
    assert never.commands.send(Start("posture")).code is Code.REFUSED


def test_a_name_makes_no_posture_check() -> None:
    unfit = replace(READY, safety=replace(READY.safety, cleared=False))
    order = {"posture_mine": ("shoulder_rotation",), "seat": ("posture_tall_sit",)}
    own = (Recipe(name, name, ids, source="own.toml") for name, ids in order.items())
    world = World(unfit, recipes=(*RECIPES, *own))
    assert world.commands.send(Start("posture_mine")).code is Code.REFUSED
    assert world.commands.send(Start("seat")).code is Code.DONE
    world.engine.painted()
    world.guide(120)
    assert world.journal.entries[-1].routine == "posture"
    assert world.engine.status().today.seconds == 0


@pytest.mark.parametrize(
    ("breaks", "why"),
    [
        ([sore(0, Discomfort.SHARP)], Suspension.SHARP),
        ([sore(day, Discomfort.UNPLEASANT) for day in (3, 2, 1)], Suspension.REPEATED),
    ],
)
def test_a_suspension_holds_offers_until_the_page_is_confirmed(
    breaks: list[Break], why: Suspension
) -> None:
    world = pained(*breaks)
    assert world.engine.status().suspended is why
    assert world.commands.send(Start()).code is Code.REFUSED
    assert world.stage.log[-1] == "show welcome"
    world.sit_until_offered()
    assert world.engine.view().held_back_by == (Hold.SAFETY,)
    assert world.commands.send(Acknowledge(cleared=True)).code is Code.DONE
    assert world.engine.status().suspended is None
    assert {"safety": "confirmed"} in event_data(world)
    assert world.engine.view().state is StateName.OFFERING


def test_a_confirmation_that_is_not_stored_confirms_nothing() -> None:
    world = pained(sore(0, Discomfort.SHARP))
    world.store.refuses = (Problem("", "The file cannot be written."),)
    assert world.commands.send(Acknowledge(cleared=True)).code is Code.REFUSED
    assert world.engine.status().suspended is Suspension.SHARP


def test_a_doctors_word_is_stored_with_its_day_and_taken_back_without() -> None:
    world = World(settings=Settings())
    world.store.gives = replace(READY, safety=replace(READY.safety, doctor_agreed=TODAY))
    world.commands.send(Acknowledge(cleared=True, doctor_agreed=True))
    assert world.engine.settings.safety.doctor_agreed == TODAY
    world.commands.send(Acknowledge(cleared=True))
    stored = [value for key, value in world.store.asked if key == "safety.doctor_agreed"]
    assert stored == [TODAY, ""]


def test_after_a_meal_only_the_shoulders_move_for_who_chose_so() -> None:
    routine = replace(READY.routine, after_meal="gentle")
    world = pained(settings=replace(READY, routine=routine))
    planned = world.engine.plan(None)
    assert not isinstance(planned, NoRoutine)
    assert planned.id == "desk"
    world.answers.handle(Request("ate"))
    world.sit_until_offered()
    assert world.engine.view().state is StateName.OFFERING
    world.answers.handle(Request("ate"))
    world.commands.send(Start())
    guide = world.engine.guide
    assert guide is not None
    assert guide.routine.id == "gentle"
    assert all("shoulder" in step.exercise.id for step in guide.routine.steps)


@pytest.mark.parametrize("after_meal", ["defer", "ignore"])
def test_without_that_choice_a_start_after_a_meal_is_the_usual_one(after_meal: str) -> None:
    routine = replace(READY.routine, after_meal=after_meal)
    world = pained(settings=replace(READY, routine=routine))
    world.answers.handle(Request("ate"))
    world.commands.send(Start())
    guide = world.engine.guide
    assert guide is not None
    assert guide.routine.id == "desk"


def test_the_safety_page_opens_on_request() -> None:
    world = World()
    world.answers.handle(Request("show", {"window": "safety"}))
    assert world.stage.log == [f"show {Window.SAFETY.value}"]
