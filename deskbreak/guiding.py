"""Drives one guided session: its first frame, what it has done since the last look, its end."""

from __future__ import annotations

from dataclasses import dataclass, replace

from deskbreak.core import session
from deskbreak.core.command import SessionVerb
from deskbreak.core.entry import Discomfort, LeftBreak, Outcome, Reason, StepDone, StepOutcome
from deskbreak.core.routine import Routine
from deskbreak.core.session_view import SessionResult, SessionView
from deskbreak.core.words import Words

NOTHING_DONE = SessionResult(Outcome.SKIPPED, Reason.PERSON, (), 0, 0)
"""How a session ends that never had an exercise."""


_LOOKS_PER_S = 4
"""How often a second a running exercise is asked what was done of it."""


@dataclass(frozen=True, slots=True)
class News:
    """What happened in a session since the last look.

    Attributes:
        closed: exercises that ended, to be committed.
        running: the exercise under way, when its count changed; None otherwise.
        result: how the session ended; None while it lasts.
    """

    closed: tuple[StepDone, ...] = ()
    running: StepDone | None = None
    result: SessionResult | None = None


class Guide:
    """One session from its opened window to its result. Times are program BOOTTIME seconds.

    Its clock begins with the first painted frame; until then the get-ready card stands still.
    """

    def __init__(self, routine: Routine, stride: float, *, ready: bool = True) -> None:
        """Keep the routine; `stride` is the most that one look may move the session on.

        `ready` tells whether the get-ready card comes first.
        """
        self.routine = routine
        self._stride, self._ready = stride, ready
        self._session: session.Session | None = None
        self._laid: session.Session | None = None
        self._written: tuple[StepDone, ...] = ()
        self._running: StepDone | None = None
        self._mark: tuple[object, ...] = ()

    @property
    def begun(self) -> bool:
        """Whether the first frame was painted."""
        return self._session is not None

    def planned(self) -> tuple[StepDone, ...]:
        """Return the routine's steps with nothing done yet."""
        return session.steps_so_far(self._fresh(0.0))

    def begin(self, t: float) -> None:
        """Start the session's clock."""
        self._session = self._fresh(t)

    def view(self, t: float, tr: Words) -> SessionView:
        """Return what is shown at `t`."""
        return session.view(self._session or self._fresh(t), t, tr)

    def look(self, t: float) -> News:
        """Let time pass and return what happened since the last look."""
        if self._session is None:
            return News()
        now = self._session = session.advance(self._session, t)
        mark = (now.step, now.stage, now.halt, now.ending, int(now.pos * _LOOKS_PER_S))
        if mark == self._mark:  # a frame later nothing can have happened
            return News()
        self._mark = mark
        return self._news(now)

    def may(self, verb: SessionVerb) -> bool:
        """Return whether a control means something now."""
        return self._session is not None and session.may(self._session, verb)

    def drive(self, verb: SessionVerb, t: float, discomfort: Discomfort | None) -> None:
        """Do what a person asked for."""
        if self._session is not None:
            self._session = session.step(self._session, verb, t, discomfort)

    def halt(self, t: float) -> None:
        """Stand still because the screen was locked or the machine slept."""
        if self._session is not None:
            self._session = session.halt(self._session, t)

    def cut(self, t: float, reason: Reason) -> None:
        """End without a person's wish, as of the pause that stands."""
        self._session = session.cut(self._session or self._fresh(t), t, reason)

    def _fresh(self, t: float) -> session.Session:
        """Return the session as of its beginning at `t`; laid out once, for that takes a while."""
        if self._laid is None:
            self._laid = session.begin(self.routine, t, self._stride, ready=self._ready)
        return replace(self._laid, began=t, at=t)

    def _news(self, now: session.Session) -> News:
        steps = session.steps_done(now)
        closed = tuple(step for step in steps if step not in self._written)
        self._written = steps
        result = session.result(now)
        running = session.steps_so_far(now)[now.step] if result is None else None
        fresh = running if running is not None and self._counts(running) else None
        return News(closed, fresh, result)

    def _counts(self, running: StepDone) -> bool:
        before, self._running = self._running, running
        hurts = running.outcome is StepOutcome.DISCOMFORT
        if running in self._written or (running.done_reps == 0 and not hurts):
            return False
        return before is None or _gist(before) != _gist(running)


def _gist(step: StepDone) -> tuple[str, int, bool]:
    """Return what is worth a write: the count, and whether it hurt."""
    return step.exercise, step.done_reps, step.outcome is StepOutcome.DISCOMFORT


def done_before(left: LeftBreak | None) -> frozenset[str]:
    """Return the exercises that a break which was cut short has behind it."""
    steps = () if left is None else left.steps
    return frozenset(step.exercise for step in steps if step.outcome is StepOutcome.COMPLETED)
