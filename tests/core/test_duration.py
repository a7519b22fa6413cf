from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbreak.core.duration import LONGEST_MIN, minute_of_day, minutes_of


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("90", 90), ("90m", 90), ("1h30m", 90), ("1h30", 90), ("2h", 120), (" 1H ", 60), ("0h5m", 5)],
)
def test_a_duration_is_read(text: str, minutes: int) -> None:
    assert minutes_of(text) == minutes


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0",
        "0h",
        "m",
        "h",
        "h5m",
        "-5",
        "1.5h",
        "1h60m",
        "1h5x",
        "5s",
        "1h2h",
        "١٢",
        "9" * 40,
        str(LONGEST_MIN + 1),
    ],
)
def test_anything_else_is_none(text: str) -> None:
    assert minutes_of(text) is None


@given(st.integers(1, LONGEST_MIN))
def test_both_ways_to_write_a_span_agree(minutes: int) -> None:
    assert minutes_of(str(minutes)) == minutes_of(f"{minutes // 60}h{minutes % 60}m") == minutes


@given(st.text(max_size=20))
def test_no_text_breaks_it(text: str) -> None:
    found = minutes_of(text)
    assert found is None or 1 <= found <= LONGEST_MIN
    time = minute_of_day(text)
    assert time is None or 0 <= time < 1440


@pytest.mark.parametrize(("text", "minute"), [("00:00", 0), ("9:05", 545), (" 23:59 ", 1439)])
def test_a_time_of_day_is_read(text: str, minute: int) -> None:
    assert minute_of_day(text) == minute


@pytest.mark.parametrize("text", ["", "9", "9:5", "24:00", "12:60", ":30", "12:", "a:bc", "1:234"])
def test_no_time_of_day_is_none(text: str) -> None:
    assert minute_of_day(text) is None
