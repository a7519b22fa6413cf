"""Which exercises a routine has, in which order and dose."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from deskbreak.core.dose import level_of, reach_of, reps_of
from deskbreak.core.exercise import Exercise, Level
from deskbreak.core.routine import Planned, Routine
from deskbreak.core.session import planned_s
from deskbreak.core.settings.values import Settings
from deskbreak.core.words import Words

NECK_FREE = "neck_free"
POSTURE = "posture"

ORDERS = {
    "desk": ("shoulder_rotation", "back_twist", "side_tilt", "cat_cow"),
    "desk_short": ("shoulder_rotation", "back_twist", "cat_cow"),
    NECK_FREE: ("shoulder_rotation", "back_twist", "side_tilt", "cat_cow"),
    POSTURE: ("posture_feet_reset", "posture_tall_sit", "posture_shoulder_drop"),
}
"""The exercises of each routine in their order."""


class NoRoutine(StrEnum):
    """Why there is nothing to guide."""

    UNKNOWN = "unknown"
    EMPTY = "empty"


def plan(
    routine_id: str, catalog: Mapping[str, Exercise], settings: Settings
) -> Routine | NoRoutine:
    """Return the routine with the person's doses, or why there is none.

    Exercises that are turned off, unknown to the catalog or not offered at the person's level
    are left out.
    """
    order = ORDERS.get(routine_id)
    if order is None:
        return NoRoutine.UNKNOWN
    level = level_of(settings)
    found = (catalog.get(name) for name in order if name not in settings.routine.off)
    steps = tuple(
        _planned(exercise, level, routine_id, settings)
        for exercise in found
        if exercise is not None and reps_of(exercise, level) > 0
    )
    if not steps:
        return NoRoutine.EMPTY
    return Routine(id=routine_id, title=TITLES[routine_id], level=level, week=1, steps=steps)


TITLES = {
    "desk": "Desk routine",
    "desk_short": "Short desk routine",
    NECK_FREE: "Neck-free desk routine",
    POSTURE: "Posture check",
}
"""What each routine is called; translated where it is shown."""


def _planned(exercise: Exercise, level: Level, routine_id: str, settings: Settings) -> Planned:
    wants = settings.routine.neck_free or routine_id == NECK_FREE
    has = any(name == NECK_FREE for name, _ in exercise.variants)
    return Planned(
        exercise=exercise,
        reps=reps_of(exercise, level),
        reach=reach_of(exercise, level),
        variant=NECK_FREE if wants and has else "",
        pace=settings.routine.pace,
    )


def said(none: NoRoutine, routine_id: str, tr: Words) -> str:
    """Return one sentence that says why nothing can be guided."""
    if none is NoRoutine.UNKNOWN:
        known = ", ".join(sorted(ORDERS))
        return tr('There is no routine "{name}"; there are {known}.', name=routine_id, known=known)
    return tr("Every exercise of this routine is turned off; turn one on under [routine] off.")


def estimate_s(routine: Routine) -> int:
    """Return the whole seconds that the routine takes, cards included."""
    return planned_s(routine)
