"""Mends the journal as a person wishes, and says in one sentence what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol, assert_never

from deskbreak.core.by_hand import Unfitting, by_hand, overlapped, week_then
from deskbreak.core.command import Code, Reply
from deskbreak.core.entry import Break
from deskbreak.core.mending_words import (
    many_sentence,
    mended_sentence,
    overlap_sentence,
    undone_sentence,
    unfit_sentence,
    unknown_sentence,
)
from deskbreak.core.record.mending import Add, Found, Mend, Settled
from deskbreak.core.settings.values import Office
from deskbreak.core.wishes import (
    LONGEST_NOTE,
    AddBreak,
    DeleteBreak,
    Mending,
    NoteBreak,
    UndoMend,
    tidy,
)
from deskbreak.core.words import Words
from deskbreak.ports import Clock, JournalUnavailableError

_LOOK_BACK = timedelta(days=60)
_DAY = timedelta(days=1)


class Mendable(Protocol):
    """What is asked of the journal here."""

    def mend(self, mend: Mend) -> Settled:
        """Carry out a wish.

        Raises:
            JournalUnavailableError: it could not be kept, and is forgotten.
        """

    def breaks(self, first_day: str, last_day: str) -> tuple[Break, ...]:
        """Return the entries of the days, both included, oldest first (same errors)."""


@dataclass(frozen=True, slots=True)
class Mender:
    """Carries out what a person wishes to mend. `knows` tells ids of routines and exercises."""

    journal: Mendable
    clock: Clock
    knows: Callable[[str], bool]
    tr: Words

    def mend(self, wish: Mending, office: Office) -> Reply:
        """Carry out a wish; `office` tells to which day a break belongs."""
        try:
            match wish:
                case AddBreak():
                    return self._add(wish, office)
                case NoteBreak(name, text):
                    return self._note(name, tidy(text))
                case DeleteBreak(name):
                    return self._answer(self.journal.mend(wish), name)
                case UndoMend():
                    return self._answer(self.journal.mend(wish), "")
                case _:
                    assert_never(wish)
        except JournalUnavailableError as error:
            return Reply(Code.FAILED, str(error))

    def _note(self, name: str, text: str) -> Reply:
        if len(text) > LONGEST_NOTE:
            return Reply(Code.REFUSED, unfit_sentence(Unfitting.NOTE, self.tr))
        return self._answer(self.journal.mend(NoteBreak(name, text)), name)

    def _add(self, wish: AddBreak, office: Office) -> Reply:
        for name in filter(None, (wish.routine, *wish.exercises)):
            if not self.knows(name):
                said = self.tr("There is no routine or exercise with the id {id}.", id=name)
                return Reply(Code.UNKNOWN, said)
        wish = replace(wish, note=tidy(wish.note))
        entry = by_hand(wish, self.clock.read(), office)
        if isinstance(entry, Unfitting):
            return Reply(Code.REFUSED, unfit_sentence(entry, self.tr))
        day = date.fromisoformat(entry.day)
        first = day - min(_LOOK_BACK, day - date.min)
        known = self.journal.breaks(first.isoformat(), (day + _DAY).isoformat())
        other = overlapped(entry, known)
        if other is not None:
            return Reply(Code.REFUSED, overlap_sentence(other, self.tr))
        whole = replace(entry, week=week_then(entry, known))
        return self._answer(self.journal.mend(Add(whole)), "")

    def _answer(self, settled: Settled, name: str) -> Reply:
        change, tr = settled.change, self.tr
        if change is not None:
            entry = change.version.entry
            if change.mended is not None:
                return Reply(Code.DONE, mended_sentence(entry, change.mended, tr))
            if settled.undone is not None:
                return Reply(Code.DONE, undone_sentence(entry, settled.undone, tr))
        if settled.found is Found.UNKNOWN:
            return Reply(Code.UNKNOWN, unknown_sentence(name, tr))
        if settled.found is Found.MANY:
            return Reply(Code.UNKNOWN, many_sentence(name, tr))
        return Reply(Code.REFUSED, tr("There is nothing to undo."))
