"""The break that runs: what is known of it, step by step, until it ends or a crash ends it."""

from __future__ import annotations

import json
import sqlite3

from deskbreak.adapters.journal.checksum import canonical, checksum
from deskbreak.core.entry import LeftBreak, OpenBreak, StepDone
from deskbreak.core.record.as_json import Json, open_to_json, step_to_json
from deskbreak.core.record.fields import EntryError
from deskbreak.core.record.from_json import open_from_json, step_from_json


def begin(conn: sqlite3.Connection, entry_id: str, opened: OpenBreak) -> None:
    """Note that a break has begun; whatever was noted before gives way."""
    clear(conn)
    body: dict[str, Json] = {"id": entry_id, "opened": open_to_json(opened)}
    conn.execute(
        "insert into open_break (slot, id, body, sum) values (1, ?, ?, ?)",
        (entry_id, canonical(body), checksum(body)),
    )


def put_step(conn: sqlite3.Connection, step: StepDone, at: int) -> None:
    """Note how far an exercise is; a later note of the same exercise replaces it."""
    body = step_to_json(step)
    conn.execute(
        "insert into open_step (exercise, position, at, body, sum) "
        "values (?, (select count(*) from open_step), ?, ?, ?) "
        "on conflict (exercise) do update set "
        "at = excluded.at, body = excluded.body, sum = excluded.sum",
        (step.exercise, at, canonical(body), checksum(body)),
    )


def clear(conn: sqlite3.Connection) -> None:
    """Forget the running break: its entry stands in the journal now."""
    conn.execute("delete from open_step")
    conn.execute("delete from open_break")


def left(conn: sqlite3.Connection) -> LeftBreak | None:
    """Return the break that was noted and never ended; unreadable rows count as none."""
    row = conn.execute("select body, sum from open_break").fetchone()
    value = None if row is None else _body(*row)
    if value is None:
        return None
    rows = conn.execute("select body, sum, at from open_step order by position").fetchall()
    read = [(_body(body, total), at) for body, total, at in rows]
    try:
        opened = open_from_json(value.get("opened"))
        steps = [(step_from_json(body), int(at)) for body, at in read if body is not None]
    except EntryError:
        return None
    return LeftBreak(
        id=str(value.get("id")),
        opened=opened,
        steps=tuple(step for step, _ in steps),
        last_at=max([opened.started_at, *(at for _, at in steps)]),
    )


def _body(text: str, total: bytes) -> dict[str, Json] | None:
    """Return what a row says, None when it is not what was written."""
    try:
        value: Json = json.loads(text)
        fits = checksum(value) == total
    except (ValueError, RecursionError):
        return None
    return value if fits and isinstance(value, dict) else None
