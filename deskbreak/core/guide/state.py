"""The state of a guided session, and what it has recorded so far."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never

from deskbreak.core.entry import Discomfort, Reason, StepDone, StepOutcome, Unit
from deskbreak.core.guide.script import TINY, Script
from deskbreak.core.pose import Pose
from deskbreak.core.routine import Planned, Routine
from deskbreak.core.session_view import Halt, Stage

READY_S = 5.0
"""Program seconds of the get-ready card."""

TRANSITION_S = 4.0
"""Program seconds of the card between two exercises."""


REST_S = 45.0
"""Program seconds of quiet breathing after something was unpleasant (CONTENT 5.3: 30 to 60)."""

LONGEST_S = 45 * 60.0
"""Program seconds after which a home workout ends (the source article's limit)."""

GLIDE_S = 0.8
"""Program seconds in which the figure glides to where it belongs; less than the second in which
it must be at rest after "It hurts"."""


@dataclass(frozen=True, slots=True)
class Record:
    """What was done of one exercise, over all attempts.

    `reps` is the best attempt's count on the lesser side; `touched` tells whether any whole
    repetition was done; `seconds` adds up all attempts; `outcome` is None while it is open;
    `hurt` tells whether it was unpleasant or worse, `whole` whether it was done to its end.
    """

    reps: int = 0
    touched: bool = False
    seconds: float = 0.0
    outcome: StepOutcome | None = None
    hurt: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Glide:
    """A smooth way for the figure from a pose to wherever it belongs now."""

    start: Pose
    at: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Change:
    """What a person last changed: the plan before it, and the program second."""

    before: Planned
    at: float


@dataclass(frozen=True, slots=True)
class Ending:
    """How it ended: the program second, the reason (None at its natural end), whether it hurt.

    `later` means that it was put off before it began.
    """

    at: float
    reason: Reason | None
    hurt: bool = False
    later: bool = False


@dataclass(frozen=True, slots=True)
class Session:
    """One guided session. Times are program CLOCK_BOOTTIME seconds.

    Attributes:
        routine: what is guided; it has at least one exercise.
        scripts: the time line of each exercise.
        began: when it began. `at`: the last look.
        stride: the longest time that one look may move the exercise on.
        step: the running or coming exercise, counted from 0. `stage`: card, exercise or end.
        pos: seconds into the card or exercise.
        records: what was done, one for each exercise.
        halt: why it stands still, since `halted_at`; None while it runs.
        glide: the figure's way from where it was.
        worst: the strongest answer to "does it hurt?". `ending`: None while it lasts.
        rest_until: when the rest is over (only while resting).
        change: what was changed last in this exercise; `ran`: seconds not spent in a halt.
    """

    routine: Routine
    scripts: tuple[Script, ...]
    began: float
    at: float
    stride: float
    step: int
    stage: Stage
    pos: float
    records: tuple[Record, ...]
    halt: Halt | None = None
    halted_at: float = 0.0
    glide: Glide | None = None
    worst: Discomfort | None = None
    ending: Ending | None = None
    rest_until: float = 0.0
    change: Change | None = None
    ran: float = 0.0

    @property
    def wished(self) -> Planned:
        """Return the running or coming exercise as it was asked for last."""
        return self.routine.steps[self.step]

    @property
    def script(self) -> Script:
        """Return the time line of the running or coming exercise."""
        return self.scripts[self.step]

    @property
    def length(self) -> float:
        """Return the seconds that the running card or exercise takes."""
        match self.stage:
            case Stage.READY:
                return READY_S
            case Stage.TRANSITION:
                return TRANSITION_S
            case Stage.EXERCISE:
                return self.script.seconds
            case Stage.END:
                return 0.0
            case _:
                assert_never(self.stage)


_RANK = {
    None: -1,
    StepOutcome.SKIPPED: 0,
    StepOutcome.PARTIAL: 1,
    StepOutcome.COMPLETED: 2,
    StepOutcome.DISCOMFORT: 3,
}


def with_record(session: Session, record: Record) -> Session:
    """Return the session with another record of the current exercise."""
    return replace(session, records=exchanged(session.records, session.step, record))


def exchanged(records: tuple[Record, ...], step: int, record: Record) -> tuple[Record, ...]:
    """Return the records with another one for an exercise."""
    return (*records[:step], record, *records[step + 1 :])


def counted(session: Session) -> Record:
    """Return the current exercise's record with the running attempt counted in."""
    record = session.records[session.step]
    if session.stage is not Stage.EXERCISE:
        return record
    counts = session.script.done(session.pos)
    return replace(
        record,
        reps=max(record.reps, min(counts)),
        touched=record.touched or max(counts) > 0,
    )


def closed(session: Session, outcome: StepOutcome | None = None) -> Session:
    """Close the current exercise, keeping the better of an earlier and this outcome.

    Without an `outcome` it was left early: partial after a whole repetition, else skipped.
    """
    record = counted(session)
    left = StepOutcome.PARTIAL if record.touched else StepOutcome.SKIPPED
    best = max(record.outcome, outcome or left, key=_RANK.__getitem__)
    whole = record.whole or outcome is StepOutcome.COMPLETED
    best = StepOutcome.DISCOMFORT if record.hurt else best
    return with_record(session, replace(record, outcome=best, whole=whole))


def step_done(session: Session, index: int, record: Record) -> StepDone:
    """Return the journal's value for one exercise."""
    planned = session.routine.steps[index]
    return StepDone(
        exercise=planned.exercise.id,
        unit=Unit.SECONDS if planned.exercise.dose.in_seconds else Unit.REPS,
        planned_reps=planned.reps,
        done_reps=min(record.reps, planned.reps),
        seconds=int(record.seconds + TINY),
        outcome=record.outcome or StepOutcome.SKIPPED,
    )
