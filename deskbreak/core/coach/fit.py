"""Fits a break's repetitions into the time that the day's goal leaves for one break."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from deskbreak.core.motion import lasting_s
from deskbreak.core.routine import Planned

CARD_S = 4.0
"""Seconds of the card before an exercise."""

LEAST, LEAST_UPPER = 2, 3
"""Repetitions that are left to an exercise at least, and to one of the upper body."""

_UPPER = "upper"


def fitted(steps: tuple[Planned, ...], budget_s: float) -> tuple[Planned, ...]:
    """Return the steps with fewer repetitions, until they last no longer than the budget.

    One repetition at a time is taken from the exercise that has the most of them, the later one
    of equals, down to 2; only then from those of the upper body, down to 3.
    """
    while session_s(steps) > budget_s:
        index = _most(steps)
        if index is None:
            break
        fewer = replace(steps[index], reps=steps[index].reps - 1)
        steps = (*steps[:index], fewer, *steps[index + 1 :])
    return steps


def session_s(steps: Iterable[Planned]) -> float:
    """Return how long the exercises take with the cards before them."""
    return sum(CARD_S + lasting_s(each.exercise, each.reps, each.pace) for each in steps)


def _most(steps: tuple[Planned, ...]) -> int | None:
    """Return the place of the exercise that gives a repetition next; None when none can."""
    for upper, least in ((False, LEAST), (True, LEAST_UPPER)):
        rich = [
            (each.reps, index)
            for index, each in enumerate(steps)
            if (each.exercise.region == _UPPER) is upper
            and each.reps > least
            and not each.exercise.dose.in_seconds
        ]
        if rich:
            return max(rich)[1]
    return None
