"""Which week of the dose it is, derived from what was done.

A week is seven days from the first break on. It leads to the next one only when breaks were done
on at least three days and at least 60 % of the planned ones were done; otherwise it is repeated.
After 14 days without any, the weeks go back by as many as were missed (CONTENT 5.4).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
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


def week_of(done: Iterable[DayDone], today: date, leads: Leads, first: date | None = None) -> int:
    """Return the week of the dose, from 1.

    Args:
        done: the days that count, in their order; none before a restart of the weeks.
        today: the day that it is now.
        leads: the rule by which a week leads to the next.
        first: the day on which week 1 began, if it is known; else the first day done.
    """
    week, runs = 1, _runs(done)
    for index, run in enumerate(runs):
        start = run[0].day
        if index == 0 and first is not None:
            start = min(start, first)
        end = runs[index + 1][0].day if index + 1 < len(runs) else today
        week = _advanced(week, run, (start, end), leads)
        gap = (end - run[-1].day).days
        if gap >= GAP_DAYS:
            week = max(1, week - -(-gap // WEEK))
    return week


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


def _runs(done: Iterable[DayDone]) -> list[list[DayDone]]:
    """Part the days where at least 14 lie between two of them."""
    runs: list[list[DayDone]] = []
    for each in done:
        if runs and (each.day - runs[-1][-1].day).days < GAP_DAYS:
            runs[-1].append(each)
        else:
            runs.append([each])
    return runs


@dataclass(slots=True)
class _Reader:
    days: list[DayDone]
    at: int = 0

    def before(self, end: date) -> list[DayDone]:
        """Return the days up to a date that were not read yet."""
        start = self.at
        while self.at < len(self.days) and self.days[self.at].day < end:
            self.at += 1
        return self.days[start : self.at]


def _advanced(week: int, run: list[DayDone], span: tuple[date, date], leads: Leads) -> int:
    """Return the week after the whole weeks of a run, of which the last one is not whole."""
    reader, (start, end) = _Reader(run), span
    while (following := start + timedelta(days=WEEK)) <= end:
        week += 1 if leads(reader.before(following), start, week) else 0
        start = following
    return week
