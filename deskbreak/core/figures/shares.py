"""How high the columns of a chart are, and how full the days of a year."""

from __future__ import annotations

from collections.abc import Sequence

from deskbreak.core.figures.columns import Column

USUAL_GOAL_S = 300
"""What a day without a goal of its own is held against."""

_FIRST_HOUR, _LAST_HOUR = 7, 19

Share = tuple[float, float]
"""The part of the chart's height that a column has, and its goal; 0 for no goal."""


def most_of(columns: Sequence[Column]) -> int:
    """Return the seconds of the highest column or goal."""
    return max((max(each.seconds, each.goal_s) for each in columns), default=0)


def shares(columns: Sequence[Column]) -> tuple[Share, ...]:
    """Return each column's part of the highest column or goal."""
    most = most_of(columns)
    if not most:
        return tuple((0.0, 0.0) for _ in columns)
    return tuple((each.seconds / most, each.goal_s / most) for each in columns)


def hours_shown(hours: Sequence[int]) -> range:
    """Return the hours that a day's chart shows: those of a usual day, and all that have some."""
    some = [hour for hour, count in enumerate(hours) if count]
    return range(min([_FIRST_HOUR, *some]), max([_LAST_HOUR, *some]) + 1)


def parts(seconds: Sequence[int]) -> tuple[float, ...]:
    """Return each one's part of the greatest."""
    most = max(seconds, default=0) or 1
    return tuple(each / most for each in seconds)


def fullness(column: Column) -> float:
    """Return which part of its goal a day has, 1 for all of it or more."""
    return min(1.0, column.seconds / (column.goal_s or USUAL_GOAL_S))
