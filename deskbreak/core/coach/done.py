"""Which breaks count as done, and what they make of each day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from deskbreak.core.entry import Break, Outcome, StepDone
from deskbreak.core.exercise import Level
from deskbreak.core.routine_ids import HOME, is_posture

ENOUGH_PERCENT = 75
"""A break that was left counts from this part of its planned seconds on."""

NO_RANK = len(Level)
"""The rank of a day on which nothing with a level was done."""

_WHOLE = frozenset({Outcome.COMPLETED, Outcome.MANUAL})
_RANK = {level.value: rank for rank, level in enumerate(Level)}
_REP_S = 10
_WARM = "warm_"


@dataclass(frozen=True, slots=True)
class DayDone:
    """What was done on one day: breaks that count, their seconds, and the least level of them.

    `rank` is that level's place among the levels, 3 where none of the breaks had one; `home`
    tells whether a home workout was among them.
    """

    day: date
    sessions: int
    seconds: int
    rank: int
    home: bool = False


def counts(entry: Break) -> bool:
    """Return whether a break counts for the streak, and for the week unless it was one exercise.

    Completed ones do, those written down by hand too, and partial ones from 75 % of their planned
    seconds on. Posture checks never do.
    """
    if is_posture(entry.routine):
        return False
    if entry.outcome is Outcome.PARTIAL:
        return share(entry.steps) * 100 >= ENOUGH_PERCENT
    return entry.outcome in _WHOLE


def is_home(entry: Break) -> bool:
    """Return whether a break was a home workout: one that has a warm-up."""
    return entry.routine == HOME or (
        not is_single(entry) and any(step.exercise.startswith(_WARM) for step in entry.steps)
    )


def is_single(entry: Break) -> bool:
    """Return whether a break was a single exercise, tried by itself."""
    return len(entry.steps) == 1 and entry.steps[0].exercise == entry.routine


def share(steps: Iterable[StepDone]) -> float:
    """Return which part of the planned seconds was done, 0 to 1.

    How long a step would have taken follows from what was done of it; one that was not begun is
    taken to need ten seconds for a repetition.
    """
    planned = done = 0.0
    for step in steps:
        part = min(1.0, step.done_reps / max(1, step.planned_reps))
        whole = step.seconds / part if part else step.planned_reps * _REP_S
        planned += whole
        done += whole * part
    return done / planned if planned else 0.0


def day_with(before: DayDone | None, entry: Break) -> DayDone:
    """Return a day with one more break that counts."""
    day = before or DayDone(date.fromisoformat(entry.day), 0, 0, NO_RANK)
    home = is_home(entry)
    return DayDone(
        day.day,
        day.sessions + 1,
        day.seconds + entry.seconds,
        min(day.rank, NO_RANK if home else _RANK.get(entry.level, NO_RANK)),
        day.home or home,
    )


def both(one: DayDone | None, other: DayDone) -> DayDone:
    """Return what two parts of one day come to."""
    if one is None:
        return other
    return DayDone(
        one.day,
        one.sessions + other.sessions,
        one.seconds + other.seconds,
        min(one.rank, other.rank),
        one.home or other.home,
    )
