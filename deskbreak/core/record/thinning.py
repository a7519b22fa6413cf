"""Which backups may go: seven days stay, and one for each of four weeks and of twelve months."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import date
from typing import Final

DAILY: Final = 7
WEEKLY: Final = 4
MONTHLY: Final = 12


def to_drop(days: Iterable[date], today: date) -> frozenset[date]:
    """Return the days whose backups may go once there is a good one of `today`.

    The newest seven stay; then the newest of each of the last four weeks that none of those ends,
    and of each of the last twelve months that none of the others ends. What is dropped today
    would be dropped on every later day too, so it does not matter how often this is asked. A
    backup of a later day than `today`, from a clock that was wrong, neither goes nor counts.
    """
    newest_first = sorted({day for day in days if day <= today}, reverse=True)
    kept = set(newest_first[:DAILY])
    kept |= _newest_of_each(newest_first, _week, kept, WEEKLY)
    kept |= _newest_of_each(newest_first, _month, kept, MONTHLY)
    return frozenset(newest_first) - kept


def _newest_of_each(
    newest_first: list[date], period: Callable[[date], Hashable], kept: set[date], most: int
) -> set[date]:
    newest = {period(day): day for day in reversed(newest_first)}
    more = [day for day in newest_first if newest[period(day)] == day and day not in kept]
    return set(more[:most])


def _week(day: date) -> tuple[int, int]:
    year, week, _ = day.isocalendar()
    return year, week


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month
