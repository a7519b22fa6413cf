"""Whether one copy of a journal has everything that another has: rows are only ever added.

So a row that two copies hold unlike was changed from outside in one of them, and a row that is
missing was lost, or deleted because it was too old to be kept.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, datetime, time
from pathlib import Path
from typing import Final

from deskbreak.adapters.journal.columns import COLUMNS, STEP_COLUMNS

_KEYS: Final = {
    "break": ("seq",),
    "step": ("break_seq", "position"),
    "revision": ("break_seq",),
    "event": ("seq",),
    "tombstone": ("id", "changed_at"),
}
_VALUES: Final = {
    "break": (*COLUMNS, "change", "sum"),
    "step": STEP_COLUMNS,
    "revision": ("changed_at", "corrected", "mended", "undoes", "sum"),
    "event": ("id", "at", "what", "data", "sum"),
    "tombstone": ("sum",),
}
_GONE: Final = {
    "break": "old.day < :day",
    "step": "old.break_seq in (select seq from kept.break where day < :day)",
    "revision": "old.break_seq in (select seq from kept.break where day < :day)",
    "event": "old.at < :midnight",
    "tombstone": "old.changed_at < :midnight",
}
"""Which rows `pruning.prune` may have deleted."""

_Limits = dict[str, str | int]

_HIGHEST: Final = (
    "select (select max(seq) from break), (select max(seq) from event), "
    "(select count(*) from tombstone)"
)


def midnight(first: date) -> int:
    """Return the instant at which a day begins here, in UTC seconds."""
    return int(datetime.combine(first, time()).astimezone().timestamp())


def has_news(journal: sqlite3.Connection, copy: Path) -> bool:
    """Return whether anything was added since a copy was made; one that is unreadable is old.

    Raises:
        sqlite3.Error: the journal cannot be read.
    """
    now = journal.execute(_HIGHEST).fetchone()
    try:
        with closing(sqlite3.connect(_uri(copy), uri=True)) as before:
            before.execute("pragma trusted_schema = off")
            return bool(before.execute(_HIGHEST).fetchone() != now)
    except sqlite3.Error:
        return True


def covers(new: sqlite3.Connection, old: Path, first: date | None) -> bool:
    """Return whether a copy has every row of an older one, but for days before `first`.

    An older copy that cannot be read to its end may hold anything, so it is not covered.

    Raises:
        sqlite3.Error: reading was interrupted.
    """
    limits: _Limits = (
        {} if first is None else {"day": first.isoformat(), "midnight": midnight(first)}
    )
    try:
        new.execute("attach ? as kept", (_uri(old),))
        return all(_has_all(new, table, limits) for table in _tables(new))
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:
            raise
        return False


def _uri(path: Path) -> str:
    return f"{path.resolve().as_uri()}?mode=ro"


def _tables(new: sqlite3.Connection) -> list[str]:
    """Return the tables of the older copy, which may lack those of a later schema."""
    found = {str(row[0]) for row in new.execute("select name from kept.sqlite_master")}
    return [table for table in _KEYS if table in found]


def _has_all(new: sqlite3.Connection, table: str, limits: _Limits) -> bool:
    same = " and ".join(f"new.{key} = old.{key}" for key in _KEYS[table])
    unlike = " or ".join(f"new.{name} is not old.{name}" for name in _VALUES[table])
    missing = f"new.{_KEYS[table][0]} is null" + (f" and not ({_GONE[table]})" if limits else "")
    query = (
        f"select 1 from kept.{table} old left join main.{table} new on {same} "  # noqa: S608 - constants
        f"where ({missing}) or (new.{_KEYS[table][0]} is not null and ({unlike})) limit 1"
    )
    return new.execute(query, limits).fetchone() is None
