"""Journals of many years, written by the real schedule with a made-up person who is busy.

`python -m tools.long_journal FOLDER [YEARS ...]` plays the longest span once and writes its last
years into a journal for each number: `FOLDER/40.db` and so on.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from deskbreak.adapters.catalog import load_exercises
from deskbreak.adapters.journal import opening, rows
from deskbreak.core.entry import Break
from deskbreak.core.luck import Luck
from deskbreak.core.settings.values import Office, Schedule, Settings, Span
from deskbreak.core.simulate import play
from deskbreak.core.timing import workday
from deskbreak.core.timing.moment import Moment

LAST = date(2026, 11, 22)
ZONE = "Europe/Berlin"
YEARS = (1, 4, 10, 40)
_DAYS = 365.25
_HALF = 1 << 62


def busy() -> Settings:
    """Return the settings of who sits long and takes a break more often than most."""
    office = Office(hours=(Span(8 * 60, 19 * 60),))
    return Settings(office=office, schedule=Schedule(earliest_min=60, latest_min=90))


def begun(years: int) -> date:
    """Return the first day of a record of so many years."""
    return LAST - timedelta(days=round(years * _DAYS))


def entries(years: int) -> Iterator[Break]:
    """Play so many years up to `LAST`, and yield what they leave in the journal."""
    zone, first = ZoneInfo(ZONE), begun(years)
    start = Moment(workday.utc_of(first, 0, zone), 0, 0, "long journal", zone, ZONE)
    ids = Luck(years)
    for played in play(busy(), (LAST - first).days + 1, years, start, load_exercises()):
        if played.entry is not None:
            number = ids.roll(0, _HALF) << 62 | ids.roll(0, _HALF)
            yield replace(played.entry, id=str(UUID(int=number, version=4)))


def write(folder: Path, years: Sequence[int]) -> None:
    """Write the journals; those that are there already must have gone."""
    with ExitStack() as stack:
        journals: dict[str, sqlite3.Connection] = {}
        for each in years:
            conn = stack.enter_context(closing(opening.open_writer(folder / f"{each}.db")))
            conn.execute("begin immediate")
            journals[begun(each).isoformat()] = conn
        for entry in entries(max(years, default=0)):
            for first, conn in journals.items():
                if entry.day >= first:
                    rows.insert_break(conn, entry)
        for conn in journals.values():
            conn.execute("commit")


if __name__ == "__main__":
    write(Path(sys.argv[1]), [int(word) for word in sys.argv[2:]] or YEARS)
