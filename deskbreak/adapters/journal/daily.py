"""What is done for the journal every day, beside the program: no window waits for it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import Final

from deskbreak.adapters.journal import backup, day_rows, opening, pruning
from deskbreak.core.settings.values import Record
from deskbreak.core.words import Words

Change = Callable[[sqlite3.Connection], None]

_RENEWED_S: Final = 4 * 3600
"""How old the copy of a day may be when something new is written."""

_AT_THE_END_S: Final = 1.0
"""For how long the end of the program may be held up, for a session may be ending with it."""


def _day(now: int) -> date:
    return datetime.fromtimestamp(now, tz=UTC).date()


class DailyCare:
    """Backs the journal up, deletes what is too old, adds up the days: in a thread of its own.

    `record` says what the person wants now. Without the backup that they want nothing is deleted.
    """

    def __init__(
        self,
        journal: Path,
        folder: Path,
        now: Callable[[], int],
        tr: Words,
        record: Callable[[], Record] = Record,
    ) -> None:
        """Keep the places; nothing is done yet."""
        self._journal = journal
        self._folder = folder
        self._now = now
        self._tr = tr
        self._record = record
        self._thread: Thread | None = None
        self._done: tuple[date, Record] | None = None
        self._done_at = 0
        self._wanted: list[tuple[int, Record]] = []
        self._trouble = ""
        self._until = float("inf")

    def begin(self) -> None:
        """Begin with what is needed after something was written, or do it next."""
        now, record = self._now(), self._record()
        if self._is_fresh(now, record):
            return
        self._wanted.append((now, record))
        if self._thread is None or not self._thread.is_alive():
            self._thread = Thread(target=self._run, name="daily care")
            self._thread.start()

    def finish(self) -> None:
        """Wait until what is being done is done."""
        if self._thread is not None:
            self._thread.join()

    def end(self, waiting: Sequence[Change] = ()) -> None:
        """Bring the copy of the day up to date, as far as there is time for it; nothing is raised.

        What is given up leaves the copy that is there, and the next start makes it up. `waiting`
        could not be saved; where that was because of damage the journal is made good for it.
        """
        self._until = monotonic() + _AT_THE_END_S
        self.finish()
        now, record = self._now(), self._record()
        if waiting:
            from deskbreak.adapters.journal.rescue import keep_waiting  # noqa: PLC0415 - rarely

            keep_waiting(self._journal, self._folder, now, waiting)
            self._until = monotonic() + _AT_THE_END_S
        self._back_up(now, record, quick=True)

    def notice(self) -> str:
        """Return what stood in the way the last time, as a sentence; "" for nothing."""
        return self._trouble

    def _is_fresh(self, now: int, record: Record) -> bool:
        return self._done == (_day(now), record) and abs(now - self._done_at) < _RENEWED_S

    def _run(self) -> None:
        while self._wanted:
            now, record = self._wanted.pop(0)
            if not self._is_fresh(now, record):
                self._care(now, record)

    def _care(self, now: int, record: Record) -> None:
        self._trouble = self._back_up(now, record) or self._prune(now, record)
        self._add_up()
        if not self._trouble:
            self._done, self._done_at = (_day(now), record), now

    def _back_up(self, now: int, record: Record, *, quick: bool = False) -> str:
        if not record.backups:
            return ""
        try:
            first = self._first_to_stay(now, record)
            backup.back_up(
                self._journal, self._folder, _day(now), first, self._is_late, quick=quick
            )
        except (OSError, sqlite3.Error) as error:
            return self._tr(
                "No backup of the journal could be made in {folder} ({detail}).",
                folder=str(self._folder),
                detail=str(error),
            )
        return ""

    def _is_late(self) -> bool:
        return monotonic() > self._until

    def _prune(self, now: int, record: Record) -> str:
        try:
            first = self._first_to_stay(now, record)
            if first is not None:
                pruning.prune(self._journal, first, self._is_late)
        except (OSError, sqlite3.Error) as error:
            return self._tr(
                "Entries that are too old could not be deleted from the journal ({detail}).",
                detail=str(error),
            )
        return ""

    def _first_to_stay(self, now: int, record: Record) -> date | None:
        today = datetime.fromtimestamp(now).astimezone().date()
        return pruning.first_to_stay(self._journal, today, record.keep_years)

    def _add_up(self) -> None:
        """Keep the figures of the days; what is left is added up by those who ask for it."""
        with suppress(sqlite3.Error), closing(opening.open_beside(self._journal)) as conn:
            day_rows.keep_days(conn, self._is_late)
