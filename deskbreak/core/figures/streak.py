"""Days in a row on which a break was done; days that had no chance of one are not counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deskbreak.core.figures.day_sum import DaySum


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
        elif each.unanswered and each.day != today:
            run = 0
    return Streak(run, best)
