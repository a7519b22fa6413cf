"""What the schedule goes by, put together from the settings and what a calendar says."""

from __future__ import annotations

from datetime import date

from deskbreak.core.settings.values import DateSpan, Office, Settings
from deskbreak.core.timing.rules import Rules

HOLIDAY = DateSpan(date(2026, 12, 25), date(2026, 12, 25))
LEAVE = DateSpan(date(2026, 11, 23), date(2026, 11, 27))


def test_a_calendars_days_off_come_on_top_of_the_settings() -> None:
    rules = Rules(Settings(office=Office(days_off=(LEAVE,))), goal_s=300)
    more = rules.with_days_off((HOLIDAY,))
    assert more.office.days_off == (LEAVE, HOLIDAY)
    assert more.goal_s == 300
    assert rules.office.days_off == (LEAVE,)


def test_a_calendar_without_days_off_changes_nothing() -> None:
    rules = Rules(Settings())
    assert rules.with_days_off(()) is rules
