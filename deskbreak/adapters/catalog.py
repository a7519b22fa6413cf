"""The exercises and routines of the running program: read when wanted, again when files change."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from deskbreak.adapters.paths import find_paths
from deskbreak.adapters.resources import resources_folder
from deskbreak.core.exercise import Exercise
from deskbreak.core.journal_words import plain_title
from deskbreak.core.recipes import RECIPES, TITLES
from deskbreak.core.routine import Recipe
from deskbreak.core.words import Words

if TYPE_CHECKING:
    # Only its name: nothing of it is loaded while no file of the person's own is there.
    from deskbreak.adapters.own_files import OwnFiles

Stamp = tuple[tuple[str, int, int, int], ...]
"""What tells that a folder's files changed: name, time, size and number of each."""


def load_exercises() -> Mapping[str, Exercise]:
    """Return all exercises by id, the person's own after those that ship."""
    return shelf().exercises()


def load_recipes() -> tuple[Recipe, ...]:
    """Return all routines, the person's own after those that ship."""
    return shelf().recipes()


def title_of(tr: Words, name: str) -> str:
    """Name an exercise or a routine by its id; a deleted or unknown one by a readable form."""
    if name in TITLES:
        return tr(TITLES[name])
    exercise = load_exercises().get(name)
    if exercise is not None:
        return tr(exercise.title)
    titles = {recipe.id: recipe.title for recipe in load_recipes()}
    return titles.get(name) or shelf().former_title(name) or plain_title(name)


class Shelf:
    """What ships and what is the person's own, side by side.

    The own folders are looked at each time; they are read only when something in them changed,
    so a file that is edited while the program runs counts at its next use.
    """

    def __init__(self, exercises: Path, routines: Path) -> None:
        """Keep where to look; nothing is read."""
        self.folders = (exercises, routines)
        self._read: tuple[Stamp, OwnFiles] | None = None

    def exercises(self) -> Mapping[str, Exercise]:
        """Return all exercises by id."""
        own = self.own()
        return {**shipped_exercises(), **own.exercises} if own else shipped_exercises()

    def recipes(self) -> tuple[Recipe, ...]:
        """Return all routines."""
        own = self.own()
        return (*RECIPES, *own.recipes) if own else RECIPES

    def problems(self) -> tuple[str, ...]:
        """Return a sentence for each thing that is wrong with a file of the person's own."""
        own = self.own()
        return tuple(problem.sentence() for problem in own.problems) if own else ()

    def names(self) -> frozenset[str]:
        """Return the ids of the exercises and routines that are the person's own."""
        own = self.own()
        return frozenset(own.places) if own else frozenset()

    def own(self) -> OwnFiles | None:
        """Return what is the person's own, None when there is no such file."""
        stamp = tuple(mark for folder in self.folders for mark in _stamp(folder))
        if not stamp:
            return None
        if self._read is None or self._read[0] != stamp:
            from deskbreak.adapters.own_files import load_own, shipped_bases  # noqa: PLC0415

            bases = shipped_bases(resources_folder() / "exercises")
            self._read = stamp, load_own(*self.folders, shipped_exercises(), bases)
        return self._read[1]

    def former_title(self, name: str) -> str:
        """Return what a deleted exercise or routine was called, "" when nobody knows."""
        from deskbreak.adapters.careful_file import read_tree  # noqa: PLC0415 - seldom needed
        from deskbreak.adapters.catalog_files import MOST_BYTES  # noqa: PLC0415 - as above

        if not name.replace("_", "").isalnum():
            return ""
        for folder in self.folders:
            tree, _ = read_tree(folder / f"{name}.toml.bak", MOST_BYTES)
            if tree.get("id") == name and isinstance(tree.get("title"), str):
                return str(tree["title"])
        return ""


@cache
def shipped_exercises() -> Mapping[str, Exercise]:
    """Return the exercises that ship; the reader and its types load with the first call."""
    from deskbreak.adapters.catalog_files import load_catalog  # noqa: PLC0415

    return load_catalog(resources_folder() / "exercises")[0]


def shelf() -> Shelf:
    """Return what this user's folders hold."""
    paths = find_paths()
    return _shelf(paths.own_exercises, paths.own_routines)


@cache
def _shelf(exercises: Path, routines: Path) -> Shelf:
    return Shelf(exercises, routines)


def _stamp(folder: Path) -> Stamp:
    try:
        files = [path for path in folder.iterdir() if path.suffix == ".toml"]
    except OSError:
        return ()
    return tuple(sorted(_mark(path) for path in files))


def _mark(path: Path) -> tuple[str, int, int, int]:
    try:
        facts = path.stat()
    except OSError:
        return (str(path), 0, 0, 0)
    return (str(path), facts.st_mtime_ns, facts.st_size, facts.st_ino)
