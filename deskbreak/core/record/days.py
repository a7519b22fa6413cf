"""When a day begins and ends, which day an instant belongs to, and the hours of its scale."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from deskbreak.core.record.spans import Stretch

HOUR = 3600
QUARTER = 900
"""No zone is off the hour by anything finer."""


@dataclass(frozen=True, slots=True)
class Tick:
    """An hour of the scale, with its local time."""

    at: int
    text: str


def day_bounds(day: str, zone: tzinfo, day_starts_min: int) -> Stretch:
    """Return when a day begins and ends, half-open, in UTC seconds.

    Raises:
        ValueError: the day is not written as 2026-11-22.
    """
    first = date.fromisoformat(day)
    turn = time(day_starts_min // 60, day_starts_min % 60)
    edges = (
        datetime.combine(each, turn, tzinfo=zone) for each in (first, first + timedelta(days=1))
    )
    begin, end = (int(edge.timestamp()) for edge in edges)
    return begin, end


def day_of(utc: int, zone: tzinfo, day_starts_min: int) -> str:
    """Return the day that an instant belongs to; it turns at `day_starts_min` local time."""
    local = datetime.fromtimestamp(utc, tz=UTC).astimezone(zone)
    return (local.replace(tzinfo=None) - timedelta(minutes=day_starts_min)).date().isoformat()


def ticks(start: int, end: int, zone: tzinfo) -> Iterator[Tick]:
    """Return the hours within a span that a scale has room for."""
    hours = (end - start) // HOUR
    every = 1 if hours <= 10 else 2 if hours <= 16 else 3  # noqa: PLR2004 - room for the labels
    for at in range(start - start % QUARTER, end + 1, QUARTER):
        local = datetime.fromtimestamp(at, tz=UTC).astimezone(zone)
        if at >= start and local.minute == 0 and local.hour % every == 0:
            yield Tick(at, local.strftime("%H:%M"))
