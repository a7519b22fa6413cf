"""Breaks and events as rows of the journal, each with its checksum."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import Any

from deskbreak.adapters.journal.checksum import canonical, checksum
from deskbreak.core.entry import (
    ALL,
    Break,
    Discomfort,
    Happening,
    Outcome,
    Reason,
    Source,
    StepDone,
    StepOutcome,
    Unit,
    What,
)
from deskbreak.core.record.as_json import break_to_json, event_to_json
from deskbreak.core.record.fields import EntryError
from deskbreak.core.record.from_json import event_from_json
from deskbreak.core.timing.moment import instant_text

Row = tuple[Any, ...]
Found = tuple[tuple[Break, ...], int]
"""Breaks, and how many rows were left out because their checksum does not fit."""

_COLUMNS = (
    "id, day, outcome, reason, offered_at, started_at, ended_at, utc_offset_s, zone, seconds, "
    "routine, level, week, snoozes, held_back_by, discomfort, energy, note, source"
)
_STEP_COLUMNS = "exercise, unit, planned_reps, done_reps, seconds, outcome"

_CURRENT = """from break b where {where} and change <> 'deleted'
  and not exists (select 1 from break later where later.id = b.id and later.seq > b.seq)"""


def insert_break(conn: sqlite3.Connection, entry: Break, change: str = "written") -> None:
    """Add a break with its steps; one that is there already (same id) is left as it is."""
    # Only constants are pieced together; every value goes through a placeholder.
    marks = ", ".join("?" * 21)
    added = conn.execute(
        f"insert into break ({_COLUMNS}, change, sum) values ({marks}) "  # noqa: S608
        "on conflict do nothing",
        (*_break_values(entry), change, _sum(entry, change)),
    )
    if added.rowcount != 1:
        return
    conn.executemany(
        f"insert into step (break_seq, position, {_STEP_COLUMNS}) "  # noqa: S608
        "values (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (added.lastrowid, position, *_step_values(step))
            for position, step in enumerate(entry.steps)
        ],
    )


def rate_break(conn: sqlite3.Connection, entry_id: str, energy: int) -> None:
    """Say of a break how the energy was after it: a later row with the same id."""
    found, _ = _select(conn, "b.id = ?", (entry_id,))
    for entry in found:
        insert_break(conn, replace(entry, energy=energy), "corrected")


def delete_break(conn: sqlite3.Connection, entry_id: str) -> None:
    """Take a break back: a later row says so, the earlier one stays in the file."""
    found, _ = _select(conn, "b.id = ?", (entry_id,))
    for entry in found:
        insert_break(conn, entry, "deleted")


def select_breaks(conn: sqlite3.Connection, first_day: str, last_day: str) -> Found:
    """Return the breaks of the days, both included, as they stand now, oldest first."""
    return _select(conn, "b.day between ? and ?", (first_day, last_day))


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


def _select(conn: sqlite3.Connection, where: str, values: tuple[str, ...]) -> Found:
    current = _CURRENT.format(where=where)
    rows = conn.execute(
        f"select seq, change, sum, {_COLUMNS} {current} order by ended_at, seq",
        values,
    ).fetchall()
    steps = conn.execute(
        f"select break_seq, {_STEP_COLUMNS} from step "  # noqa: S608
        f"where break_seq in (select seq {current}) order by break_seq, position",
        values,
    ).fetchall()
    of_break = {seq: list(group) for seq, group in groupby(steps, key=itemgetter(0))}
    read = [_break(row, of_break.get(row[0], ())) for row in rows]
    good = tuple(each for each in read if each is not None)
    return good, len(read) - len(good)


def _sum(entry: Break, change: str) -> bytes:
    return checksum({"change": change, "entry": break_to_json(entry)})


def _break_values(entry: Break) -> Row:
    return (
        entry.id,
        entry.day,
        entry.outcome.value,
        None if entry.reason is None else entry.reason.value,
        entry.offered_at,
        entry.started_at,
        entry.ended_at,
        entry.utc_offset_s,
        entry.zone,
        entry.seconds,
        entry.routine,
        entry.level,
        entry.week,
        entry.snoozes,
        canonical(list(entry.held_back_by)),
        None if entry.discomfort is None else entry.discomfort.value,
        entry.energy,
        entry.note,
        entry.source.value,
    )


def _step_values(step: StepDone) -> Row:
    return (
        step.exercise,
        step.unit.value,
        step.planned_reps,
        step.done_reps,
        step.seconds,
        step.outcome.value,
    )


def _break(row: Row, steps: Iterable[Row]) -> Break | None:
    """Return the break of a row, None when it is not what was written."""
    _, change, total, *values = row
    try:
        entry = replace(_plain_break(values), steps=tuple(_step(each) for each in steps))
        return entry if _sum(entry, change) == total else None
    except (ValueError, TypeError, OverflowError, RecursionError):
        return None


def _plain_break(values: list[Any]) -> Break:
    return Break(
        id=values[0],
        day=values[1],
        outcome=Outcome(values[2]),
        reason=None if values[3] is None else Reason(values[3]),
        offered_at=values[4],
        started_at=values[5],
        ended_at=values[6],
        utc_offset_s=values[7],
        zone=values[8],
        seconds=values[9],
        routine=values[10],
        level=values[11],
        week=values[12],
        snoozes=values[13],
        held_back_by=tuple(json.loads(values[14])),
        discomfort=None if values[15] is None else Discomfort(values[15]),
        energy=values[16],
        note=values[17],
        source=Source(values[18]),
    )


def _step(row: Row) -> StepDone:
    _, exercise, unit, planned, done, seconds, outcome = row
    return StepDone(exercise, Unit(unit), planned, done, seconds, StepOutcome(outcome))


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
