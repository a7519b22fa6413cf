"""Entries that the tests of the journal share."""

from __future__ import annotations

from deskbreak.core.entry import (
    Break,
    Happening,
    OpenBreak,
    Outcome,
    Reason,
    Source,
    StepDone,
    StepOutcome,
    Unit,
    What,
)

NOON = 1795348800  # 2026-11-22T12:00:00Z
DAY = "2026-11-22"

PLAN = ("shoulder_rotation", "back_twist", "side_tilt", "cat_cow")


def step(exercise: str = "back_twist", done: int = 5, planned: int = 5) -> StepDone:
    """Return an exercise, completed when all of it was done."""
    outcome = (
        StepOutcome.COMPLETED
        if done == planned
        else StepOutcome.PARTIAL
        if done
        else StepOutcome.SKIPPED
    )
    return StepDone(exercise, Unit.REPS, planned, done, 12 * done, outcome)


def opened(*, started_at: int = NOON) -> OpenBreak:
    """Return a break of the four desk exercises that begins."""
    return OpenBreak(
        day=DAY,
        offered_at=started_at - 60,
        started_at=started_at,
        utc_offset_s=3600,
        zone="Europe/Berlin",
        routine="desk",
        level="beginner",
        week=1,
        snoozes=1,
        held_back_by=("meeting",),
        source=Source.SCHEDULE,
        planned=tuple(step(name, 0) for name in PLAN),
    )


def finished(*, started_at: int = NOON, day: str = DAY) -> Break:
    """Return a whole break."""
    return Break(
        day=day,
        outcome=Outcome.COMPLETED,
        reason=None,
        ended_at=started_at + 270,
        utc_offset_s=3600,
        zone="Europe/Berlin",
        offered_at=started_at - 60,
        started_at=started_at,
        seconds=240,
        routine="desk",
        level="beginner",
        snoozes=1,
        held_back_by=("meeting",),
        note='Ünïcode, "quotes" and a\nnew line',
        steps=tuple(step(name) for name in PLAN),
    )


def missed(*, ended_at: int = NOON, day: str = DAY) -> Break:
    """Return an offer that nobody answered."""
    return Break(
        day=day,
        outcome=Outcome.MISSED,
        reason=Reason.UNANSWERED,
        ended_at=ended_at,
        utc_offset_s=0,
        zone="UTC",
        offered_at=ended_at - 2400,
    )


def arrived(at: int = NOON) -> Happening:
    """Return an arrival."""
    return Happening(at, What.ARRIVED, (("idle_s", 0), ("locked", False), ("by", "input")))
