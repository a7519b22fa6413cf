"""The posture check of a nudge fits into half a minute, whoever does it."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from deskbreak.adapters.catalog import load_exercises
from deskbreak.core.coach.half_minute import MOST_S, NUDGES, half_minute
from deskbreak.core.command import NUDGE
from deskbreak.core.guide.script import script_for
from deskbreak.core.no_routine import NoRoutine
from deskbreak.core.planner import plan
from deskbreak.core.routine import Planned, Routine
from deskbreak.core.settings.values import RoutineChoice, Settings
from tests.core.guide_samples import exercise

FEET, TALL, DROP = "posture_feet_reset", "posture_tall_sit", "posture_shoulder_drop"
BOTH = [recipe.id for recipe in NUDGES]


def planned(routine: str, choice: RoutineChoice | None = None) -> Routine:
    found = plan(routine, load_exercises(), Settings(routine=choice or RoutineChoice()))
    assert isinstance(found, Routine)
    return found


def lasts_s(routine: Routine) -> float:
    return sum(script_for(replace(step, pace=1.0)).seconds for step in routine.steps)


@pytest.mark.parametrize(
    ("routine", "level"), list(product(BOTH, ["beginner", "normal", "advanced"]))
)
def test_both_take_twenty_to_thirty_seconds(routine: str, level: str) -> None:
    assert 20 <= lasts_s(planned(routine, RoutineChoice(level=level))) <= MOST_S


def test_by_turns_all_three_come() -> None:
    first, second = (planned(name) for name in BOTH)
    assert [step.exercise.id for step in first.steps] == [FEET, DROP]
    assert [step.exercise.id for step in second.steps] == [TALL]
    assert {first.title, second.title} == {"Posture check"}


@pytest.mark.parametrize("off", [(FEET,), (TALL,), (DROP,), (FEET, DROP), (TALL, DROP)])
def test_what_is_turned_off_leaves_room_for_the_rest(off: tuple[str, ...]) -> None:
    for name in BOTH:
        found = planned(name, RoutineChoice(off=off))
        assert not {step.exercise.id for step in found.steps} & set(off)
        assert lasts_s(found) <= MOST_S


def test_with_all_turned_off_there_is_none() -> None:
    settings = Settings(routine=RoutineChoice(off=(FEET, TALL, DROP)))
    assert plan(NUDGE, load_exercises(), settings) is NoRoutine.EMPTY


def test_a_slow_pace_changes_no_repetitions() -> None:
    slow = planned(NUDGE, RoutineChoice(pace=0.5))
    assert [step.reps for step in slow.steps] == [step.reps for step in planned(NUDGE).steps]


def test_one_exercise_is_left_however_long_it_takes() -> None:
    calm = exercise("calm")
    long = replace(calm, cycle=tuple(replace(phase, seconds=30.0) for phase in calm.cycle))
    assert [step.reps for step in half_minute((Planned(long, 3, 1.0),))] == [1]
