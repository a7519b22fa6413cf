"""One day of the journal as the plan and the care for pain need it, once it lies behind.

It is kept beside the breaks, so that a program with forty years to remember starts at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from deskbreak.core.coach.done import DayDone, counts, day_with, is_home, is_single
from deskbreak.core.entry import Break, Discomfort, Outcome, StepOutcome
from deskbreak.core.routine_ids import is_posture

WARMED_S = 5 * 60
"""Seconds after which a home workout is one, even if it was left."""

GUIDED = frozenset({Outcome.COMPLETED, Outcome.PARTIAL, Outcome.DISCOMFORT})
"""The outcomes of breaks that the program guided, which pain may have come in."""

EASY = frozenset({None, Discomfort.STRETCH})
"""The answers that are no discomfort."""


@dataclass(frozen=True, slots=True)
class DayPast:
    """What one day left to know.

    Attributes:
        day: as YYYY-MM-DD.
        first_at: when the first of its breaks ended, in UTC seconds.
        seconds: of each break that says something of the plan, in order.
        desk: what was done of breaks that count, single exercises apart; `home` of home workouts.
        homes: the week of each home workout that got warm.
        last: the exercises that were done, each with the UTC second when its last break ended.
        sessions: guided breaks, posture checks apart.
        times: the exercises of guided breaks, each with how often it was done.
        calm: whether nothing hurt. Of a day that is not calm the breaks themselves must be read.
    """

    day: str
    first_at: int
    seconds: tuple[int, ...] = ()
    desk: DayDone | None = None
    home: DayDone | None = None
    homes: tuple[int, ...] = ()
    last: tuple[tuple[str, int], ...] = ()
    sessions: int = 0
    times: tuple[tuple[str, int], ...] = ()
    calm: bool = True


def day_pasts(breaks: Iterable[Break]) -> tuple[DayPast, ...]:
    """Return the days that have a break, by the end of their first; breaks come in any order."""
    by_day: dict[str, list[Break]] = {}
    for each in sorted(breaks, key=_ended):
        by_day.setdefault(each.day, []).append(each)
    return tuple(_past_of(day, of) for day, of in by_day.items())


def _ended(entry: Break) -> int:
    return entry.ended_at


def _past_of(day: str, breaks: list[Break]) -> DayPast:
    telling = [each for each in breaks if _tells(each)]
    done = [each for each in telling if counts(each) and not is_single(each)]
    homes = [each for each in telling if is_home(each) and each.seconds >= WARMED_S]
    guided = [each for each in breaks if each.outcome in GUIDED]
    return DayPast(
        day=day,
        first_at=breaks[0].ended_at,
        seconds=tuple(each.seconds for each in telling),
        desk=_done(done),
        home=_done(each for each in done if is_home(each)),
        homes=tuple(each.week for each in homes),
        last=_last(telling),
        sessions=sum(1 for each in guided if not is_posture(each.routine)),
        times=_times(guided),
        calm=all(map(_is_calm, guided)),
    )


def _tells(entry: Break) -> bool:
    """Return whether the plan hears of a break: one that was done, and no posture check."""
    return not is_posture(entry.routine) and (entry.seconds > 0 or counts(entry))


def _done(breaks: Iterable[Break]) -> DayDone | None:
    day: DayDone | None = None
    for entry in breaks:
        day = day_with(day, entry)
    return day


def _last(breaks: Iterable[Break]) -> tuple[tuple[str, int], ...]:
    last: dict[str, int] = {}
    for entry in breaks:
        last |= {step.exercise: entry.ended_at for step in entry.steps if step.done_reps > 0}
    return tuple(sorted(last.items()))


def _times(breaks: Iterable[Break]) -> tuple[tuple[str, int], ...]:
    steps = (step for each in breaks for step in each.steps)
    return tuple(sorted(Counter(step.exercise for step in steps if step.done_reps > 0).items()))


def _is_calm(entry: Break) -> bool:
    sore = any(step.outcome is StepOutcome.DISCOMFORT for step in entry.steps)
    return not sore and entry.discomfort in EASY
