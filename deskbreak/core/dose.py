"""How much is asked of a person: level, repetitions and the day's goal."""

from __future__ import annotations

from deskbreak.core.exercise import Exercise, Level
from deskbreak.core.settings.values import Settings

GOAL_S = 600
"""Seconds of exercise a day, until the weekly plan sets the goal."""


def level_of(settings: Settings) -> Level:
    """Return the level in force; "auto" begins with beginner doses."""
    choice = settings.routine.level
    return Level.BEGINNER if choice == "auto" else Level(choice)


def reps_of(exercise: Exercise, level: Level) -> int:
    """Return the repetitions per side or direction; 0 where it is not offered at that level."""
    return min(exercise.dose.at(level), exercise.dose.cap)


def reach_of(exercise: Exercise, level: Level) -> float:
    """Return how far the drawn movement goes at that level, 0 to 1."""
    return exercise.ranges.at(level)


def goal_s(_settings: Settings) -> int:
    """Return the seconds of exercise that make a day good; the same for everybody as yet."""
    return GOAL_S
