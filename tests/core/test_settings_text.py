from __future__ import annotations

import tomllib
from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskbreak.core.settings import daytime
from deskbreak.core.settings.plain import NotRightError, Plain, lookup, shown, toml_text
from deskbreak.core.settings.values import DateSpan, Span

SCALARS = (
    st.text(st.characters(exclude_categories=["Cs"]))
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.booleans()
    | st.dates()
    | st.times()
)
TREES: st.SearchStrategy[Plain] = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.text(st.characters(exclude_categories=["Cs"]), max_size=6), inner, max_size=3
        )
    ),
    max_leaves=6,
)


@settings(deadline=None)
@given(TREES)
def test_toml_text_is_read_back_the_same(value: Plain) -> None:
    assert tomllib.loads(f"v = {toml_text(value)}") == {"v": value}


def test_toml_text_writes_what_people_know() -> None:
    assert toml_text(["09:00-18:00", 'a"b\n']) == '["09:00-18:00", "a\\"b\\n"]'
    assert toml_text({"fri": True, "odd key": 1.5, "none": {}}) == (
        '{ fri = true, "odd key" = 1.5, none = {} }'
    )
    assert toml_text(datetime(2026, 1, 2, 3, 4)) == "2026-01-02T03:04:00"  # noqa: DTZ001 - TOML has local ones
    assert toml_text(time(3, 4)) == "03:04:00"
    assert toml_text(-(1 << 40_000)).startswith("-0x1000")


def test_a_long_value_is_cut_in_a_sentence() -> None:
    assert shown("x" * 500) == '"' + "x" * 58 + "…"
    assert shown(3) == "3"


def test_lookup_finds_only_what_is_there() -> None:
    tree: dict[str, Plain] = {"office": {"by_day": {"fri": ["09:00-14:00"]}}, "odd": 3}
    assert lookup(tree, "office.by_day.fri") == ["09:00-14:00"]
    assert lookup(tree, "office.hours") is None
    assert lookup(tree, "odd.hours") is None


@pytest.mark.parametrize(
    ("text", "minute"),
    [("09:00", 540), ("9", 540), ("0:05", 5), ("24:00", 1440), (" 23:59 ", 1439)],
)
def test_minute_from(text: str, minute: int) -> None:
    assert daytime.minute_from(text) == minute


@pytest.mark.parametrize(
    "text", ["", "24:01", "25", "9:5", "09:60", "9:", "-1", "nine", "٩:00", "9:00:00", "009:00"]
)
def test_minute_from_refuses(text: str) -> None:
    with pytest.raises(NotRightError, match="no time of the day"):
        daytime.minute_from(text)


@settings(deadline=None)
@given(st.integers(0, 1440))
def test_a_minute_survives_writing(minute: int) -> None:
    assert daytime.minute_from(daytime.minute_text(minute)) == minute


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("09:00-17:30", Span(540, 1050)),
        ("22:00 - 06:00", Span(1320, 360)),
        ("9\N{EN DASH}17", Span(540, 1020)),
        ("00:00-24:00", Span(0, 1440)),
        ("00:00-00:00", Span(0, 1440)),
        ("16:00-24:00", Span(960, 1440)),
    ],
)
def test_span_from(text: str, span: Span) -> None:
    assert daytime.span_from(text) == span
    assert daytime.span_from(daytime.span_text(span)) == span


@pytest.mark.parametrize("text", ["", "09:00", "24:00-06:00", "09:00-25:00", "a-b"])
def test_span_from_refuses(text: str) -> None:
    with pytest.raises(NotRightError):
        daytime.span_from(text)


@pytest.mark.parametrize(
    ("text", "days", "written"),
    [
        ("mon-fri", (0, 1, 2, 3, 4), "mon-fri"),
        ("mon,wed-fri", (0, 2, 3, 4), "mon,wed-fri"),
        ("Sunday, Monday", (0, 6), "mon,sun"),
        ("fri-mon", (0, 4, 5, 6), "mon,fri-sun"),
        ("", (), ""),
    ],
)
def test_weekdays(text: str, days: tuple[int, ...], written: str) -> None:
    assert daytime.weekdays_from(text) == days
    assert daytime.weekdays_text(days) == written


@settings(deadline=None)
@given(st.sets(st.integers(0, 6)))
def test_weekdays_survive_writing(days: set[int]) -> None:
    tidy = tuple(sorted(days))
    assert daytime.weekdays_from(daytime.weekdays_text(tidy)) == tidy


@pytest.mark.parametrize("text", ["monn", "mon-", "-fri", "weekdays", "1-5"])
def test_weekdays_refuse(text: str) -> None:
    with pytest.raises(NotRightError, match="no day of the week"):
        daytime.weekdays_from(text)


def test_dates() -> None:
    first, last = date(2026, 12, 24), date(2027, 1, 2)
    assert daytime.dates_from("2026-12-24..2027-01-02") == DateSpan(first, last)
    assert daytime.dates_from("2026-12-24") == DateSpan(first, first)
    assert daytime.dates_text(DateSpan(first, last)) == "2026-12-24..2027-01-02"
    assert daytime.dates_text(DateSpan(first, first)) == "2026-12-24"
    for wrong in ("", "24.12.2026", "2026-12-24..", "2027-01-02..2026-12-24", "2026-02-30"):
        with pytest.raises(NotRightError):
            daytime.dates_from(wrong)


@pytest.mark.parametrize(
    ("spans", "apart"),
    [
        (["13:00-17:00", "09:00-12:00"], ["09:00-12:00", "13:00-17:00"]),
        (["09:00-12:00", "12:00-17:00"], ["09:00-12:00", "12:00-17:00"]),
        (["09:00-13:00", "12:00-17:00"], ["09:00-17:00"]),
        (["09:00-17:00", "12:00-13:00"], ["09:00-17:00"]),
        (["22:00-06:00", "23:00-07:00"], ["22:00-07:00"]),
        (["09:00-09:00", "10:00-10:00"], ["09:00-09:00"]),
        (["00:00-24:00", "23:00-02:00"], ["00:00-24:00"]),
        ([], []),
    ],
)
def test_joined(spans: list[str], apart: list[str]) -> None:
    joined = daytime.joined(tuple(daytime.span_from(text) for text in spans))
    assert [daytime.span_text(span) for span in joined] == apart


@pytest.mark.parametrize(
    ("inner", "outer", "touches"),
    [
        ("12:00-13:00", "09:00-18:00", True),
        ("00:30-01:00", "22:00-06:00", True),
        ("23:30-00:30", "00:00-06:00", True),
        ("18:00-19:00", "09:00-18:00", False),
        ("08:00-09:00", "09:00-18:00", False),
    ],
)
def test_inside(inner: str, outer: str, touches: bool) -> None:  # noqa: FBT001 - a table's column
    assert daytime.inside(daytime.span_from(inner), daytime.span_from(outer)) is touches
