"""A day as a line: what Today and the Log draw, as spans and marks in UTC seconds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import tzinfo
from enum import StrEnum

from deskbreak.core.entry import Break, Happening, Outcome, What
from deskbreak.core.record.days import HOUR, Tick, ticks
from deskbreak.core.record.presence import Presence, presence
from deskbreak.core.record.spans import Stretch, inside, without
from deskbreak.core.status import NextBreak

NINE_HOURS = 9 * HOUR
MORNING = 5 * HOUR
"""An empty day is drawn from five hours after its beginning (09:00 when it turns at 04:00)."""


class SpanKind(StrEnum):
    """What a span of the line shows, in the order in which they are painted."""

    OFFICE = "office"
    LUNCH = "lunch"
    SITTING = "sitting"
    AWAY = "away"
    PAUSED = "paused"
    HELD = "held"
    PLANNED = "planned"
    BREAK = "break"


class MarkKind(StrEnum):
    """What a point of the line shows: an offer, a snooze, or how a break ended."""

    OFFERED = "offered"
    SNOOZED = "snoozed"
    COMPLETED = "completed"
    PARTIAL = "partial"
    DISCOMFORT = "discomfort"
    SKIPPED = "skipped"
    MISSED = "missed"
    MANUAL = "manual"
    PLANNED = "planned"


@dataclass(frozen=True, slots=True)
class LineSpan:
    """A half-open span; `by` names what held an offer back, else ""."""

    kind: SpanKind
    start: int
    end: int
    by: str = ""


@dataclass(frozen=True, slots=True)
class LineMark:
    """A point in time."""

    kind: MarkKind
    at: int


@dataclass(frozen=True, slots=True)
class DayLine:
    """The line of one day from `start` to `end`; `now` is None unless the day is running.

    `zone` is the one in which its hours are told.
    """

    day: str
    start: int
    end: int
    now: int | None
    zone: tzinfo
    spans: tuple[LineSpan, ...]
    marks: tuple[LineMark, ...]
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class DayFacts:
    """All that a line is made of.

    Attributes:
        day: the day's name, for example "2026-11-22".
        bounds: when the day begins and ends (see `day_bounds`).
        zone: the zone in which its hours are told.
        office: the office hours of this day; `lunch` within them.
        breaks: the entries of the day.
        happenings: the events of the day.
        now: this instant while the day runs, None for a day that is over or to come.
        next_break: the window that is planned; its rest is a span, a fixed instant a mark.
    """

    day: str
    bounds: Stretch
    zone: tzinfo
    office: tuple[Stretch, ...] = ()
    lunch: tuple[Stretch, ...] = ()
    breaks: tuple[Break, ...] = ()
    happenings: tuple[Happening, ...] = ()
    now: int | None = None
    next_break: NextBreak | None = None


def day_line(facts: DayFacts) -> DayLine:
    """Return the day's line; everything on it lies within the day."""
    seen_until = _seen_until(facts)
    spans = (*_given(facts), *_lived(facts, presence(facts.happenings, seen_until)))
    marks = tuple(sorted(_marks(facts), key=_mark_at))
    start, end = _axis(facts, spans, marks)
    return DayLine(
        day=facts.day,
        start=start,
        end=end,
        now=facts.now,
        zone=facts.zone,
        spans=tuple(sorted(spans, key=_painting_order)),
        marks=marks,
        ticks=tuple(ticks(start, end, facts.zone)),
    )


def _seen_until(facts: DayFacts) -> int:
    """What runs at the end of a day's events ran on until now, or until the office closed."""
    if facts.now is not None:
        return min(facts.now, facts.bounds[1])
    closing = [end for _, end in facts.office]
    return max([*closing, *(each.at for each in facts.happenings)], default=facts.bounds[0])


def _given(facts: DayFacts) -> Iterator[LineSpan]:
    """What is known without events: office hours, lunch, and the plan."""
    day = (facts.bounds,)
    yield from _spans(SpanKind.OFFICE, inside(facts.office, day))
    yield from _spans(SpanKind.LUNCH, inside(facts.lunch, day))
    if facts.next_break is not None:
        plan = facts.next_break
        begins = plan.earliest if facts.now is None else max(plan.earliest, facts.now)
        yield from _spans(SpanKind.PLANNED, inside(((begins, plan.latest),), day))


def _lived(facts: DayFacts, seen: Presence) -> Iterator[LineSpan]:
    day = (facts.bounds,)
    done = _between(facts.breaks, natural=False)
    rest = without(inside((*seen.away, *_between(facts.breaks, natural=True)), day), done)
    paused = without(inside(seen.paused, day), done)
    busy = (*facts.lunch, *done, *rest, *paused)
    yield from _spans(SpanKind.SITTING, without(inside(seen.sitting, facts.office), busy))
    yield from _spans(SpanKind.AWAY, _joined(without(rest, facts.lunch)))
    yield from _spans(SpanKind.PAUSED, paused)
    yield from _spans(SpanKind.BREAK, inside(done, day))
    for held in seen.held:
        for start, end in inside(((held.start, held.end),), day):
            yield LineSpan(SpanKind.HELD, start, end, held.by)


def _between(breaks: Iterable[Break], *, natural: bool) -> tuple[Stretch, ...]:
    return tuple(
        (entry.started_at, entry.ended_at)
        for entry in breaks
        if entry.started_at is not None and (entry.outcome is Outcome.NATURAL) is natural
    )


def _joined(spans: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """An absence is told by events and by its entry: one span, not two."""
    whole: list[Stretch] = []
    for start, end in spans:
        if whole and start <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return tuple(whole)


def _spans(kind: SpanKind, stretches: Iterable[Stretch]) -> Iterator[LineSpan]:
    for start, end in stretches:
        yield LineSpan(kind, start, end)


def _marks(facts: DayFacts) -> Iterator[LineMark]:
    low, high = facts.bounds
    for happening in facts.happenings:
        if happening.what in {What.OFFERED, What.SNOOZED} and low <= happening.at < high:
            yield LineMark(MarkKind(happening.what.value), happening.at)
    for entry in facts.breaks:
        at = entry.ended_at if entry.started_at is None else entry.started_at
        if entry.outcome is not Outcome.NATURAL and low <= at < high:
            yield LineMark(MarkKind(entry.outcome.value), at)
    plan = facts.next_break
    if plan is not None and plan.earliest == plan.latest and low <= plan.latest < high:
        yield LineMark(MarkKind.PLANNED, plan.latest)


def _axis(facts: DayFacts, spans: tuple[LineSpan, ...], marks: tuple[LineMark, ...]) -> Stretch:
    """From the hour before the first thing to the hour after the last."""
    begin = facts.bounds[0]
    now = () if facts.now is None else (facts.now,)
    edges = [
        *(edge for span in spans for edge in (span.start, span.end)),
        *(mark.at for mark in marks),
        *(instant for instant in now if begin <= instant < facts.bounds[1]),
    ]
    if not edges:
        return begin + MORNING, begin + MORNING + NINE_HOURS
    first = begin + (min(edges) - begin) // HOUR * HOUR
    last = begin - (begin - max(edges)) // HOUR * HOUR
    return first, max(last, first + HOUR)


def _mark_at(mark: LineMark) -> int:
    return mark.at


def _painting_order(span: LineSpan) -> tuple[int, int]:
    return list(SpanKind).index(span.kind), span.start
