"""Reads a shared file: what it would add, and why the rest of it is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from deskbreak.adapters.atomic_file import write_atomically
from deskbreak.adapters.careful_file import read_tree
from deskbreak.adapters.catalog_files import exercise_from
from deskbreak.adapters.file_problem import FileProblem, with_lines
from deskbreak.adapters.own_routine import routine_from
from deskbreak.core.authoring.routines import refusals
from deskbreak.core.authoring.share import (
    ENDING,
    MARK,
    MOST_EXERCISES,
    VERSION,
    Offered,
    share_text,
    sorted_out,
)
from deskbreak.core.exercise import Exercise
from deskbreak.core.pose import Pose
from deskbreak.core.routine import Recipe
from deskbreak.core.words import English

MOST_BYTES = 256 * 1024
_PARTS = frozenset({MARK, "exercise", "routine"})


def read_share(
    path: Path,
    catalog: Mapping[str, Exercise],
    recipes: tuple[Recipe, ...],
    bases: Mapping[str, Pose],
) -> Offered:
    """Return what a file would add to what is there.

    A file of a single exercise or routine, as it lies in the person's own folders, will do too.
    """
    tree, unread = read_tree(path, MOST_BYTES)
    offered = Offered(path.name)
    if unread:
        return replace(offered, refused=(f"{path.name}: {unread}",))
    wrong = _wrong(tree)
    if wrong:
        return replace(offered, refused=(f"{path.name}: {wrong}",))
    exercises, said = _exercises(tree, path, bases)
    known = {**catalog, **{exercise.id: exercise for exercise in exercises}}
    recipe, more = _recipe(tree, path, known)
    offered = replace(offered, exercises=exercises, recipe=recipe, refused=(*said, *more))
    return sorted_out(offered, catalog, recipes)


def write_share(path: Path, exercises: tuple[Exercise, ...], recipe: Recipe | None) -> str:
    """Write one file to give away; return "", or why that is not possible."""
    whole = path if path.name.endswith(".toml") else path.with_name(path.name + ENDING)
    try:
        write_atomically(whole, share_text(exercises, recipe).encode("utf-8"))
    except OSError as error:
        return f"{whole} cannot be written: {error.strerror}."
    return ""


def _wrong(tree: Mapping[str, object]) -> str:
    if MARK not in tree:
        return "" if "id" in tree else f"is no file of deskbreak: it lacks the key {MARK}"
    if tree[MARK] != VERSION:
        return f"{MARK}: is {tree[MARK]!r}; this deskbreak reads version {VERSION}"[:200]
    strange = sorted(set(tree) - _PARTS)
    return f"{strange[0]}: is unknown; there are {', '.join(sorted(_PARTS))}" if strange else ""


def _exercises(
    tree: Mapping[str, object], path: Path, bases: Mapping[str, Pose]
) -> tuple[tuple[Exercise, ...], tuple[str, ...]]:
    file, shared = path.name, MARK in tree
    found: dict[str, Exercise] = {}
    refused: list[str] = []
    many = tree.get("exercise", []) if shared else [tree] if "cycle" in tree else []
    if not isinstance(many, list):
        return (), (f"{file}: exercise: must be written as [[exercise]]",)
    if len(many) > MOST_EXERCISES:
        return (), (f"{file}: exercise: has {len(many)} parts; {MOST_EXERCISES} is the most",)
    for n, part in enumerate(many):
        if not isinstance(part, dict):
            refused.append(f"{file}: exercise[{n}]: must be written as [[exercise]]")
            continue
        exercise, problems = exercise_from(part, file, bases)
        refused += _said(problems, path, f"exercise[{n}]" if shared else "")
        if exercise is not None and exercise.id in found:
            refused.append(f"{file}: {exercise.id}: id: is there twice")
        elif exercise is not None:
            found[exercise.id] = replace(exercise, picture="")
    return tuple(found.values()), tuple(refused)


def _recipe(
    tree: Mapping[str, object], path: Path, known: Mapping[str, Exercise]
) -> tuple[Recipe | None, tuple[str, ...]]:
    file, shared = path.name, MARK in tree
    part = tree.get("routine") if shared else tree if "order" in tree else None
    if part is None:
        return None, ()
    if not isinstance(part, dict):
        return None, (f"{file}: routine: must be written as [routine]",)
    recipe, problems = routine_from(part, file, known)
    refused = _said(problems, path, "routine" if shared else "")
    if recipe is None:
        return None, tuple(refused)
    unfit = refusals(recipe, known, English())
    if unfit:
        return None, (*refused, *(f"{file}: {recipe.id}: order: {said}" for said in unfit))
    return recipe, tuple(refused)


def _said(problems: list[FileProblem], path: Path, outer: str) -> list[str]:
    return [problem.sentence() for problem in with_lines(problems, path, MOST_BYTES, outer)]
