"""The columns of a chart: one for each day, month or year of a span."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from deskbreak.core.entry import Discomfort
from deskbreak.core.figures.day_sum import DaySum, strength_of
from deskbreak.core.figures.span import Scale, Span
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
    """Return the columns of a span: its days, or the months or years of all of a record."""
    known = {each.day: each for each in sums}
    days = tuple(_of_day(day, known.get(day.isoformat())) for day in span.days())
    if scale is not Scale.ALL:
        return days
    months = (span.last.year - span.first.year + 1) * 12
    return by_month(days) if months <= _MOST_MONTHS else _grouped(days, len("2026"))


def by_month(columns: Iterable[Column]) -> tuple[Column, ...]:
    """Return the columns of days as columns of their months."""
    return _grouped(columns, len("2026-11"))


def _grouped(columns: Iterable[Column], letters: int) -> tuple[Column, ...]:
    """Join columns whose first days begin with the same letters."""
    groups: dict[str, list[Column]] = {}
    for each in columns:
        groups.setdefault(each.first.isoformat()[:letters], []).append(each)
    return tuple(_joined(of) for of in groups.values())


def _joined(columns: Sequence[Column]) -> Column:
    felt = [each.worst for each in columns if each.worst is not None]
    return Column(
        columns[0].first,
        columns[-1].last,
        sum(each.seconds for each in columns),
        sum(each.done for each in columns),
        felt=len(felt),
        worst=max(felt, key=strength_of, default=None),
    )


def _of_day(day: date, each: DaySum | None) -> Column:
    if each is None:
        return Column(day, day)
    felt = int(each.discomfort is not None)
    return Column(day, day, each.seconds, each.done, goal_of(each), felt, each.discomfort)
