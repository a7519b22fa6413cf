"""What a printed report holds: a page for each month, and one for all of them before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from deskbreak.core.entry import Discomfort
from deskbreak.core.figures.columns import Column, columns_of
from deskbreak.core.figures.day_sum import DaySum
from deskbreak.core.figures.span import Scale, Span, span_of
from deskbreak.core.figures.summary import Summary, summary_of

RegionOf = Callable[[str], str]

_STEPS_MIN = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1200, 3000, 6000, 12000)
_MOST_MARKS = 5
_MINUTE = 60


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its days, the columns of its chart, and what they add up to."""

    scale: Scale
    span: Span
    columns: tuple[Column, ...]
    summary: Summary


@dataclass(frozen=True, slots=True)
class Report:
    """The span that was chosen, and its pages; a month in which nothing was written has none."""

    span: Span
    pages: tuple[Page, ...]


def report_of(span: Span, sums: Sequence[DaySum], region_of: RegionOf) -> Report:
    """Return the report of a span; `sums` are its days, in their order.

    More than one month has a page about all of them before; a span without any day has one page.
    """
    first, last = span.first.isoformat(), span.last.isoformat()
    found = [each for each in sums if first <= each.day <= last]
    months = [
        _page(Scale.MONTH, part, _within(part, found), region_of) for part in _months(span, found)
    ]
    if len(months) == 1:
        return Report(span, tuple(months))
    return Report(span, (_page(Scale.ALL, span, found, region_of), *months))


def usual_span(scale: Scale, shown: Span, today: date) -> Span:
    """Return the days that a report is likely wanted of: those shown, of a day its month.

    Days that are still to come are left out.
    """
    span = span_of(Scale.MONTH, shown.first) if scale is Scale.DAY else shown
    return Span(span.first, max(span.first, min(span.last, today)))


def marks_of(columns: Iterable[Column]) -> tuple[int, ...]:
    """Return the seconds that lines across a chart stand for: round minutes, a few of them."""
    most = max((max(each.seconds, each.goal_s) for each in columns), default=0)
    fitting = (step * _MINUTE for step in _STEPS_MIN if most <= step * _MINUTE * _MOST_MARKS)
    step = next(fitting, _STEPS_MIN[-1] * _MINUTE)
    return tuple(step * n for n in range(1, max(1, -(-most // step)) + 1))


def felt_days(summary: Summary) -> tuple[tuple[Discomfort, tuple[date, ...]], ...]:
    """Return the days of each kind of discomfort, from a stretch to a sharp pain."""
    by_kind = {
        kind: tuple(date.fromisoformat(day) for day, felt in summary.felt if felt is kind)
        for kind in Discomfort
    }
    return tuple((kind, days) for kind, days in by_kind.items() if days)


def _page(scale: Scale, span: Span, sums: Sequence[DaySum], region_of: RegionOf) -> Page:
    return Page(scale, span, columns_of(scale, span, sums), summary_of(sums, region_of))


def _months(span: Span, sums: Iterable[DaySum]) -> tuple[Span, ...]:
    """Return the months that days lie in, each as far as it lies in the span."""
    firsts = sorted({date.fromisoformat(f"{each.day[:7]}-01") for each in sums})
    whole = (span_of(Scale.MONTH, first) for first in firsts)
    return tuple(Span(max(each.first, span.first), min(each.last, span.last)) for each in whole)


def _within(span: Span, sums: Iterable[DaySum]) -> tuple[DaySum, ...]:
    first, last = span.first.isoformat(), span.last.isoformat()
    return tuple(each for each in sums if first <= each.day <= last)
