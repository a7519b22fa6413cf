"""How many breaks the office hours of a day have room for (CONTENT 5.5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, timedelta

from deskbreak.core.dose import goal_in
from deskbreak.core.settings.values import DateSpan, Schedule, Settings
from deskbreak.core.timing import workday

SHORTEST_S = 150
"""Seconds of the shortest desk routine: more breaks than reach the goal are not planned."""

LATE_S = 45 * 60
"""No break is planned in this last part of the day."""

GENTLE = 2
"""Breaks a day for who sits less than five hours at the computer."""

_WEEK = tuple(date(2001, 1, day) for day in range(1, 8))
"""A week of dates from Monday on; any that has no day off of its own."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How many breaks fit into each weekday (from Monday on), and which days are off."""

    by_weekday: tuple[int, ...]
    days_off: tuple[DateSpan, ...] = ()

    @property
    def days_a_week(self) -> int:
        """Return on how many days of a usual week there is office time."""
        return sum(1 for fits in self.by_weekday if fits)

    def fits_on(self, day: date) -> int:
        """Return how many breaks fit into a day; 0 on a day off."""
        if any(off.first <= day <= off.last for off in self.days_off):
            return 0
        return self.by_weekday[day.weekday()]

    def planned_from(self, start: date, week: int) -> list[int]:
        """Return how many breaks are planned on each of seven days, in a week of the dose."""
        most, first = most_in(week), start.weekday()
        if self.days_off:
            days = (start + timedelta(days=step) for step in range(len(self.by_weekday)))
            return [min(self.fits_on(day), most) for day in days]
        fits = (*self.by_weekday[first:], *self.by_weekday[:first])
        return [min(each, most) for each in fits]


def most_in(week: int) -> int:
    """Return after how many of the shortest breaks a day of that week has reached its goal."""
    return -(-goal_in(week) // SHORTEST_S)


def rhythm_of(settings: Settings) -> Rhythm:
    """Return the rhythm of a person's office hours."""
    office, most = settings.office, None
    if settings.person.hours_at_computer == "<5":
        most = GENTLE
    fits = (_fits(day, settings) for day in _WEEK)
    return Rhythm(
        tuple(each if most is None else min(each, most) for each in fits), office.days_off
    )


def _fits(day: date, settings: Settings) -> int:
    """Walk a day from opening on: a break whenever the interval has been sat through."""
    spans = workday.office_spans(day, settings.office, UTC)
    if not spans:
        return 0
    if settings.schedule.mode == "times":
        starts = (workday.utc_of(day, minute, UTC) for minute in settings.schedule.times)
        return sum(1 for at in starts if any(start <= at < end for start, end in spans))
    lunch = _lunch(day, settings)
    return max(1, sum(_in_span(span, lunch, _interval_s(settings.schedule)) for span in spans))


def _in_span(span: workday.Stretch, lunch: tuple[int, int, int] | None, interval: int) -> int:
    at, count = span[0], 0
    while True:
        due = at + interval
        if lunch is not None and at < lunch[1] and due >= lunch[0]:
            due = max(lunch[1] + interval, lunch[2])
        if due > span[1] - LATE_S:
            return count
        at, count = due, count + 1


def _lunch(day: date, settings: Settings) -> tuple[int, int, int] | None:
    """Return when lunch begins and ends, and from when on its meal allows exercise."""
    span = workday.lunch_span(day, settings.office, UTC)
    if span is None:
        return None
    defers = settings.routine.after_meal == "defer"
    window = settings.routine.meal_window_min * 60 if defers else 0
    return span[0], span[1], span[1] + window


def _interval_s(schedule: Schedule) -> int:
    return (schedule.earliest_min + max(schedule.earliest_min, schedule.latest_min)) * 30
