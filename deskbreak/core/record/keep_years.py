"""How far back the record reaches when a person wants old entries to go."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

DAYS_OF_USE: Final = 5
"""On so many days there must have been an entry before the latest of them count as come."""

_MARCH: Final = 3


def day_reached(today: date, days: Iterable[date]) -> date | None:
    """Return the day from which years are counted back, None before there were enough `days`.

    `today` is what the clock says, and a clock can be years ahead; nothing that it says may
    delete what a person meant to keep. So the fifth newest of the days that have an entry counts,
    up to today: a wrong clock would have to be in use on five days, a right one lags by a week.
    """
    newest = sorted({day for day in days if day <= today}, reverse=True)[:DAYS_OF_USE]
    return newest[-1] if len(newest) == DAYS_OF_USE else None


def first_kept(today: date, years: int) -> date | None:
    """Return the first day whose entries stay on a day reached; None when all of them do.

    An entry goes on the day after its anniversary, counted in whole `years`; 0 keeps everything.
    What was entered on 29 February has its anniversary on the 28th when there is no 29th.
    """
    year = today.year - years
    if years <= 0 or year < date.min.year:
        return None
    try:
        return today.replace(year=year)
    except ValueError:  # today is 29 February, which that year had not
        return date(year, _MARCH, 1)
