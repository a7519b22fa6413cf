"""The three stages of the home programme, from the real exercises."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbreak.adapters.catalog import shipped_exercises
from deskbreak.core.coach.fit import session_s
from deskbreak.core.coach.home import (
    COOL_DOWN,
    LESSON,
    LONGEST_S,
    SHORTEST_COOL_S,
    WARM_S,
    WARM_UP,
    composed,
    is_strength_week,
    lesson_size,
    may_strengthen,
    stage_of,
)
from deskbreak.core.dose import Demand
from deskbreak.core.exercise import Level
from deskbreak.core.no_routine import NoRoutine
from deskbreak.core.planner import plan
from deskbreak.core.recipes import RECIPES
from deskbreak.core.restrictions import Restrictions
from deskbreak.core.routine import Kind, Planned, Recipe, Routine
from deskbreak.core.routine_check import faults
from deskbreak.core.settings.values import RoutineChoice, Settings
from deskbreak.core.standing import Standing
from tests.core.coach.coach_samples import on

CATALOG = shipped_exercises()
ARTICLE = ["lesson_prone_lift", "lesson_bridge", "lesson_cat_cow_floor", "lesson_supine_twist"]


def home(week: int = 1, choice: RoutineChoice | None = None, **words: str) -> Routine:
    standing = Standing(
        home_week=week, today=on(0).isoformat(), last_strength=words.get("strong", "")
    )
    found = plan("home", CATALOG, Settings(routine=choice or RoutineChoice()), standing)
    assert isinstance(found, Routine)
    return found


def stage(routine: Routine, name: str) -> list[Planned]:
    return [each for each in routine.steps if each.stage == name]


def names(steps: list[Planned]) -> list[str]:
    return [each.exercise.id for each in steps]


@pytest.mark.parametrize("week", [1, 2, 3, 5, 6, 9, 12, 40])
@pytest.mark.parametrize("level", ["auto", "beginner", "normal", "advanced"])
@pytest.mark.parametrize("pace", [0.75, 1.0, 1.5])
def test_every_week_has_three_stages_in_their_times(week: int, level: str, pace: float) -> None:
    routine = home(week, RoutineChoice(level=level, pace=pace, equipment=("ball", "support")))
    assert faults(Kind.HOME, routine.steps) == ()
    stages = [each.stage for each in routine.steps]
    assert stages == sorted(stages, key=[WARM_UP, LESSON, COOL_DOWN].index)
    assert WARM_S[0] <= session_s(stage(routine, WARM_UP)) <= WARM_S[1]
    assert session_s(stage(routine, COOL_DOWN)) >= SHORTEST_COOL_S
    assert session_s(routine.steps) <= LONGEST_S
    assert all(each.exercise.dose.in_seconds or each.reps <= 15 for each in routine.steps)


def test_the_first_lesson_is_the_articles() -> None:
    assert names(stage(home(1), LESSON)) == ARTICLE
    assert names(stage(home(2), LESSON)) == ARTICLE


def test_the_end_is_calm() -> None:
    assert names(stage(home(), COOL_DOWN))[0] == "cool_march"
    assert names(stage(home(), COOL_DOWN))[-1] == "child_pose"
    without = home(choice=RoutineChoice(off=("child_pose",)))
    assert names(stage(without, COOL_DOWN))[-1] == "cool_breath_stretch"


def test_lessons_grow_from_four_to_six() -> None:
    assert [lesson_size(week) for week in (1, 2, 3, 4, 5, 6, 30)] == [4, 4, 5, 5, 6, 6, 6]
    assert [len(stage(home(week), LESSON)) for week in (1, 3, 5)] == [4, 5, 6]


def test_simple_ones_come_first() -> None:
    hard = [each.exercise.difficulty for each in stage(home(9), LESSON)]
    assert hard == sorted(hard)


def test_later_lessons_vary() -> None:
    first = home(9)
    done = tuple((each.exercise.id, 5) for each in first.steps)
    standing = Standing(home_week=9, last_done=done)
    second = plan("home", CATALOG, Settings(), standing)
    assert isinstance(second, Routine)
    assert set(names(stage(second, LESSON))) != set(names(stage(first, LESSON)))


def test_ball_items_are_for_those_who_have_one() -> None:
    def balls(choice: RoutineChoice) -> set[str]:
        found: set[str] = set()
        done: tuple[tuple[str, int], ...] = ()
        for turn in range(6):
            standing = Standing(home_week=9, last_done=done)
            routine = plan("home", CATALOG, Settings(routine=choice), standing)
            assert isinstance(routine, Routine)
            fresh = names(list(routine.steps))
            found |= {name for name in fresh if name.startswith("fitball")}
            done = (
                *(each for each in done if each[0] not in fresh),
                *((n, turn + 1) for n in fresh),
            )
        return found

    assert balls(RoutineChoice()) == set()
    assert balls(RoutineChoice(equipment=("ball",))) == {"fitball_extension", "fitball_bridge"}


def test_strength_and_endurance_alternate_from_the_fifth_week() -> None:
    assert [is_strength_week(week) for week in range(1, 9)] == [
        *[False] * 4,
        *[True, False, True, False],
    ]
    strong, light = stage(home(15), LESSON), stage(home(16), LESSON)
    lifts = [each for each in strong if each.exercise.id == "lesson_bridge"]
    assert (lifts[0].reps, lifts[0].pace, lifts[0].reach) == (12, 0.8, 1.0)
    lifts = [each for each in light if each.exercise.id == "lesson_bridge"]
    assert (lifts[0].reps, lifts[0].pace, lifts[0].reach) == (15, 1.0, 0.85)


def test_the_day_after_strength_is_a_light_one() -> None:
    assert {each.pace for each in stage(home(15, strong=on(-1).isoformat()), LESSON)} == {1.0}
    assert 0.8 in {each.pace for each in stage(home(15, strong=on(-2).isoformat()), LESSON)}
    assert may_strengthen("", "")


def test_one_home_workout_a_day() -> None:
    today = on(0).isoformat()
    again = Standing(today=today, last_home=today)
    assert plan("home", CATALOG, Settings(), again) is NoRoutine.HOME_DONE
    assert isinstance(plan("desk", CATALOG, Settings(), again), Routine)


def test_own_home_routines_do_all_of_their_lesson() -> None:
    order = ("warm_run", "side_plank", "bird_dog", "lesson_bridge", "hip_bridge", "cool_march")
    own = Recipe("mine", "Mine", order, Kind.HOME, source="mine.toml")
    found = plan("mine", CATALOG, Settings(), Standing(home_week=9), recipes=(own,))
    assert isinstance(found, Routine)
    assert tuple(names(list(found.steps))) == order


def test_a_lesson_that_is_too_long_gives_way() -> None:
    steps = tuple(Planned(CATALOG[name], 15, 1.0, pace=0.2) for name in ARTICLE)
    short = composed(steps, Demand(Level.NORMAL, 3), strength=False)
    assert [each.exercise.id for each in short] == ARTICLE
    assert session_s(short) <= LONGEST_S
    held = tuple(Planned(each, 1500, 1.0) for each in (CATALOG["side_plank"], CATALOG["warm_run"]))
    assert composed(held, Demand(Level.NORMAL, 3), strength=True)[0].exercise.id == "warm_run"


def test_a_warm_up_that_is_too_long_gives_way() -> None:
    steps = tuple(
        Planned(CATALOG[name], CATALOG[name].dose.cap, 1.0, pace=0.5)
        for name in CATALOG
        if CATALOG[name].group == WARM_UP
    )
    assert (
        WARM_S[0]
        <= session_s(composed(steps, Demand(Level.ADVANCED, 9), strength=False))
        <= WARM_S[1]
    )
    slow = tuple(Planned(each.exercise, each.reps, 1.0, pace=0.1) for each in steps)
    least = composed(slow, Demand(Level.ADVANCED, 9), strength=False)
    assert [each.reps for each in least] == [each.exercise.dose.beginner for each in steps]


@pytest.mark.parametrize("off", ["warm_side_bend", "warm_bend_fb", "warm_run"])
def test_the_warm_up_is_long_enough_with_one_turned_off(off: str) -> None:
    warm = stage(home(choice=RoutineChoice(off=(off,))), WARM_UP)
    assert WARM_S[0] <= session_s(warm) <= WARM_S[1]
    assert all(each.exercise.dose.in_seconds or each.reps <= 15 for each in warm)


@pytest.mark.parametrize("group", [WARM_UP, LESSON, COOL_DOWN])
def test_no_stage_may_be_missing(group: str) -> None:
    off = tuple(name for name, each in CATALOG.items() if stage_of(each) == group)
    found = plan("home", CATALOG, Settings(routine=RoutineChoice(off=off)))
    assert found is NoRoutine.STAGES


def test_every_exercise_has_a_stage() -> None:
    assert stage_of(CATALOG["child_pose"]) == COOL_DOWN
    assert stage_of(CATALOG["bird_dog"]) == LESSON
    assert {stage_of(CATALOG[name]) for name in ARTICLE} == {LESSON}


NAMES = st.sets(st.sampled_from(sorted(CATALOG)), max_size=12).map(frozenset)


@given(
    st.sampled_from([*(recipe.id for recipe in RECIPES), *sorted(CATALOG), "dance"]),
    st.integers(1, 60),
    NAMES,
    NAMES,
    st.sampled_from(["auto", *Level]),
    st.booleans(),
)
def test_whatever_rests_there_is_a_routine_or_a_clear_no(
    name: str,
    week: int,
    off: frozenset[str],
    rests: frozenset[str],
    level: str,
    neck: bool,  # noqa: FBT001 - drawn
) -> None:
    settings = Settings(routine=RoutineChoice(level=level, off=tuple(off), neck_free=neck))
    standing = Standing(week=week, home_week=week)
    found = plan(name, CATALOG, settings, standing, Restrictions(paused=rests))
    if isinstance(found, NoRoutine):
        return
    done = names(list(found.steps))
    assert done
    assert not set(done) & rests
    assert name in CATALOG or not set(done) & off
    assert len(set(done)) == len(done)
    for each in found.steps:
        assert each.reps >= 1
        assert each.exercise.dose.in_seconds or each.reps <= 15
        assert 0 < each.reach <= 1
    assert session_s(found.steps) <= LONGEST_S
    assert all(one is not two for one, two in pairwise(found.steps))
