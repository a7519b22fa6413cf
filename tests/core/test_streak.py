"""Days in a row: what ends them, and how far back they are looked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from deskbreak.core.figures.day_sum import DaySum
from deskbreak.core.figures.streak import Streak, running_streak, streak_of


def sums(*days: tuple[str, int, int]) -> tuple[DaySum, ...]:
    return tuple(DaySum(f"2026-11-{day}", done=did, unanswered=missed) for day, did, missed in days)


def test_a_streak_ends_only_where_every_offer_was_turned_down() -> None:
    kept = sums(("02", 1, 0), ("03", 0, 0), ("04", 1, 2), ("09", 2, 0))
    assert streak_of(kept, "2026-11-10") == Streak(3, 3)
    ended = (*kept, *sums(("10", 0, 1), ("11", 1, 0)))
    assert streak_of(ended, "2026-11-12") == Streak(1, 3)
    assert streak_of((*kept, *sums(("10", 0, 1))), "2026-11-10") == Streak(3, 3)
    assert streak_of((), "2026-11-10") == Streak(0, 0)


@pytest.mark.parametrize(
    ("begun", "ended", "looks"),
    [(30, 0, 2), (30, 20, 1), (900, 0, 3), (900, 700, 2), (8000, 0, 5)],
)
def test_a_streak_is_read_as_far_back_as_it_goes(begun: int, ended: int, looks: int) -> None:
    today, read = date(2026, 11, 23), list[date]()
    days = [today - timedelta(days=back) for back in range(begun, -1, -1)]
    sums = [DaySum(each.isoformat(), done=1) for each in days]
    if ended:
        sums[begun - ended] = replace(sums[begun - ended], done=0, unanswered=1)

    def look(first: date, last: date) -> list[DaySum]:
        read.append(first)
        return [each for each in sums if first.isoformat() <= each.day <= last.isoformat()]

    assert running_streak(look, today).now == (ended or begun + 1)
    assert len(read) == looks


def test_a_streak_is_looked_for_from_the_first_day_of_all() -> None:
    sums = (DaySum("0001-01-01", done=1), DaySum("0003-01-01", done=1))
    found = running_streak(
        lambda first, _: [each for each in sums if first.isoformat() <= each.day], date(3, 1, 1)
    )
    assert found == Streak(2, 2)
