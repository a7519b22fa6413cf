"""The exercises of the running program: read once, when they are first wanted."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from deskbreak.adapters.resources import resources_folder
from deskbreak.core.exercise import Exercise
from deskbreak.core.journal_words import plain_title
from deskbreak.core.recipes import TITLES
from deskbreak.core.words import Words


@cache
def load_exercises() -> Mapping[str, Exercise]:
    """Return the exercises by id; the reader and its types load with the first call."""
    from deskbreak.adapters.catalog_files import load_catalog  # noqa: PLC0415

    return load_catalog(resources_folder() / "exercises")[0]


def title_of(tr: Words, name: str) -> str:
    """Name an exercise or a routine by its id; an unknown one by a readable form of the id."""
    if name in TITLES:
        return tr(TITLES[name])
    exercise = load_exercises().get(name)
    return tr(exercise.title) if exercise is not None else plain_title(name)
