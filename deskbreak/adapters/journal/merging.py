"""Brings the items of another journal into this one; rows are only added, as always."""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from deskbreak.adapters.journal import event_rows, rows, tombstones
from deskbreak.adapters.journal.transaction import all_or_nothing
from deskbreak.core.entry import Happening
from deskbreak.core.record.as_json import event_to_json
from deskbreak.core.record.items import Item
from deskbreak.core.record.merge import Form, beats, clash
from deskbreak.core.record.merged import SETTLED, Came
from deskbreak.core.record.versions import Change, Tombstone, Version


class ClashError(Exception):
    """Two entries have one id, so one of them is not what was written. `line` counts from 1."""

    def __init__(self, line: int) -> None:
        super().__init__(str(line))
        self.line = line


Read = Callable[[Sequence[int] | None], Iterator[tuple[int, Item]]]
"""Gives the items of some lines, in order, or of all of them for None."""


def look(conn: sqlite3.Connection | None, read: Read) -> tuple[Sequence[int], Counter[Came]]:
    """Return the lines that change a journal, and the count of the others.

    Nothing is locked meanwhile. What changes nothing now does so later, too.

    Raises:
        ClashError: an item cannot be true beside what the journal holds.
        sqlite3.Error: it could not be read.
    """
    news = array("Q")
    counts: Counter[Came] = Counter()
    for line, item in read(None):
        came = Came.BREAK if conn is None else _came(conn, line, item)[0]
        if came in SETTLED:
            counts[came] += 1
        else:
            news.append(line)
    return news, counts


def merge(conn: sqlite3.Connection, items: Iterable[tuple[int, Item]]) -> Counter[Came]:
    """Bring in all items, or none of them when anything goes wrong.

    Raises:
        ClashError: an item cannot be true beside what the journal holds.
        sqlite3.Error: it could not be written.
    """
    with all_or_nothing(conn):
        return Counter(take(conn, line, item) for line, item in items)


def take(conn: sqlite3.Connection, line: int, item: Item) -> Came:
    """Bring in the item of a line and return what came of it; errors as `merge`."""
    came, latest = _came(conn, line, item)
    if came in SETTLED:
        return came
    if isinstance(item, Happening):
        event_rows.insert_event(conn, item)
    elif isinstance(item, Version):
        rows.insert_change(conn, Change(item))
    elif latest is None:
        tombstones.insert(conn, item)
    else:
        gone = replace(latest, changed_at=item.changed_at, deleted=True)
        rows.insert_change(conn, Change(gone))
    return came


def _came(conn: sqlite3.Connection, line: int, item: Item) -> tuple[Came, Version | None]:
    """Return what comes of an item, and the form in which the journal holds its break."""
    if isinstance(item, Happening):
        return _event_came(conn, line, item), None
    entry_id = item.entry.id if isinstance(item, Version) else item.id
    known = rows.select_history(conn, entry_id)
    latest = known[-1].version if known else None
    form: Form | None = latest or tombstones.select(conn, entry_id)
    if clash(item, form):
        raise ClashError(line)
    return _form_came(item, form), latest


def _form_came(item: Form, form: Form | None) -> Came:
    if not beats(item, form):
        return Came.KNOWN if form == item or _is_deleted(item) else Came.OLDER
    stood = form is not None and not _is_deleted(form)
    if _is_deleted(item):
        return Came.DELETED if stood else Came.BURIED
    return Came.CHANGED if stood else Came.BREAK


def _event_came(conn: sqlite3.Connection, line: int, happening: Happening) -> Came:
    known = event_rows.select_event(conn, happening.id)
    if known is None:
        return Came.EVENT
    if event_to_json(known) != event_to_json(happening):
        raise ClashError(line)
    return Came.KNOWN


def _is_deleted(form: Form) -> bool:
    return isinstance(form, Tombstone) or form.deleted
