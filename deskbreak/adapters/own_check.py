"""Checks one file of the person's own: an exercise, a routine, or both of them shared."""

from __future__ import annotations

from pathlib import Path

from deskbreak.adapters.careful_file import read_tree
from deskbreak.adapters.catalog import shelf, shipped_exercises
from deskbreak.adapters.catalog_files import load_exercise
from deskbreak.adapters.file_problem import FileProblem, with_lines
from deskbreak.adapters.own_files import shipped_bases
from deskbreak.adapters.own_pictures import OwnPictures
from deskbreak.adapters.own_routine import load_routine
from deskbreak.adapters.paths import find_paths
from deskbreak.adapters.resources import resources_folder
from deskbreak.adapters.share_file import MOST_BYTES, read_share
from deskbreak.core.authoring.routines import refusals
from deskbreak.core.authoring.share import MARK
from deskbreak.core.recipes import TITLES
from deskbreak.core.words import English

Checked = tuple[str, tuple[str, ...]]
"""What a file is about, and a sentence for each thing that is wrong with it."""


def check_file(path: Path) -> Checked:
    """Return what a file is about and what is wrong with it; nothing is when it would be used."""
    tree, _ = read_tree(path, MOST_BYTES)
    if MARK in tree:
        return _shared(path)
    return _routine(path) if "order" in tree else _exercise(path)


def _shared(path: Path) -> Checked:
    own, bases = shelf(), shipped_bases(resources_folder() / "exercises")
    offered = read_share(path, own.exercises(), own.recipes(), bases)
    titles = [exercise.title for exercise in offered.exercises]
    if offered.recipe is not None:
        titles.append(offered.recipe.title)
    said = offered.refused
    return ", ".join((*titles, *offered.present)), tuple(_whole(path, each) for each in said)


def _routine(path: Path) -> Checked:
    catalog = shelf().exercises()
    recipe, problems = load_routine(path, catalog)
    if recipe is None:
        return "", _said(path, problems)
    unfit = refusals(recipe, catalog, English())
    problems += [FileProblem(path.name, recipe.id, "order", said) for said in unfit]
    return recipe.title, _said(path, [*problems, *_taken(path, recipe.id)])


def _exercise(path: Path) -> Checked:
    folder = resources_folder() / "exercises"
    exercise, problems = load_exercise(path, shipped_bases(folder))
    if exercise is None:
        return "", _said(path, problems)
    if path.resolve().parent != folder.resolve():
        problems += _taken(path, exercise.id)
    if exercise.picture:
        said = OwnPictures(find_paths().own_pictures).problem(exercise.picture)
        problems += [FileProblem(path.name, exercise.id, "picture", said)] if said else []
    return exercise.title, _said(path, problems)


def _taken(path: Path, name: str) -> list[FileProblem]:
    if name not in shipped_exercises() and name not in TITLES:
        return []
    said = f'"{name}" ships with deskbreak; choose another id, such as "my_{name}"'
    return [FileProblem(path.name, name, "id", said)]


def _said(path: Path, problems: list[FileProblem]) -> tuple[str, ...]:
    placed = with_lines(problems, path, MOST_BYTES)
    return tuple(_whole(path, problem.sentence()) for problem in placed)


def _whole(path: Path, sentence: str) -> str:
    """Name the file with its whole path."""
    return f"{path}{sentence.removeprefix(path.name)}"
