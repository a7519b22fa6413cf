"""What a routine of the person's own comes to: its exercises with a usual dose, and its faults."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from deskbreak.core import routine_check
from deskbreak.core.coach.fit import session_s
from deskbreak.core.exercise import Exercise
from deskbreak.core.no_routine import NoRoutine
from deskbreak.core.planner import kind_of, plan
from deskbreak.core.routine import Planned, Recipe
from deskbreak.core.settings.values import Settings
from deskbreak.core.standing import Standing
from deskbreak.core.words import Words

_WEEK = 9
"""A person well under way, to whom every exercise is offered."""


def trial(recipe: Recipe, catalog: Mapping[str, Exercise]) -> tuple[Planned, ...]:
    """Return the routine as a person at the normal level with all the equipment would do it."""
    equipment = {thing for exercise in catalog.values() for thing in exercise.equipment}
    usual = Settings()
    chosen = replace(usual.routine, level="normal", equipment=tuple(sorted(equipment)))
    settings = replace(usual, routine=chosen)
    routine = plan(recipe.id, catalog, settings, Standing(week=_WEEK), recipes=(recipe,))
    return () if isinstance(routine, NoRoutine) else routine.steps


def refusals(recipe: Recipe, catalog: Mapping[str, Exercise], tr: Words) -> tuple[str, ...]:
    """Return why a routine may not be done; nothing when it may."""
    faults = routine_check.faults(kind_of(recipe, catalog), trial(recipe, catalog))
    return tuple(routine_check.said(fault, tr) for fault in faults)


def minutes(recipe: Recipe, catalog: Mapping[str, Exercise]) -> int:
    """Return about how many minutes a routine takes, at least one."""
    return max(1, round(session_s(trial(recipe, catalog)) / 60))
