"""Deletes what is older than a person wants to keep, and nothing else."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from typing import Final

from deskbreak.adapters.journal import opening
from deskbreak.adapters.journal.covering import midnight
from deskbreak.adapters.journal.transaction import all_or_nothing
from deskbreak.core.record.keep_years import DAYS_OF_USE, day_reached, first_kept

_AT_ONCE: Final = 500
"""Breaks that go in one transaction, so that the program's own writes need not wait long."""

_DAY_S: Final = 86400

_NEWEST_DAYS: Final = "select distinct day from break where day <= ? order by day desc limit ?"

_OLD: Final = """select seq from break where id in (
  select id from break b where day < ?1 and ended_at < ?2 and not exists
  (select 1 from break later where later.id = b.id and later.seq > b.seq) limit ?3)"""


_OLD_BESIDE: Final = (
    "delete from event where seq in (select seq from event where at < ? limit ?)",
    """delete from tombstone where (id, changed_at) in
  (select id, changed_at from tombstone where changed_at < ? limit ?)""",
)


def first_to_stay(journal: Path, today: date, years: int) -> date | None:
    """Return the first day whose entries stay, None when all of them do.

    Raises:
        OSError, sqlite3.Error: the journal cannot be read.
    """
    if not years:
        return None
    with closing(opening.open_beside(journal)) as conn:
        found = conn.execute(_NEWEST_DAYS, (today.isoformat(), 2 * DAYS_OF_USE)).fetchall()
    days: list[date] = []
    for (day,) in found:
        with suppress(ValueError):  # of a row that was changed from outside
            days.append(date.fromisoformat(day))
    reached = day_reached(today, days)
    return None if reached is None else first_kept(reached, years)


def prune(journal: Path, first: date, hurry: Callable[[], bool] = bool) -> None:
    """Delete the breaks of the days before `first`, every row of them, and the events before it.

    A break counts by the day on which it stands now. A row goes only when its instant agrees
    with its day: one that a flipped bit made old is not deleted for it. What goes is overwritten
    in the file. `hurry` says whether there is no more time; the rest then goes the next time.

    Raises:
        OSError, sqlite3.Error: it could not be done; the rest goes the next time.
    """
    begins = midnight(first)
    old = (first.isoformat(), begins + 2 * _DAY_S, _AT_ONCE)
    with closing(opening.open_beside(journal)) as conn:
        while not hurry() and (seqs := conn.execute(_OLD, old).fetchall()):
            _delete(conn, seqs)
        for statement in _OLD_BESIDE:
            while not hurry() and conn.execute(statement, (begins, _AT_ONCE)).rowcount:
                continue


def _delete(conn: sqlite3.Connection, seqs: list[tuple[int]]) -> None:
    with all_or_nothing(conn):
        for table, column in (("step", "break_seq"), ("revision", "break_seq"), ("break", "seq")):
            conn.executemany(f"delete from {table} where {column} = ?", seqs)  # noqa: S608 - constants
