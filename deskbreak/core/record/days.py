"""When a day begins and ends, and the hours of its scale."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from deskbreak.core.record.spans import Stretch
from deskbreak.core.settings.values import Office
from deskbreak.core.timing.workday import office_spans, utc_of

HOUR = 3600
QUARTER = 900
"""No zone is off the hour by anything finer."""


@dataclass(frozen=True, slots=True)
class Tick:
    """An hour of the scale, with its local time."""

    at: int
    text: str


def day_bounds(day: date, office: Office, zone: tzinfo) -> Stretch:
    """Return when a day begins and ends, half-open, in UTC seconds.

    A shift that runs past the turn of the day belongs to the day on which it began, so that
    day ends with it and the next begins there.
    """
    return _turn(day, office, zone), _turn(day + timedelta(days=1), office, zone)


def _turn(day: date, office: Office, zone: tzinfo) -> int:
    yesterday = office_spans(day - timedelta(days=1), office, zone)
    return max([utc_of(day, office.day_starts, zone), *(end for _, end in yesterday)])


def ticks(start: int, end: int, zone: tzinfo) -> Iterator[Tick]:
    """Return the hours within a span that a scale has room for."""
    hours = (end - start) // HOUR
    every = 1 if hours <= 10 else 2 if hours <= 16 else 3  # noqa: PLR2004 - room for the labels
    for at in range(start - start % QUARTER, end + 1, QUARTER):
        local = datetime.fromtimestamp(at, tz=UTC).astimezone(zone)
        if at >= start and local.minute == 0 and local.hour % every == 0:
            yield Tick(at, local.strftime("%H:%M"))
