"""What is done for the journal once a day, beside the program: no window waits for it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Thread

from deskbreak.adapters.journal import backup, pruning
from deskbreak.core.record.keep_years import first_kept
from deskbreak.core.settings.values import Record
from deskbreak.core.words import Words


class DailyCare:
    """Backs the journal up, and then deletes what is too old, in a thread of its own.

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
        self._trouble = ""

    def begin(self) -> None:
        """Begin with what this day needs, unless it is done or being done."""
        record, now = self._record(), self._now()
        day = datetime.fromtimestamp(now, tz=UTC).date()
        idle = self._thread is None or not self._thread.is_alive()
        if not idle or self._done == (day, record) or not (record.backups or record.keep_years):
            return
        first = first_kept(datetime.fromtimestamp(now).astimezone().date(), record.keep_years)
        self._thread = Thread(target=self._care, args=(day, record, first), name="daily care")
        self._thread.start()

    def finish(self) -> None:
        """Wait until what is being done is done."""
        if self._thread is not None:
            self._thread.join()

    def notice(self) -> str:
        """Return what stood in the way the last time, as a sentence; "" for nothing."""
        return self._trouble

    def _care(self, day: date, record: Record, first: date | None) -> None:
        self._trouble = self._back_up(day, record) or self._prune(first)
        if not self._trouble:
            self._done = day, record

    def _back_up(self, day: date, record: Record) -> str:
        if not record.backups:
            return ""
        try:
            backup.back_up(self._journal, self._folder, day)
        except (OSError, sqlite3.Error) as error:
            return self._tr(
                "No backup of the journal could be made in {folder} ({detail}).",
                folder=str(self._folder),
                detail=str(error),
            )
        return ""

    def _prune(self, first: date | None) -> str:
        if first is None:
            return ""
        try:
            pruning.prune(self._journal, first)
        except (OSError, sqlite3.Error) as error:
            return self._tr(
                "Entries from before {day} could not be deleted from the journal ({detail}).",
                day=first.isoformat(),
                detail=str(error),
            )
        return ""
