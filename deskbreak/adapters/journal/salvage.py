"""Brings what can still be read of a damaged journal into the backup that takes its place.

Only rows that fit their checksum come over, by the rules of an import: the union by id, the later
form of a break. The damaged file is only read.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from deskbreak.adapters.journal import event_rows, rows, schema, tombstones
from deskbreak.adapters.journal.merging import ClashError, take
from deskbreak.adapters.journal.pages import Pages, Record
from deskbreak.adapters.journal.transaction import all_or_nothing
from deskbreak.core.record.items import Item
from deskbreak.core.record.merged import Came
from deskbreak.core.record.versions import Version

_WIDTH: Final = {"break": 22, "event": 6, "revision": 6, "step": 8, "tombstone": 3}
_NUMBERED: Final = frozenset({"break", "event"})
_MOST_PAGES: Final = 1 << 18
_CHANGED: Final = (Came.BREAK, Came.CHANGED, Came.DELETED)

TROUBLE: Final = (OSError, sqlite3.Error, ValueError, OverflowError, MemoryError, RecursionError)
"""What a damaged file may lead to; nothing has come over then."""


@dataclass(frozen=True, slots=True)
class Salvaged:
    """How many breaks and events came over, and whether there was time for the whole file."""

    breaks: int = 0
    events: int = 0
    whole: bool = True


def bring_over(
    damaged: Path,
    conn: sqlite3.Connection,
    read_enough: Callable[[], bool],
    took_enough: Callable[[], bool],
) -> Salvaged:
    """Add to a journal what it lacks of a damaged one; all that was found, or nothing at all.

    The newest comes first, until there was enough of it: of reading, then of taking over.

    Raises:
        TROUBLE: it could not be done; nothing was changed.
    """
    with damaged.open("rb") as file, closing(sqlite3.connect("", isolation_level=None)) as sieve:
        schema.create(sieve)
        sieve.execute("begin")
        whole = all(
            not read_enough() for _ in _sieved(Pages(file, min(_WIDTH.values())), conn, sieve)
        )
        sieve.execute("commit")
        with all_or_nothing(conn):
            found = _taken(conn, sieve, took_enough)
    return replace(found, whole=whole and found.whole)


def _taken(
    conn: sqlite3.Connection, sieve: sqlite3.Connection, enough: Callable[[], bool]
) -> Salvaged:
    """Take over what is as it was written."""
    ids: set[str] = set()
    events = 0
    for item in _sound(sieve):
        if enough():
            return Salvaged(len(ids), events, whole=False)
        with suppress(ClashError):
            came = take(conn, 0, item)
            if came in _CHANGED:
                ids.add(_id_of(item))
            events += came is Came.EVENT
    return Salvaged(len(ids), events)


def _id_of(item: Item) -> str:
    return item.entry.id if isinstance(item, Version) else item.id


def _sieved(pages: Pages, conn: sqlite3.Connection, sieve: sqlite3.Connection) -> Iterator[None]:
    """Put what the journal lacks into a database of its own, row by row."""
    for number in range(pages.count, max(0, pages.count - _MOST_PAGES), -1):
        yield
        for row, record in pages.records(number):
            yield
            table = _table_of(record)
            if table and not _is_known(conn, table, row, record):
                _put(sieve, table, row, record)


def _table_of(record: Record) -> str:
    """Return the table that a record is of, as far as its form tells; "" for none of ours."""
    if not record or (len(record) != _WIDTH["step"] and not isinstance(record[-1], bytes)):
        return ""
    for table, width in _WIDTH.items():
        if len(record) == width and (table != "event" or isinstance(record[1], str)):
            return table
    return ""


def _is_known(conn: sqlite3.Connection, table: str, row: int, record: Record) -> bool:
    """Return whether the journal has this very row; of a step, whether it has its break."""
    if table in _NUMBERED:
        query = f"select sum from {table} where seq = ?"  # noqa: S608 - names of tables
        found = conn.execute(query, (row,)).fetchone()
        return found is not None and found[0] == record[-1]
    if table == "step":
        query = "select 1 from break where seq = ?"
        return conn.execute(query, (record[0],)).fetchone() is not None
    return False  # few, and what the journal has of them does no harm


def _put(sieve: sqlite3.Connection, table: str, row: int, record: Record) -> None:
    values = (row, *record[1:]) if row else record
    marks = ", ".join("?" * len(values))
    with suppress(sqlite3.IntegrityError):  # of another type than the column's
        into = f"insert or ignore into {table} values ({marks})"  # noqa: S608 - a table's name
        sieve.execute(into, values)


def _sound(sieve: sqlite3.Connection) -> Iterator[Item]:
    """Return what is as it was written, the newest first; of a break every form in its order."""
    ids = sieve.execute("select id from break group by id order by max(seq) desc").fetchall()
    for (entry_id,) in ids:
        yield from (row.version for row in rows.select_history(sieve, entry_id))
    for (entry_id,) in sieve.execute("select id from event order by at desc, seq desc").fetchall():
        event = event_rows.select_event(sieve, entry_id)
        if event is not None:
            yield event
    yield from tombstones.select_all(sieve)[0]
