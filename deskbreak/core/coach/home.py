"""The home programme: warm-up, lesson and completion, at most 45 minutes (CONTENT 1.4, 5.4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from deskbreak.core.coach.fit import fitted, session_s
from deskbreak.core.dose import MOST_REPS, Demand, most_reps
from deskbreak.core.exercise import Exercise
from deskbreak.core.routine import Planned

WARM_UP, LESSON, COOL_DOWN = STAGES = "warm_up", "lesson", "cool_down"
"""The three stages in their order."""

WARM_S = (5 * 60, 7 * 60)
"""How long the warm-up lasts at least and at most."""

SHORTEST_COOL_S = 3 * 60
LONGEST_S = 45 * 60

FEWEST, MOST = 4, 6
"""Exercises of a lesson: in the first weeks, and later."""

STRENGTH_REPS = 12
STRENGTH_PACE = 0.8
LIGHT_REACH = 0.85
_LIGHT_MORE = 3

_ALTERNATES_FROM = 5
_REST_DAYS = 2
_RELAX, _STRENGTHEN = "relax", "strengthen"
_LAST = "child_pose"


def stage_of(exercise: Exercise) -> str:
    """Return the stage that an exercise belongs to; what relaxes belongs to the completion."""
    if exercise.group in {WARM_UP, LESSON, COOL_DOWN}:
        return exercise.group
    return COOL_DOWN if _RELAX in exercise.kinds else LESSON


def lesson_size(week: int) -> int:
    """Return how many exercises a lesson has: four at first, one more every two weeks, to six."""
    return min(MOST, FEWEST + (week - 1) // 2)


def is_strength_week(week: int) -> bool:
    """Return whether a week is for strength; from the fifth on, it and endurance alternate."""
    return week >= _ALTERNATES_FROM and week % 2 == 1


def may_strengthen(today: str, last_strength: str) -> bool:
    """Return whether a day of rest lies between the last strength workout and today."""
    if not (today and last_strength):
        return True
    return (date.fromisoformat(today) - date.fromisoformat(last_strength)).days >= _REST_DAYS


def composed(steps: Sequence[Planned], demand: Demand, *, strength: bool) -> tuple[Planned, ...]:
    """Return the three stages in order, each in the time that it should take.

    The warm-up and the completion get more repetitions until they are long enough, and never
    run faster than their own tempo; the lesson gives way where the whole is too long.
    """
    warm = [_calm(each, WARM_UP) for each in steps if stage_of(each.exercise) == WARM_UP]
    cool = [_calm(each, COOL_DOWN) for each in steps if stage_of(each.exercise) == COOL_DOWN]
    cool.sort(key=lambda each: each.exercise.id == _LAST)
    warmed = _shortened(_filled(tuple(warm), WARM_S[0]), WARM_S[1])
    cooled = _filled(tuple(cool), SHORTEST_COOL_S)
    room = LONGEST_S - session_s(warmed) - session_s(cooled)
    lesson = tuple(
        _in_mode(each, demand.week, strength=strength)
        for each in steps
        if stage_of(each.exercise) == LESSON
    )
    lesson = fitted(lesson, room)
    while session_s(lesson) > room:
        lesson = lesson[:-1]
    return (*warmed, *lesson, *cooled)


def _calm(planned: Planned, stage: str) -> Planned:
    return replace(planned, stage=stage, pace=min(1.0, planned.pace))


def _in_mode(planned: Planned, week: int, *, strength: bool) -> Planned:
    """Return a lesson's exercise as the week wants it: few and slow, or many and light."""
    planned = replace(planned, stage=LESSON)
    exercise = planned.exercise
    if week < _ALTERNATES_FROM or _STRENGTHEN not in exercise.kinds or exercise.dose.in_seconds:
        return planned
    if strength:
        reps = min(planned.reps, STRENGTH_REPS)
        return replace(planned, reps=reps, pace=planned.pace * STRENGTH_PACE)
    more = min(most_reps(exercise), planned.reps + _LIGHT_MORE)
    return replace(planned, reps=more, reach=min(planned.reach, LIGHT_REACH))


def _filled(steps: tuple[Planned, ...], least_s: float) -> tuple[Planned, ...]:
    """Return the steps with more repetitions until they last long enough.

    They go up to their caps, and only where that is not enough (some exercises are turned off)
    as far as a second round of each would.
    """
    for rounds in (1, 2):
        while session_s(steps) < least_s:
            poor = [
                (each.reps / most_reps(each.exercise), index)
                for index, each in enumerate(steps)
                if each.reps < _most(each, rounds)
            ]
            if not poor:
                break
            steps = _changed(steps, min(poor)[1], 1)
    return steps


def _most(planned: Planned, rounds: int) -> int:
    most = most_reps(planned.exercise) * rounds
    return most if planned.exercise.dose.in_seconds else min(most, MOST_REPS)


def _shortened(steps: tuple[Planned, ...], most_s: float) -> tuple[Planned, ...]:
    """Return the steps with fewer repetitions, down to the beginner's, until they fit."""
    while session_s(steps) > most_s:
        rich = [
            (each.reps / most_reps(each.exercise), index)
            for index, each in enumerate(steps)
            if each.reps > each.exercise.dose.beginner
        ]
        if not rich:
            break
        steps = _changed(steps, max(rich)[1], -1)
    return steps


def _changed(steps: tuple[Planned, ...], index: int, more: int) -> tuple[Planned, ...]:
    changed = replace(steps[index], reps=steps[index].reps + more)
    return (*steps[:index], changed, *steps[index + 1 :])
