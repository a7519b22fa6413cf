"""The spans that the record is looked at in: a day, a week, a month, a year, all of it."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import assert_never

_MONTHS = 12
_STREAK_DAYS = 400
"""How far back a streak is looked for; who has a longer one knows it."""


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


def spans_to_read(scale: Scale, day: date, today: date) -> tuple[Span, ...]:
    """Return the days that figures want, in order: those of a scale, and those of a streak.

    All of the record is all of time: where it begins is known when it is read.
    """
    if scale is Scale.ALL:
        return (Span(date.min, date.max),)
    span, streak = span_of(scale, day), Span(streak_begins(scale, today), today)
    if span.last < streak.first:  # what lies between them would be read for nothing
        return span, streak
    if streak.last < span.first:
        return streak, span
    return (Span(min(span.first, streak.first), max(span.last, streak.last)),)


def streak_begins(scale: Scale, today: date) -> date:
    """Return the first day that a streak is looked for on."""
    return date.min if scale is Scale.ALL else today - timedelta(days=_STREAK_DAYS)


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
