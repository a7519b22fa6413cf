from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from deskbreak.core.entry import Break, Happening, Outcome, Scalar, What
from deskbreak.core.journal import day_frame
from deskbreak.core.settings.values import Office, Span
from deskbreak.core.status import NextBreak
from deskbreak.core.timeline import DayLine, LineMark, MarkKind, SpanKind, day_line
from deskbreak.core.timeline_words import (
    line_description,
)
from deskbreak.core.words import English

BERLIN = ZoneInfo("Europe/Berlin")


MONDAY = "2026-11-23"


FRAME = day_frame(MONDAY, Office(), BERLIN)


def at(hour: int, minute: int = 0) -> int:
    return int(datetime(2026, 11, 23, hour, minute, tzinfo=BERLIN).timestamp())


def event(hour: int, minute: int, what: What, **data: Scalar) -> Happening:
    return Happening(at(hour, minute), what, tuple(data.items()))


def entry(outcome: Outcome, ended_at: int, started_at: int | None = None) -> Break:
    return Break(MONDAY, outcome, None, ended_at, 3600, "Europe/Berlin", started_at=started_at)


def spans(line: DayLine, kind: SpanKind) -> list[tuple[str, str]]:
    return [(clock(span.start), clock(span.end)) for span in line.spans if span.kind is kind]


def clock(utc: int) -> str:
    return datetime.fromtimestamp(utc, tz=UTC).astimezone(BERLIN).strftime("%H:%M")


def test_an_office_day_without_events_shows_hours_and_lunch() -> None:
    line = day_line(FRAME)
    assert (clock(line.start), clock(line.end), line.now) == ("09:00", "18:00", None)
    assert spans(line, SpanKind.OFFICE) == [("09:00", "18:00")]
    assert spans(line, SpanKind.LUNCH) == [("12:30", "13:30")]
    assert [tick.text for tick in line.ticks] == [f"{hour:02}:00" for hour in range(9, 19)]
    assert line.marks == ()


def test_a_day_off_without_events_shows_an_empty_line() -> None:
    line = day_line(day_frame("2026-11-22", Office(), BERLIN))
    assert line.spans == ()
    assert line.end - line.start == 9 * 3600
    assert line.ticks[0].text == "09:00"
    assert line_description(English(), line) == "Nothing is on this day's line"


def test_no_lunch_and_long_hours_leave_room_between_the_ticks() -> None:
    long_office = Office(hours=(Span(6 * 60, 20 * 60),), lunch=None)
    line = day_line(day_frame(MONDAY, long_office, BERLIN))
    assert spans(line, SpanKind.LUNCH) == []
    assert [tick.text for tick in line.ticks] == [f"{hour:02}:00" for hour in range(6, 21, 2)]
    always = Office(hours=(Span(0, 1440),), lunch=None)
    line = day_line(day_frame(MONDAY, always, BERLIN))
    assert [tick.text for tick in line.ticks][:2] == ["06:00", "09:00"]


def test_sitting_is_cut_by_lunch_absence_pause_and_break() -> None:
    line = day_line(
        replace(
            FRAME,
            breaks=(
                entry(Outcome.COMPLETED, at(11, 5), at(11)),
                entry(Outcome.NATURAL, at(15), at(14, 30)),
            ),
            happenings=(
                event(8, 0, What.ARRIVED),
                event(14, 40, What.LEFT),
                event(15, 0, What.ARRIVED),
                event(16, 0, What.PAUSED),
                event(16, 30, What.RESUMED),
                event(17, 0, What.QUIT),
            ),
        )
    )
    assert spans(line, SpanKind.SITTING) == [
        ("09:00", "11:00"),
        ("11:05", "12:30"),
        ("13:30", "14:30"),
        ("15:00", "16:00"),
        ("16:30", "17:00"),
    ]
    assert spans(line, SpanKind.AWAY) == [("14:30", "15:00")]
    assert spans(line, SpanKind.PAUSED) == [("16:00", "16:30")]
    assert spans(line, SpanKind.BREAK) == [("11:00", "11:05")]
    kinds = [span.kind for span in line.spans]
    assert kinds == sorted(kinds, key=list(SpanKind).index)


def test_what_runs_ends_now_and_on_a_past_day_at_closing() -> None:
    facts = replace(FRAME, happenings=(event(9, 30, What.ARRIVED),))
    assert spans(day_line(replace(facts, now=at(10))), SpanKind.SITTING) == [("09:30", "10:00")]
    assert spans(day_line(facts), SpanKind.SITTING)[-1][1] == "18:00"


def test_a_short_restart_goes_on_a_long_one_does_not() -> None:
    quick = (
        event(10, 0, What.ARRIVED),
        event(10, 30, What.QUIT),
        event(10, 35, What.STARTED),
        event(11, 0, What.QUIT),
        event(11, 30, What.STARTED),
        event(11, 45, What.ARRIVED),
        event(11, 50, What.STARTED),
    )
    line = day_line(replace(FRAME, happenings=quick, now=at(12)))
    assert spans(line, SpanKind.SITTING) == [
        ("10:00", "10:30"),
        ("10:35", "11:00"),
        ("11:45", "12:00"),
    ]


def test_held_back_spans_name_their_reason_and_end_with_the_offer() -> None:
    line = day_line(
        replace(
            FRAME,
            happenings=(
                event(10, 0, What.HELD, reason="meeting"),
                event(10, 10, What.HELD, reason="fullscreen"),
                event(10, 30, What.RELEASED),
                event(11, 0, What.HELD),
                event(11, 20, What.OFFERED),
                event(12, 0, What.HELD, reason="meeting"),
            ),
            now=at(12, 10),
        )
    )
    held = [span for span in line.spans if span.kind is SpanKind.HELD]
    assert [(clock(span.start), clock(span.end), span.by) for span in held] == [
        ("10:00", "10:30", "meeting"),
        ("11:00", "11:20", ""),
        ("12:00", "12:10", "meeting"),
    ]


def test_marks_stand_where_things_happened() -> None:
    line = day_line(
        replace(
            FRAME,
            breaks=(
                entry(Outcome.MISSED, at(11, 40)),
                entry(Outcome.PARTIAL, at(15, 4), at(15)),
                entry(Outcome.NATURAL, at(16, 30), at(16)),
            ),
            happenings=(
                event(11, 0, What.OFFERED),
                event(11, 1, What.SNOOZED, minutes=10),
                event(11, 2, What.CLOCK),
            ),
        )
    )
    assert [(clock(mark.at), mark.kind) for mark in line.marks] == [
        ("11:00", MarkKind.OFFERED),
        ("11:01", MarkKind.SNOOZED),
        ("11:40", MarkKind.MISSED),
        ("15:00", MarkKind.PARTIAL),
    ]


def test_the_plan_is_the_rest_of_its_window_or_a_mark() -> None:
    plan = NextBreak(at(11), at(12))
    early = day_line(replace(FRAME, next_break=plan, now=at(10)))
    late = day_line(replace(FRAME, next_break=plan, now=at(11, 30)))
    fixed = day_line(replace(FRAME, next_break=NextBreak(at(14), at(14))))
    assert spans(early, SpanKind.PLANNED) == [("11:00", "12:00")]
    assert spans(late, SpanKind.PLANNED) == [("11:30", "12:00")]
    assert spans(fixed, SpanKind.PLANNED) == []
    assert fixed.marks == (LineMark(MarkKind.PLANNED, at(14)),)
    tomorrow = NextBreak(at(14) + 86400, at(14) + 86400)
    assert day_line(replace(FRAME, next_break=tomorrow)).marks == ()


def test_now_outside_the_hours_stretches_the_line() -> None:
    line = day_line(replace(FRAME, now=at(20, 10)))
    assert (clock(line.start), clock(line.end)) == ("09:00", "21:00")
    assert day_line(replace(FRAME, now=at(18) + 86400)).end == at(18)


def test_a_night_shift_belongs_to_the_day_on_which_it_starts() -> None:
    nights = Office(hours=(Span(22 * 60, 6 * 60),), lunch=None)
    line = day_line(day_frame(MONDAY, nights, BERLIN))
    assert spans(line, SpanKind.OFFICE) == [("22:00", "06:00")]
    monday = day_frame(MONDAY, nights, BERLIN).bounds
    tuesday = day_frame("2026-11-24", nights, BERLIN).bounds
    assert monday[1] == tuesday[0] == at(22) + 8 * 3600
