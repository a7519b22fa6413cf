"""What becomes of the journal when a person mends it: each wish leads to one row more, or none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol, assert_never

from deskbreak.core.entry import Break
from deskbreak.core.record.versions import Change, Mended, Row, Version, later
from deskbreak.core.wishes import DeleteBreak, NoteBreak, UndoMend


@dataclass(frozen=True, slots=True)
class Add:
    """Write a whole break; `AddBreak` becomes this once the clock and the zone are known."""

    entry: Break


Mend = Add | NoteBreak | DeleteBreak | UndoMend


class Found(StrEnum):
    """Whether there was something to mend."""

    YES = "yes"
    UNKNOWN = "unknown"
    """No break has an id that begins so."""
    MANY = "many"
    """Several breaks have one."""
    NOTHING = "nothing"
    """No change is left that could be taken back."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What a wish comes to: the change to be kept, None with the reason in `found`.

    `undone` is what was taken back, when that was the wish.
    """

    found: Found
    change: Change | None = None
    undone: Mended | None = None


class History(Protocol):
    """What is asked of a journal before it is mended."""

    def ids(self, beginning: str) -> tuple[str, ...]:
        """Return the ids of breaks that stand and begin so; three are enough."""

    def rows(self, entry_id: str) -> tuple[Row, ...]:
        """Return every row of a break, oldest first."""

    def mends(self) -> Iterator[tuple[int, str]]:
        """Return number and id of each mended row that was not taken back, newest first."""


def settle(mend: Mend, history: History, now: int) -> Settled:
    """Return what a wish comes to at a UTC second."""
    match mend:
        case Add(entry):
            return Settled(Found.YES, Change(Version(entry), Mended.ADDED))
        case NoteBreak(name, text):
            return _with(history, name, lambda before: _noted(before, text, now))
        case DeleteBreak(name):
            return _with(history, name, lambda before: _deleted(before, now))
        case UndoMend():
            return _undo(history, now)
        case _:
            assert_never(mend)


def _with(history: History, name: str, change: Callable[[Version], Change]) -> Settled:
    """Find the one break that is meant; a whole id means its break even if others go on from it."""
    known = history.ids(name)
    meant = (name,) if name in known else known
    if len(meant) != 1:
        return Settled(Found.MANY if meant else Found.UNKNOWN)
    return Settled(Found.YES, change(history.rows(meant[0])[-1].version))


def _noted(before: Version, text: str, now: int) -> Change:
    entry = replace(before.entry, note=text)
    return Change(Version(entry, later(before, now), corrected=True), Mended.NOTED)


def _deleted(before: Version, now: int) -> Change:
    gone = replace(before, changed_at=later(before, now), deleted=True)
    return Change(gone, Mended.DELETED)


def _undo(history: History, now: int) -> Settled:
    for seq, entry_id in history.mends():
        rows = history.rows(entry_id)
        places = [place for place, row in enumerate(rows) if row.seq == seq]
        made = rows[places[0]].change if places else None
        if made is None or made.mended is None:
            continue  # its row was changed from outside
        before = rows[places[0] - 1].version if places[0] else None
        version = _before(made, before, rows[-1].version, now)
        if version is not None:
            return Settled(Found.YES, Change(version, undoes=seq), made.mended)
    return Settled(Found.NOTHING)


def _before(made: Change, before: Version | None, latest: Version, now: int) -> Version | None:
    """Return the form without one change, None when that change does not stand any more.

    What came after it stays, as a rating of one's energy.
    """
    at = later(latest, now)
    if made.mended is Mended.ADDED:
        return None if latest.deleted else replace(latest, changed_at=at, deleted=True)
    stands = latest.deleted == made.version.deleted
    if before is None or not stands:
        return None
    if made.mended is Mended.DELETED:
        return replace(latest, changed_at=at, deleted=False)
    if latest.entry.note != made.version.entry.note:
        return None
    entry = replace(latest.entry, note=before.entry.note)
    return Version(entry, at, corrected=before.corrected)
