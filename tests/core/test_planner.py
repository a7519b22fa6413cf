from __future__ import annotations

from dataclasses import replace

import pytest

from deskbreak.core.dose import goal_s, level_of
from deskbreak.core.exercise import Exercise, Level
from deskbreak.core.planner import ORDERS, NoRoutine, estimate_s, plan, said
from deskbreak.core.routine import Routine
from deskbreak.core.settings.values import RoutineChoice, Settings
from deskbreak.core.words import English
from tests.core.guide_samples import exercise


def catalog() -> dict[str, Exercise]:
    names = {name for order in ORDERS.values() for name in order}
    made = {name: exercise(name) for name in names}
    for name in ("back_twist", "side_tilt", "cat_cow"):
        made[name] = replace(made[name], variants=(("neck_free", (("center", "rest"),)),))
    return made


def planned(routine_id: str, choice: RoutineChoice | None = None) -> Routine:
    found = plan(routine_id, catalog(), Settings(routine=choice or RoutineChoice()))
    assert isinstance(found, Routine)
    return found


def ids(routine: Routine) -> list[str]:
    return [step.exercise.id for step in routine.steps]


def test_the_desk_routine_has_the_four_in_their_order() -> None:
    desk = planned("desk")
    assert ids(desk) == ["shoulder_rotation", "back_twist", "side_tilt", "cat_cow"]
    assert (desk.id, desk.level, desk.week) == ("desk", Level.BEGINNER, 1)
    assert {step.variant for step in desk.steps} == {""}
    assert {step.reps for step in desk.steps} == {2}


def test_shorter_and_posture_routines() -> None:
    assert ids(planned("desk_short")) == ["shoulder_rotation", "back_twist", "cat_cow"]
    assert len(planned("posture").steps) == 3


@pytest.mark.parametrize(
    ("routine_id", "choice"),
    [("neck_free", RoutineChoice()), ("desk", RoutineChoice(neck_free=True))],
)
def test_neck_free_by_routine_or_by_setting(routine_id: str, choice: RoutineChoice) -> None:
    variants = [step.variant for step in planned(routine_id, choice).steps]
    assert variants == ["", "neck_free", "neck_free", "neck_free"]


def test_exercises_that_are_off_are_left_out() -> None:
    assert ids(planned("desk", RoutineChoice(off=("side_tilt", "cat_cow")))) == [
        "shoulder_rotation",
        "back_twist",
    ]


def test_the_level_sets_the_dose_and_may_leave_one_out() -> None:
    assert planned("desk", RoutineChoice(level="normal")).steps[0].reps == 4
    settings = Settings(routine=RoutineChoice(level="advanced"))
    assert plan("desk", catalog(), settings) is NoRoutine.EMPTY


def test_pace_is_the_persons() -> None:
    slow, usual = planned("desk", RoutineChoice(pace=0.5)), planned("desk")
    assert slow.steps[0].pace == 0.5
    # 5 s ready, 3 cards of 4 s, and 4 exercises of 20 s
    assert estimate_s(usual) == 5 + 12 + 4 * 20
    assert estimate_s(slow) == 5 + 12 + 4 * 40


def test_there_may_be_nothing_to_guide() -> None:
    assert plan("dance", catalog(), Settings()) is NoRoutine.UNKNOWN
    assert plan("desk", {}, Settings()) is NoRoutine.EMPTY
    tr = English()
    assert said(NoRoutine.UNKNOWN, "dance", tr).startswith('There is no routine "dance"; there are')
    assert "turned off" in said(NoRoutine.EMPTY, "desk", tr)


def test_auto_begins_gently() -> None:
    assert level_of(Settings()) is Level.BEGINNER
    assert level_of(Settings(routine=RoutineChoice(level="advanced"))) is Level.ADVANCED
    assert goal_s(Settings()) == 600
