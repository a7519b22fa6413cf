"""Breaks as a calendar file, read back by a library that knows the standard."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from deskbreak.core.entry import Break, Outcome
from deskbreak.core.record.ical import began, calendar, event
from deskbreak.core.record.versions import Version

NOON = int(datetime(2026, 11, 22, 12, tzinfo=UTC).timestamp())
ENTRY = Break(
    "2026-11-22", Outcome.COMPLETED, None, NOON + 300, 0, "UTC", id="one", started_at=NOON
)


def file_of(*events: str) -> bytes:
    return "".join(calendar(events)).encode()


def test_a_break_is_an_event_that_takes_no_time_from_anybody() -> None:
    raw = file_of(event(Version(ENTRY), "Desk routine", "Back twist: 5 of 5\nNote; with, marks"))
    (found,) = Calendar.from_ical(raw).walk("VEVENT")
    assert str(found["UID"]) == "one@deskbreak"
    assert found.decoded("DTSTART") == datetime(2026, 11, 22, 12, tzinfo=UTC)
    assert found.decoded("DTEND") == datetime(2026, 11, 22, 12, 5, tzinfo=UTC)
    assert found.decoded("DTSTAMP") == datetime(2026, 11, 22, 12, 5, tzinfo=UTC)
    assert str(found["SUMMARY"]) == "Desk routine"
    assert str(found["DESCRIPTION"]) == "Back twist: 5 of 5\nNote; with, marks"
    assert (str(found["TRANSP"]), str(found["CLASS"])) == ("TRANSPARENT", "PRIVATE")


def test_a_break_that_was_changed_is_stamped_anew() -> None:
    raw = file_of(event(Version(ENTRY, NOON + 900), "Desk routine", ""))
    (found,) = Calendar.from_ical(raw).walk("VEVENT")
    assert found.decoded("LAST-MODIFIED") == datetime(2026, 11, 22, 12, 15, tzinfo=UTC)
    assert "DESCRIPTION" not in found


def test_nothing_ends_before_it_began() -> None:
    assert began(ENTRY) == NOON
    assert began(replace(ENTRY, started_at=None)) == NOON + 300
    assert began(replace(ENTRY, started_at=NOON + 900)) == NOON + 300


def test_without_breaks_it_is_still_a_calendar() -> None:
    assert Calendar.from_ical(file_of()).walk("VEVENT") == []


@given(st.lists(st.tuples(st.text(), st.text()), max_size=3))
def test_any_text_is_folded_and_comes_back_but_for_control_characters(
    texts: list[tuple[str, str]],
) -> None:
    safe = [(title.encode("utf-8", "ignore").decode(), text) for title, text in texts]
    raw = "".join(calendar(event(Version(ENTRY), title, text) for title, text in safe)).encode(
        "utf-8"
    )
    lines = raw.split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    for found, (title, _) in zip(Calendar.from_ical(raw).walk("VEVENT"), safe, strict=True):
        kept = title.replace("\r\n", "\n").replace("\r", "\n")
        kept = "".join(c for c in kept if c in "\n\t" or (c >= " " and c != "\x7f"))
        assert str(found["SUMMARY"]) == kept
