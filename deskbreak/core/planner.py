"""Which exercises a break has, in which order and dose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from deskbreak.core.coach.choice import LESSON_WEEKS, chosen, fits_person
from deskbreak.core.coach.fit import fitted
from deskbreak.core.coach.half_minute import NUDGES, half_minute, is_nudge
from deskbreak.core.coach.home import (
    LESSON,
    STAGES,
    composed,
    is_strength_week,
    lesson_size,
    may_strengthen,
    stage_of,
)
from deskbreak.core.dose import Demand, demand, goal_in
from deskbreak.core.exercise import Exercise
from deskbreak.core.guide.wish import easy_form
from deskbreak.core.no_routine import NoRoutine
from deskbreak.core.recipes import RECIPES
from deskbreak.core.restrictions import Restrictions
from deskbreak.core.routine import Kind, Planned, Recipe, Routine
from deskbreak.core.routine_ids import NECK_FREE, POSTURE
from deskbreak.core.session import planned_s
from deskbreak.core.settings.values import Settings
from deskbreak.core.standing import Standing

NEW, FREE = Standing(), Restrictions()
"""A person on the first day, and nothing that hurts."""


def plan(
    routine_id: str,
    catalog: Mapping[str, Exercise],
    settings: Settings,
    standing: Standing = NEW,
    restrictions: Restrictions = FREE,
    recipes: tuple[Recipe, ...] = RECIPES,
) -> Routine | NoRoutine:
    """Return the routine with the person's doses, or why there is none.

    Exercises that are turned off, unknown to the catalog, not offered at the person's level or
    at rest because they hurt are left out. The id of an exercise is a routine of it alone, which
    asks neither for equipment nor for the level.
    """
    recipe = recipe_for(routine_id, catalog, recipes)
    if recipe is None:
        return NoRoutine.UNKNOWN
    refused = _refused(recipe, settings, standing, restrictions)
    if refused is not None:
        return refused
    case = _Case(recipe, settings, standing, restrictions, _demand(recipe, settings, standing))
    found = case.offered(catalog)
    if isinstance(found, NoRoutine):
        return found
    steps = case.steps(found)
    if recipe.kind is Kind.HOME and len({step.stage for step in steps}) < len(STAGES):
        return NoRoutine.STAGES
    level, week = case.demand.level, case.demand.week
    seat = settings.display.seat
    return Routine(recipe.id, recipe.title, level, week, steps, recipe.kind, seat)


def recipe_for(
    routine_id: str, catalog: Mapping[str, Exercise], recipes: tuple[Recipe, ...] = RECIPES
) -> Recipe | None:
    """Return the recipe of a routine, or one of a single exercise; None for an unknown id.

    One of a person's own is a posture check when it has nothing but posture exercises in it,
    whatever it calls itself.
    """
    for recipe in (*recipes, *NUDGES):
        if recipe.id == routine_id:
            return replace(recipe, kind=kind_of(recipe, catalog)) if recipe.source else recipe
    exercise = catalog.get(routine_id)
    if exercise is None:
        return None
    kind = Kind.POSTURE if exercise.group == POSTURE else Kind.DESK
    return Recipe(exercise.id, exercise.title, (exercise.id,), kind)


def kind_of(own: Recipe, catalog: Mapping[str, Exercise]) -> Kind:
    """Return what a routine of a person's own is for, as its exercises show."""
    known = [catalog[name].group == POSTURE for name in own.order if name in catalog]
    if known and all(known):
        return Kind.POSTURE
    return Kind.DESK if own.kind is Kind.POSTURE else own.kind


def is_check(
    routine_id: str, catalog: Mapping[str, Exercise], recipes: tuple[Recipe, ...] = RECIPES
) -> bool:
    """Return whether a routine is a posture check, which may be done when no exercise may."""
    recipe = recipe_for(routine_id, catalog, recipes)
    return recipe is not None and recipe.kind is Kind.POSTURE


def estimate_s(routine: Routine) -> int:
    """Return the whole seconds that the routine takes, cards included."""
    return planned_s(routine)


def _refused(
    recipe: Recipe, settings: Settings, standing: Standing, restrictions: Restrictions
) -> NoRoutine | None:
    """Return why the routine as a whole is not to be done now; a posture check always may."""
    if recipe.kind is Kind.POSTURE:
        return None
    if restrictions.suspended is not None:
        return NoRoutine.SUSPENDED
    if standing.full:
        return NoRoutine.ENOUGH
    if recipe.kind is Kind.HOME:
        if settings.safety.doctor_agreed is not None:
            return NoRoutine.DOCTOR
        if standing.today and standing.last_home == standing.today:
            return NoRoutine.HOME_DONE
    return None


def _demand(recipe: Recipe, settings: Settings, standing: Standing) -> Demand:
    week = standing.home_week if recipe.kind is Kind.HOME else standing.week
    return demand(settings, standing, week)


@dataclass(frozen=True, slots=True)
class _Case:
    """A routine to be planned for a person."""

    recipe: Recipe
    settings: Settings
    standing: Standing
    restrictions: Restrictions
    demand: Demand

    @property
    def alone(self) -> bool:
        """Return whether it is one exercise that was asked for by its name."""
        return self.recipe.order == (self.recipe.id,)

    def offered(self, catalog: Mapping[str, Exercise]) -> list[Exercise] | NoRoutine:
        """Return the exercises that may be done now, or why there are none."""
        off = () if self.alone else self.settings.routine.off
        known = [catalog[name] for name in self.recipe.order if name in catalog and name not in off]
        if not known:
            return NoRoutine.EMPTY
        ready = [each for each in known if self._reps(each) > 0 and self._suits(each)]
        if not ready:
            return NoRoutine.LATER
        rests = self.restrictions.off | self.restrictions.paused
        return [each for each in ready if each.id not in rests] or NoRoutine.RESTING

    def steps(self, found: Sequence[Exercise]) -> tuple[Planned, ...]:
        """Return the chosen exercises with their doses."""
        if self.recipe.kind is Kind.HOME:
            return self._home(found)
        count = self.recipe.choose or len(found)
        picked = chosen(found, count, self.standing.last_done)
        steps = tuple(self._planned(each) for each in picked)
        if self.demand.weekly and self.recipe.kind is Kind.DESK and not self.alone:
            steps = fitted(steps, goal_in(self.demand.week) / self.standing.sessions)
        softened = tuple(self._softened(step) for step in steps)
        return half_minute(softened) if is_nudge(self.recipe) else softened

    def _home(self, found: Sequence[Exercise]) -> tuple[Planned, ...]:
        week, lesson = self.demand.week, [each for each in found if stage_of(each) == LESSON]
        if not self.recipe.source:
            first = [each for each in lesson if each.group == LESSON]
            pool = first if week <= LESSON_WEEKS and first else lesson
            lesson = chosen(pool, lesson_size(week), self.standing.last_done)
            lesson = sorted(lesson, key=_difficulty)
        rest = [each for each in found if stage_of(each) != LESSON]
        steps = [self._planned(each) for each in (*rest, *lesson)]
        rested = may_strengthen(self.standing.today, self.standing.last_strength)
        strength = is_strength_week(week) and rested
        return tuple(
            self._softened(step) for step in composed(steps, self.demand, strength=strength)
        )

    def _reps(self, exercise: Exercise) -> int:
        reps = self.demand.reps(exercise)
        return reps or (exercise.dose.beginner if self.alone else 0)

    def _suits(self, exercise: Exercise) -> bool:
        return self.alone or fits_person(exercise, self.settings.routine)

    def _planned(self, exercise: Exercise) -> Planned:
        choice = self.settings.routine
        wants = choice.neck_free or self.recipe.id == NECK_FREE
        has = any(name == NECK_FREE for name, _ in exercise.variants)
        return Planned(
            exercise=exercise,
            reps=self._reps(exercise),
            reach=self.demand.reach_of(exercise),
            variant=NECK_FREE if wants and has else "",
            pace=choice.pace,
        )

    def _softened(self, planned: Planned) -> Planned:
        """Return the exercise as pain asks for it: easier, fewer repetitions, a smaller range."""
        for softer in self.restrictions.softer:
            if softer.exercise == planned.exercise.id:
                planned = easy_form(planned, 1) if softer.easier else planned
                planned = replace(
                    planned,
                    reps=max(1, planned.reps - softer.reps_back),
                    reach=planned.reach * softer.reach,
                )
        return planned


def _difficulty(exercise: Exercise) -> int:
    return exercise.difficulty
