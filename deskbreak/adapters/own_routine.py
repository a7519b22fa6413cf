"""Reads a routine of the person's own."""

from __future__ import annotations

from collections.abc import Container, Mapping
from pathlib import Path
from typing import Annotated

import msgspec

from deskbreak.adapters.careful_file import read_tree
from deskbreak.adapters.catalog_files import MOST_BYTES
from deskbreak.adapters.exercise_form import Name
from deskbreak.adapters.file_problem import FileProblem, with_lines
from deskbreak.adapters.form_words import plain_fault
from deskbreak.core.routine import Kind, Recipe

MOST_EXERCISES = 40
LONGEST_TITLE = 80


class RoutineForm(msgspec.Struct, forbid_unknown_fields=True):
    """A routine as written."""

    id: Name
    title: Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_TITLE)]
    order: Annotated[tuple[Name, ...], msgspec.Meta(min_length=1, max_length=MOST_EXERCISES)]
    kind: Kind = Kind.DESK
    choose: Annotated[int, msgspec.Meta(ge=0, le=MOST_EXERCISES)] = 0


Read = tuple[Recipe | None, list[FileProblem]]
"""A routine, None when it cannot be used, and what is wrong."""


def load_routine(path: Path, known: Container[str]) -> Read:
    """Return the routine of a file; `known` holds the ids of the exercises that there are."""
    tree, unread = read_tree(path, MOST_BYTES)
    if unread:
        return None, [FileProblem(path.name, "", "", unread)]
    recipe, problems = routine_from(tree, path.name, known)
    return recipe, with_lines(problems, path, MOST_BYTES)


def routine_from(tree: Mapping[str, object], file: str, known: Container[str]) -> Read:
    """Return the routine that a parsed file holds.

    An exercise that is not there is left out and named; a routine without any cannot be used.
    """
    name = str(tree.get("id", ""))
    try:
        form = msgspec.convert(tree, RoutineForm)
    except msgspec.ValidationError as error:
        key, said = plain_fault(error, RoutineForm)
        return None, [FileProblem(file, name, key, said)]
    if not form.title.strip():
        return None, [FileProblem(file, name, "title", "is empty; write a few words")]
    problems = [
        FileProblem(file, name, f"order[{n}]", f'names no exercise "{exercise}"')
        for n, exercise in enumerate(form.order)
        if exercise not in known
    ]
    order = tuple(exercise for exercise in form.order if exercise in known)
    if not order:
        return None, problems
    return Recipe(form.id, form.title, order, form.kind, file, form.choose), problems
