from __future__ import annotations

import tomllib
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskbreak.core.settings.layers import merge
from deskbreak.core.settings.parse import parse
from deskbreak.core.settings.plain import Plain, toml_text
from deskbreak.core.settings.table import (
    ROWS,
    row,
)
from deskbreak.core.settings.values import DateSpan, Problem, Settings, Span

NAMES = [known.name for known in ROWS]
ODD: st.SearchStrategy[Plain] = st.recursive(
    st.text(max_size=12)
    | st.sampled_from(["mon-fri", "09:00-17:00", "24:00", "window", "", "2026-12-24"])
    | st.integers(-5, 2000)
    | st.floats()
    | st.booleans()
    | st.dates()
    | st.datetimes()
    | st.times(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=5,
)


def tree_of(values: dict[str, Plain]) -> dict[str, Plain]:
    tree: dict[str, Plain] = {}
    for key, value in values.items():
        *sections, last = key.split(".")
        here = tree
        for section in sections:
            inner = here.setdefault(section, {})
            assert isinstance(inner, dict)
            here = inner
        here[last] = value
    return tree


def read(text: str) -> tuple[Settings, tuple[Problem, ...]]:
    return parse(tomllib.loads(text))


def said(text: str) -> list[str]:
    return [problem.said for problem in read(text)[1]]


def test_an_empty_file_is_the_defaults() -> None:
    assert parse({}) == (Settings(), ())


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(["office", "offer", "x", "locked", "safety"]), ODD))
def test_no_tree_raises(tree: dict[str, Plain]) -> None:
    parse(tree)
    merge(tree, tree)


@settings(deadline=None, max_examples=200)
@given(st.dictionaries(st.sampled_from(NAMES), ODD, max_size=6))
def test_a_bad_value_falls_back_for_that_key_alone(values: dict[str, Plain]) -> None:
    good = {key: value for key, value in values.items() if _fits(key, value)}
    got, problems = parse(tree_of(values))
    expected, quiet = parse(tree_of(good))
    assert got == expected
    assert {problem.key for problem in problems} >= values.keys() - good.keys()
    assert [problem for problem in problems if problem.key in good] == list(quiet)


def _fits(key: str, value: Plain) -> bool:
    known = row(key)
    return known is not None and known.problem(value) is None


@settings(deadline=None, max_examples=200)
@given(st.dictionaries(st.sampled_from(NAMES), ODD, max_size=6))
def test_what_was_read_is_written_and_read_the_same(values: dict[str, Plain]) -> None:
    got, _ = parse(tree_of(values))
    written = "\n".join(f"{known.name} = {toml_text(known.plain(got))}" for known in ROWS)
    again, problems = read(written)
    assert again == got
    assert not [problem for problem in problems if problem.fatal]


def test_every_value_is_in_the_table() -> None:
    sections = {name: getattr(Settings(), name).__slots__ for name in Settings.__slots__}
    expected = {
        f"{section}.{key}" for section, keys in sections.items() for key in keys if key != "by_day"
    }
    assert {name for name in NAMES if "by_day" not in name} == expected


def test_office_in_all_its_ways() -> None:
    got, problems = read(
        """
        office.days = ["Monday", "wed-fri"]
        office.hours = "22:00-06:00"
        office.lunch = "01:00-01:30"
        office.days_off = [2026-12-24, "2026-12-30..2027-01-02"]
        office.by_day = { fri = ["09:00-12:00", "13:00-15:00"], mon = [] }
        """
    )
    assert problems == ()
    office = got.office
    assert office.days == (0, 2, 3, 4)
    assert office.hours == (Span(1320, 360),)
    assert office.lunch == Span(60, 90)
    assert office.days_off == (
        DateSpan(date(2026, 12, 24), date(2026, 12, 24)),
        DateSpan(date(2026, 12, 30), date(2027, 1, 2)),
    )
    assert office.by_day == ((0, ()), (4, (Span(540, 720), Span(780, 900))))


def test_a_wrong_value_says_what_would_be_right() -> None:
    assert said("[offer]\nsnooze_min = 0") == [
        "offer.snooze_min: 0 is not right; it should be a whole number of minutes from 1 to 240."
    ]
    assert said('[office]\nhours = ["9-25"]') == [
        (
            'office.hours: "25" is no time of the day; it should be spans of the day such as '
            '["09:00-18:00"].'
        )
    ]
    assert said("[offer]\nsnooze_choices_min = [1,2,3,4,5,6,7,8,9]")[0].startswith(
        "offer.snooze_choices_min: it has 9 entries; it should be"
    )
    assert said("[office.by_day]\nfri = 3\nthu = ['09:00-12:00']")[0].startswith(
        "office.by_day.fri: 3 is not right"
    )


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("hold_back.meeting", "yes"),
        ("routine.pace", True),
        ("routine.pace", 3),
        ("routine.default", "Desk!"),
        ("offer.repeats", 2.0),
        ("offer.repeats", True),
        ("display.language", "english please"),
        ("office.day_starts", "24:00"),
        ("office.calendar", "a\nb"),
        ("office.days_off", True),
        ("office.days", [1]),
        ("safety.acknowledged", True),
        ("record.keep_years", "5"),
    ],
)
def test_wrong_types_are_refused(key: str, value: Plain) -> None:
    got, problems = parse(tree_of({key: value}))
    assert got == Settings()
    assert [(problem.key, problem.fatal) for problem in problems] == [(key, True)]


def test_motion_understands_true_and_false() -> None:
    assert read("display.reduced_motion = true")[0].display.reduced_motion == "on"
    assert read("display.reduced_motion = false")[0].display.reduced_motion == "off"


def test_dates_may_be_toml_dates_or_text() -> None:
    for text in ("2026-11-22", '"2026-11-22"'):
        assert read(f"safety.acknowledged = {text}")[0].safety.acknowledged == date(2026, 11, 22)
    assert read('safety.acknowledged = ""') == (Settings(), ())


def test_unknown_keys_are_warned_about_with_the_nearest() -> None:
    got, problems = read("[ofice]\ndays = 1\n[offer]\nsnoze_min = 3\nzzz = 1\n[schedule]\nlunch=1")
    assert got == Settings()
    assert not any(problem.fatal for problem in problems)
    assert [problem.said for problem in problems] == [
        '"ofice" is not a setting. Did you mean "office"?',
        '"offer.snoze_min" is not a setting. Did you mean "offer.snooze_min"?',
        '"offer.zzz" is not a setting.',
        '"schedule.lunch" is not a setting. Did you mean "office.lunch"?',
    ]


def test_a_section_that_is_none_is_said_once() -> None:
    assert said("office = 3") == [
        "office should be a section, written as [office] on a line of its own."
    ]
