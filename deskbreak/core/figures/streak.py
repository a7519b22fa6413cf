"""Days in a row on which a break was done; days that had no chance of one are not counted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from deskbreak.core.figures.day_sum import DaySum

_FIRST_LOOK_DAYS = 400
_FURTHER = 4
"""How many times as far it is looked back each time that no end was found."""


@dataclass(frozen=True, slots=True)
class Streak:
    """How many days in a row there are now, and how many there were at most."""

    now: int
    best: int


def streak_of(sums: Sequence[DaySum], today: str) -> Streak:
    """Return the streak up to a day.

    A day with a break that counts goes on with it. It ends on a day on which breaks were offered
    and all of them skipped or missed: a day off, a holiday, an illness, or a day full of meetings
    has no such offer. The running day ends nothing, for it may still have its break.
    """
    run = best = 0
    for each in sums:
        if each.done:
            run += 1
            best = max(best, run)
        elif _ends(each, today):
            run = 0
    return Streak(run, best)


def running_streak(read: Callable[[date, date], Sequence[DaySum]], today: date) -> Streak:
    """Return the streak up to today, reading only as far back as it goes.

    `read` gives the sums of the days from one to another that have an entry, in order.
    """
    days, known = _FIRST_LOOK_DAYS, -1
    while True:
        first = today - timedelta(days=days) if days < today.toordinal() else date.min
        sums, text = read(first, today), today.isoformat()
        if len(sums) == known or any(_ends(each, text) for each in sums):
            return streak_of(sums, text)
        days, known = days * _FURTHER, len(sums)


def _ends(each: DaySum, today: str) -> bool:
    return bool(not each.done and each.unanswered and each.day != today)
