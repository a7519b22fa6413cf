"""Reads the journal once, in order, and keeps what the plan needs to know of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from deskbreak.core.coach.day_past import DayPast, day_pasts
from deskbreak.core.coach.done import DayDone, both, is_home
from deskbreak.core.coach.home import is_strength_week, may_strengthen
from deskbreak.core.coach.progress import Weeks, desk_leads, highest_level, home_leads
from deskbreak.core.coach.rhythm import Rhythm, most_in, rhythm_of
from deskbreak.core.dose import ENOUGH_S, goal_in
from deskbreak.core.entry import Break
from deskbreak.core.routine_ids import is_posture
from deskbreak.core.settings.values import Settings
from deskbreak.core.standing import Standing

GENTLE_GOAL_S = 8 * 60
"""The goal, at most, of who sits less than five hours a day at the computer."""


@dataclass(frozen=True, slots=True)
class _Counted:
    """The weeks as they are counted under some settings, from `reset_on` up to the day `upto`."""

    settings: Settings
    reset_on: str
    upto: str
    rhythm: Rhythm
    desk: Weeks
    home: Weeks


class Past:
    """What was done so far. Breaks are heeded in the order of their end.

    `breaks` tells how many of them said something.
    """

    def __init__(self, breaks: Iterable[Break] = ()) -> None:
        """Read breaks."""
        self._desk: dict[str, DayDone] = {}
        self._home: dict[str, DayDone] = {}
        self._last: dict[str, int] = {}
        self._homes: list[tuple[str, int]] = []
        self._day, self._day_s, self._extras = "", 0, 0
        self._counted: _Counted | None = None
        self.breaks = 0
        for entry in breaks:
            self.heed(entry)

    def heed(self, entry: Break) -> None:
        """Take one break more into account."""
        for day in day_pasts((entry,)):
            self.heed_day(day)

    def heed_day(self, day: DayPast) -> None:
        """Take a day into account, or a part of it that came after the part before."""
        self.breaks += len(day.seconds)
        for seconds in day.seconds:
            self._heed_seconds(day.day, seconds)
        self._last.update(day.last)
        self._homes += [(day.day, week) for week in day.homes]
        if day.desk is not None:
            if _is_late(self._desk, day.day):  # west over the date line: a count may change
                self._counted = None
            _put(self._desk, day.day, day.desk)
        if day.home is not None:
            _put(self._home, day.day, day.home)

    def standing(self, settings: Settings, today: str, reset_on: str = "") -> Standing:
        """Return where the person stands on a day.

        `reset_on` is the day from which the weeks count anew, "" without one.
        """
        now, counted = date.fromisoformat(today), self._counted_by(settings, today, reset_on)
        done = [each for day, each in self._desk.items() if reset_on <= day <= today]
        home = [each for day, each in self._home.items() if reset_on <= day <= today]
        week = counted.desk.on(done, now)
        fits = counted.rhythm.fits_on(now) or max(counted.rhythm.by_weekday)
        return Standing(
            week=week,
            home_week=counted.home.on(home, now),
            sessions=max(1, min(fits, most_in(week))),
            highest=highest_level(done, now, restarted=bool(reset_on)),
            last_done=tuple(sorted(self._last.items())),
            last_home=self._homes[-1][0] if self._homes else "",
            last_strength=self._last_strength(),
            today=today,
            full=self._day == today and self._extras > 0,
        )

    def _counted_by(self, settings: Settings, today: str, reset_on: str) -> _Counted:
        """Return the count of weeks that goes on up to a day; a new one when it cannot."""
        known = self._counted
        if (
            known is None
            or known.settings is not settings
            or known.reset_on != reset_on
            or known.upto > today
        ):
            rhythm = rhythm_of(settings)
            began = settings.person.started_on if not reset_on else None
            desk, home = Weeks(desk_leads(rhythm), began), Weeks(home_leads)
            known = _Counted(settings, reset_on, today, rhythm, desk, home)
        self._counted = replace(known, upto=today)
        return known

    def _heed_seconds(self, day: str, seconds: int) -> None:
        if day != self._day:
            self._day, self._day_s, self._extras = day, 0, 0
        self._extras += self._day_s >= ENOUGH_S
        self._day_s += seconds

    def _last_strength(self) -> str:
        last = ""
        for day, week in self._homes:
            if is_strength_week(week) and may_strengthen(day, last):
                last = day
        return last


def goal_then(breaks: Iterable[Break], otherwise: int) -> int:
    """Return the goal of a day that lies behind, from the week that its last break was of."""
    weeks = [entry.week for entry in breaks if entry.steps and not _apart(entry)]
    return goal_in(weeks[-1]) if weeks else otherwise


def _apart(entry: Break) -> bool:
    return is_posture(entry.routine) or is_home(entry)


def goal_s(settings: Settings, standing: Standing) -> int:
    """Return the seconds of exercise after which no break is offered any more that day.

    Who sits less than five hours a day at the computer is asked for fewer breaks: the goal is one
    that two of them reach (the article speaks to those with more than five or six hours).
    """
    goal = min(goal_in(standing.week), ENOUGH_S)
    if settings.person.hours_at_computer == "<5":
        return min(goal, GENTLE_GOAL_S) * 4 // 5
    return goal


def _put(days: dict[str, DayDone], day: str, done: DayDone) -> None:
    """Add what was done to its day; the days stay in their order."""
    late = _is_late(days, day)
    days[day] = both(days.get(day), done)
    if late:
        in_order = sorted(days.items())
        days.clear()
        days.update(in_order)


def _is_late(days: dict[str, DayDone], day: str) -> bool:
    return bool(days) and day < next(reversed(days))
