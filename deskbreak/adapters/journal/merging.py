"""Brings the items of another journal into this one; rows are only added, as always."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from deskbreak.adapters.journal import event_rows, rows, tombstones
from deskbreak.core.entry import Happening
from deskbreak.core.record.as_json import event_to_json
from deskbreak.core.record.items import Item
from deskbreak.core.record.merge import Form, beats, clash
from deskbreak.core.record.merged import Came, Merged, merged
from deskbreak.core.record.versions import Change, Tombstone, Version


class ClashError(Exception):
    """Two entries have one id, so one of them is not what was written. `line` counts from 1."""

    def __init__(self, line: int) -> None:
        super().__init__(str(line))
        self.line = line


def merge(conn: sqlite3.Connection, items: Iterable[tuple[int, Item]]) -> Merged:
    """Bring in all items, or none of them when anything goes wrong.

    Raises:
        ClashError: an item cannot be true beside what the journal holds.
        sqlite3.Error: it could not be written.
    """
    conn.execute("begin immediate")
    try:
        counts = Counter(_taken(conn, line, item) for line, item in items)
        conn.execute("commit")
    except BaseException:
        if conn.in_transaction:
            conn.execute("rollback")
        raise
    return merged(counts)


def _taken(conn: sqlite3.Connection, line: int, item: Item) -> Came:
    came = take(conn, item)
    if came is Came.CLASH:
        raise ClashError(line)
    return came


def take(conn: sqlite3.Connection, item: Item) -> Came:
    """Bring in one item and return what came of it."""
    if isinstance(item, Happening):
        return _take_event(conn, item)
    entry_id = item.entry.id if isinstance(item, Version) else item.id
    known = rows.select_history(conn, entry_id)
    latest = known[-1].version if known else None
    form: Form | None = latest or tombstones.select(conn, entry_id)
    if clash(item, form):
        return Came.CLASH
    if not beats(item, form):
        return Came.KNOWN if form == item or _is_deleted(item) else Came.OLDER
    if isinstance(item, Tombstone):
        return _bury(conn, item, latest)
    rows.insert_change(conn, Change(item))
    return Came.BREAK if form is None or _is_deleted(form) else Came.CHANGED


def _bury(conn: sqlite3.Connection, tombstone: Tombstone, latest: Version | None) -> Came:
    if latest is None:
        tombstones.insert(conn, tombstone)
        return Came.KNOWN  # nothing that anybody sees
    gone = replace(latest, changed_at=tombstone.changed_at, deleted=True)
    rows.insert_change(conn, Change(gone))
    return Came.KNOWN if latest.deleted else Came.DELETED


def _take_event(conn: sqlite3.Connection, happening: Happening) -> Came:
    known = event_rows.select_event(conn, happening.id)
    if known is None:
        event_rows.insert_event(conn, happening)
        return Came.EVENT
    same = event_to_json(known) == event_to_json(happening)
    return Came.KNOWN if same else Came.CLASH


def _is_deleted(form: Form) -> bool:
    return isinstance(form, Tombstone) or form.deleted
