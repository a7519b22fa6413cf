"""Reads exercise files: each is checked whole, and a bad one hurts nothing but itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

import msgspec

from deskbreak.adapters.careful_file import read_tree
from deskbreak.adapters.exercise_file import FormError, exercise_of, overlaid
from deskbreak.adapters.exercise_form import ExerciseForm, Keyframe
from deskbreak.adapters.file_problem import FileProblem, with_lines
from deskbreak.adapters.form_words import plain_fault
from deskbreak.core.exercise import Exercise
from deskbreak.core.exercise_check import Fault, faults_of
from deskbreak.core.motion_check import all_faults
from deskbreak.core.pose import Pose

MOST_BYTES = 64 * 1024
BASES = "bases.toml"
_REMEMBERED = 1000


def load_catalog(folder: Path) -> tuple[dict[str, Exercise], tuple[FileProblem, ...]]:
    """Return the exercises of a folder by id, in the order of `ORDER`, and what is wrong."""
    catalog: dict[str, Exercise] = {}
    problems: list[FileProblem] = []
    bases, said = load_bases(folder / BASES)
    problems += said
    for path in sorted(folder.glob("*.toml")):
        if path.name == BASES:
            continue
        exercise, said = load_exercise(path, bases, faults_of)
        problems += said
        if exercise is not None and exercise.id in catalog:
            problems.append(FileProblem(path.name, exercise.id, "id", "is taken by another file"))
        elif exercise is not None:
            catalog[exercise.id] = exercise
    return dict(sorted(catalog.items(), key=_rank)), tuple(problems)


ORDER = (
    "shoulder_rotation", "back_twist", "side_tilt", "cat_cow", "posture_tall_sit",
    "posture_shoulder_drop", "posture_feet_reset", "warm_side_bend", "warm_stretch",
    "warm_shoulder_rotation", "warm_arm_swing", "warm_bend_fb", "warm_run", "lesson_prone_lift",
    "lesson_bridge", "lesson_cat_cow_floor", "lesson_supine_twist", "child_pose", "prayer",
    "fitball_extension", "fitball_bridge", "side_plank", "lunge", "bird_dog", "hip_bridge",
    "prone_lift_easy", "metronome", "hyperextension", "sarpasana", "cool_march",
    "cool_breath_stretch",
)  # fmt: skip
"""The order in which exercises are listed; others follow by name."""


def _rank(item: tuple[str, Exercise]) -> tuple[int, str]:
    return (ORDER.index(item[0]) if item[0] in ORDER else len(ORDER), item[0])


def load_bases(path: Path) -> tuple[dict[str, Pose], list[FileProblem]]:
    """Return the base poses of a file by name, and what is wrong with it."""
    tree, said = read_tree(path, MOST_BYTES)
    problems = [FileProblem(path.name, "", "", said)] if said else []
    bases: dict[str, Pose] = {}
    for name, value in tree.items():
        try:
            form = msgspec.convert(value, Keyframe, strict=False)
            bases[name] = overlaid(Pose(), form, name)
        except msgspec.ValidationError as error:
            problems.append(_refused(path.name, "", error, name))
        except FormError as error:
            problems.append(FileProblem(path.name, "", error.key, str(error)))
    return bases, with_lines(problems, path, MOST_BYTES)


Check = Callable[[Exercise], tuple[Fault, ...]]


@lru_cache(maxsize=_REMEMBERED)
def whole_check(exercise: Exercise) -> tuple[Fault, ...]:
    """Return everything that is wrong with an exercise; the same one is looked through once.

    A look at the movements takes a tenth of a second, and every own file is read again when one
    of them has changed: twenty shared exercises would be looked through two hundred times.
    """
    return all_faults(exercise)


def load_exercise(
    path: Path, bases: Mapping[str, Pose], check: Check = whole_check
) -> tuple[Exercise | None, list[FileProblem]]:
    """Return the exercise of a file, None when anything is wrong with it, and what that is.

    The movements of shipped files are tested before they ship, so that `check` may leave them.
    """
    tree, unread = read_tree(path, MOST_BYTES)
    if unread:
        return None, [FileProblem(path.name, "", "", unread)]
    exercise, problems = exercise_from(tree, path.name, bases, check)
    return exercise, with_lines(problems, path, MOST_BYTES)


def exercise_from(
    tree: Mapping[str, object], file: str, bases: Mapping[str, Pose], check: Check = whole_check
) -> tuple[Exercise | None, list[FileProblem]]:
    """Return the exercise that a parsed file holds, None when anything is wrong, and what it is."""
    name = str(tree.get("id", ""))
    try:
        exercise = exercise_of(msgspec.convert(tree, ExerciseForm, strict=False), bases)
    except msgspec.ValidationError as error:
        return None, [_refused(file, name, error, "")]
    except FormError as error:
        return None, [FileProblem(file, name, error.key, str(error))]
    said = [FileProblem(file, name, fault.key, fault.said) for fault in check(exercise)]
    return (None if said else exercise), said


def _refused(file: str, name: str, error: msgspec.ValidationError, outer: str) -> FileProblem:
    key, said = plain_fault(error, Keyframe if outer else ExerciseForm)
    whole = ".".join(part for part in (outer, key) if part)
    return FileProblem(file, name, whole, said)
