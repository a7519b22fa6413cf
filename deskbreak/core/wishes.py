"""How a person mends the journal: adds a break, writes a note, deletes, takes that back.

A break is named by its id or by the beginning of it, as long as no other break begins so.
"""

from __future__ import annotations

from dataclasses import dataclass

LONGEST_NOTE = 2000
"""Letters that a note may have."""

LONGEST_ADDED_MIN = 240
"""Minutes that a break added by hand may have."""


@dataclass(frozen=True, slots=True)
class AddBreak:
    """Write down a break that was done away from the desk.

    `day` is the date on the wall (2026-11-22), None for today's; `minute_of_day` says when it
    began there, None for a break that ends just now. `routine` and `exercises` are ids.
    """

    minutes: int
    day: str | None = None
    minute_of_day: int | None = None
    routine: str = ""
    exercises: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class NoteBreak:
    """Write a note to a break, in the place of the one it has; "" takes it away."""

    entry: str
    text: str


@dataclass(frozen=True, slots=True)
class DeleteBreak:
    """Take a break out of the record; `UndoMend` brings it back."""

    entry: str


@dataclass(frozen=True, slots=True)
class UndoMend:
    """Take back the last addition, note or deletion that still stands."""


def tidy(text: str) -> str:
    """Return a note without what no person writes: control characters, halves of letters."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(each for each in lines if each == "\n" or _is_written(each)).strip()


def _is_written(letter: str) -> bool:
    half, control = "\ud800" <= letter <= "\udfff", letter < " " or "\x7f" <= letter <= "\x9f"
    return not half and not control


Mending = AddBreak | NoteBreak | DeleteBreak | UndoMend
