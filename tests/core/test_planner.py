from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from deskbreak.core.exercise import Exercise, Level
from deskbreak.core.no_routine import NoRoutine, said
from deskbreak.core.planner import estimate_s, plan
from deskbreak.core.recipes import RECIPES
from deskbreak.core.restrictions import Restrictions, Softer, Suspension
from deskbreak.core.routine import Kind, Recipe, Routine
from deskbreak.core.settings.values import Display, RoutineChoice, Safety, Settings
from deskbreak.core.standing import Standing
from deskbreak.core.words import English
from tests.core.guide_samples import exercise

FOUR = ["shoulder_rotation", "back_twist", "side_tilt", "cat_cow"]


def catalog() -> dict[str, Exercise]:
    names = {name for recipe in RECIPES if recipe.kind is not Kind.HOME for name in recipe.order}
    made = {name: exercise(name) for name in sorted(names)}
    for name in ("back_twist", "side_tilt", "cat_cow"):
        made[name] = replace(made[name], variants=(("neck_free", (("center", "rest"),)),))
    made["shoulder_rotation"] = replace(made["shoulder_rotation"], region="upper")
    made["posture_tall_sit"] = replace(made["posture_tall_sit"], group="posture")
    return made


def planned(
    routine_id: str,
    choice: RoutineChoice | None = None,
    standing: Standing | None = None,
    restrictions: Restrictions | None = None,
) -> Routine:
    found = plan(
        routine_id,
        catalog(),
        Settings(routine=choice or RoutineChoice()),
        standing or Standing(),
        restrictions or Restrictions(),
    )
    assert isinstance(found, Routine)
    return found


def ids(routine: Routine) -> list[str]:
    return [step.exercise.id for step in routine.steps]


def test_the_desk_routine_has_the_four_in_their_order() -> None:
    desk = planned("desk")
    assert ids(desk) == FOUR
    assert (desk.id, desk.level, desk.week) == ("desk", Level.BEGINNER, 1)
    assert {step.variant for step in desk.steps} == {""}
    assert {step.reps for step in desk.steps} == {2}


def test_the_seat_of_the_settings_comes_along() -> None:
    wheels = Settings(display=Display(seat="wheelchair"))
    found = plan("desk", catalog(), wheels)
    assert isinstance(found, Routine)
    assert (found.seat, planned("desk").seat) == ("wheelchair", "chair")


def test_shorter_and_posture_routines() -> None:
    assert len(planned("desk_short").steps) == 3
    assert len(planned("posture").steps) == 3


@pytest.mark.parametrize(
    ("routine_id", "choice"),
    [("neck_free", RoutineChoice()), ("desk", RoutineChoice(neck_free=True))],
)
def test_neck_free_by_routine_or_by_setting(routine_id: str, choice: RoutineChoice) -> None:
    variants = [step.variant for step in planned(routine_id, choice).steps]
    assert variants == ["", "neck_free", "neck_free", "neck_free"]


def test_what_a_sore_neck_should_not_do_is_left_out() -> None:
    made = catalog()
    made["shoulder_rotation"] = replace(made["shoulder_rotation"], caution=("neck_problem",))
    made["cat_cow"] = replace(made["cat_cow"], caution=("neck_problem",))
    found = plan("desk", made, Settings(routine=RoutineChoice(neck_free=True)))
    assert isinstance(found, Routine)
    assert ids(found) == FOUR[1:]


def test_exercises_that_are_off_are_left_out() -> None:
    choice = RoutineChoice(off=("side_tilt", "cat_cow"))
    assert ids(planned("desk", choice)) == ["shoulder_rotation", "back_twist"]


def test_the_level_sets_the_dose_and_may_leave_one_out() -> None:
    assert planned("desk", RoutineChoice(level="normal")).steps[0].reps == 4
    settings = Settings(routine=RoutineChoice(level="advanced"))
    assert plan("desk", catalog(), settings) is NoRoutine.LATER


def test_a_level_above_what_is_open_waits() -> None:
    desk = planned("desk", RoutineChoice(level="advanced"), Standing(highest=Level.NORMAL))
    assert (desk.level, desk.steps[0].reps) == (Level.NORMAL, 4)


def test_beginners_get_what_is_simple() -> None:
    made = catalog()
    made["cat_cow"] = replace(made["cat_cow"], difficulty=2)
    first, later = (plan("desk", made, Settings(), Standing(week=week)) for week in (2, 3))
    assert isinstance(first, Routine)
    assert isinstance(later, Routine)
    assert ids(first) == FOUR[:3]
    assert ids(later) == FOUR


def test_pace_is_the_persons() -> None:
    slow, usual = planned("desk", RoutineChoice(pace=0.5)), planned("desk")
    assert slow.steps[0].pace == 0.5
    # 5 s ready, 3 cards of 4 s, and 4 exercises of 20 s
    assert estimate_s(usual) == 5 + 12 + 4 * 20
    assert estimate_s(slow) == 5 + 12 + 4 * 40


def test_equipment_that_is_not_there_is_not_asked_for() -> None:
    made = catalog()
    made["cat_cow"] = replace(made["cat_cow"], equipment=("mat", "ball"))
    without = plan("desk", made, Settings())
    with_it = plan("desk", made, Settings(routine=RoutineChoice(equipment=("ball",))))
    assert isinstance(without, Routine)
    assert isinstance(with_it, Routine)
    assert ids(without) == FOUR[:3]
    assert ids(with_it) == FOUR


def test_an_exercise_by_itself_is_a_routine() -> None:
    made = catalog()
    made["cat_cow"] = replace(made["cat_cow"], equipment=("ball",), difficulty=3)
    settings = Settings(routine=RoutineChoice(off=("cat_cow",)))
    found = plan("cat_cow", made, settings)
    assert isinstance(found, Routine)
    assert (found.id, found.title, ids(found)) == ("cat_cow", "Cat cow", ["cat_cow"])
    assert found.steps[0].reps == 2
    hard = {"cat_cow": replace(made["cat_cow"], dose=replace(made["cat_cow"].dose, beginner=0))}
    assert plan("cat_cow", hard, settings) is NoRoutine.LATER


def test_own_recipes_are_planned_like_the_others() -> None:
    own = Recipe("mine", "Mine", ("cat_cow", "back_twist"), source="mine.toml")
    found = plan("mine", catalog(), Settings(), recipes=(own,))
    assert isinstance(found, Routine)
    assert ids(found) == ["cat_cow", "back_twist"]
    assert plan("desk", catalog(), Settings(), recipes=(own,)) is NoRoutine.UNKNOWN


def test_there_may_be_nothing_to_guide() -> None:
    assert plan("dance", catalog(), Settings()) is NoRoutine.UNKNOWN
    assert plan("desk", {}, Settings()) is NoRoutine.EMPTY
    tr = English()
    assert said(NoRoutine.UNKNOWN, "dance", tr).startswith('There is no routine "dance"; there are')
    assert "turned off" in said(NoRoutine.EMPTY, "desk", tr)
    assert len({said(each, "desk", tr) for each in NoRoutine}) == len(NoRoutine)


@pytest.mark.parametrize("rests", ["off", "paused"])
def test_what_hurt_rests(rests: str) -> None:
    asked = {
        "off": Restrictions(off=frozenset({"back_twist"})),
        "paused": Restrictions(paused=frozenset({"back_twist"})),
    }[rests]
    assert ids(planned("desk", restrictions=asked)) == [FOUR[0], *FOUR[2:]]
    alone = plan("back_twist", catalog(), Settings(), restrictions=asked)
    assert alone is NoRoutine.RESTING


def test_what_was_unpleasant_comes_back_softer() -> None:
    softer = Softer("back_twist", reps_back=1, reach=0.8)
    step = planned("desk", RoutineChoice(level="normal"), None, Restrictions(softer=(softer,)))
    assert (step.steps[1].reps, step.steps[1].reach) == (3, 0.8)
    assert (step.steps[2].reps, step.steps[2].reach) == (4, 1.0)


def test_what_hurt_comes_back_in_its_easier_form() -> None:
    softer = Softer("back_twist", easier=True)
    desk = planned("desk", RoutineChoice(level="normal"), None, Restrictions(softer=(softer,)))
    assert (desk.steps[1].reps, desk.steps[1].variant) == (2, "neck_free")


def test_one_repetition_is_always_left() -> None:
    softer = Softer("back_twist", reps_back=9)
    assert planned("desk", restrictions=Restrictions(softer=(softer,))).steps[1].reps == 1


@pytest.mark.parametrize("why", Suspension)
def test_a_plan_at_rest_leaves_posture_checks(why: Suspension) -> None:
    rests = Restrictions(suspended=why)
    assert plan("desk", catalog(), Settings(), Standing(), rests) is NoRoutine.SUSPENDED
    assert plan("cat_cow", catalog(), Settings(), Standing(), rests) is NoRoutine.SUSPENDED
    assert planned("posture", restrictions=rests).id == "posture"
    assert planned("posture_tall_sit", restrictions=rests).id == "posture_tall_sit"


def test_a_full_day_leaves_posture_checks() -> None:
    full = Standing(full=True)
    assert plan("desk", catalog(), Settings(), full) is NoRoutine.ENOUGH
    assert planned("posture", standing=full).id == "posture"


def test_a_doctors_go_ahead_is_the_beginners_dose_in_a_small_range() -> None:
    settings = Settings(
        routine=RoutineChoice(level="advanced"), safety=Safety(doctor_agreed=date(2026, 11, 1))
    )
    found = plan("desk", catalog(), settings, Standing(week=9))
    assert isinstance(found, Routine)
    assert (found.level, found.steps[0].reps) == (Level.BEGINNER, 2)
    assert plan("home", catalog(), settings) is NoRoutine.DOCTOR


def test_a_short_routine_takes_what_rested_longest() -> None:
    made = catalog()
    for name, region in zip(FOUR, ("upper", "trunk", "trunk", "whole_spine"), strict=True):
        made[name] = replace(made[name], region=region, kinds=("mobilise", "strengthen"))
    made["metronome"] = replace(made["metronome"], kinds=("mobilise", "strengthen"))
    done = (("back_twist", 3), ("cat_cow", 2), ("shoulder_rotation", 1), ("side_tilt", 3))
    found = plan("desk_short", made, Settings(), Standing(last_done=done))
    assert isinstance(found, Routine)
    assert ids(found) == ["shoulder_rotation", "cat_cow", "metronome"]
