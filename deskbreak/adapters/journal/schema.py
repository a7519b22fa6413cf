"""The tables of the journal. Rows are only ever added: a correction is a later row of one id."""

from __future__ import annotations

import sqlite3
from typing import Final

APPLICATION_ID: Final = 0x44534B42
"""Says that a SQLite file is a journal of deskbreak ("DSKB")."""

SCHEMA_VERSION: Final = 3

_SINCE_1: Final = (
    """create table break (
  seq integer primary key,
  id text not null,
  change text not null check (change in ('written', 'corrected', 'deleted')),
  day text not null,
  outcome text not null,
  reason text,
  offered_at integer,
  started_at integer,
  ended_at integer not null,
  utc_offset_s integer not null,
  zone text not null,
  seconds integer not null,
  routine text not null,
  level text not null,
  week integer not null,
  snoozes integer not null,
  held_back_by text not null,
  discomfort text,
  energy integer,
  note text not null,
  source text not null,
  sum blob not null
) strict""",
    "create unique index break_once on break (id) where change = 'written'",
    "create index break_by_id on break (id, seq)",
    "create index break_by_day on break (day, ended_at)",
    """create table step (
  break_seq integer not null references break (seq),
  position integer not null,
  exercise text not null,
  unit text not null,
  planned_reps integer not null,
  done_reps integer not null,
  seconds integer not null,
  outcome text not null,
  primary key (break_seq, position)
) strict, without rowid""",
    """create table event (
  seq integer primary key,
  id text not null unique,
  at integer not null,
  what text not null,
  data text not null,
  sum blob not null
) strict""",
    "create index event_by_time on event (at)",
    """create table open_break (
  slot integer primary key check (slot = 1),
  id text not null,
  body text not null,
  sum blob not null
) strict""",
    """create table open_step (
  exercise text primary key,
  position integer not null,
  at integer not null,
  body text not null,
  sum blob not null
) strict, without rowid""",
)

_SINCE_2: Final = (
    """create table revision (
  break_seq integer primary key references break (seq) on delete cascade,
  changed_at integer,
  corrected integer not null check (corrected in (0, 1)),
  mended text check (mended in ('added', 'noted', 'deleted')),
  undoes integer,
  sum blob not null
) strict""",
    """create table tombstone (
  id text not null,
  changed_at integer not null,
  sum blob not null,
  primary key (id, changed_at)
) strict, without rowid""",
)

# What a day adds up to is kept, and forgotten with each change of one of its breaks, whoever
# makes it. A break may have moved to another day: the sums of all its days go.
_SINCE_3: Final = (
    """create table day_sum (
  day text primary key,
  body text not null,
  sum blob not null
) strict, without rowid""",
    """create trigger break_added after insert on break begin
  delete from day_sum where day in (select day from break where id = new.id);
end""",
    """create trigger break_removed after delete on break begin
  delete from day_sum where day = old.day
    or day in (select day from break where id = old.id);
end""",
    """create trigger break_edited after update on break begin
  delete from day_sum where day in (old.day, new.day);
end""",
)

TABLES: Final = (*_SINCE_1, *_SINCE_2, *_SINCE_3)
"""Every statement that makes an empty journal; the file keeps them word for word."""

STEPS: Final = {1: _SINCE_2, 2: _SINCE_3}
"""What leads from a version to the next one: tables are added, none is ever made anew."""


def is_blank(conn: sqlite3.Connection) -> bool:
    """Return whether a database was made but never filled, as after a first start that died."""
    return (
        _pragma(conn, "application_id") == 0
        and _pragma(conn, "user_version") == 0
        and conn.execute("select 1 from sqlite_master limit 1").fetchone() is None
    )


def versions(conn: sqlite3.Connection) -> tuple[int, int]:
    """Return the application id and the schema version that a file claims."""
    return _pragma(conn, "application_id"), _pragma(conn, "user_version")


def create(conn: sqlite3.Connection) -> None:
    """Fill a blank database, unless another start was quicker; all or nothing."""
    conn.execute("begin immediate")
    if conn.execute("select 1 from sqlite_master limit 1").fetchone() is None:
        for statement in TABLES:
            conn.execute(statement)
        conn.execute(f"pragma application_id = {APPLICATION_ID}")
        conn.execute(f"pragma user_version = {SCHEMA_VERSION}")
    conn.execute("commit")


def upgrade(conn: sqlite3.Connection) -> None:
    """Lead an older journal to this version, all or nothing; a damaged one stays as it is."""
    conn.execute("begin immediate")
    try:
        for statement in _missing(conn):  # another start may have been quicker
            conn.execute(statement)
        whole = is_whole(conn)
        if whole:
            conn.execute(f"pragma user_version = {SCHEMA_VERSION}")
        conn.execute("commit" if whole else "rollback")
    except BaseException:
        if conn.in_transaction:
            conn.execute("rollback")
        raise


def stand_in(conn: sqlite3.Connection) -> None:
    """Let an older journal be read that may not be changed: its missing tables are empty."""
    for statement in _missing(conn):
        if statement.startswith("create table"):
            conn.execute(statement.replace("create table", "create temp table", 1))


def _missing(conn: sqlite3.Connection) -> list[str]:
    """Return what a journal lacks of the steps that lead to this version."""
    found, steps = _statements(conn), range(versions(conn)[1], SCHEMA_VERSION)
    wanted = [statement for older in steps for statement in STEPS.get(older, ())]
    return [statement for statement in wanted if statement.casefold() not in found]


def is_whole(conn: sqlite3.Connection) -> bool:
    """Return whether every table and index reads exactly as it was made."""
    found = _statements(conn)
    return all(statement.casefold() in found for statement in TABLES)


def _statements(conn: sqlite3.Connection) -> set[str]:
    return {str(row[0]).casefold() for row in conn.execute("select sql from sqlite_master")}


def _pragma(conn: sqlite3.Connection, name: str) -> int:
    return int(conn.execute(f"pragma {name}").fetchone()[0])
