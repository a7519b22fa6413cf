from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskbreak.adapters.attention.calendar_events import NoCalendarError, read_calendar
from tests.adapters.calendar_files import calendar, event, timed, whole

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = date(2026, 11, 23)
TEN = ("20261123T100000", "20261123T110000")


def busy(*events: str) -> list[str]:
    """Return when these events make somebody busy in two weeks, as local times."""
    found = read_calendar(calendar(*events), MONDAY, 14, BERLIN).busy
    return [f"{_local(start)}-{_local(end)[-5:]}" for start, end in found]


def _local(utc: int) -> str:
    return datetime.fromtimestamp(utc, BERLIN).strftime("%d %H:%M")


def off(*events: str) -> list[int]:
    return [each.day for each in read_calendar(calendar(*events), MONDAY, 14, BERLIN).days_off]


def test_an_event_is_a_busy_time_in_the_zone_that_it_names() -> None:
    assert busy(timed(*TEN)) == ["23 10:00-11:00"]
    assert busy(timed("20261123T100000Z", "20261123T110000Z")) == ["23 11:00-12:00"]
    there = event("DTSTART;TZID=America/New_York:20261123T100000", "DURATION:PT30M")
    assert busy(there) == ["23 16:00-16:30"]


def test_what_meets_or_overlaps_is_one_busy_time() -> None:
    later = timed("20261123T110000", "20261123T113000", "SUMMARY:b")
    inside = timed("20261123T101500", "20261123T103000", "SUMMARY:c")
    apart = timed("20261123T150000", "20261123T151500", "SUMMARY:d")
    empty = timed("20261123T170000", "20261123T170000", "SUMMARY:e")
    expected = ["23 10:00-11:30", "23 15:00-15:15"]
    assert busy(apart, timed(*TEN), later, inside, empty) == expected


@pytest.mark.parametrize(
    "mark",
    ["TRANSP:TRANSPARENT", "STATUS:CANCELLED", "X-MICROSOFT-CDO-BUSYSTATUS:FREE"],
)
def test_free_and_cancelled_events_do_not_count(mark: str) -> None:
    assert busy(timed(*TEN, mark)) == []
    assert busy(timed(*TEN, "STATUS:TENTATIVE", "TRANSP:OPAQUE")) == ["23 10:00-11:00"]


def test_repeated_events_are_followed_with_their_exceptions() -> None:
    weekly = event(
        "DTSTART;TZID=Europe/Berlin:20260105T090000",
        "DTEND;TZID=Europe/Berlin:20260105T093000",
        "RRULE:FREQ=WEEKLY;BYDAY=MO,WE",
        "EXDATE;TZID=Europe/Berlin:20261125T090000",
        uid="weekly",
    )
    moved = event(
        "RECURRENCE-ID;TZID=Europe/Berlin:20261130T090000",
        "DTSTART;TZID=Europe/Berlin:20261130T140000",
        "DTEND;TZID=Europe/Berlin:20261130T150000",
        uid="weekly",
    )
    assert busy(weekly, moved) == ["23 09:00-09:30", "30 14:00-15:00", "02 09:00-09:30"]


@pytest.mark.parametrize(
    "mark", ["X-MICROSOFT-CDO-BUSYSTATUS:OOF", "CATEGORIES:Work,Holiday", "CATEGORIES:Urlaub"]
)
def test_a_whole_day_that_is_marked_so_is_a_day_off(mark: str) -> None:
    fair = whole("20261126", "SUMMARY:Trade fair")
    assert off(timed(*TEN), fair) == []
    assert off(timed(*TEN), fair, whole("20261127", mark)) == [27]
    assert off(whole("20261127", mark, "STATUS:CANCELLED")) == []
    assert busy(whole("20261126")) == []


def test_a_file_of_whole_days_is_a_list_of_holidays() -> None:
    holiday = whole("20261126", "TRANSP:TRANSPARENT", "DESCRIPTION:Public holiday")
    observed = whole("20261127", "TRANSP:TRANSPARENT", "DESCRIPTION:Observance")
    long = event("DTSTART;VALUE=DATE:20261120", "DTEND;VALUE=DATE:20261125")
    assert off(holiday, observed, long) == [23, 24, 26]


@pytest.mark.parametrize("raw", [b"", b"hello", b"\xff\xfe\x00", b"BEGIN:VEVENT\r\nEND:VEVENT\r\n"])
def test_what_is_no_calendar_is_said_to_be_none(raw: bytes) -> None:
    try:
        found = read_calendar(raw, MONDAY, 14, UTC)
    except NoCalendarError as error:
        assert "is no calendar" in str(error)  # noqa: PT017 - an empty calendar is right as well
    else:
        assert found.busy == found.days_off == ()


def test_one_bad_event_does_not_spoil_the_others() -> None:
    bad = event("DTSTART:nonsense")
    headless = event("SUMMARY:When?")
    backwards = timed("20261123T100000", "20261123T090000", "SUMMARY:x")
    endless = event("DTSTART:20261101T100000", "RRULE:FREQ=NEVER")
    assert "24 09:00-10:00" in busy(
        bad, headless, backwards, endless, timed("20261124T090000", "20261124T100000")
    )


@settings(max_examples=150, deadline=None)
@given(
    lines=st.lists(
        st.sampled_from(
            [
                *("DTSTART:20261123T100000", "DTSTART;VALUE=DATE:20261123", "DTSTART:2026"),
                *("DTEND:20261122T100000", "DTEND;VALUE=DATE:20261201", "DURATION:-PT1H"),
                *("DURATION:P1D", "DTSTART;TZID=Mars/Base:20261123T100000", "RRULE:FREQ=DAILY"),
                *(
                    "RRULE:FREQ=WEEKLY;UNTIL=2026",
                    "RDATE:20261124T100000",
                    "EXDATE:x",
                    "CATEGORIES",
                ),
                *("CATEGORIES:", "STATUS:?", "TRANSP:", "RECURRENCE-ID:20261123T100000", ":", ""),
            ]
        ),
        max_size=6,
    )
)
def test_any_event_is_read_or_refused(lines: list[str]) -> None:
    try:
        found = read_calendar(calendar(event(*lines)), MONDAY, 14, BERLIN)
    except NoCalendarError:
        return
    assert all(start < end for start, end in found.busy)
