"""Rows whose checksum does not fit: which they are, and which backup still has them whole."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from deskbreak.adapters.journal import event_rows, faults, opening, rows, tombstones

_HOLDERS = {"break": "break", "event": "event", "deletion": "tombstone"}


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that is not as it was written: what it is, its id, and its day as far as it tells."""

    what: str
    id: str
    day: str


def bad_rows(journal: Path) -> tuple[BadRow, ...]:
    """Return every row of a journal that does not fit its checksum.

    Raises:
        faults.DamagedError, faults.ForeignError: it is no sound journal at all.
        OSError: it cannot be read.
    """
    try:
        with closing(opening.open_reader(journal)) as conn:
            return _found(conn)
    except sqlite3.Error as error:
        raise OSError(str(error)) from error


def newest_with(folder: Path, bad: tuple[BadRow, ...]) -> Path | None:
    """Return the newest backup that has all of these rows whole, None when none has."""
    for path in sorted(folder.glob("deskbreak-*.db"), key=_changed, reverse=True):
        with (
            suppress(OSError, sqlite3.Error, faults.DamagedError, faults.ForeignError),
            closing(opening.open_reader(path)) as conn,
        ):
            if all(_holds(conn, row) for row in bad) and not set(_found(conn)) & set(bad):
                return path
    return None


def _found(conn: sqlite3.Connection) -> tuple[BadRow, ...]:
    breaks = [BadRow("break", entry_id, day) for entry_id, day in rows.select_bad(conn)]
    events = [BadRow("event", each, _day(at)) for each, at in event_rows.select_bad(conn)]
    deleted = [BadRow("deletion", each, _day(at)) for each, at in tombstones.select_bad(conn)]
    return (*breaks, *events, *deleted)


def _holds(conn: sqlite3.Connection, row: BadRow) -> bool:
    query = f"select 1 from {_HOLDERS[row.what]} where id = ?"  # noqa: S608 - names of tables
    return conn.execute(query, (row.id,)).fetchone() is not None


def _day(at: int) -> str:
    try:
        return datetime.fromtimestamp(at, tz=UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return "?"


def _changed(path: Path) -> float:
    with suppress(OSError):
        return path.stat().st_mtime
    return 0.0
