from __future__ import annotations

from datetime import date

import pytest

from deskbreak.core.settings.plain import NotRightError, Plain
from deskbreak.core.settings.table import (
    ROWS,
    parse_value,
    row,
    rows_below,
    to_plain,
    unknown,
)
from deskbreak.core.settings.values import Problem, Settings


def test_every_default_is_right_and_survives_being_typed() -> None:
    for known in ROWS:
        value = known.plain(Settings())
        assert known.normal(value) == value, known.name
        text = ",".join(map(str, value)) if isinstance(value, list) else str(value)
        assert parse_value(known.name, text) == value, known.name


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("office.hours", "09:00-12:00, 13:00-17:00", ["09:00-12:00", "13:00-17:00"]),
        ("office.hours", "none", []),
        ("office.lunch", "none", ""),
        ("office.days", "Mon-Fri", "mon-fri"),
        ("office.by_day.fri", "9-14", ["09:00-14:00"]),
        ("office.days_off", "2026-12-24..2027-01-02", ["2026-12-24..2027-01-02"]),
        ("offer.snooze_choices_min", "5,10", [5, 10]),
        ("offer.snooze_min", " 15 ", 15),
        ("hold_back.meeting", "off", False),
        ("hold_back.meeting", "Yes", True),
        ("routine.pace", "0.75", 0.75),
        ("routine.off", "back_twist,cat_cow", ["back_twist", "cat_cow"]),
        ("safety.acknowledged", "2026-11-22", date(2026, 11, 22)),
        ("display.language", "pt_BR", "pt_BR"),
    ],
)
def test_typed_values(key: str, text: str, value: Plain) -> None:
    assert parse_value(key, text) == value


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("offer.snooze_min", "soon"),
        ("offer.snooze_min", "1000"),
        ("routine.pace", "fast"),
        ("hold_back.meeting", "maybe"),
        ("office.hours", "morning"),
    ],
)
def test_typed_values_that_are_wrong(key: str, text: str) -> None:
    problem = parse_value(key, text)
    assert isinstance(problem, Problem)
    assert problem.key == key
    assert "it should be" in problem.said


def test_rows_by_name() -> None:
    assert row("offer.nothing") is None
    assert to_plain(Settings(), "offer.snooze_min") == 10
    assert to_plain(Settings(), "nothing") is None
    assert parse_value("offer.snooze", "3") == unknown("offer.snooze")
    assert unknown("offer.snooze").said.endswith('Did you mean "offer.snooze_min"?')
    assert [known.name for known in rows_below("record")] == [
        "record.keep_years",
        "record.backups",
    ]
    hours = row("office.hours")
    assert hours is not None
    with pytest.raises(NotRightError):
        hours.normal(3)
