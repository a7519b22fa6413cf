"""One day of the journal as sums: all that the figures of longer spans are made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from deskbreak.core.coach.done import counts, is_home
from deskbreak.core.entry import Break, Discomfort, Outcome, Unit
from deskbreak.core.journal import EXERCISED
from deskbreak.core.routine_ids import is_posture

_HOUR, _DAY = 3600, 86400
_STRENGTH = tuple(Discomfort)
"""From a stretch to a sharp pain."""


@dataclass(frozen=True, slots=True)
class Did:
    """What was done of one exercise: repetitions (0 where it counts seconds), and seconds."""

    exercise: str
    reps: int
    seconds: int


@dataclass(frozen=True, slots=True)
class DaySum:
    """The sums of one day.

    Attributes:
        day: as YYYY-MM-DD.
        seconds: of exercise; posture checks are outside.
        done: breaks that count for the streak.
        unanswered: offers that were skipped or missed.
        snoozes: how often a break was put off.
        held: reasons that held breaks back, each with how many.
        did: what was done by exercise.
        hours: local hours (0 to 23) in which breaks were begun, each with how many.
        discomfort: the strongest answer to "does it hurt?", None for none.
        energy: the ratings after breaks, 1 to 5: their sum and how many there are.
        week: the week of the programme that its last break was of, 0 for none.
    """

    day: str
    seconds: int = 0
    done: int = 0
    unanswered: int = 0
    snoozes: int = 0
    held: tuple[tuple[str, int], ...] = ()
    did: tuple[Did, ...] = ()
    hours: tuple[tuple[int, int], ...] = ()
    discomfort: Discomfort | None = None
    energy: tuple[int, int] = (0, 0)
    week: int = 0


def day_sums(breaks: Iterable[Break]) -> tuple[DaySum, ...]:
    """Return the days that have a break, in their order; the breaks may come in any."""
    by_day: dict[str, list[Break]] = {}
    for each in breaks:
        by_day.setdefault(each.day, []).append(each)
    return tuple(_summed(day, sorted(of, key=_ended)) for day, of in sorted(by_day.items()))


def _ended(entry: Break) -> int:
    return entry.ended_at


def _summed(day: str, breaks: Sequence[Break]) -> DaySum:
    trained = [each for each in breaks if is_exercise(each)]
    unanswered = (Outcome.SKIPPED, Outcome.MISSED)
    felt = [each.discomfort for each in breaks if each.discomfort is not None]
    rated = [each.energy for each in breaks if each.energy is not None]
    weeks = [each.week for each in trained if each.steps and not is_home(each)]
    return DaySum(
        day=day,
        seconds=sum(each.seconds for each in trained),
        done=sum(map(counts, breaks)),
        unanswered=sum(1 for each in breaks if each.outcome in unanswered),
        snoozes=sum(each.snoozes for each in breaks),
        held=_counted(reason for each in breaks for reason in each.held_back_by),
        did=_did(trained),
        hours=_counted(hour_of(each) for each in trained if each.started_at is not None),
        discomfort=max(felt, key=strength_of, default=None),
        energy=(sum(rated), len(rated)),
        week=weeks[-1] if weeks else 0,
    )


def hour_of(entry: Break) -> int:
    """Return the local hour in which a break began, or ended where it was never begun."""
    at = entry.ended_at if entry.started_at is None else entry.started_at
    return (at + entry.utc_offset_s) % _DAY // _HOUR


def is_exercise(entry: Break) -> bool:
    """Return whether the seconds of a break are exercise; those of a posture check are not."""
    return entry.outcome in EXERCISED and not is_posture(entry.routine)


def strength_of(felt: Discomfort) -> int:
    """Return the place of an answer among them all, from a stretch to a sharp pain."""
    return _STRENGTH.index(felt)


Key = TypeVar("Key", str, int)


def _counted(of: Iterable[Key]) -> tuple[tuple[Key, int], ...]:
    return tuple(sorted(Counter(of).items()))


def _did(breaks: Iterable[Break]) -> tuple[Did, ...]:
    reps: Counter[str] = Counter()
    seconds: Counter[str] = Counter()
    for step in (step for each in breaks for step in each.steps):
        reps[step.exercise] += step.done_reps if step.unit is Unit.REPS else 0
        seconds[step.exercise] += step.seconds
    return tuple(Did(name, reps[name], seconds[name]) for name in sorted(seconds) if seconds[name])
