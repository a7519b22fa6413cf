"""Which week of the dose it is, derived from what was done.

A week is seven days from the first break on. It leads to the next one only when breaks were done
on at least three days and at least 60 % of the planned ones were done; otherwise it is repeated.
After 14 days without any, the weeks go back by as many as were missed (CONTENT 5.4).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from deskbreak.core.coach.done import NO_RANK, DayDone
from deskbreak.core.coach.rhythm import Rhythm
from deskbreak.core.dose import goal_in, level_in, rank
from deskbreak.core.exercise import Level

LEAST_DAYS = 3
LEAST_PERCENT = 60
GAP_DAYS = 14
HOME_DAYS = 2
WEEK = 7

_LEVELS = tuple(Level)

Leads = Callable[[Sequence[DayDone], date, int], bool]
"""Tells whether the days done of seven, from a date on, lead on from a week of the dose."""


def week_of(done: Sequence[DayDone], today: date, leads: Leads, first: date | None = None) -> int:
    """Return the week of the dose, from 1.

    Args:
        done: the days that count, in their order; none before a restart of the weeks.
        today: the day that it is now.
        leads: the rule by which a week leads to the next.
        first: the day on which week 1 began, if it is known; else the first day done.
    """
    return Weeks(leads, first).on(done, today)


def desk_leads(rhythm: Rhythm) -> Leads:
    """Return the rule for the desk: three days, and 60 % of the planned breaks.

    A day whose goal was reached counts as all of its breaks: no more are offered then. Breaks at
    a lower level than the week's own lead no further. Who works on fewer than three days a week
    needs all of them.
    """
    needed = min(LEAST_DAYS, max(1, rhythm.days_a_week))

    def leads(days: Sequence[DayDone], start: date, week: int) -> bool:
        own, goal = rank(level_in(week)), goal_in(week)
        ripe = [each for each in days if each.rank >= own]
        if len(ripe) < needed:
            return False
        planned, done = rhythm.planned_from(start, week), 0
        for each in ripe:
            room = max(1, planned[(each.day - start).days])
            whole = each.home or each.seconds >= goal
            done += room if whole else min(each.sessions, room)
        return done * 100 >= LEAST_PERCENT * sum(planned)

    return leads


def home_leads(days: Sequence[DayDone], _start: date, _week: int) -> bool:
    """Return whether seven days of home workouts lead on: two days of them do."""
    return len(days) >= HOME_DAYS


def highest_level(done: Sequence[DayDone], today: date, *, restarted: bool) -> Level:
    """Return the highest fixed level that may be asked for now.

    One step a week upward: seven days after a level was taken up, the next one is open. Who has
    done nothing yet chooses freely; after a gap of 14 days it is one step less, and after a
    restart it is the lowest. Days on which only something without a level was done say nothing.
    """
    done = [each for each in done if each.rank < NO_RANK]
    if not done:
        return Level.BEGINNER if restarted else Level.ADVANCED
    last = done[-1]
    if (today - last.day).days >= GAP_DAYS:
        return _LEVELS[max(0, last.rank - 1)]
    since = last.day
    for each in reversed(done):
        if each.rank < last.rank or (since - each.day).days >= GAP_DAYS:
            break
        since = each.day
    open_now = last.rank + ((today - since).days >= WEEK)
    return _LEVELS[min(open_now, len(_LEVELS) - 1)]


@dataclass(frozen=True, slots=True)
class _Reached:
    """How far the weeks were counted: the week that began on `start`, and the days done in it."""

    week: int
    start: date
    days: tuple[DayDone, ...]
    last: date

    def by(self, end: date, leads: Leads) -> _Reached:
        """Return how far it goes by a day on which nothing was done yet."""
        week, start, days = self.week, self.start, self.days
        while (following := start + timedelta(days=WEEK)) <= end:
            week += leads(days, start, week)
            start, days = following, ()
        gap = (end - self.last).days
        if gap < GAP_DAYS:
            return _Reached(week, start, days, self.last)
        return _Reached(max(1, week - -(-gap // WEEK)), end, (), self.last)

    def and_on(self, done: DayDone, leads: Leads) -> _Reached:
        """Return how far it goes with one more day done."""
        reached = self.by(done.day, leads)
        return _Reached(reached.week, reached.start, (*reached.days, done), done.day)


class Weeks:
    """Counts the weeks, and goes on from where it was when it is asked again.

    That makes a difference to who asks for every day of a year. Only what was done on the last
    of the days may have changed since, and later ones may have come.
    """

    def __init__(self, leads: Leads, first: date | None = None) -> None:
        """Count by a rule, from a first day if it lies before what was done."""
        self._leads, self._first = leads, first
        self._read = 0
        self._reached: _Reached | None = None

    def on(self, done: Sequence[DayDone], today: date) -> int:
        """Return the week that it is on a day, after the days done up to then."""
        if not done:
            return 1
        for each in done[self._read : -1]:
            self._reached = self._with(each)
        self._read = len(done) - 1
        return self._with(done[-1]).by(today, self._leads).week

    def _with(self, done: DayDone) -> _Reached:
        if self._reached is not None:
            return self._reached.and_on(done, self._leads)
        start = done.day if self._first is None else min(done.day, self._first)
        return _Reached(1, start, (), done.day).and_on(done, self._leads)
