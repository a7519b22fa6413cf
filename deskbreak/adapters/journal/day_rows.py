"""The sums of days as rows of the journal: figures of forty years without reading every break.

A row is only a copy of what its day's breaks add up to. Triggers of the file delete it with each
change of one of them, and one that does not fit its checksum is as good as none.
"""

from __future__ import annotations

import json
import sqlite3

# As in `checksum`: hashlib would load OpenSSL into a resting program.
from _blake2 import blake2b
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Final

from deskbreak.adapters.journal import rows
from deskbreak.adapters.journal.checksum import SIZE, canonical
from deskbreak.core.entry import Discomfort
from deskbreak.core.figures.day_sum import DaySum, Did, day_sums

_FORMULA: Final = 1
"""To be raised when a day adds up to something else than before: older rows do not fit then."""

_AT_ONCE: Final = 16
"""Days in one transaction, so that the program's own writes need not wait long."""

_FEW: Final = 40
"""So many days are read one by one, more of them in one go."""

_FELT: Final = {"-": None, **{each.value: each for each in Discomfort}}

Found = tuple[tuple[DaySum, ...], int]
"""Sums, and how many rows were left out because their checksum does not fit."""


def select_sums(conn: sqlite3.Connection, first_day: str, last_day: str) -> Found:
    """Return the sums of those of the days that have an entry, in order."""
    known = _known(conn, first_day, last_day)
    missing = _missing(conn, first_day, last_day, known)
    added, bad = _added_up(conn, missing) if missing else ({}, 0)
    every = {**known, **added}
    found = (every[day] for day in (sorted(every) if added else every))
    return tuple(each for each in found if each is not None), bad


def keep_sums(conn: sqlite3.Connection, hurry: Callable[[], bool] = bool) -> None:
    """Add up the days whose sums are not kept, and keep them; those with a bad row are not.

    Once there is a `hurry`, the others are left.

    Raises:
        sqlite3.Error: it could not be done; what was kept so far is right.
    """
    every = "0000-01-01", "9999-12-31"
    missing = iter(_missing(conn, *every, _known(conn, *every)))
    while not hurry() and (days := tuple(islice(missing, _AT_ONCE))):
        conn.execute("begin immediate")
        try:
            conn.executemany(
                "insert into day_sum (day, body, sum) values (?, ?, ?) "
                "on conflict do update set body = excluded.body, sum = excluded.sum",
                _rows_of(conn, days),
            )
            conn.execute("commit")
        except BaseException:
            if conn.in_transaction:
                conn.execute("rollback")
            raise


def _rows_of(conn: sqlite3.Connection, days: Iterable[str]) -> Iterator[tuple[str, str, bytes]]:
    for day in days:
        added, bad = _added_up(conn, (day,))
        if not bad:
            body = _text(added[day])
            yield day, body, _sum(day, body)


def _known(conn: sqlite3.Connection, first_day: str, last_day: str) -> dict[str, DaySum | None]:
    """Return the sums that are kept, by day and in order; None of a day whose breaks are gone."""
    kept = conn.execute(
        "select day, body, sum from day_sum where day between ? and ? order by day",
        (first_day, last_day),
    )
    read = _Text()
    return {day: read.day_sum(day, body) for day, body, total in kept if _sum(day, body) == total}


def _missing(
    conn: sqlite3.Connection, first_day: str, last_day: str, known: dict[str, DaySum | None]
) -> tuple[str, ...]:
    """Return the days that have a break and no sum, in order."""
    days = conn.execute(
        "select distinct day from break where day between ? and ? order by day",
        (first_day, last_day),
    )
    return tuple(day for (day,) in days if day not in known)


def _added_up(
    conn: sqlite3.Connection, days: Sequence[str]
) -> tuple[dict[str, DaySum | None], int]:
    """Add up days from their breaks; also return how many rows are bad."""
    wanted: dict[str, DaySum | None] = dict.fromkeys(days)
    spans = [(day, day) for day in days] if len(days) <= _FEW else [(days[0], days[-1])]
    bad = 0
    for first, last in spans:
        breaks, left_out = rows.select_breaks(conn, first, last)
        wanted.update({each.day: each for each in day_sums(breaks) if each.day in wanted})
        bad += left_out
    return wanted, bad


def _sum(day: str, body: str) -> bytes:
    return blake2b(f"{_FORMULA} {day} {body}".encode("utf-8", "replace"), digest_size=SIZE).digest()


def _text(found: DaySum | None) -> str:
    """Write a sum as four lines: what was felt and the numbers, then three lists in JSON."""
    if found is None:
        return ""
    felt = "-" if found.discomfort is None else found.discomfort.value
    numbers = found.seconds, found.done, found.unanswered, found.snoozes, found.week, *found.energy
    did = [[each.exercise, each.reps, each.seconds] for each in found.did]
    lists = [list(map(list, found.held)), list(map(list, found.hours)), did]
    return "\n".join([" ".join([felt, *map(str, numbers)]), *map(canonical, lists)])


class _Text:
    """Reads what `_text` wrote. Days are much alike, so no list is read twice."""

    def __init__(self) -> None:
        self._held, self._hours, self._did = cache(_held), cache(_hours), cache(_did)

    def day_sum(self, day: str, text: str) -> DaySum | None:
        if not text:
            return None
        first, held, hours, did = text.split("\n")
        felt, *numbers = first.split(" ")
        seconds, done, unanswered, snoozes, week, energy, rated = map(int, numbers)
        return DaySum(
            day=day,
            seconds=seconds,
            done=done,
            unanswered=unanswered,
            snoozes=snoozes,
            held=self._held(held),
            did=self._did(did),
            hours=self._hours(hours),
            discomfort=_FELT[felt],
            energy=(energy, rated),
            week=week,
        )


def _held(text: str) -> tuple[tuple[str, int], ...]:
    return tuple((reason, count) for reason, count in json.loads(text))


def _hours(text: str) -> tuple[tuple[int, int], ...]:
    return tuple((hour, count) for hour, count in json.loads(text))


def _did(text: str) -> tuple[Did, ...]:
    return tuple(Did(exercise, reps, seconds) for exercise, reps, seconds in json.loads(text))
