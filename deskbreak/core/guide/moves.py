"""How a session moves on: by time, by a person's wish, by a lock, by being cut short."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from deskbreak.core.command import SessionVerb
from deskbreak.core.entry import Discomfort, Reason, StepOutcome
from deskbreak.core.guide.shown import pose_shown
from deskbreak.core.guide.state import (
    Ending,
    Glide,
    Session,
    closed,
    counted,
    with_record,
)
from deskbreak.core.session_view import Halt, Stage

GLIDE_S = 0.8
"""Program seconds in which the figure glides to where it belongs; less than the second in which
it must be at rest after "It hurts"."""

SLIDE_S = 2.5
"""Program seconds in which the figure changes its seat between two exercises."""

BACK_S = 3.0
"""Within the first so many seconds of an exercise, Back means the exercise before."""

_STRENGTH = {
    None: 0,
    Discomfort.STRETCH: 1,
    Discomfort.UNPLEASANT: 2,
    Discomfort.PAIN: 3,
    Discomfort.SHARP: 4,
}


def advance(session: Session, t: float) -> Session:
    """Let time pass up to `t`. A late look moves on by `stride` at most, the rest is a pause."""
    if session.ending or session.halt or t <= session.at:
        return replace(session, at=max(session.at, t))
    left = min(t - session.at, session.stride)
    moved = replace(session, at=t)
    while moved.ending is None and left >= moved.length - moved.pos:
        room = moved.length - moved.pos
        left -= room
        moved = _over(_run(moved, room), t - left)
    return moved if moved.ending else _run(moved, left)


def _run(session: Session, seconds: float) -> Session:
    moved = replace(session, pos=session.pos + seconds)
    if session.stage is not Stage.EXERCISE:
        return moved
    record = session.records[session.step]
    return with_record(moved, replace(record, seconds=record.seconds + seconds))


def _over(session: Session, t: float) -> Session:
    """Go on from the end of a card or an exercise."""
    if session.stage is Stage.EXERCISE:
        return _to_next(closed(session, StepOutcome.COMPLETED), t, SLIDE_S)
    return replace(session, stage=Stage.EXERCISE, pos=0.0)


def _to_next(session: Session, t: float, glide_s: float) -> Session:
    if session.step + 1 == len(session.scripts):
        return _ended(session, Ending(t, None))
    gliding = _glide(session, t, glide_s)
    return replace(gliding, step=session.step + 1, stage=Stage.TRANSITION, pos=0.0)


def _glide(session: Session, t: float, seconds: float = GLIDE_S) -> Session:
    return replace(session, glide=Glide(pose_shown(session, t), t, seconds))


def _ended(session: Session, ending: Ending) -> Session:
    return replace(session, stage=Stage.END, halt=None, ending=ending)


def may(session: Session, verb: SessionVerb) -> bool:
    """Return whether the verb does anything now; a refusal is told to the person."""
    if session.ending:
        return False
    match verb:
        case SessionVerb.PAUSE:
            return session.halt is None
        case SessionVerb.RESUME:
            return session.halt is not None
        case SessionVerb.READY:
            return session.halt is None and session.stage is not Stage.EXERCISE
        case SessionVerb.NEXT:
            return session.halt is not Halt.ASKING
        case SessionVerb.BACK:
            return session.halt is not Halt.ASKING and session.stage is not Stage.READY
        case SessionVerb.FINISH | SessionVerb.HURTS:
            return True
        case _:
            assert_never(verb)


def drive(session: Session, verb: SessionVerb, t: float, answer: Discomfort | None) -> Session:
    """Do what a person asked for at `t`; unchanged where `may` says no."""
    now = advance(session, t)
    if not may(now, verb):
        return now
    if verb is SessionVerb.HURTS:
        return _hurts(now, t, answer)
    return _MOVES[verb](now, t)


def halted(session: Session, t: float, why: Halt) -> Session:
    """Stand still at once. A lock does not soften a question that is open."""
    now = advance(session, t)
    if now.ending or now.halt:
        return now
    return replace(now, halt=why, halted_at=t)


def _resumed(session: Session, t: float) -> Session:
    """Go on with the running repetition (or card) from its beginning: only whole ones count."""
    gliding = _glide(session, t)
    if session.stage is Stage.EXERCISE:
        return replace(gliding, halt=None, pos=session.script.at(session.pos).rep_start)
    return replace(gliding, halt=None, pos=0.0)


def _skipped(session: Session, t: float) -> Session:
    if session.stage is not Stage.EXERCISE:
        return replace(_over(session, t), halt=None)
    return replace(_to_next(closed(session), t, GLIDE_S), halt=None)


def _back(session: Session, t: float) -> Session:
    before = session.stage is Stage.TRANSITION or session.pos < BACK_S
    step = max(0, session.step - 1) if before else session.step
    kept = with_record(_glide(session, t), counted(session))
    return replace(kept, step=step, stage=Stage.EXERCISE, pos=0.0, halt=None)


def _hurts(session: Session, t: float, answer: Discomfort | None) -> Session:
    if session.halt is not Halt.ASKING:
        gliding = replace(_glide(session, t), halt=Halt.ASKING)
        return replace(gliding, halted_at=session.halted_at if session.halt else t)
    if answer is None:
        return session
    worst = max(session.worst, answer, key=_STRENGTH.__getitem__)
    told = replace(session, worst=worst)
    if answer in {Discomfort.PAIN, Discomfort.SHARP}:
        return cut(told, t, Reason.PERSON)
    return replace(told, halt=Halt.RESTING)


def cut(session: Session, t: float, reason: Reason) -> Session:
    """End early. A person ends it now; anything else ends it as of the pause that stands."""
    now = advance(session, t)
    if now.ending:
        return now
    at = now.halted_at if now.halt and reason is not Reason.PERSON else t
    hurt = now.halt is Halt.ASKING
    if hurt and now.stage is Stage.TRANSITION:
        now = replace(now, step=now.step - 1)  # it was the exercise before the card that hurt
    left = closed(now, StepOutcome.DISCOMFORT if hurt else None)
    return _ended(left, Ending(at, reason, hurt))


def _paused(session: Session, t: float) -> Session:
    return halted(session, t, Halt.PERSON)


def _finished(session: Session, t: float) -> Session:
    return cut(session, t, Reason.PERSON)


_MOVES: dict[SessionVerb, Callable[[Session, float], Session]] = {
    SessionVerb.PAUSE: _paused,
    SessionVerb.RESUME: _resumed,
    SessionVerb.READY: _over,
    SessionVerb.NEXT: _skipped,
    SessionVerb.BACK: _back,
    SessionVerb.FINISH: _finished,
}
"""What each verb does, apart from HURTS, which carries an answer."""
