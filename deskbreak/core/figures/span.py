"""The spans that the record is looked at in: a day, a week, a month, a year, all of it."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import assert_never

_MONTHS = 12


class Scale(StrEnum):
    """How much is looked at."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    def days(self) -> tuple[date, ...]:
        """Return each day."""
        count = (self.last - self.first).days + 1
        return tuple(self.first + timedelta(days=n) for n in range(count))


def span_of(scale: Scale, day: date, begun: date | None = None) -> Span:
    """Return the span of a scale that a day lies in; weeks begin on Monday.

    `begun` is the first day of the record, from which all of it goes to the end of the day's year.
    """
    match scale:
        case Scale.DAY:
            return Span(day, day)
        case Scale.WEEK:
            monday = day - timedelta(days=day.weekday())
            return Span(monday, monday + timedelta(days=6))
        case Scale.MONTH:
            last = calendar.monthrange(day.year, day.month)[1]
            return Span(day.replace(day=1), day.replace(day=last))
        case Scale.YEAR:
            return Span(date(day.year, 1, 1), date(day.year, 12, 31))
        case Scale.ALL:
            first = min(day, begun or day)
            return Span(date(first.year, 1, 1), date(day.year, 12, 31))
        case _:
            assert_never(scale)


def span_to_read(scale: Scale, day: date) -> Span:
    """Return the days that figures want: all of time for all of the record.

    Where that begins is known when it is read.
    """
    return Span(date.min, date.max) if scale is Scale.ALL else span_of(scale, day)


def moved(scale: Scale, day: date, by: int) -> date:
    """Return a day so many spans later; the end of a month stays within the month.

    Where no calendar goes on, the day stays as it is; all of the record has no neighbours.
    """
    try:
        match scale:
            case Scale.DAY:
                return day + timedelta(days=by)
            case Scale.WEEK:
                return day + timedelta(weeks=by)
            case Scale.MONTH:
                return _in_month(day, by)
            case Scale.YEAR:
                return _in_month(day, by * _MONTHS)
            case Scale.ALL:
                return day
            case _:
                assert_never(scale)
    except (OverflowError, ValueError):
        return day


def _in_month(day: date, by: int) -> date:
    year, month = divmod(day.year * _MONTHS + day.month - 1 + by, _MONTHS)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
