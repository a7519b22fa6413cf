"""Deleted breaks as an export tells of them; and those of which no more is known than that."""

from __future__ import annotations

import sqlite3
from itertools import groupby
from operator import attrgetter

from deskbreak.adapters.journal import rows
from deskbreak.adapters.journal.checksum import checksum
from deskbreak.core.record.as_json import tombstone_to_json
from deskbreak.core.record.versions import Tombstone


def insert(conn: sqlite3.Connection, tombstone: Tombstone) -> None:
    """Keep that a break is gone which this journal never held."""
    conn.execute(
        "insert into main.tombstone (id, changed_at, sum) values (?, ?, ?) on conflict do nothing",
        (tombstone.id, tombstone.changed_at, checksum(tombstone_to_json(tombstone))),
    )


def select(conn: sqlite3.Connection, entry_id: str) -> Tombstone | None:
    """Return the latest that is known of a break which this journal never held."""
    found = conn.execute(
        "select id, changed_at, sum from tombstone where id = ? order by changed_at", (entry_id,)
    )
    good = [each for each in map(_tombstone, found) if each is not None]
    return good[-1] if good else None


def select_all(conn: sqlite3.Connection) -> tuple[tuple[Tombstone, ...], int]:
    """Return every deleted break, by id, and how many rows do not fit their checksum."""
    deleted, bad = rows.select_deleted(conn)
    known = [Tombstone(row.version.entry.id, row.version.changed_at or 0) for row in deleted]
    found = conn.execute(
        "select id, changed_at, sum from tombstone t where not exists "
        "(select 1 from break where break.id = t.id) order by id, changed_at"
    ).fetchall()
    read = [_tombstone(row) for row in found]
    good = [each for each in read if each is not None]
    latest = [list(group)[-1] for _, group in groupby(good, key=attrgetter("id"))]
    return tuple(sorted([*known, *latest], key=attrgetter("id"))), bad + len(read) - len(good)


def select_bad(conn: sqlite3.Connection) -> list[tuple[str, int]]:
    """Return id and instant of every row that is not as it was written."""
    rows = conn.execute("select id, changed_at, sum from tombstone order by id, changed_at")
    return [(str(row[0]), int(row[1])) for row in rows if _tombstone(row) is None]


def _tombstone(row: tuple[str, int, bytes]) -> Tombstone | None:
    entry_id, changed_at, total = row
    try:
        tombstone = Tombstone(entry_id, changed_at)
        return tombstone if checksum(tombstone_to_json(tombstone)) == total else None
    except (ValueError, TypeError, OverflowError, OSError):
        return None
