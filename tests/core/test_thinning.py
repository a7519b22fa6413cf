from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from deskbreak.core.record.thinning import DAILY, MONTHLY, WEEKLY, to_drop

FIRST = date(2024, 1, 1)
DAYS = st.sets(st.integers(0, 900), min_size=1, max_size=120).map(
    lambda numbers: sorted(FIRST + timedelta(days=number) for number in numbers)
)


def kept(days: list[date]) -> list[date]:
    return sorted(set(days) - to_drop(days, days[-1]))


def test_every_day_of_two_years_comes_to_seven_days_four_weeks_and_twelve_months() -> None:
    left = kept([FIRST + timedelta(days=number) for number in range(730)])
    assert left[-1] == date(2025, 12, 30)
    assert left[-DAILY:] == [date(2025, 12, day) for day in range(24, 31)]
    weekly = [date(2025, 11, 30), date(2025, 12, 7), date(2025, 12, 14), date(2025, 12, 21)]
    assert left[-DAILY - WEEKLY : -DAILY] == weekly
    ends = [date(2024, 11, 30), date(2024, 12, 31), date(2025, 1, 31), date(2025, 2, 28)]
    assert left[:4] == ends
    assert len(left) == DAILY + WEEKLY + MONTHLY


def test_few_backups_all_stay() -> None:
    days = [FIRST + timedelta(days=number) for number in range(DAILY)]
    assert to_drop(days, days[-1]) == frozenset()
    assert to_drop([], FIRST) == frozenset()


def test_a_backup_from_a_clock_that_was_ahead_neither_goes_nor_counts() -> None:
    days = [FIRST + timedelta(days=number) for number in range(10)]
    ahead = [date(2090, 1, day) for day in range(1, 20)]
    assert to_drop([*days, *ahead], days[-1]) == to_drop(days, days[-1])


@given(DAYS)
def test_the_newest_stay_and_no_more_than_promised(days: list[date]) -> None:
    left = kept(days)
    assert left[-DAILY:] == days[-DAILY:]
    assert len(left) <= DAILY + WEEKLY + MONTHLY


@given(DAYS)
def test_thinning_each_day_comes_to_the_same_as_thinning_once(days: list[date]) -> None:
    left: set[date] = set()
    for day in days:
        left.add(day)
        left -= to_drop(left, day)
    assert sorted(left) == kept(days)


@given(DAYS)
def test_each_of_the_last_months_is_left_with_its_newest(days: list[date]) -> None:
    left = set(kept(days))
    newest = {(day.year, day.month): day for day in days}
    assert set(list(newest.values())[-MONTHLY:]) <= left
