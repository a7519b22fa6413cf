"""A lone twist of four repetitions that a person changes in mid-session."""

from __future__ import annotations

from dataclasses import replace

from deskbreak.core.entry import Outcome, StepDone, StepOutcome
from deskbreak.core.exercise import RangeFactor
from deskbreak.core.routine import Planned
from deskbreak.core.session import Session, advance, begin, result
from tests.core.guide_samples import exercise, routine

ALL = 1e9
RANGES = RangeFactor(0.6, 0.8, 1.0)
TWIST_AT, REP_S = 7.0, 8.0
"""When the first repetition of a lone twist begins, and how long each one takes."""


def twist(reps: int = 4, reach: float = 0.8, variant: str = "") -> Planned:
    swaps = (("neck_free", (("center", "rest"),)),)
    moved = replace(exercise(), ranges=RANGES, variants=swaps if variant == "has" else ())
    return Planned(moved, reps, reach)


def running(t: float, planned: Planned | None = None) -> Session:
    return advance(begin(routine(planned or twist()), 0.0, ALL), t)


def done(session: Session) -> StepDone:
    over = result(advance(session, 1e6))
    assert over is not None
    assert over.outcome is Outcome.COMPLETED
    (only,) = over.steps
    assert only.outcome is StepOutcome.COMPLETED
    return only
