"""Breaks as rows of the journal: only ever added, each with its checksum."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from typing import Final

from deskbreak.adapters.journal.checksum import checksum
from deskbreak.adapters.journal.columns import (
    COLUMNS,
    STEP_COLUMNS,
    Row,
    break_of,
    break_values,
    step_values,
)
from deskbreak.adapters.journal.sums import break_sum
from deskbreak.core.entry import Break
from deskbreak.core.record import versions
from deskbreak.core.record.as_json import Json
from deskbreak.core.record.versions import Change, Mended, Version, rated, shown, taken_back

Found = tuple[tuple[Break, ...], int]
"""Breaks, and how many rows were left out because their checksum does not fit."""

Kept = tuple[tuple[versions.Row, ...], int]
"""The same with all that is known of each row."""

# Only constants are pieced together below; every value goes through a placeholder.
_INTO: Final = (
    f"insert into break ({', '.join(COLUMNS)}, change, sum) "  # noqa: S608
    f"values ({', '.join('?' * (len(COLUMNS) + 2))}) on conflict do nothing"
)
_STEP_INTO: Final = (
    f"insert into step (break_seq, position, {', '.join(STEP_COLUMNS)}) "  # noqa: S608
    "values (?, ?, ?, ?, ?, ?, ?, ?)"
)
_OF_BREAK: Final = ", ".join(f"b.{name}" for name in COLUMNS)
_BEFORE: Final = (
    *("b.seq", "b.change", "b.sum", "r.break_seq", "r.changed_at", "r.corrected"),
    *("r.mended", "r.undoes", "r.sum"),
)
_LATEST: Final = """not exists
  (select 1 from break later where later.id = b.id and later.seq > b.seq)"""
_BY_DAY: Final = "b.day between ? and ?"


def insert_break(conn: sqlite3.Connection, entry: Break) -> None:
    """Add a break with its steps; one that is there already (same id) is left as it is."""
    _insert(conn, entry, "written")


def insert_change(conn: sqlite3.Connection, change: Change) -> None:
    """Add a form of a break, the first one or a later one, and how it came about."""
    version = change.version
    known = conn.execute("select 1 from break where id = ?", (version.entry.id,)).fetchone()
    first = version.changed_at is None and known is None
    kind = "deleted" if version.deleted else "written" if first else "corrected"
    seq = _insert(conn, version.entry, kind)
    if seq is None or (first and change.mended is None):
        return
    said = _said(seq, change)
    conn.execute(
        "insert into main.revision (break_seq, changed_at, corrected, mended, undoes, sum) "
        "values (?, ?, ?, ?, ?, ?)",
        (*said.values(), checksum(said)),
    )


def rate_break(conn: sqlite3.Connection, entry_id: str, energy: int, now: int) -> None:
    """Say of a break how the energy was after it: a later row with the same id."""
    for version in _standing(conn, entry_id):
        insert_change(conn, rated(version, energy, now))


def delete_break(conn: sqlite3.Connection, entry_id: str, now: int) -> None:
    """Take a break back: a later row says so, the earlier one stays in the file."""
    for version in _standing(conn, entry_id):
        insert_change(conn, taken_back(version, now))


def select_breaks(conn: sqlite3.Connection, first_day: str, last_day: str) -> Found:
    """Return the breaks of the days, both included, as they stand now, oldest first."""
    where = f"{_BY_DAY} and change <> 'deleted' and {_LATEST}"
    found, bad = _select(conn, where, (first_day, last_day))
    return tuple(shown(row.version) for row in found), bad


def select_latest(conn: sqlite3.Connection, first_day: str, last_day: str) -> Kept:
    """Return the latest row of each break of the days, oldest first; deleted ones too."""
    return _select(conn, f"{_BY_DAY} and {_LATEST}", (first_day, last_day))


def select_deleted(conn: sqlite3.Connection) -> Kept:
    """Return the latest row of every deleted break."""
    return _select(conn, f"change = 'deleted' and {_LATEST}", ())


def select_history(conn: sqlite3.Connection, entry_id: str) -> tuple[versions.Row, ...]:
    """Return every row of a break that is as it was written, oldest first."""
    found, _ = _select(conn, "b.id = ?", (entry_id,))
    return tuple(sorted(found, key=lambda row: row.seq))


def select_bad(conn: sqlite3.Connection) -> list[tuple[str, str]]:
    """Return id and day of every row that is not as it was written."""
    place = len(_BEFORE)
    read = _read(conn, "true", ())
    return [(str(row[place]), str(row[place + 1])) for row, found in read if found is None]


def _standing(conn: sqlite3.Connection, entry_id: str) -> tuple[Version, ...]:
    """Return the present form of a break in a tuple; none of a deleted one."""
    found = [row.version for row in select_history(conn, entry_id)[-1:]]
    return tuple(version for version in found if not version.deleted)


def _insert(conn: sqlite3.Connection, entry: Break, kind: str) -> int | None:
    """Add a row with its steps and return its number, None when it is there already."""
    added = conn.execute(_INTO, (*break_values(entry), kind, break_sum(entry, kind)))
    if added.rowcount != 1:
        return None
    steps = enumerate(entry.steps)
    conn.executemany(
        _STEP_INTO, [(added.lastrowid, place, *step_values(step)) for place, step in steps]
    )
    return added.lastrowid


def _select(conn: sqlite3.Connection, where: str, values: tuple[str, ...]) -> Kept:
    read = [found for _, found in _read(conn, where, values)]
    good = tuple(each for each in read if each is not None)
    return good, len(read) - len(good)


def _read(
    conn: sqlite3.Connection, where: str, values: tuple[str, ...]
) -> list[tuple[Row, versions.Row | None]]:
    """Return rows with what they say."""
    rows = conn.execute(
        f"select {', '.join(_BEFORE)}, {_OF_BREAK} "  # noqa: S608
        "from break b left join revision r on r.break_seq = b.seq "
        f"where {where} order by b.ended_at, b.seq",
        values,
    ).fetchall()
    steps = conn.execute(
        f"select break_seq, {', '.join(STEP_COLUMNS)} from step where break_seq in "  # noqa: S608
        f"(select b.seq from break b where {where}) order by break_seq, position",
        values,
    ).fetchall()
    of_break = {seq: list(group) for seq, group in groupby(steps, key=itemgetter(0))}
    return [(row, _row(row, of_break.get(row[0], ()))) for row in rows]


def _row(row: Row, steps: Iterable[Row]) -> versions.Row | None:
    """Return what a row says, None when it is not what was written."""
    seq, kind, total, revised, changed_at, corrected, mended, undoes, revision_sum, *values = row
    try:
        entry = break_of(values, steps)
        if break_sum(entry, kind) != total:
            return None
        if revised is None:  # as first written, or changed before it was noted when
            at = None if kind == "written" else entry.ended_at
            return versions.Row(seq, Change(Version(entry, at, deleted=kind == "deleted")))
        version = Version(entry, changed_at, bool(corrected), kind == "deleted")
        change = Change(version, None if mended is None else Mended(mended), undoes)
        fits = checksum(_said(seq, change)) == revision_sum
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return None
    return versions.Row(seq, change) if fits else None


def _said(seq: int, change: Change) -> dict[str, Json]:
    """Return what a row of `revision` says, in the order of its columns."""
    return {
        "break_seq": seq,
        "changed_at": change.version.changed_at,
        "corrected": int(change.version.corrected),
        "mended": None if change.mended is None else change.mended.value,
        "undoes": change.undoes,
    }
