"""What a person may ask of the running exercise: easier, harder, smaller, its easier form."""

from __future__ import annotations

from dataclasses import replace

from deskbreak.core.exercise import Level
from deskbreak.core.routine import Planned

LEAST_REACH = 0.3
"""Below this part of its keyframes a movement can hardly be seen."""

SMALLER = 0.8
"""What a range is multiplied by below the smallest level (CONTENT 5.3)."""

_NEAR = 1e-3
_NECK_FREE = "neck_free"


def easier(planned: Planned, least: int) -> Planned:
    """Return one repetition fewer, but not below `least`, and a range one level smaller."""
    fewer = max(least, planned.reps - step_of(planned))
    return replace(smaller(planned), reps=min(planned.reps, fewer))


def can_ease(planned: Planned, least: int) -> bool:
    """Return whether `easier` changes anything; cheap enough for every frame."""
    return planned.reps > least or planned.reach > LEAST_REACH


def can_harden(planned: Planned, *, more: bool) -> bool:
    """Return whether `harder` changes anything; cheap enough for every frame."""
    return planned.reach < 1.0 - _NEAR or (more and planned.reps < planned.exercise.dose.cap)


def harder(planned: Planned, *, more: bool) -> Planned:
    """Return one repetition more, up to the cap (where `more` is true), and a wider range."""
    wider = [reach for reach in _levels(planned) if reach > planned.reach + _NEAR]
    cap = max(planned.reps, planned.exercise.dose.cap)
    reps = min(cap, planned.reps + step_of(planned)) if more else planned.reps
    return replace(planned, reps=reps, reach=min(wider, default=planned.reach))


def smaller(planned: Planned) -> Planned:
    """Return the same with a range one level smaller; below the levels, a fifth smaller."""
    less = [reach for reach in _levels(planned) if reach < planned.reach - _NEAR]
    reach = max(LEAST_REACH, max(less, default=planned.reach * SMALLER))
    return replace(planned, reach=min(planned.reach, reach))


def easy_form(planned: Planned, least: int) -> Planned:
    """Return the easier form: beginner's dose and range, and the arms off the neck.

    Who does that already gets one step less.
    """
    exercise = planned.exercise
    has = any(name == _NECK_FREE for name, _ in exercise.variants)
    dose = exercise.dose.at(Level.BEGINNER) or planned.reps
    form = replace(
        planned,
        reps=min(planned.reps, max(least, dose)),
        reach=min(planned.reach, exercise.ranges.at(Level.BEGINNER)),
        variant=_NECK_FREE if has else planned.variant,
    )
    return easier(planned, least) if form == planned else form


def step_of(planned: Planned) -> int:
    """Return how much of the dose one step is: a repetition, or five seconds."""
    return 5 if planned.exercise.dose.in_seconds else 1


def _levels(planned: Planned) -> list[float]:
    return [planned.exercise.ranges.at(level) for level in Level] + [1.0]
