"""How much is asked of a person: the weeks' repetitions, ranges and goals, and fixed levels.

The weekly plan follows "start with a few minutes a day, gradually increasing", to at most 15
repetitions and 10 to 15 minutes a day (the source article); adding slowly is what health bodies
advise as well (https://nhsinform-22072020-0700.azurewebsites.net/illnesses-and-conditions/
muscle-bone-and-joints/exercises/exercises-for-back-pain).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from deskbreak.core.exercise import Exercise, Level
from deskbreak.core.settings.values import Settings
from deskbreak.core.standing import Standing

MOST_REPS = 15
"""No exercise is repeated more often than this (the article: "up to 5-15")."""

ENOUGH_S = 15 * 60
"""Seconds of exercise after which no break is offered any more that day."""

DOCTOR_REACH = 0.6
"""The range after a doctor's go-ahead: half as far again as a hint, well inside the usual."""

_GOAL_MIN = (5, 6, 8, 10, 11, 12, 13, 14, 15)
_NORMAL_FROM, _ADVANCED_FROM = 3, 7
_REACH = {Level.BEGINNER: 0.6, Level.NORMAL: 0.85, Level.ADVANCED: 1.0}
_LEVELS = tuple(Level)


@dataclass(frozen=True, slots=True)
class Demand:
    """How much is asked now.

    `weekly` means the plan of weeks, else the fixed dose of `level`; `reach` replaces the range
    of a fixed level where it is set.
    """

    level: Level
    week: int
    weekly: bool = True
    reach: float | None = None

    def reps(self, exercise: Exercise) -> int:
        """Return the repetitions per side or direction; 0 where it is not offered yet."""
        if exercise.difficulty > rank(self.level) + 1 or not exercise.dose.at(self.level):
            return 0
        return weekly_reps(exercise, self.week) if self.weekly else reps_of(exercise, self.level)

    def reach_of(self, exercise: Exercise) -> float:
        """Return how far the drawn movement goes; never less than the beginner's form of it."""
        own = reach_of(exercise, Level.BEGINNER)
        if self.weekly:
            return max(own, _REACH[self.level])
        if self.reach is not None:
            return max(own, self.reach)
        return reach_of(exercise, self.level)


def demand(settings: Settings, standing: Standing, week: int | None = None) -> Demand:
    """Return how much is asked of a person who stands there.

    A doctor's go-ahead allows the beginner's dose in a small range and no more. A fixed level
    is never above what the standing allows; "auto" is the plan of weeks (of `week`, where one is
    given, else of the standing's).
    """
    now = standing.week if week is None else week
    if settings.safety.doctor_agreed is not None:
        return Demand(Level.BEGINNER, now, weekly=False, reach=DOCTOR_REACH)
    choice = settings.routine.level
    if choice == "auto":
        return Demand(level_in(now), now)
    level = min(Level(choice), standing.highest, key=rank)
    return Demand(level, now, weekly=False)


def rank(level: Level) -> int:
    """Return where a level stands among the levels, from 0."""
    return _LEVELS.index(level)


def level_in(week: int) -> Level:
    """Return the level that a week of the plan stands for; it sets the range."""
    if week >= _ADVANCED_FROM:
        return Level.ADVANCED
    return Level.NORMAL if week >= _NORMAL_FROM else Level.BEGINNER


def goal_in(week: int) -> int:
    """Return the seconds of exercise that make a day of that week good."""
    return _GOAL_MIN[min(max(1, week), len(_GOAL_MIN)) - 1] * 60


def weekly_reps(exercise: Exercise, week: int) -> int:
    """Return the repetitions of a week (or seconds, in that unit): start + step a week."""
    dose = exercise.dose
    return min(most_reps(exercise), math.floor(dose.start + dose.step * (max(1, week) - 1)))


def most_reps(exercise: Exercise) -> int:
    """Return the most that is ever asked of an exercise: its cap, and never above 15 times."""
    cap = exercise.dose.cap
    return cap if exercise.dose.in_seconds else min(cap, MOST_REPS)


def reps_of(exercise: Exercise, level: Level) -> int:
    """Return a level's repetitions per side or direction; 0 where it is not offered there."""
    return min(exercise.dose.at(level), most_reps(exercise))


def reach_of(exercise: Exercise, level: Level) -> float:
    """Return how far the drawn movement goes at that level, 0 to 1."""
    return exercise.ranges.at(level)
