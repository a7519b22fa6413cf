"""The journal for those who only look: the command line, beside or without the program."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from deskbreak.adapters.journal import day_rows, event_rows, faults, rows, tombstones
from deskbreak.adapters.journal.event_rows import EventPage
from deskbreak.core.entry import ALL, Break, Happening, What
from deskbreak.core.figures.day_sum import DaySum
from deskbreak.core.record.versions import Row, Tombstone, Version
from deskbreak.core.words import Words
from deskbreak.ports import JournalUnavailableError

Found = TypeVar("Found")


class JournalInvalidError(JournalUnavailableError):
    """The file at the journal's place is no sound journal; exit code 4 of the command line."""


class JournalReader:
    """Reads entries; without a connection there is no journal yet, so there is nothing in it."""

    def __init__(self, conn: sqlite3.Connection | None, path: Path, tr: Words) -> None:
        self._conn = conn
        self._path = path
        self._tr = tr
        self.bad_rows = 0
        """How many rows were left out because their checksum does not fit."""

    def breaks(self, first_day: str, last_day: str) -> tuple[Break, ...]:
        """Return the entries of the days, both included, oldest first.

        Raises:
            JournalUnavailableError: the file cannot be read now.
        """
        return self._sound(lambda conn: rows.select_breaks(conn, first_day, last_day), ())

    def day_sums(self, first_day: str, last_day: str) -> tuple[DaySum, ...]:
        """Return the sums of those of the days that have an entry, in order (same errors)."""
        return self._sound(lambda conn: day_rows.select_sums(conn, first_day, last_day), ())

    def latest(self, first_day: str, last_day: str) -> tuple[Version, ...]:
        """Return the breaks of the days as they stand, deleted ones too (same errors)."""
        none: tuple[Row, ...] = ()
        found = self._sound(lambda conn: rows.select_latest(conn, first_day, last_day), none)
        return tuple(row.version for row in found)

    def tombstones(self) -> tuple[Tombstone, ...]:
        """Return what is known to be deleted, by id (same errors)."""
        return self._sound(tombstones.select_all, ())

    def happenings(
        self, from_utc: int, to_utc: int, only: frozenset[What] = ALL
    ) -> tuple[Happening, ...]:
        """Return the events of the half-open span, oldest first (same errors)."""
        return self._sound(lambda conn: event_rows.select_events(conn, from_utc, to_utc, only), ())

    def months(self) -> tuple[str, ...]:
        """Return the months that have breaks, as 2026-11, oldest first (same errors)."""
        query = "select distinct substr(day, 1, 7) from break order by 1"
        none: list[tuple[str]] = []
        found = self._sound(lambda conn: (conn.execute(query).fetchall(), 0), none)
        return tuple(str(row[0]) for row in found)

    def next_events(self, after: tuple[int, str] | None, most: int) -> EventPage:
        """Return events in the order of instant and id, at most so many (same errors).

        They begin after the place of an event, or with the first one.
        """
        nothing = EventPage((), None)
        return self._sound(lambda conn: event_rows.select_page(conn, after, most), nothing)

    def close(self) -> None:
        """Let go of the file."""
        if self._conn is not None:
            self._conn.close()

    def _sound(
        self, read: Callable[[sqlite3.Connection], tuple[Found, int]], nothing: Found
    ) -> Found:
        """Return what is as it was written, and count the rows that are not."""
        if self._conn is None:
            return nothing
        try:
            found, bad = read(self._conn)
        except sqlite3.Error as error:
            raise self._told(error) from error
        self.bad_rows += bad
        return found

    def _told(self, error: sqlite3.Error) -> JournalUnavailableError:
        return JournalUnavailableError(faults.sentence(error, self._path, self._tr))
