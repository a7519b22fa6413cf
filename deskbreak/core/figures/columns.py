"""The columns of a chart: one for each day, month or year of a span."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from deskbreak.core.entry import Discomfort
from deskbreak.core.figures.day_sum import DaySum, strength_of
from deskbreak.core.figures.span import Scale, Span, span_of
from deskbreak.core.figures.summary import goal_of

_MOST_MONTHS = 36
"""All of a record has a column for each month up to so many, then one for each year."""


@dataclass(frozen=True, slots=True)
class Column:
    """A day, month or year.

    Attributes:
        first, last: its days, both included.
        seconds: of exercise in it.
        done: breaks that count in it.
        goal_s: the day's goal; 0 for longer columns and where none was planned.
        felt: days with discomfort in it, and `worst` the strongest answer of them.
    """

    first: date
    last: date
    seconds: int = 0
    done: int = 0
    goal_s: int = 0
    felt: int = 0
    worst: Discomfort | None = None


def columns_of(scale: Scale, span: Span, sums: Sequence[DaySum]) -> tuple[Column, ...]:
    """Return the columns of a span: its days, or the months or years of all of a record.

    The sums are in the order of their days.
    """
    if scale is Scale.ALL:
        return tuple(_of_days(part, sums) for part in _parts(span))
    known = {each.day: each for each in sums}
    return tuple(_of_day(day, known.get(day.isoformat())) for day in span.days())


def by_month(columns: Iterable[Column]) -> tuple[Column, ...]:
    """Return the columns of days as columns of their months."""
    groups: dict[tuple[int, int], list[Column]] = {}
    for each in columns:
        groups.setdefault((each.first.year, each.first.month), []).append(each)
    return tuple(_joined(of) for of in groups.values())


def _parts(span: Span) -> tuple[Span, ...]:
    """Return the months of a span, or its years when there are many; the ends as they are."""
    years = range(span.first.year, span.last.year + 1)
    scale, months = Scale.YEAR, range(1, 2)
    if len(years) * 12 <= _MOST_MONTHS:
        scale, months = Scale.MONTH, range(1, 13)
    parts = (span_of(scale, date(year, month, 1)) for year in years for month in months)
    return tuple(
        Span(max(part.first, span.first), min(part.last, span.last))
        for part in parts
        if part.last >= span.first and part.first <= span.last
    )


def _of_days(part: Span, sums: Sequence[DaySum]) -> Column:
    """Return the column of a part of the days, without one column for each of them."""
    begin = bisect_left(sums, part.first.isoformat(), key=_day)
    of = sums[begin : bisect_right(sums, part.last.isoformat(), key=_day)]
    felt = [each.discomfort for each in of if each.discomfort is not None]
    return _total(part, of, felt)


def _day(each: DaySum) -> str:
    return each.day


def _joined(columns: Sequence[Column]) -> Column:
    felt = [each.worst for each in columns if each.worst is not None]
    return _total(Span(columns[0].first, columns[-1].last), columns, felt)


def _total(span: Span, of: Iterable[DaySum | Column], felt: Sequence[Discomfort]) -> Column:
    """Return the column of a span from what lies in it and the strongest answer of each day."""
    seconds = done = 0
    for each in of:
        seconds += each.seconds
        done += each.done
    worst = max(felt, key=strength_of, default=None)
    return Column(span.first, span.last, seconds, done, felt=len(felt), worst=worst)


def _of_day(day: date, each: DaySum | None) -> Column:
    if each is None:
        return Column(day, day)
    felt = int(each.discomfort is not None)
    return Column(day, day, each.seconds, each.done, goal_of(each), felt, each.discomfort)
