from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbreak.core.entry import Break, Happening, Outcome, Scalar, What
from deskbreak.core.journal import day_frame, day_log
from deskbreak.core.record.spans import inside, without
from deskbreak.core.settings.values import Office
from deskbreak.core.timeline import DayLine, MarkKind, SpanKind, day_line
from deskbreak.core.timeline_words import (
    happening_sentence,
    line_description,
    mark_word,
    span_word,
    told_at,
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


@pytest.mark.parametrize("day", ["", "today", "2026-13-01", "0001-01-01", "9999-12-31"])
def test_a_day_that_is_none_is_refused(day: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        day_frame(day, Office(), BERLIN)


def test_a_days_log_holds_its_figures() -> None:
    breaks = (replace(entry(Outcome.COMPLETED, at(11, 5), at(11)), seconds=240),)
    log = day_log(replace(FRAME, breaks=breaks), 600)
    assert (log.day, log.breaks) == (MONDAY, breaks)
    assert (log.tally.completed, log.tally.seconds, log.tally.goal_s) == (1, 240, 600)


STRETCH = st.tuples(st.integers(0, 40), st.integers(0, 40))


def _points(found: tuple[tuple[int, int], ...]) -> set[int]:
    return {point for start, end in found for point in range(start, end)}


@given(st.lists(STRETCH, max_size=5), st.lists(STRETCH, max_size=5))
def test_spans_are_cut_point_by_point(
    some: list[tuple[int, int]], other: list[tuple[int, int]]
) -> None:
    one, two = _points(tuple(some)), _points(tuple(other))
    assert _points(inside(some, other)) == one & two
    assert _points(without(some, other)) == one - two
    assert all(start < end for start, end in (*inside(some, other), *without(some, other)))


INSTANT = st.integers(FRAME.bounds[0] - 7200, FRAME.bounds[1] + 7200)


@given(
    st.lists(st.builds(Happening, INSTANT, st.sampled_from(What)), max_size=12),
    st.lists(
        st.builds(
            entry,
            st.sampled_from([Outcome.COMPLETED, Outcome.NATURAL, Outcome.MISSED]),
            INSTANT,
            INSTANT,
        ),
        max_size=4,
    ),
    st.none() | INSTANT,
)
def test_any_day_gives_a_line_within_its_bounds(
    happenings: list[Happening], breaks: list[Break], now: int | None
) -> None:
    line = day_line(replace(FRAME, happenings=tuple(happenings), breaks=tuple(breaks), now=now))
    assert line.start < line.end
    for span in line.spans:
        assert line.start <= span.start < span.end <= line.end
    for mark in line.marks:
        assert line.start <= mark.at <= line.end
    busy = [_span_set(line, kind) for kind in (SpanKind.SITTING, SpanKind.BREAK, SpanKind.LUNCH)]
    assert not busy[0] & busy[1]
    assert not busy[0] & busy[2]


def _span_set(line: DayLine, kind: SpanKind) -> set[int]:
    return {
        minute
        for span in line.spans
        if span.kind is kind
        for minute in range(-(-span.start // 60), span.end // 60)
    }


def test_the_line_is_told_in_words() -> None:
    line = day_line(
        replace(
            FRAME,
            happenings=(
                event(10, 0, What.ARRIVED),
                event(10, 30, What.HELD, reason="meeting"),
                event(11, 0, What.OFFERED),
            ),
            now=at(11, 30),
        )
    )
    assert line_description(English(), line) == (
        "Office hours 09:00-18:00; Sitting 10:00-11:30; Held back (meeting) 10:30-11:00; "
        "Offered 11:00; Lunch 12:30-13:30"
    )
    assert told_at(English(), line, at(11, 2), 300) == (
        "Offered 11:00\nOffice hours 09:00-18:00\nSitting 10:00-11:30"
    )
    assert told_at(English(), line, at(8), 300) == ""


def test_every_kind_has_its_own_word() -> None:
    tr = English()
    assert len({span_word(tr, kind) for kind in SpanKind}) == len(SpanKind)
    assert len({mark_word(tr, kind) for kind in MarkKind}) == len(MarkKind)
    assert len({happening_sentence(tr, Happening(0, what)) for what in What}) == len(What)


def test_an_event_says_its_reason_or_its_minutes() -> None:
    tr = English()
    held = Happening(0, What.HELD, (("reason", "do_not_disturb"),))
    snoozed = Happening(0, What.SNOOZED, (("minutes", 10),))
    withdrawn = Happening(0, What.WITHDRAWN, (("reason", None),))
    assert happening_sentence(tr, held) == "Held back (do not disturb)"
    assert happening_sentence(tr, snoozed) == "Snoozed (10 min)"
    assert happening_sentence(tr, withdrawn) == "Offer withdrawn"
