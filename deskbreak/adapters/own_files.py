"""Reads the exercises and routines of the person's own, beside those that ship."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from deskbreak.adapters.catalog_files import BASES, MOST_BYTES, load_bases, load_exercise
from deskbreak.adapters.file_problem import FileProblem, with_lines
from deskbreak.adapters.own_routine import load_routine
from deskbreak.core.authoring.routines import refusals
from deskbreak.core.exercise import Exercise
from deskbreak.core.pose import Pose
from deskbreak.core.recipes import TITLES
from deskbreak.core.routine import Recipe
from deskbreak.core.words import English

MOST_FILES = 500
"""Of one kind; more are not looked at."""


@dataclass(frozen=True, slots=True)
class OwnFiles:
    """What the person's folders hold.

    `places` are the files of exercises and routines by id, unusable ones left out.
    """

    exercises: Mapping[str, Exercise] = field(default_factory=dict)
    recipes: tuple[Recipe, ...] = ()
    problems: tuple[FileProblem, ...] = ()
    places: Mapping[str, Path] = field(default_factory=dict)


@dataclass(slots=True)
class _Found:
    exercises: dict[str, Exercise] = field(default_factory=dict)
    recipes: dict[str, Recipe] = field(default_factory=dict)
    problems: list[FileProblem] = field(default_factory=list)
    places: dict[str, Path] = field(default_factory=dict)


def load_own(
    exercises: Path, routines: Path, shipped: Mapping[str, Exercise], bases: Mapping[str, Pose]
) -> OwnFiles:
    """Read both folders; a file that is wrong is left out, named, and hurts nothing else."""
    found = _Found()
    for path in _files(exercises):
        exercise, said = load_exercise(path, bases)
        found.problems += said
        if exercise is not None and _is_free(exercise.id, path, found, shipped):
            found.exercises[exercise.id] = exercise
            found.places[exercise.id] = path
    known = {**shipped, **found.exercises}
    for path in _files(routines):
        recipe, said = load_routine(path, known)
        found.problems += said
        if recipe is None or not _is_free(recipe.id, path, found, shipped):
            continue
        unfit = refusals(recipe, known, English())
        wrong = (FileProblem(path.name, recipe.id, "order", said) for said in unfit)
        found.problems += with_lines(wrong, path, MOST_BYTES)
        if not unfit:
            found.recipes[recipe.id] = recipe
            found.places[recipe.id] = path
    return OwnFiles(
        found.exercises, tuple(found.recipes.values()), tuple(found.problems), found.places
    )


def shipped_bases(shipped: Path) -> Mapping[str, Pose]:
    """Return the base poses, which the files of the person's own may name too."""
    return load_bases(shipped / BASES)[0]


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder by name; one that cannot be listed has none."""
    try:
        names = sorted(path for path in folder.iterdir() if path.suffix == ".toml")
    except OSError:
        return
    yield from names[:MOST_FILES]


def _is_free(name: str, path: Path, found: _Found, shipped: Collection[str]) -> bool:
    """Return whether an id is still free; one that is taken is named as a problem."""
    if name in shipped or name in TITLES:
        said = f'"{name}" ships with deskbreak; choose another id, such as "my_{name}"'
    elif name in found.places:
        said = f'"{name}" is taken by {found.places[name].name}; choose another id'
    else:
        return True
    found.problems += with_lines([FileProblem(path.name, name, "id", said)], path, MOST_BYTES)
    return False
