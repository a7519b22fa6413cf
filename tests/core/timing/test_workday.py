"""The office calendar, in ordinary weeks and where clocks do strange things."""

from __future__ import annotations

from datetime import UTC, date
from zoneinfo import ZoneInfo

import pytest

from deskbreak.core.settings.values import DateSpan, Office, Span
from deskbreak.core.timing import workday
from tests.core.clockwork import BERLIN, utc

PLAIN = Office()
NIGHT = Office(hours=(Span(22 * 60, 6 * 60),), lunch=Span(60, 90))
EVER = Office(days=tuple(range(7)), hours=(Span(0, 1440),), lunch=None)
APIA = ZoneInfo("Pacific/Apia")
HOWE = ZoneInfo("Australia/Lord_Howe")


def test_ranges_are_half_open() -> None:
    assert workday.shift_at(utc("2026-11-23 08:59:59"), PLAIN, BERLIN) is None
    assert workday.shift_at(utc("2026-11-23 09:00"), PLAIN, BERLIN) is not None
    assert workday.shift_at(utc("2026-11-23 17:59:59"), PLAIN, BERLIN) is not None
    assert workday.shift_at(utc("2026-11-23 18:00"), PLAIN, BERLIN) is None


def test_weekends_and_days_off_are_closed() -> None:
    off = Office(days_off=(DateSpan(date(2026, 11, 23), date(2026, 11, 24)),))
    assert workday.office_spans(date(2026, 11, 22), PLAIN, BERLIN) == ()
    assert workday.office_spans(date(2026, 11, 24), off, BERLIN) == ()
    assert workday.office_spans(date(2026, 11, 25), off, BERLIN) != ()
    monday = utc("2026-11-20 19:00")
    assert workday.next_opening(monday, off, BERLIN) == utc("2026-11-25 09:00")
    assert workday.next_opening(monday, Office(days=()), BERLIN) is None


def test_one_day_can_have_other_hours_or_none() -> None:
    office = Office(by_day=((4, (Span(540, 840),)), (0, ())))
    assert workday.office_spans(date(2026, 11, 23), office, BERLIN) == ()
    friday = workday.office_spans(date(2026, 11, 27), office, BERLIN)
    assert friday == ((utc("2026-11-27 09:00"), utc("2026-11-27 14:00")),)
    assert workday.office_spans(date(2026, 11, 26), office, BERLIN)[0][1] == utc("2026-11-26 18:00")


def test_a_night_shift_belongs_to_the_day_on_which_it_starts() -> None:
    assert workday.day_of(utc("2026-11-24 05:59"), NIGHT, BERLIN) == date(2026, 11, 23)
    assert workday.day_of(utc("2026-11-24 06:00"), NIGHT, BERLIN) == date(2026, 11, 24)
    # Friday's shift reaches into a Saturday that is no working day.
    assert workday.shift_at(utc("2026-11-28 03:00"), NIGHT, BERLIN) is not None
    assert workday.shift_at(utc("2026-11-29 03:00"), NIGHT, BERLIN) is None
    assert workday.lunch_at(utc("2026-11-24 01:10"), NIGHT, BERLIN) is not None


def test_the_day_turns_at_four_outside_shifts() -> None:
    assert workday.day_of(utc("2026-11-24 03:59"), PLAIN, BERLIN) == date(2026, 11, 23)
    assert workday.day_of(utc("2026-11-24 04:00"), PLAIN, BERLIN) == date(2026, 11, 24)
    assert workday.next_turn(utc("2026-11-24 04:00"), PLAIN, BERLIN) == utc("2026-11-25 04:00")


def test_adjoining_ranges_and_midnight_are_no_edge() -> None:
    halves = Office(hours=(Span(0, 120), Span(1200, 1440)), lunch=None)
    night = workday.shift_at(utc("2026-11-25 01:00"), halves, BERLIN)
    assert night is not None
    assert (night.start, night.end) == (utc("2026-11-24 20:00"), utc("2026-11-25 02:00"))
    assert night.day == date(2026, 11, 24)
    overlap = Office(hours=(Span(540, 720), Span(600, 660), Span(720, 900)), lunch=None)
    assert workday.place_at(utc("2026-11-24 10:00"), overlap, BERLIN).until == utc(
        "2026-11-24 15:00"
    )


def test_always_open_never_closes_and_turns_at_four() -> None:
    for day in range(1, 29):
        at = utc(f"2026-02-{day:02} 00:00")
        shift = workday.shift_at(at, EVER, BERLIN)
        assert shift is not None
        assert shift.end - at >= workday.DAY_S
    assert workday.day_of(utc("2026-11-24 03:59"), EVER, BERLIN) == date(2026, 11, 23)


def test_lunch_counts_only_where_there_is_work() -> None:
    assert workday.lunch_at(utc("2026-11-22 12:45"), PLAIN, BERLIN) is None
    assert workday.lunch_at(utc("2026-11-23 12:45"), PLAIN, BERLIN) is not None
    assert workday.place_at(utc("2026-11-23 14:00"), PLAIN, BERLIN).ate == (
        utc("2026-11-23 12:30"),
        utc("2026-11-23 13:30"),
    )
    assert workday.lunch_after(utc("2026-11-23 11:00"), Office(lunch=None), BERLIN) is None
    assert workday.place_at(utc("2026-11-23 12:45"), PLAIN, BERLIN).until == utc("2026-11-23 13:30")


@pytest.mark.parametrize(("day", "hours"), [("2026-03-29", 8), ("2026-10-25", 10)])
def test_daylight_saving_changes_the_length_of_a_night_shift(day: str, hours: int) -> None:
    office = Office(days=tuple(range(7)), hours=(Span(21 * 60, 6 * 60),), lunch=None)
    shift = workday.shift_at(utc(f"{day} 01:00"), office, BERLIN)
    assert shift is not None
    assert shift.end - shift.start == hours * 3600


def test_a_time_in_the_gap_moves_on_and_a_double_time_comes_once() -> None:
    assert workday.utc_of(date(2026, 3, 29), 150, BERLIN) == utc("2026-03-29 03:30")
    first = workday.utc_of(date(2026, 10, 25), 150, BERLIN)
    assert workday.local_of(first, BERLIN).fold == 0
    gap = Office(days=(6,), hours=(Span(150, 190),), lunch=Span(150, 190))
    assert workday.office_spans(date(2026, 3, 29), gap, BERLIN) == ()
    assert workday.lunch_span(date(2026, 3, 29), gap, BERLIN) is None


def test_lord_howe_changes_by_half_an_hour() -> None:
    office = Office(days=tuple(range(7)), hours=(Span(0, 360),), lunch=None)
    ((start, end),) = workday.office_spans(date(2026, 10, 4), office, HOWE)
    assert end - start == int(5.5 * 3600)
    ((start, end),) = workday.office_spans(date(2026, 4, 5), office, HOWE)
    assert end - start == int(6.5 * 3600)


def test_apia_has_no_thirtieth_of_december() -> None:
    assert workday.office_spans(date(2011, 12, 30), PLAIN, APIA) == ()
    assert workday.lunch_span(date(2011, 12, 30), PLAIN, APIA) is None
    thursday = utc("2011-12-29 18:30", APIA)
    assert workday.next_opening(thursday, PLAIN, APIA) == utc("2012-01-02 09:00", APIA)


def test_the_next_time_of_day_may_be_today_or_tomorrow() -> None:
    assert workday.next_time(utc("2026-11-23 10:00"), 660, BERLIN) == utc("2026-11-23 11:00")
    assert workday.next_time(utc("2026-11-23 11:00"), 660, BERLIN) == utc("2026-11-24 11:00")
    between = utc("2026-10-25 02:30") + 60
    assert workday.next_time(between, 150, BERLIN) == utc("2026-10-25 02:30") + 3600


def test_the_next_opening_of_another_day() -> None:
    split = Office(hours=(Span(540, 720), Span(780, 1080)), lunch=None)
    at = utc("2026-11-23 09:30")
    assert workday.next_opening(at, split, BERLIN) == utc("2026-11-23 13:00")
    other = workday.next_opening(at, split, BERLIN, other_than=date(2026, 11, 23))
    assert other == utc("2026-11-24 09:00")


def test_a_place_says_how_long_it_holds() -> None:
    place = workday.place_at(utc("2026-11-23 10:00"), PLAIN, BERLIN)
    assert (place.until, place.day) == (utc("2026-11-23 12:30"), date(2026, 11, 23))
    nowhere = workday.place_at(0, Office(days=()), UTC)
    assert (nowhere.shift, nowhere.until) == (None, 4 * 3600)
