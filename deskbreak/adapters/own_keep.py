"""Keeps exercises and routines of the person's own as files: only sound ones, all or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from deskbreak.adapters.atomic_file import write_atomically
from deskbreak.adapters.careful_file import read_bytes, tree_of
from deskbreak.adapters.catalog import Shelf
from deskbreak.adapters.catalog_files import MOST_BYTES, exercise_from
from deskbreak.adapters.own_routine import routine_from
from deskbreak.core.authoring.routines import refusals
from deskbreak.core.authoring.share import Offered
from deskbreak.core.authoring.text import exercise_text, recipe_text
from deskbreak.core.exercise import Exercise
from deskbreak.core.routine import Recipe
from deskbreak.core.words import English

_KEPT = ".bak"


class Keeper:
    """Writes into the person's own folders and nowhere else."""

    def __init__(self, shelf: Shelf) -> None:
        """Keep where to write."""
        self._shelf = shelf

    def save(self, made: Exercise | Recipe) -> str:
        """Keep an exercise or a routine under its id; return "", or why it was not kept.

        The version before stays beside it as ID.toml.bak.
        """
        try:
            self._write(made, self._text(made))
        except (OSError, ValueError) as error:
            return _sentence(error)
        return ""

    def remove(self, name: str) -> str:
        """Take an exercise or a routine away; it stays beside the others as ID.toml.bak."""
        path = self._places().get(name)
        if path is None:
            return f'There is no "{name}" of your own.'
        try:
            path.replace(path.with_name(f"{name}.toml{_KEPT}"))
        except OSError as error:
            return _sentence(error)
        return ""

    def restore(self, name: str) -> str:
        """Bring back what was removed last under an id; return "", or why that is not possible."""
        for folder in self._shelf.folders:
            kept, path = folder / f"{name}.toml{_KEPT}", folder / f"{name}.toml"
            if kept.is_file() and not path.exists():
                try:
                    kept.rename(path)
                except OSError as error:
                    return _sentence(error)
                return ""
        return f'"{name}" cannot be brought back.'

    def add(self, offered: Offered) -> str:
        """Add what a shared file offers, all of it or nothing; return "", or why not."""
        made: list[Exercise | Recipe] = [*offered.exercises]
        if offered.recipe is not None:
            made.append(offered.recipe)
        written: list[Path] = []
        try:
            for one in made:
                # One by one: what was written before a fault has to be taken back.
                written.append(self._write_new(one))  # noqa: PERF401 - as said above
        except (OSError, ValueError) as error:
            _take_back(written)
            return _sentence(error)
        return ""

    def _text(self, made: Exercise | Recipe) -> bytes:
        """Return the file, read again as every file is.

        Raises:
            ValueError: it would not be used.
        """
        if self._is_taken(made):
            raise ValueError(f'"{made.id}" is taken; choose another name')
        text = exercise_text(made) if isinstance(made, Exercise) else recipe_text(made)
        raw = text.encode("utf-8")
        if len(raw) > MOST_BYTES:
            raise ValueError(f"This is larger than {MOST_BYTES // 1024} KiB; shorten its texts")
        tree = tree_of(raw)
        said = self._wrong(made, tree)
        if said:
            raise ValueError(said)
        return raw

    def _is_taken(self, made: Exercise | Recipe) -> bool:
        """Return whether an id belongs to something that may not be written over."""
        if made.id not in self._all():
            return False
        own = self._shelf.own()
        if own is None:
            return True
        same = own.exercises if isinstance(made, Exercise) else {each.id for each in own.recipes}
        return made.id not in same

    def _wrong(self, made: Exercise | Recipe, tree: dict[str, object]) -> str:
        if isinstance(made, Exercise):
            _, problems = exercise_from(tree, made.title, {})
        else:
            _, problems = routine_from(tree, made.title, self._all())
        if problems:
            return problems[0].sentence()
        if isinstance(made, Recipe):
            return next(iter(refusals(made, self._shelf.exercises(), English())), "")
        return ""

    def _write_new(self, made: Exercise | Recipe) -> Path:
        if made.id in self._all():
            raise ValueError(f'"{made.id}" is taken by now; open the file again')
        return self._write(made, self._text(made))

    def _write(self, made: Exercise | Recipe, raw: bytes) -> Path:
        """Write a file of our own; a link or somebody else's file is never written over.

        Raises:
            OSError: it could not be written.
            ValueError: in its place is a link.
        """
        folder = self._shelf.folders[0 if isinstance(made, Exercise) else 1]
        path = self._places().get(made.id) or _unused(folder, made.id)
        if path.is_symlink() or folder.is_symlink():
            raise ValueError(f"{path} is a link; deskbreak writes only files of its own")
        if path.exists():
            before = read_bytes(path, MOST_BYTES)
            write_atomically(path.with_name(f"{made.id}.toml{_KEPT}"), before)
        write_atomically(path, raw)
        return path

    def _places(self) -> dict[str, Path]:
        own = self._shelf.own()
        return dict(own.places) if own else {}

    def _all(self) -> set[str]:
        return {*self._shelf.exercises(), *(recipe.id for recipe in self._shelf.recipes())}


def _unused(folder: Path, name: str) -> Path:
    """Return a path that no file has yet."""
    path, number = folder / f"{name}.toml", 1
    while path.exists() or path.is_symlink():
        number += 1
        path = folder / f"{name}_{number}.toml"
    return path


def _take_back(written: Sequence[Path]) -> None:
    for path in written:
        with suppress(OSError):
            path.unlink()


def _sentence(error: OSError | ValueError) -> str:
    if isinstance(error, OSError):
        return f"It cannot be saved: {error.filename or ''} {error.strerror}".replace("  ", " ")
    said = str(error)
    return said if said.endswith((".", "…")) else f"{said}."
