"""Breaks of a made-up person, for the tests of the coach."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from deskbreak.core.entry import Break, Outcome, Source, StepDone, StepOutcome, Unit

MONDAY = date(2026, 11, 23)


def on(number: int) -> date:
    """Return the day so many days after the first Monday."""
    return MONDAY + timedelta(days=number)


def step(name: str, planned: int = 4, done: int = 4, seconds: int = 40) -> StepDone:
    """Return an exercise that was done, or a part of it."""
    outcome = StepOutcome.COMPLETED if done >= planned else StepOutcome.PARTIAL
    return StepDone(name, Unit.REPS, planned, done, seconds if done else 0, outcome)


def entry(  # noqa: PLR0913 - one optional word a part of the break
    number: int,
    routine: str = "desk",
    *,
    outcome: Outcome = Outcome.COMPLETED,
    steps: Iterable[StepDone] = (step("back_twist"), step("cat_cow")),
    level: str = "beginner",
    week: int = 1,
    hour: int = 11,
) -> Break:
    """Return a break of the day so many days after the first Monday."""
    day, done = on(number), tuple(steps)
    ended = int(datetime(day.year, day.month, day.day, hour, tzinfo=UTC).timestamp())
    return Break(
        day=day.isoformat(),
        outcome=outcome,
        reason=None,
        ended_at=ended,
        utc_offset_s=0,
        zone="UTC",
        started_at=ended - 200,
        seconds=sum(each.seconds for each in done),
        routine=routine,
        level=level,
        week=week,
        source=Source.SCHEDULE,
        steps=done,
    )
