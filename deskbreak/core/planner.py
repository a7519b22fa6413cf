"""Which exercises a routine has, in which order and dose."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from deskbreak.core.coach.standing import Standing
from deskbreak.core.dose import level_of, reach_of, reps_of
from deskbreak.core.exercise import Exercise, Level
from deskbreak.core.recipes import NECK_FREE, POSTURE, RECIPES
from deskbreak.core.restrictions import Restrictions
from deskbreak.core.routine import Kind, Planned, Recipe, Routine
from deskbreak.core.session import planned_s
from deskbreak.core.settings.values import Settings
from deskbreak.core.words import Words

NEW, FREE = Standing(), Restrictions()
"""A person on the first day, and nothing that hurts."""

ORDERS = {recipe.id: recipe.order for recipe in RECIPES if recipe.kind is not Kind.HOME}
"""The exercises of each built-in routine for the desk in their order."""


class NoRoutine(StrEnum):
    """Why there is nothing to guide."""

    UNKNOWN = "unknown"
    EMPTY = "empty"
    RESTING = "resting"
    """Every exercise of it rests, or is off, because it hurt."""
    SUSPENDED = "suspended"
    """Nothing but posture checks until the person has said that it is well again."""
    HOME_DONE = "home_done"
    """One home workout a day is enough, and strength needs a day of rest."""


def plan(
    routine_id: str,
    catalog: Mapping[str, Exercise],
    settings: Settings,
    standing: Standing = NEW,
    restrictions: Restrictions = FREE,
    recipes: tuple[Recipe, ...] = RECIPES,
) -> Routine | NoRoutine:
    """Return the routine with the person's doses, or why there is none.

    Exercises that are turned off, unknown to the catalog or not offered at the person's level
    are left out. The id of an exercise is a routine of that exercise alone.
    """
    recipe = recipe_for(routine_id, catalog, recipes)
    if recipe is None:
        return NoRoutine.UNKNOWN
    level = level_of(settings)
    rests = restrictions.off | restrictions.paused
    found = (catalog.get(name) for name in _chosen(recipe) if name not in settings.routine.off)
    steps = tuple(
        _planned(exercise, level, routine_id, settings)
        for exercise in found
        if exercise is not None and reps_of(exercise, level) > 0 and exercise.id not in rests
    )
    if not steps:
        return NoRoutine.EMPTY
    return Routine(recipe.id, recipe.title, level, standing.week, steps)


def recipe_for(
    routine_id: str, catalog: Mapping[str, Exercise], recipes: tuple[Recipe, ...] = RECIPES
) -> Recipe | None:
    """Return the recipe of a routine, or one of a single exercise; None for an unknown id."""
    for recipe in recipes:
        if recipe.id == routine_id:
            return recipe
    exercise = catalog.get(routine_id)
    if exercise is None:
        return None
    kind = Kind.POSTURE if exercise.group == POSTURE else Kind.DESK
    return Recipe(exercise.id, exercise.title, (exercise.id,), kind)


def _chosen(recipe: Recipe) -> tuple[str, ...]:
    return recipe.order[: recipe.choose or None]


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
        known = ", ".join(sorted(recipe.id for recipe in RECIPES))
        return tr('There is no routine "{name}"; there are {known}.', name=routine_id, known=known)
    return tr("Every exercise of this routine is turned off; turn one on under [routine] off.")


def estimate_s(routine: Routine) -> int:
    """Return the whole seconds that the routine takes, cards included."""
    return planned_s(routine)
