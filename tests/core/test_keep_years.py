from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbreak.core.record.keep_years import DAYS_OF_USE, day_reached, first_kept


@pytest.mark.parametrize(
    ("today", "years", "first"),
    [
        (date(2026, 11, 22), 0, None),
        (date(2026, 11, 22), 1, date(2025, 11, 22)),
        (date(2028, 2, 29), 1, date(2027, 3, 1)),
        (date(2028, 2, 29), 4, date(2024, 2, 29)),
        (date(2029, 2, 28), 1, date(2028, 2, 28)),
        (date(2029, 3, 1), 1, date(2028, 3, 1)),
        (date(2026, 11, 22), 2025, date(1, 11, 22)),
        (date(2026, 11, 22), 2026, None),
    ],
)
def test_the_first_day_that_stays(today: date, years: int, first: date | None) -> None:
    assert first_kept(today, years) == first


def anniversary(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 2, 28)


@given(
    st.dates(date(1970, 1, 1), date(2100, 12, 31)),
    st.dates(date(1970, 1, 1), date(2100, 12, 31)),
    st.integers(1, 100),
)
def test_an_entry_goes_on_the_day_after_its_anniversary(day: date, today: date, years: int) -> None:
    first = first_kept(today, years)
    assert first is not None
    assert (day < first) == (anniversary(day, years) < today)


DAYS = st.dates(date(1970, 1, 1), date(2100, 12, 31))


@given(st.sets(DAYS), DAYS)
def test_the_day_reached_is_the_fifth_newest_day_of_use(days: set[date], today: date) -> None:
    reached = day_reached(today, days)
    past = {day for day in days if day <= today}
    assert (reached is None) is (len(past) < DAYS_OF_USE)
    if reached is not None:
        assert reached in past
        assert len({day for day in past if day >= reached}) == DAYS_OF_USE


@given(st.sets(DAYS, min_size=1), st.lists(DAYS, max_size=DAYS_OF_USE - 1), st.integers(1, 9))
def test_a_wrong_clock_deletes_nothing_until_it_was_in_use_on_five_days(
    lived: set[date], wrong: list[date], years: int
) -> None:
    """Whatever the clock says on four days, nothing goes that had not gone or was about to."""
    last = max(lived)
    days = set(lived)
    for claimed in wrong:
        days.add(claimed)
        reached = day_reached(claimed, days)
        first = None if reached is None else first_kept(reached, years)
        meant = first_kept(last, years)
        assert first is None or (meant is not None and first <= meant)


@given(st.sets(DAYS, min_size=1), DAYS, st.integers(0, 400))
def test_a_right_clock_never_brings_a_day_back_that_went(
    days: set[date], today: date, more: int
) -> None:
    later = today + timedelta(days=more)
    before, after = day_reached(today, days), day_reached(later, days | {later})
    assert before is None or (after is not None and before <= after <= later)
