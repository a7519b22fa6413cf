"""What the journal's entries add up to, and how a break is closed that a crash left open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, tzinfo

from deskbreak.core.entry import Break, LeftBreak, Outcome, Reason, StepDone, StepOutcome
from deskbreak.core.last_decision import Decided, last_decision
from deskbreak.core.record.days import day_bounds
from deskbreak.core.record.spans import inside
from deskbreak.core.routine_ids import is_posture
from deskbreak.core.settings.values import Office
from deskbreak.core.status import Tally
from deskbreak.core.timeline import DayFacts, DayLine, day_line
from deskbreak.core.timing.workday import lunch_span, office_spans

EXERCISED = frozenset({Outcome.COMPLETED, Outcome.PARTIAL, Outcome.DISCOMFORT, Outcome.MANUAL})


@dataclass(frozen=True, slots=True)
class DayLog:
    """One day of the journal, ready to be shown: its breaks oldest first, line and figures.

    `decided` is what was decided last on it.
    """

    day: str
    breaks: tuple[Break, ...]
    line: DayLine
    tally: Tally
    decided: Decided | None = None


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums over any span: exercise time in seconds, and repetitions by exercise id."""

    breaks: int
    seconds: int
    reps: tuple[tuple[str, int], ...]


def day_frame(day: str, office: Office, zone: tzinfo) -> DayFacts:
    """Return a day with its office hours and nothing in it yet.

    Raises:
        ValueError: the day is not written as 2026-11-22, or lies at the end of all time.
    """
    when = date.fromisoformat(day)
    try:
        hours = office_spans(when, office, zone)
        lunch = lunch_span(when, office, zone)
        bounds = day_bounds(when, office, zone)
    except OverflowError:
        raise ValueError(day) from None
    lunches = () if lunch is None else inside((lunch,), hours)
    return DayFacts(day=day, bounds=bounds, zone=zone, office=hours, lunch=lunches)


def day_log(facts: DayFacts, goal_s: int) -> DayLog:
    """Return a day as the Log window and `deskbreak log` show it."""
    return DayLog(
        day=facts.day,
        breaks=facts.breaks,
        line=day_line(facts),
        tally=tally(facts.breaks, facts.day, goal_s),
        decided=last_decision(facts.breaks, facts.happenings),
    )


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
        if entry.outcome not in EXERCISED or is_posture(entry.routine):
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
