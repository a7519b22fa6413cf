"""What the editors of own exercises and routines ask for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from deskbreak.core.authoring.share import Offered
from deskbreak.core.dress import Dress, usual
from deskbreak.core.exercise import Exercise
from deskbreak.core.routine import Recipe
from deskbreak.ui.editor.waiting import Sought


@dataclass(frozen=True, slots=True)
class Workshop:
    """What the editors read and whom they ask; whoever does something returns "" or why not.

    Attributes:
        exercises: all exercises by id.
        recipes: all routines.
        own: the ids of those that are the person's own.
        save: keeps one under its id.
        remove: takes one away; `restore` brings it back.
        share: writes one, with what it needs, into a file (path, id).
        read: begins to look into a shared file.
        add: adds what such a file offers.
        picture: a picture of the person's own as a PNG, empty when it is not to be shown.
        take_picture: begins to copy a picture (path, exercise id); finds its name, and why not.
        start: starts a routine or an exercise.
        make_usual: lets a routine be the one of the breaks from now on.
        seconds: seconds of a steady clock.
        reduced_motion: whether figures stand still.
        dress: what figures wear.
    """

    exercises: Callable[[], Mapping[str, Exercise]]
    recipes: Callable[[], tuple[Recipe, ...]]
    own: Callable[[], frozenset[str]]
    save: Callable[[Exercise | Recipe], str]
    remove: Callable[[str], str]
    restore: Callable[[str], str]
    share: Callable[[str, str], str]
    read: Callable[[str], Sought[Offered]]
    add: Callable[[Offered], str]
    picture: Callable[[str], bytes]
    take_picture: Callable[[str, str], Sought[tuple[str, str]]]
    start: Callable[[str], None]
    make_usual: Callable[[str], str]
    seconds: Callable[[], float]
    reduced_motion: Callable[[], bool]
    dress: Callable[[], Dress] = usual
