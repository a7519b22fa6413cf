"""The guided session: a pure machine from the get-ready card to the last exercise's end.

Time is an argument everywhere: program CLOCK_BOOTTIME seconds with fractions. The session's
clock begins with `begin`; asking with an earlier time than before changes nothing.
"""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import accumulate

from deskbreak.core.command import SessionVerb
from deskbreak.core.entry import Discomfort, Outcome, Reason, StepDone, StepOutcome
from deskbreak.core.exercise import Breath
from deskbreak.core.guide import moves
from deskbreak.core.guide.allowed import may
from deskbreak.core.guide.home import over_long
from deskbreak.core.guide.moves import advance
from deskbreak.core.guide.notice import notice
from deskbreak.core.guide.said import said
from deskbreak.core.guide.script import TINY, Beat, Part, Script, breath_part, scripts_for
from deskbreak.core.guide.shown import moving, picture, rest_breath, resting
from deskbreak.core.guide.state import (
    READY_S,
    TRANSITION_S,
    Record,
    Session,
    closed,
    step_done,
)
from deskbreak.core.routine import Routine
from deskbreak.core.same import Same
from deskbreak.core.session_view import Halt, SessionResult, SessionView, Stage
from deskbreak.core.words import Words

__all__ = [
    "Session",
    "advance",
    "begin",
    "cut",
    "halt",
    "may",
    "planned_s",
    "result",
    "step",
    "steps_done",
    "steps_so_far",
    "view",
]


def begin(routine: Routine, t: float, stride: float = 1.0, *, ready: bool = True) -> Session:
    """Begin a session with the get-ready card, or with the first exercise's own card.

    Args:
        routine: what to guide; at least one exercise with at least one repetition.
        t: the program second of the first painted frame.
        stride: the most program seconds by which one look may move the session on. A frame
            that comes later than this counts as a pause, so that no exercise passes unseen.
            One real second is right: 1.0, times the speed of a program that runs faster.
        ready: whether the get-ready card is shown.
    """
    records = tuple(Record() for _ in routine.steps)
    stage = Stage.READY if ready else Stage.TRANSITION
    return Session(routine, scripts_for(routine), t, t, stride, 0, stage, 0.0, records)


def step(
    session: Session, verb: SessionVerb, t: float, discomfort: Discomfort | None = None
) -> Session:
    """Do what a person asked for; unchanged where `may` says no."""
    return moves.drive(session, verb, t, discomfort)


def halt(session: Session, t: float) -> Session:
    """Pause because the screen was locked or the machine slept; only a person resumes."""
    return moves.halted(session, t, Halt.LOCK)


def cut(session: Session, t: float, reason: Reason) -> Session:
    """End early without a person's wish, as of the pause that stands (else as of `t`)."""
    return moves.cut(session, t, reason)


def planned_s(routine: Routine) -> int:
    """Return the whole seconds that the routine takes without a pause, cards included."""
    return math.ceil(_planned(begin(routine, 0.0)))


def _planned(session: Session) -> float:
    return _starts(Same(session.scripts))[-1]


@lru_cache(maxsize=8)  # type: ignore[misc]  # typeshed names it with Any
def _starts(scripts: Same[tuple[Script, ...]]) -> tuple[float, ...]:
    """Return the planned second at which each exercise begins, and the one at which all end."""
    lasting = (script.seconds + TRANSITION_S for script in scripts.value)
    *begins, over = accumulate(lasting, initial=READY_S)
    return (*begins, over - TRANSITION_S)


def _passed(session: Session) -> float:
    """Return the planned seconds that lie behind the present place."""
    if session.stage is Stage.END:
        return _planned(session)
    if session.stage is Stage.READY:
        return session.pos
    card = TRANSITION_S if session.stage is Stage.TRANSITION else 0.0
    return _starts(Same(session.scripts))[session.step] - card + session.pos


def steps_done(session: Session) -> tuple[StepDone, ...]:
    """Return the exercises that are closed, in the routine's order.

    Going back and doing one again replaces its value by the better count with all seconds.
    """
    return tuple(
        step_done(session, index, record)
        for index, record in enumerate(session.records)
        if record.outcome
    )


def steps_so_far(session: Session) -> tuple[StepDone, ...]:
    """Return every exercise of the routine as if the session were left now."""
    left = session if session.stage is Stage.END else closed(session)
    return tuple(step_done(session, index, record) for index, record in enumerate(left.records))


def result(session: Session) -> SessionResult | None:
    """Return how it ended, with every exercise of the routine; None while it lasts."""
    ending = session.ending
    if ending is None:
        return None
    steps = steps_so_far(session)
    outcome = _outcome(session)
    by_itself = outcome is Outcome.COMPLETED or (not ending.reason and over_long(session))
    return SessionResult(
        outcome=outcome,
        reason=None if by_itself else ending.reason or Reason.PERSON,
        steps=steps,
        seconds=sum(done.seconds for done in steps),
        elapsed_s=int(ending.at - session.began + TINY),
        discomfort=session.worst,
        later=ending.later,
    )


def _outcome(session: Session) -> Outcome:
    if session.ending and session.ending.hurt:
        return Outcome.DISCOMFORT
    if all(record.whole for record in session.records):
        return Outcome.COMPLETED
    touched = any(record.touched for record in session.records)
    return Outcome.PARTIAL if touched else Outcome.SKIPPED


def _breath(now: Session, beat: Beat) -> tuple[Breath, float]:
    if resting(now, now.at):
        return rest_breath(now, now.at)
    if now.stage is not Stage.EXERCISE:
        return Breath.FREE, 0.0
    return beat.phase.breath, breath_part(beat, now.pos)


def _left_s(now: Session, beat: Beat) -> float:
    """Return the seconds that are left of what is counted down."""
    if now.halt is Halt.RESTING:
        return max(0.0, now.rest_until - now.at)
    end = beat.end if now.stage is Stage.EXERCISE else now.length
    return max(0.0, end - now.pos)


def view(session: Session, t: float, tr: Words) -> SessionView:
    """Return everything that is shown at `t`; the session itself stays as it is."""
    now = advance(session, t)
    beat = now.script.at(now.pos)
    running = now.stage is Stage.EXERCISE
    cycling = running and beat.part is Part.CYCLE
    rep = now.script.count(now.pos) if cycling else 0
    breath, breathed = _breath(now, beat)
    ended_at = now.ending.at if now.ending else now.at
    passed, whole = _passed(now), _planned(now)
    told = said(now, beat, rep, tr)
    return SessionView(
        routine=now.routine.id,
        titles=told.titles,
        done=tuple(record.outcome is StepOutcome.COMPLETED for record in now.records),
        step=now.step + 1,
        steps=len(now.scripts),
        stage=now.stage,
        title=told.title,
        instruction=told.instruction,
        cue=told.cue,
        breath=breath,
        breath_part=breathed,
        rep=rep,
        reps=now.wished.reps,
        rep_text=told.rep_text,
        side=beat.side if cycling else None,
        coming=told.coming,
        caution=told.caution,
        phase_left_s=_left_s(now, beat),
        elapsed_s=int(ended_at - now.began + TINY),
        remaining_s=math.ceil(max(0.0, whole - passed)),
        progress=min(1.0, passed / whole),
        paused=now.halt is not None,
        announce=told.announce,
        picture=picture(now, beat, now.at),
        halt=now.halt,
        moving=moving(now, now.at),
        notice=notice(now, tr),
        may_ease=told.may_ease,
        may_harden=told.may_harden,
        pace=now.wished.pace,
        planned=now.script.planned,
    )
