"""How far back the record reaches when a person wants old entries to go."""

from __future__ import annotations

from datetime import date
from typing import Final

_MARCH: Final = 3


def first_kept(today: date, years: int) -> date | None:
    """Return the first day whose entries stay; None when all of them do.

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
