"""The journal in SQLite: one writer, one transaction for each thing that happened.

What cannot be saved now (disk full, file locked) waits in memory and is saved, in order, with
the next thing that can. Until then the person is told so: nothing is called saved before its
COMMIT has returned.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

from deskbreak.adapters.journal import day_rows, event_rows, faults, rows, running, schema
from deskbreak.adapters.journal.daily import DailyCare
from deskbreak.adapters.journal.history import FileHistory, with_id
from deskbreak.core.coach.day_past import DayPast
from deskbreak.core.entry import (
    ALL,
    Break,
    Happening,
    LeftBreak,
    OpenBreak,
    Reason,
    StepDone,
    What,
)
from deskbreak.core.figures.day_sum import DaySum
from deskbreak.core.journal import close_left
from deskbreak.core.record.mending import Mend, Settled, settle
from deskbreak.core.words import Words
from deskbreak.ports import JournalUnavailableError

Change = Callable[[sqlite3.Connection], None]
Found = TypeVar("Found")


class SqliteJournal:
    """Implements `ports.KeptJournal` on a connection; `journal_sqlite.open_journal` makes it."""

    def __init__(
        self,
        conn: sqlite3.Connection,
        path: Path,
        now: Callable[[], int],
        tr: Words,
        care: DailyCare | None = None,
    ) -> None:
        self._conn = conn
        self._path = path
        self._now = now
        self._tr = tr
        self._care = care
        self._waiting: list[Change] = []
        self._open_id = ""
        self._said: tuple[str, ...] = ()
        self._trouble = ""
        self._bad_rows = 0
        self._look_after()

    def open_break(self, opened: OpenBreak) -> None:
        """Commit a break that has begun."""
        self._open_id = str(uuid4())
        self._commit(partial(running.begin, entry_id=self._open_id, opened=opened))

    def step_progress(self, step: StepDone) -> None:
        """Commit how far the running exercise is."""
        self._commit(partial(running.put_step, step=step, at=self._now()))

    def step_done(self, step: StepDone) -> None:
        """Commit a finished exercise."""
        self.step_progress(step)

    def close_break(self, entry: Break) -> str:
        """Turn the running break into its entry, in one transaction, and return its id."""
        whole = replace(entry, id=entry.id or self._open_id or str(uuid4()))
        self._open_id = ""

        def close(conn: sqlite3.Connection) -> None:
            rows.insert_break(conn, whole)
            running.clear(conn)

        self._commit(close)
        self._look_after()
        return whole.id

    def drop_break(self) -> None:
        """Forget the running break; nothing of it was done."""
        self._open_id = ""
        self._commit(running.clear)

    def rate(self, entry_id: str, energy: int) -> None:
        """Say how the energy was after a break; the file keeps the entry without it too."""
        self._commit(partial(rows.rate_break, entry_id=entry_id, energy=energy, now=self._now()))

    def write(self, entry: Break) -> str:
        """Append one entry and return its id."""
        whole = replace(entry, id=entry.id or str(uuid4()))
        self._commit(partial(rows.insert_break, entry=whole))
        self._look_after()
        return whole.id

    def unwrite(self, entry_id: str) -> None:
        """Take an entry back; the file keeps both the entry and that it was taken back."""
        self._commit(partial(rows.delete_break, entry_id=entry_id, now=self._now()))

    def mend(self, mend: Mend) -> Settled:
        """Carry out what a person wishes; what cannot be kept now does not wait, as others do."""
        wish = with_id(mend)
        settled = self._read(lambda conn: settle(wish, FileHistory(conn), self._now()))
        if settled.change is not None:
            keep = partial(rows.insert_change, change=settled.change)
            try:
                self._commit(keep)
            except JournalUnavailableError:
                self._waiting.remove(keep)
                raise
            self._look_after()
        return settled

    def note(self, happening: Happening) -> None:
        """Append one event."""
        whole = replace(happening, id=happening.id or str(uuid4()))
        self._commit(partial(event_rows.insert_event, happening=whole))

    def breaks(self, first_day: str, last_day: str) -> tuple[Break, ...]:
        """Return the entries of the days, oldest first; rows that changed by themselves miss."""
        return self._sound(lambda conn: rows.select_breaks(conn, first_day, last_day))

    def day_sums(self, first_day: str, last_day: str) -> tuple[DaySum, ...]:
        """Return the sums of the days that have an entry."""
        return self._sound(lambda conn: day_rows.select_sums(conn, first_day, last_day))

    def day_pasts(self, first_day: str, last_day: str) -> tuple[DayPast, ...]:
        """Return the days that have an entry, for the plan."""
        return self._sound(lambda conn: day_rows.select_pasts(conn, first_day, last_day))

    def happenings(
        self, from_utc: int, to_utc: int, only: frozenset[What] = ALL
    ) -> tuple[Happening, ...]:
        """Return the events of the half-open span, oldest first."""
        return self._sound(lambda conn: event_rows.select_events(conn, from_utc, to_utc, only))

    def leftover(self) -> LeftBreak | None:
        """Return the break that a crash left open; ask before a new one is opened."""
        return self._read(running.left)

    def close_leftover(self, reason: Reason) -> Break | None:
        """Close what a crash left open and return its entry, None when there is nothing."""
        left = self.leftover()
        if left is None:
            return None
        entry = close_left(left, reason)
        self.close_break(entry)
        return entry

    def say(self, *notices: str) -> None:
        """Keep sentences about how the file was opened, until the program ends."""
        self._said += notices

    def notices(self) -> tuple[str, ...]:
        """Return what a person should know now: how it opened, and what stands in its way."""
        bad = (
            self._tr.plural(
                "One row of the journal was changed from outside and is left out.",
                "{n} rows of the journal were changed from outside and are left out.",
                self._bad_rows,
            )
            if self._bad_rows
            else ""
        )
        care = "" if self._care is None else self._care.notice()
        every = (*self._said, self._trouble, care, bad)
        return tuple(sentence for sentence in every if sentence)

    def close(self) -> None:
        """Save what waits, if that is possible now, and close the file; then care for it."""
        if self._waiting:
            with suppress(JournalUnavailableError):
                self._commit(_nothing)
        self._conn.close()
        if self._care is not None:
            self._care.end(self._waiting)

    def probe(self) -> None:
        """Find out now, rather than at the first break, whether the file can be written."""
        with suppress(JournalUnavailableError):
            self._commit(_same_version)
        self._waiting.clear()

    def _commit(self, change: Change) -> None:
        """Save everything that waits and this change; what cannot be saved goes on waiting."""
        self._waiting.append(change)
        try:
            self._conn.execute("begin immediate")
            for each in self._waiting:
                each(self._conn)
            self._conn.execute("commit")
        except sqlite3.Error as error:
            self._roll_back()
            if faults.is_bug(error):
                self._waiting.pop()
                raise
            self._trouble = faults.sentence(error, self._path, self._tr)
            raise JournalUnavailableError(self._trouble) from error
        self._waiting.clear()
        self._trouble = ""

    def _roll_back(self) -> None:
        if self._conn.in_transaction:
            with suppress(sqlite3.Error):
                self._conn.execute("rollback")

    def _read(self, read: Callable[[sqlite3.Connection], Found]) -> Found:
        try:
            return read(self._conn)
        except sqlite3.Error as error:
            if faults.is_bug(error):
                raise
            raise JournalUnavailableError(faults.sentence(error, self._path, self._tr)) from error

    def _sound(self, read: Callable[[sqlite3.Connection], tuple[Found, int]]) -> Found:
        """Return what is as it was written, and note how many rows are not."""
        found, bad = self._read(read)
        self._bad_rows = max(self._bad_rows, bad)
        return found

    def _look_after(self) -> None:
        """Do what the file needs once a day; a failure is told, for the journal itself is safe."""
        if self._care is not None:
            self._care.begin()


def _nothing(conn: sqlite3.Connection) -> None:
    """Change nothing: only begin, write what waits, and commit."""
    del conn


def _same_version(conn: sqlite3.Connection) -> None:
    """Write what stands there already: only a real write meets a read-only file."""
    conn.execute(f"pragma user_version = {schema.SCHEMA_VERSION}")
