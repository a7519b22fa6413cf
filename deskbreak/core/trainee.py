"""A made-up person who does each break to its end, so that the weeks of the dose grow."""

from __future__ import annotations

import math
from collections.abc import Mapping

from deskbreak.core.coach.fit import CARD_S, session_s
from deskbreak.core.coach.past import Past, goal_s
from deskbreak.core.entry import Break, Outcome, Reason, StepDone, StepOutcome, Unit
from deskbreak.core.exercise import Exercise
from deskbreak.core.guide.state import READY_S
from deskbreak.core.motion import lasting_s
from deskbreak.core.no_routine import NoRoutine
from deskbreak.core.planner import plan
from deskbreak.core.routine import Planned, Routine
from deskbreak.core.session_view import SessionResult
from deskbreak.core.settings.values import Settings
from deskbreak.core.standing import Standing
from deskbreak.core.timing.rules import Rules

NOTHING = SessionResult(Outcome.SKIPPED, Reason.PERSON, (), 0, 0)
"""What comes of a break of which nothing was done."""


class Trainee:
    """Plans and does the breaks of a play. What is asked of a day is worked out once a break."""

    def __init__(self, settings: Settings, catalog: Mapping[str, Exercise]) -> None:
        """Begin on the first day, with nothing done."""
        self._settings, self._catalog, self._past = settings, catalog, Past()
        self._known: tuple[str, int] | None = None
        self._standing = Standing()
        self._rules = Rules(settings)

    def rules(self, today: str) -> Rules:
        """Return the rules of a day, with its goal."""
        self._stand(today)
        return self._rules

    def plan(self, today: str) -> Routine | NoRoutine:
        """Return the routine that the settings name, as it is planned on a day."""
        self._stand(today)
        name = self._settings.routine.default
        return plan(name, self._catalog, self._settings, self._standing)

    def heed(self, entry: Break) -> None:
        """Take a break of the journal into account."""
        self._past.heed(entry)

    def _stand(self, today: str) -> None:
        known = today, self._past.breaks
        if known != self._known:
            self._known = known
            self._standing = self._past.standing(self._settings, today)
            self._rules = Rules(self._settings, goal_s(self._settings, self._standing))


def done(routine: Routine) -> SessionResult:
    """Return what comes of a routine that is done to its end without a pause."""
    steps = tuple(_done(planned) for planned in routine.steps)
    return SessionResult(
        outcome=Outcome.COMPLETED,
        reason=None,
        steps=steps,
        seconds=sum(step.seconds for step in steps),
        elapsed_s=math.ceil(READY_S - CARD_S + session_s(routine.steps)),
    )


def _done(planned: Planned) -> StepDone:
    exercise, reps = planned.exercise, planned.reps
    return StepDone(
        exercise=exercise.id,
        unit=Unit.SECONDS if exercise.dose.in_seconds else Unit.REPS,
        planned_reps=reps,
        done_reps=reps,
        seconds=int(lasting_s(exercise, reps, planned.pace)),
        outcome=StepOutcome.COMPLETED,
    )
