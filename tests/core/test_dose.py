"""The doses against the table of CONTENT 5.4, from the real exercises."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbreak.adapters.catalog import shipped_exercises
from deskbreak.core.coach.fit import LEAST, LEAST_UPPER, fitted, session_s
from deskbreak.core.dose import (
    Demand,
    demand,
    goal_in,
    level_in,
    most_reps,
    reach_of,
    reps_of,
    weekly_reps,
)
from deskbreak.core.exercise import Level
from deskbreak.core.planner import plan
from deskbreak.core.routine import Planned, Routine
from deskbreak.core.settings.values import RoutineChoice, Safety, Settings
from deskbreak.core.standing import Standing

CATALOG = shipped_exercises()
FOUR = ("shoulder_rotation", "back_twist", "side_tilt", "cat_cow")

TABLE = """
1  | 5  | 3/2/2/2 2.5 (5)   | 3/2/2/2 2.5 (7)   | 3/2/2/2 2.5 (10)
2  | 6  | 5/2/2/2 2.8 (6)   | 3/2/2/2 2.5 (7)   | 3/2/2/2 2.5 (10)
3  | 8  | 6/3/3/3 3.6 (7)   | 4/2/2/2 2.7 (8)   | 3/2/2/2 2.5 (10)
4  | 10 | 7/3/3/3 3.8 (8)   | 7/2/2/2 3.2 (9)   | 3/2/2/2 2.5 (10)
5  | 11 | 8/4/4/4 4.6 (9)   | 8/3/2/2 3.6 (11)  | 4/2/2/2 2.7 (11)
6  | 12 | 9/4/4/4 4.8 (10)  | 9/3/3/2 4.0 (12)  | 6/2/2/2 3.0 (12)
7  | 13 | 10/5/5/5 5.6 (11) | 10/3/3/3 4.3 (13) | 7/2/2/2 3.2 (13)
8  | 14 | 10/5/5/5 5.6 (11) | 10/4/3/3 4.5 (14) | 9/2/2/2 3.5 (14)
9  | 15 | 10/6/6/6 6.2 (12) | 10/4/4/4 4.9 (15) | 10/2/2/2 3.7 (15)
10 | 15 | 10/6/6/6 6.2 (12) | 10/4/4/4 4.9 (15) | 10/2/2/2 3.7 (15)
11 | 15 | 10/7/7/7 6.8 (14) | 10/4/4/4 4.9 (15) | 10/2/2/2 3.7 (15)
12 | 15 | 10/7/7/7 6.8 (14) | 10/4/4/4 4.9 (15) | 10/2/2/2 3.7 (15)
"""
ROWS = [[cell.strip() for cell in line.split("|")] for line in TABLE.strip().splitlines()]
CELLS = [
    (int(row[0]), sessions, cell)
    for row in ROWS
    for sessions, cell in zip((2, 3, 4), row[2:], strict=True)
]


def desk(settings: Settings, standing: Standing) -> Routine:
    found = plan("desk", CATALOG, settings, standing)
    assert isinstance(found, Routine)
    return found


def told(routine: Routine, sessions: int) -> str:
    reps = "/".join(str(step.reps) for step in routine.steps)
    seconds = session_s(routine.steps)
    return f"{reps} {seconds / 60:.1f} ({round(seconds * sessions / 60)})"


@pytest.mark.parametrize(("week", "sessions", "cell"), CELLS)
def test_the_weeks_are_those_of_the_table(week: int, sessions: int, cell: str) -> None:
    routine = desk(Settings(), Standing(week=week, sessions=sessions))
    assert told(routine, sessions) == cell
    assert [step.exercise.id for step in routine.steps] == list(FOUR)
    assert routine.week == week


@pytest.mark.parametrize("row", ROWS)
def test_the_goal_of_each_week(row: list[str]) -> None:
    assert goal_in(int(row[0])) == int(row[1]) * 60


@pytest.mark.parametrize(
    ("level", "reps", "minutes"),
    [("beginner", "4/2/2/2", 2.7), ("normal", "8/4/4/4", 4.6), ("advanced", "10/6/6/8", 6.5)],
)
def test_the_level_buttons_are_fixed_doses(level: str, reps: str, minutes: float) -> None:
    settings = Settings(routine=RoutineChoice(level=level))
    routine = desk(settings, Standing(week=1, sessions=4))
    assert "/".join(str(step.reps) for step in routine.steps) == reps
    assert round(session_s(routine.steps) / 60, 1) == minutes
    assert [step.reach for step in routine.steps] == [
        reach_of(CATALOG[name], Level(level)) for name in FOUR
    ]


@pytest.mark.parametrize(
    ("weeks", "level", "reach"),
    [
        ((1, 2), Level.BEGINNER, 0.6),
        ((3, 6), Level.NORMAL, 0.85),
        ((7, 99), Level.ADVANCED, 1.0),
    ],
)
def test_the_range_grows_with_the_weeks(weeks: tuple[int, int], level: Level, reach: float) -> None:
    for week in weeks:
        assert level_in(week) is level
        assert {step.reach for step in desk(Settings(), Standing(week=week)).steps} == {reach}


def test_what_has_no_range_keeps_its_form() -> None:
    tall = CATALOG["posture_tall_sit"]
    assert Demand(Level.BEGINNER, 1).reach_of(tall) == 1.0
    assert Demand(Level.BEGINNER, 1, weekly=False, reach=0.6).reach_of(tall) == 1.0


def test_a_doctors_go_ahead_is_the_beginners_dose() -> None:
    agreed = Settings(
        routine=RoutineChoice(level="advanced"), safety=Safety(doctor_agreed=date(2026, 11, 1))
    )
    routine = desk(agreed, Standing(week=12))
    assert [step.reps for step in routine.steps] == [4, 2, 2, 2]
    assert {step.reach for step in routine.steps} == {0.6}
    assert routine.level is Level.BEGINNER


def test_the_beginner_is_not_offered_what_is_hard() -> None:
    hard = CATALOG["hyperextension"]
    assert Demand(Level.BEGINNER, 1).reps(hard) == 0
    assert Demand(Level.BEGINNER, 1, weekly=False).reps(CATALOG["bird_dog"]) == 0
    assert Demand(Level.ADVANCED, 9).reps(hard) > 0


def test_seconds_may_be_more_than_fifteen() -> None:
    assert weekly_reps(CATALOG["warm_run"], 4) == 60
    assert weekly_reps(CATALOG["side_plank"], 30) == 45
    assert reps_of(CATALOG["cool_march"], Level.ADVANCED) == 120


@given(st.sampled_from(sorted(CATALOG)), st.integers(-3, 500))
def test_no_exercise_is_ever_repeated_too_often(name: str, week: int) -> None:
    exercise = CATALOG[name]
    reps = weekly_reps(exercise, week)
    assert exercise.dose.start <= reps <= most_reps(exercise) <= exercise.dose.cap
    assert exercise.dose.in_seconds or reps <= 15
    assert weekly_reps(exercise, week + 1) >= reps


@given(
    st.lists(st.tuples(st.sampled_from(FOUR), st.integers(1, 15)), max_size=6), st.floats(0, 900)
)
def test_fitting_never_goes_below_the_floors(doses: list[tuple[str, int]], budget_s: float) -> None:
    steps = tuple(Planned(CATALOG[name], reps, 1.0) for name, reps in doses)
    fits = fitted(steps, budget_s)
    floors = [LEAST_UPPER if name == FOUR[0] else LEAST for name, _ in doses]
    for before, after, floor in zip(steps, fits, floors, strict=True):
        assert min(before.reps, floor) <= after.reps <= before.reps
    bottom = all(each.reps <= floor for each, floor in zip(fits, floors, strict=True))
    assert bottom or session_s(fits) <= budget_s


@given(st.integers(1, 60), st.integers(1, 12))
def test_a_day_of_planned_breaks_keeps_to_its_goal(week: int, sessions: int) -> None:
    routine = desk(Settings(), Standing(week=week, sessions=sessions))
    floor = [step.reps for step in routine.steps] == [3, 2, 2, 2]
    assert floor or session_s(routine.steps) * sessions <= goal_in(week)


@given(
    st.sampled_from(["auto", *Level]),
    st.sampled_from(Level),
    st.integers(1, 40),
)
def test_what_is_asked_never_passes_what_is_open(choice: str, highest: Level, week: int) -> None:
    settings = Settings(routine=RoutineChoice(level=choice))
    asked = demand(settings, Standing(week=week, highest=highest))
    levels = list(Level)
    assert asked.weekly is (choice == "auto")
    if not asked.weekly:
        assert levels.index(asked.level) <= levels.index(highest)
        assert levels.index(asked.level) <= levels.index(Level(choice))
