"""Events as rows of the journal, each with its checksum."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass

from deskbreak.adapters.journal.checksum import canonical, checksum
from deskbreak.adapters.journal.columns import Row
from deskbreak.core.entry import ALL, Happening, What
from deskbreak.core.record.as_json import event_to_json
from deskbreak.core.record.fields import EntryError
from deskbreak.core.record.from_json import event_from_json
from deskbreak.core.timing.moment import instant_text


def insert_event(conn: sqlite3.Connection, happening: Happening) -> None:
    """Add an event; one that is there already (same id) is left as it is."""
    conn.execute(
        "insert into event (id, at, what, data, sum) values (?, ?, ?, ?, ?) on conflict do nothing",
        (
            happening.id,
            happening.at,
            happening.what.value,
            canonical(dict(happening.data)),
            checksum(event_to_json(happening)),
        ),
    )


def select_events(
    conn: sqlite3.Connection, from_utc: int, to_utc: int, only: frozenset[What]
) -> tuple[tuple[Happening, ...], int]:
    """Return the events of a half-open span, oldest first, and how many rows were left out."""
    kinds = () if only == ALL else tuple(sorted(only))  # all: a kind that is unknown counts too
    wanted = f"and what in ({', '.join('?' * len(kinds))})" if kinds else ""
    rows = conn.execute(
        f"select id, at, what, data, sum from event where at >= ? and at < ? {wanted} "  # noqa: S608 - question marks only
        "order by at, seq",
        (from_utc, to_utc, *kinds),
    ).fetchall()
    read = [_event(row) for row in rows]
    good = tuple(each for each in read if each is not None)
    return good, len(read) - len(good)


@dataclass(frozen=True, slots=True)
class EventPage:
    """Some events, and the place after which there may be more; None at the end."""

    events: tuple[Happening, ...]
    place: tuple[int, str] | None


def select_page(
    conn: sqlite3.Connection, after: tuple[int, str] | None, most: int
) -> tuple[EventPage, int]:
    """Return the next events by instant and id, and how many rows were left out."""
    beginning = "" if after is None else "where at >= ?1 and (at > ?1 or id > ?2)"
    rows = conn.execute(
        f"select id, at, what, data, sum from event {beginning} order by at, id limit ?3",  # noqa: S608 - constants only
        (*(after or (0, "")), most),
    ).fetchall()
    read = [_event(row) for row in rows]
    good = tuple(each for each in read if each is not None)
    place = (int(rows[-1][1]), str(rows[-1][0])) if len(rows) == most else None
    return EventPage(good, place), len(read) - len(good)


def select_event(conn: sqlite3.Connection, entry_id: str) -> Happening | None:
    """Return the event of an id, None when there is none that is as it was written."""
    found = conn.execute(
        "select id, at, what, data, sum from event where id = ?", (entry_id,)
    ).fetchone()
    return None if found is None else _event(found)


def select_bad(conn: sqlite3.Connection) -> list[tuple[str, int]]:
    """Return id and instant of every row that is not as it was written."""
    rows = conn.execute("select id, at, what, data, sum from event order by at, seq")
    return [(str(row[0]), int(row[1])) for row in rows if _event(row) is None]


def _event(row: Row) -> Happening | None:
    """Return the event of a row, None when it is not what was written."""
    entry_id, at, what, data, total = row
    try:
        value = {
            "kind": "event",
            "id": entry_id,
            "at": instant_text(at),
            "what": what,
            "data": json.loads(data),
        }
        return event_from_json(value) if checksum(value) == total else None
    except (EntryError, ValueError, TypeError, OverflowError, OSError, RecursionError):
        return None
