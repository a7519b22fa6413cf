"""Exercises and a routine in one file, to give away; and what such a file would add."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from deskbreak.core.authoring.names import free
from deskbreak.core.authoring.text import exercise_text, recipe_text
from deskbreak.core.exercise import Exercise
from deskbreak.core.recipes import TITLES
from deskbreak.core.routine import Recipe

VERSION = 1
MARK = "deskbreak"
"""The key that tells a shared file; its value is the version of the format."""

ENDING = ".deskbreak.toml"
MOST_EXERCISES = 40
"""More are not taken from one file."""


@dataclass(frozen=True, slots=True)
class Offered:
    """What a shared file would add.

    Attributes:
        file: its name.
        exercises: the exercises to add, each with an id that is free.
        recipe: the routine to add, if any.
        renamed: the old and the new id where a name was taken by something else.
        present: the ids of what is there already, just the same.
        refused: why the rest of the file is not taken, a sentence each.
    """

    file: str
    exercises: tuple[Exercise, ...] = ()
    recipe: Recipe | None = None
    renamed: tuple[tuple[str, str], ...] = ()
    present: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()

    def is_empty(self) -> bool:
        """Return whether there is nothing to add."""
        return not self.exercises and self.recipe is None


def share_text(exercises: Sequence[Exercise], recipe: Recipe | None = None) -> str:
    """Return one file with exercises and a routine; pictures stay behind."""
    parts = [f"# Made with deskbreak; import it in the Library.\n{MARK} = {VERSION}\n"]
    if recipe is not None:
        parts.append(f"\n[routine]\n{recipe_text(replace(recipe, source=''))}")
    parts += [f"\n[[exercise]]\n{exercise_text(replace(each, picture=''))}" for each in exercises]
    return "".join(parts)


def sorted_out(
    offered: Offered, catalog: Mapping[str, Exercise], recipes: Sequence[Recipe]
) -> Offered:
    """Return the offer with every id free, and without what is there already."""
    taken = {*catalog, *TITLES, *(recipe.id for recipe in recipes)}
    present, renamed, added = list(offered.present), dict(offered.renamed), []
    for exercise in offered.exercises:
        if catalog.get(exercise.id) == exercise:
            present.append(exercise.id)
            continue
        name = free(exercise.id, taken)
        taken.add(name)
        if name != exercise.id:
            renamed[exercise.id] = name
        added.append(replace(exercise, id=name))
    recipe = offered.recipe
    if recipe is not None:
        order = tuple(renamed.get(name, name) for name in recipe.order)
        recipe = replace(recipe, order=order, source="")
        if recipe in [replace(each, source="") for each in recipes]:
            present.append(recipe.id)
            recipe = None
        else:
            name = free(recipe.id, taken)
            if name != recipe.id:
                renamed[recipe.id] = name
            recipe = replace(recipe, id=name)
    return replace(
        offered,
        exercises=tuple(added),
        recipe=recipe,
        renamed=tuple(renamed.items()),
        present=tuple(present),
    )
