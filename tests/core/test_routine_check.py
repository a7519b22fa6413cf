"""A routine that is not good for the back is refused, with the reason in plain words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deskbreak.adapters.catalog import shipped_exercises
from deskbreak.core.coach.balance import Fault, unbalanced
from deskbreak.core.coach.choice import chosen
from deskbreak.core.planner import plan
from deskbreak.core.recipes import RECIPES
from deskbreak.core.routine import Kind, Planned, Recipe, Routine
from deskbreak.core.routine_check import faults, said
from deskbreak.core.settings.values import RoutineChoice, Settings
from deskbreak.core.standing import Standing
from deskbreak.core.words import English

CATALOG = shipped_exercises()
DESK = ("shoulder_rotation", "back_twist", "side_tilt", "cat_cow")


def steps(*names: str, reps: int = 3, stage: str = "") -> list[Planned]:
    return [Planned(CATALOG[name], reps, 1.0, stage=stage) for name in names]


def uppers(count: int) -> list[Planned]:
    shoulder = CATALOG["shoulder_rotation"]
    return [Planned(replace(shoulder, id=f"upper_{n}"), 3, 1.0) for n in range(count)]


WHOLE = [recipe for recipe in RECIPES if recipe.id != "gentle"]  # which only eases shoulders


@pytest.mark.parametrize("recipe", WHOLE, ids=[recipe.id for recipe in WHOLE])
@pytest.mark.parametrize("week", [1, 3, 5, 6, 9, 20])
@pytest.mark.parametrize("level", ["auto", "beginner", "normal", "advanced"])
def test_the_shipped_routines_are_good(recipe: Recipe, week: int, level: str) -> None:
    settings = Settings(routine=RoutineChoice(level=level))
    found = plan(recipe.id, CATALOG, settings, Standing(week=week, home_week=week))
    assert isinstance(found, Routine)
    assert faults(recipe.kind, found.steps) == ()


def test_too_much_for_the_upper_back_is_refused() -> None:
    assert faults(Kind.DESK, [*uppers(3), *steps("side_tilt")]) == ()
    assert faults(Kind.DESK, [*uppers(4), *steps("side_tilt")]) == (Fault.UNEVEN,)


def test_an_even_load_is_good_too() -> None:
    tilt, cat = CATALOG["side_tilt"], CATALOG["cat_cow"]
    even = [replace(each, id=f"{each.id}_{n}") for each in (tilt, cat) for n in range(3)]
    four = [each.exercise for each in uppers(4)]
    assert unbalanced([*four, *even]) == ()
    assert unbalanced([*four, *even[1:], CATALOG["lunge"]]) == (Fault.UNEVEN,)


def test_both_kinds_are_wanted() -> None:
    assert faults(Kind.DESK, steps("cat_cow")) == (Fault.NO_STRENGTH,)
    assert faults(Kind.DESK, steps("bird_dog")) == (Fault.NO_MOBILITY,)
    assert faults(Kind.DESK, steps("side_tilt")) == ()


def test_a_desk_routine_ends_after_a_quarter_of_an_hour() -> None:
    long = steps(*DESK, "metronome", reps=15)
    assert faults(Kind.DESK, long) == (Fault.LONG_DESK,)


def test_a_home_routine_has_its_stages() -> None:
    lesson = steps("side_tilt", stage="lesson")
    assert faults(Kind.HOME, lesson) == (Fault.WARM_UP, Fault.COOL_DOWN)
    warm = steps("warm_run", reps=330, stage="warm_up")
    calm = steps("cool_march", reps=200, stage="cool_down")
    assert faults(Kind.HOME, [*warm, *lesson, *calm]) == ()
    long = steps("side_plank", reps=1200, stage="lesson")
    assert faults(Kind.HOME, [*warm, *lesson, *long, *calm]) == (Fault.LONG_HOME,)
    hot = steps("warm_run", reps=430, stage="warm_up")
    assert faults(Kind.HOME, [*hot, *lesson, *calm]) == (Fault.WARM_UP,)


def test_a_posture_check_only_needs_something_in_it() -> None:
    assert faults(Kind.POSTURE, steps("posture_tall_sit")) == ()
    assert faults(Kind.POSTURE, []) == (Fault.EMPTY,)


def test_each_refusal_says_why_and_what_would_be_right() -> None:
    told = {fault: said(fault, English()) for fault in Fault}
    assert len(set(told.values())) == len(Fault)
    assert "trapezius" in told[Fault.UNEVEN]
    assert all(text.endswith(".") for text in told.values())


def test_a_choice_without_any_balance_takes_what_rested() -> None:
    pool = [CATALOG["cat_cow"], CATALOG["back_twist"], CATALOG["shoulder_rotation"]]
    picked = chosen(pool, 2, (("cat_cow", 5), ("back_twist", 3)))
    assert [each.id for each in picked] == ["back_twist", "shoulder_rotation"]
    assert chosen(pool, 9, ()) == pool
