"""What the journal's entries add up to, and how a break is closed that a crash left open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from deskbreak.core.entry import Break, LeftBreak, Outcome, Reason, StepDone, StepOutcome
from deskbreak.core.status import Tally
from deskbreak.core.timeline import DayLine

POSTURE = "posture"
"""The routine of the posture checks: they count for no goal."""

EXERCISED = frozenset({Outcome.COMPLETED, Outcome.PARTIAL, Outcome.DISCOMFORT, Outcome.MANUAL})


@dataclass(frozen=True, slots=True)
class DayLog:
    """One day of the journal, ready to be shown: its breaks oldest first, line and figures."""

    day: str
    breaks: tuple[Break, ...]
    line: DayLine
    tally: Tally


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums over any span: exercise time in seconds, and repetitions by exercise id."""

    breaks: int
    seconds: int
    reps: tuple[tuple[str, int], ...]


def tally(breaks: Iterable[Break], day: str, goal_s: int) -> Tally:
    """Return the figures of one day; entries of other days are left out.

    A break that hurt counts as partial, one added by hand as completed. Posture checks are
    counted like other breaks, but their seconds are outside the goal.
    """
    of_day = [entry for entry in breaks if entry.day == day]
    return Tally(
        offered=sum(1 for entry in of_day if entry.offered_at is not None),
        completed=_count(of_day, Outcome.COMPLETED, Outcome.MANUAL),
        partial=_count(of_day, Outcome.PARTIAL, Outcome.DISCOMFORT),
        skipped=_count(of_day, Outcome.SKIPPED),
        missed=_count(of_day, Outcome.MISSED),
        natural=_count(of_day, Outcome.NATURAL),
        seconds=totals(of_day).seconds,
        goal_s=goal_s,
    )


def totals(breaks: Iterable[Break]) -> Totals:
    """Return what the breaks with exercise in them add up to, posture checks left out."""
    count = 0
    seconds = 0
    reps: dict[str, int] = {}
    for entry in breaks:
        if entry.outcome not in EXERCISED or entry.routine == POSTURE:
            continue
        count += 1
        seconds += entry.seconds
        for step in entry.steps:
            reps[step.exercise] = reps.get(step.exercise, 0) + step.done_reps
    return Totals(count, seconds, tuple(sorted(reps.items())))


def close_left(left: LeftBreak, reason: Reason) -> Break:
    """Return the entry of a break that was cut short: partial, or skipped with nothing done.

    The running step is kept as partial, the steps that never began as skipped. It ended when
    the last step was written down, for nothing is known of the time after it.
    """
    opened = left.opened
    steps = (*left.steps, *_never_begun(left))
    worked = sum(step.seconds for step in steps)
    done = any(step.done_reps > 0 for step in steps)
    return Break(
        id=left.id,
        day=opened.day,
        outcome=Outcome.PARTIAL if done else Outcome.SKIPPED,
        reason=reason,
        offered_at=opened.offered_at,
        started_at=opened.started_at,
        ended_at=max(left.last_at, opened.started_at + worked),
        utc_offset_s=opened.utc_offset_s,
        zone=opened.zone,
        seconds=worked,
        routine=opened.routine,
        level=opened.level,
        week=opened.week,
        snoozes=opened.snoozes,
        held_back_by=opened.held_back_by,
        source=opened.source,
        steps=steps,
    )


def _never_begun(left: LeftBreak) -> tuple[StepDone, ...]:
    begun = {step.exercise for step in left.steps}
    return tuple(
        StepDone(step.exercise, step.unit, step.planned_reps, 0, 0, StepOutcome.SKIPPED)
        for step in left.opened.planned
        if step.exercise not in begun
    )


def _count(breaks: Iterable[Break], *outcomes: Outcome) -> int:
    return sum(1 for entry in breaks if entry.outcome in outcomes)
