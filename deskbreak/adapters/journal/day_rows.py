"""What days add up to as rows of the journal: forty years without reading every break.

A row is only a copy of what its day's breaks say. Triggers of the file delete it with each change
of one of them, and one that does not fit its checksum is as good as none.
"""

from __future__ import annotations

import sqlite3

# As in `checksum`: hashlib would load OpenSSL into a resting program.
from _blake2 import blake2b
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from operator import attrgetter
from typing import Final, TypeVar

from deskbreak.adapters.journal import rows
from deskbreak.adapters.journal.checksum import SIZE
from deskbreak.adapters.journal.day_text import past_of, sum_reader, text_of
from deskbreak.adapters.journal.transaction import all_or_nothing
from deskbreak.core.coach.day_past import DayPast, day_pasts
from deskbreak.core.entry import Break
from deskbreak.core.figures.day_sum import DaySum, day_sums

_FORMULA: Final = 1
"""To be raised when a day adds up to something else than before: older rows do not fit then."""

_AT_ONCE: Final = 100
"""Days in one transaction, with time between two of them for the program's own writes."""

_FEW: Final = 40
"""So many days are read one by one, more of them in one go."""

_MANY: Final = 250
"""So many of those at once: all the breaks of forty years would take 200 MiB."""

Day = TypeVar("Day", DaySum, DayPast)


def select_sums(
    conn: sqlite3.Connection, first_day: str, last_day: str
) -> tuple[tuple[DaySum, ...], int]:
    """Return the sums of those of the days that have an entry, in order.

    Also how many rows were left out because their checksum does not fit.
    """
    return _selected(conn, (first_day, last_day), sum_reader(), day_sums)


def select_pasts(
    conn: sqlite3.Connection, first_day: str, last_day: str
) -> tuple[tuple[DayPast, ...], int]:
    """Return the same days as the plan needs them, in the order of their first breaks."""
    found, bad = _selected(conn, (first_day, last_day), past_of, day_pasts)
    return tuple(sorted(found, key=attrgetter("first_at"))), bad


def keep_days(conn: sqlite3.Connection, hurry: Callable[[], bool] = bool) -> None:
    """Add up the days that are not kept, and keep them; those with a bad row are not.

    Once there is a `hurry`, the others are left.

    Raises:
        sqlite3.Error: it could not be done; what was kept so far is right.
    """
    every = "0000-01-01", "9999-12-31"
    missing = iter(_missing(conn, every, _kept(conn, every)))
    while not hurry() and (days := tuple(islice(missing, _AT_ONCE))):
        while not (_are_kept(conn, days) or hurry()):
            pass  # somebody wrote meanwhile: the next look sees that too


def _are_kept(conn: sqlite3.Connection, days: Sequence[str]) -> bool:
    """Keep days unless the file changed while they were added up: nothing is locked for that."""
    version = _version(conn)
    added = list(_rows_of(conn, days))
    with all_or_nothing(conn):
        same = _version(conn) == version
        if same:
            conn.executemany(
                "insert into day_sum (day, body, sum) values (?, ?, ?) "
                "on conflict do update set body = excluded.body, sum = excluded.sum",
                added,
            )
    return same


def _version(conn: sqlite3.Connection) -> int:
    """Return a number that another connection's commit changes."""
    return int(conn.execute("pragma data_version").fetchone()[0])


def _rows_of(conn: sqlite3.Connection, days: Iterable[str]) -> Iterator[tuple[str, str, bytes]]:
    for day in days:
        breaks, bad = rows.select_breaks(conn, day, day)
        if not bad:
            added = zip(day_sums(breaks), day_pasts(breaks), strict=True)
            text = "".join(text_of(*each) for each in added)
            yield day, text, _sum(day, text)


def _kept(conn: sqlite3.Connection, days: tuple[str, str]) -> dict[str, str]:
    """Return the text of each day that is kept, in order; "" of one whose breaks are all gone."""
    found = conn.execute(
        "select day, body, sum from day_sum where day between ? and ? order by day", days
    )
    return {day: text for day, text, total in found if _sum(day, text) == total}


def _selected(
    conn: sqlite3.Connection,
    days: tuple[str, str],
    read: Callable[[str, str], Day],
    add_up: Callable[[Iterable[Break]], tuple[Day, ...]],
) -> tuple[tuple[Day, ...], int]:
    """Read the days that are kept, add up the others, and count the bad rows among those."""
    kept = _kept(conn, days)
    found = {day: read(day, text) for day, text in kept.items() if text}
    bad = 0
    missing = _missing(conn, days, kept)
    for first, last in _spans(missing):
        breaks, left_out = rows.select_breaks(conn, first, last)
        found |= {each.day: each for each in add_up(breaks) if each.day not in kept}
        bad += left_out
    return tuple(found[day] for day in (sorted(found) if missing else found)), bad


def _missing(
    conn: sqlite3.Connection, days: tuple[str, str], kept: Mapping[str, str]
) -> tuple[str, ...]:
    """Return the days that have a break and are not kept, in order."""
    found = conn.execute(
        "select distinct day from break where day between ? and ? order by day", days
    )
    return tuple(day for (day,) in found if day not in kept)


def _spans(days: Sequence[str]) -> list[tuple[str, str]]:
    """Return what is read in one go: some days one by one, many of them in parts."""
    if len(days) <= _FEW:
        return [(day, day) for day in days]
    parts = (days[at : at + _MANY] for at in range(0, len(days), _MANY))
    return [(part[0], part[-1]) for part in parts]


def _sum(day: str, text: str) -> bytes:
    return blake2b(f"{_FORMULA} {day} {text}".encode("utf-8", "replace"), digest_size=SIZE).digest()
