"""The library of exercises as a person sees it: shelves, filters, and what is not offered now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from deskbreak.core.coach.choice import fits_person
from deskbreak.core.dose import Demand, demand
from deskbreak.core.exercise import Exercise
from deskbreak.core.restrictions import Restrictions
from deskbreak.core.settings.values import RoutineChoice, Settings
from deskbreak.core.standing import Standing
from deskbreak.core.words import Words

OWN = "own"
"""The shelf of the person's own exercises, and of every group that is not known."""

SHELVES = ("desk", "posture", "warm_up", "lesson", "library", "cool_down", OWN)
"""The shelves in the order of the window; all but the last are groups of exercises."""

REGIONS = ("upper", "trunk", "whole_spine", "lower")
PLACES = ("chair", "standing", "floor")
NOTHING = "nothing"
"""Stands for needing no equipment."""

_CHOICE, _FREE, _NEW = RoutineChoice(), Restrictions(), demand(Settings(), Standing())

_NOT_WORDS = str.maketrans("-_/,.;:()", " " * 9)


class Absence(StrEnum):
    """Why routines leave an exercise out now."""

    OFF = "off"
    """The person has turned it off."""
    HURT = "hurt"
    """It hurt again and again, and is off until the person turns it on."""
    RESTS = "rests"
    """It hurt, and rests until tomorrow."""
    LATER = "later"
    """It is not for the level that the person has reached."""
    NEEDS = "needs"
    """The person has not said that what it needs is at hand."""
    NECK = "neck"
    """The person wants to rest the neck, which it does not."""


@dataclass(frozen=True, slots=True)
class Looker:
    """Who looks at the library: what they chose, what hurts, and how much is asked of them."""

    choice: RoutineChoice = _CHOICE
    restrictions: Restrictions = _FREE
    demand: Demand = _NEW

    def absence(self, exercise: Exercise) -> Absence | None:
        """Return why routines leave an exercise out; None when they may have it."""
        if exercise.id in self.restrictions.off:
            return Absence.HURT
        if exercise.id in self.choice.off:
            return Absence.OFF
        if exercise.id in self.restrictions.paused:
            return Absence.RESTS
        if not self.demand.reps(exercise):
            return Absence.LATER
        if fits_person(exercise, self.choice):
            return None
        at_ease = replace(self.choice, neck_free=False)
        return Absence.NECK if fits_person(exercise, at_ease) else Absence.NEEDS

    def turned(self, exercise: str, *, on: bool) -> list[str]:
        """Return the list of what is off after an exercise was turned on or off."""
        others = [name for name in self.choice.off if name != exercise]
        return others if on else [*others, exercise]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the person looks for; an empty part asks for nothing.

    `regions`, `places` and `equipment` hold the names of the data, `equipment` also `NOTHING`;
    one of each is enough. Every word of `text` has to stand somewhere in what is said about the
    exercise.
    """

    regions: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    equipment: frozenset[str] = frozenset()
    text: str = ""

    def wants(self, exercise: Exercise, tr: Words) -> bool:
        """Return whether an exercise is among what is looked for."""
        needs = frozenset(exercise.equipment or (NOTHING,))
        return (
            (not self.regions or exercise.region in self.regions)
            and (not self.places or exercise.place in self.places)
            and (not self.equipment or needs <= self.equipment)
            and self._told(exercise, tr)
        )

    def _told(self, exercise: Exercise, tr: Words) -> bool:
        words = _plain(self.text).split()
        if not words:
            return True
        texts = (exercise.title, exercise.goal, exercise.setup, *exercise.steps)
        said = _plain(" ".join((*map(tr, texts), *exercise.muscles, exercise.id)))
        return all(word in said for word in words)


def _plain(text: str) -> str:
    return text.casefold().translate(_NOT_WORDS)


def shelf_of(exercise: Exercise) -> str:
    """Return the shelf on which an exercise stands."""
    return exercise.group if exercise.group in SHELVES else OWN


def shelved(exercises: Iterable[Exercise]) -> tuple[tuple[str, tuple[Exercise, ...]], ...]:
    """Return the shelves that hold something, in their order, with their exercises."""
    shelves: dict[str, list[Exercise]] = {name: [] for name in SHELVES}
    for exercise in exercises:
        shelves[shelf_of(exercise)].append(exercise)
    return tuple((name, tuple(those)) for name, those in shelves.items() if those)


def found(catalog: Mapping[str, Exercise], wanted: Wanted, tr: Words) -> frozenset[str]:
    """Return the ids of the exercises that are looked for."""
    return frozenset(name for name, each in catalog.items() if wanted.wants(each, tr))


def equipment_in(catalog: Mapping[str, Exercise]) -> tuple[str, ...]:
    """Return what one may look for as equipment: nothing first, then what any exercise needs."""
    needed = sorted({thing for each in catalog.values() for thing in each.equipment})
    return (NOTHING, *needed) if needed else ()
