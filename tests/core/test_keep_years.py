from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbreak.core.record.keep_years import first_kept


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
