"""How a session moves on: by time, by a person's wish, by a lock, by being cut short."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from deskbreak.core.command import SessionVerb
from deskbreak.core.entry import Discomfort, Reason, StepOutcome
from deskbreak.core.guide import change
from deskbreak.core.guide.allowed import BRISK, SLOW, USUAL, may
from deskbreak.core.guide.home import may_go_on_s, over_long, warm_up_from, warmed_up
from deskbreak.core.guide.shown import glided
from deskbreak.core.guide.state import (
    GLIDE_S,
    REST_S,
    Ending,
    Session,
    closed,
    counted,
    exchanged,
    with_record,
)
from deskbreak.core.session_view import Halt, Stage

SLIDE_S = 2.5
"""Program seconds in which the figure changes its seat between two exercises."""

VERY_LATE = 10
"""The strides after which a look comes so late that nobody can have followed."""

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
    """Let time pass up to `t`. A late look moves on by `stride` at most, the rest is a pause.

    After a very late one (the machine slept, the program was stopped) it stands still as of the
    last look, and only a person resumes.
    """
    if t <= session.at:
        return session
    if session.ending or session.halt:
        return replace(session, at=t)
    if t - session.at > VERY_LATE * session.stride:
        return replace(session, at=t, halt=Halt.LOCK, halted_at=session.at)
    left = min(t - session.at, session.stride, may_go_on_s(session))
    moved = session
    while not _stands(moved) and left >= (room := change.turn_end(moved) - moved.pos):
        left -= room
        moved = _over(_run(moved, room, t), t - left)
    moved = moved if _stands(moved) else _run(moved, left, t)
    if over_long(moved) and not moved.ending:
        return _ended(closed(moved), Ending(t, None))
    return moved


def _stands(session: Session) -> bool:
    return session.ending is not None or session.halt is not None


def _run(session: Session, seconds: float, t: float) -> Session:
    """Let so many seconds pass, up to `t`. Most frames of a session do nothing but this."""
    records = session.records
    if session.stage is Stage.EXERCISE:
        record = records[session.step]
        longer = replace(record, seconds=record.seconds + seconds)
        records = exchanged(records, session.step, longer)
    pos, ran = session.pos + seconds, session.ran + seconds
    return replace(session, at=t, pos=pos, ran=ran, records=records)


def _over(session: Session, t: float) -> Session:
    """Go on from the end of a card, of an exercise, or of a repetition that is to change."""
    if session.stage is not Stage.EXERCISE:
        return replace(session, stage=Stage.EXERCISE, pos=0.0)
    if session.script.planned is not session.wished:
        return change.turned(session, t)
    done = _to_next(closed(session, StepOutcome.COMPLETED), t, SLIDE_S)
    return replace(done, halt=Halt.WARM, halted_at=t) if warmed_up(session) else done


def _to_next(session: Session, t: float, glide_s: float) -> Session:
    if session.step + 1 == len(session.scripts):
        return _ended(session, Ending(t, None))
    gliding = glided(session, t, glide_s)
    card = replace(gliding, step=session.step + 1, stage=Stage.TRANSITION, pos=0.0, change=None)
    return change.settled(card)


def _ended(session: Session, ending: Ending) -> Session:
    return replace(session, stage=Stage.END, halt=None, ending=ending)


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
    if session.halt is Halt.RESTING:
        return _softened(session, t)
    now = change.settled(glided(session, t, GLIDE_S))
    if session.stage is Stage.EXERCISE:
        return replace(now, halt=None, pos=now.script.at(now.pos).rep_start)
    return replace(now, halt=None, pos=0.0)


def _softened(session: Session, t: float) -> Session:
    """Go on after a rest, in the easier form."""
    return _resumed(replace(change.softened(session, t), halt=Halt.PERSON), t)


def _eased(session: Session, t: float) -> Session:
    easing = _softened if session.halt is Halt.RESTING else change.eased
    return easing(session, t)


def _skipped(session: Session, t: float) -> Session:
    if session.stage is not Stage.EXERCISE:
        return replace(_over(session, t), halt=None)
    return replace(_to_next(closed(session), t, GLIDE_S), halt=None)


def _hurried(session: Session, t: float) -> Session:
    """Wait no longer: for the card, or for the end of the rest."""
    if session.halt is Halt.RESTING:
        return replace(session, rest_until=t)
    return replace(_over(session, t), halt=None)


def _back(session: Session, t: float) -> Session:
    before = session.stage is Stage.TRANSITION or session.pos < BACK_S
    step = max(0, session.step - 1) if before else session.step
    kept = with_record(glided(session, t, GLIDE_S), counted(session))
    if session.halt is Halt.WARM:
        again = replace(kept, step=warm_up_from(session), halt=None, pos=0.0, change=None)
        return change.settled(again)
    fresh = replace(kept, step=step, stage=Stage.EXERCISE, pos=0.0, halt=None, change=None)
    return change.settled(fresh)


def _hurts(session: Session, t: float, answer: Discomfort | None) -> Session:
    if session.halt is not Halt.ASKING:
        gliding = replace(glided(session, t, GLIDE_S), halt=Halt.ASKING)
        return replace(gliding, halted_at=session.halted_at if session.halt else t)
    if answer is None:
        return session
    worst = max(session.worst, answer, key=_STRENGTH.__getitem__)
    told = replace(session, worst=worst)
    match answer:
        case Discomfort.STRETCH:
            return _resumed(change.narrowed(told, t), t)
        case Discomfort.UNPLEASANT:
            return replace(_hurt(told), halt=Halt.RESTING, rest_until=t + REST_S)
        case Discomfort.PAIN | Discomfort.SHARP:
            return cut(told, t, Reason.PERSON)
        case _:
            assert_never(answer)


def _hurt(session: Session) -> Session:
    """Mark what hurt: on the card between two exercises it is the one before."""
    step, records = session.step, session.records
    if session.stage is Stage.TRANSITION:
        step = max(0, step - 1)
    ended = StepOutcome.DISCOMFORT if records[step].outcome else None
    marked = replace(records[step], hurt=True, outcome=ended)
    return replace(session, records=exchanged(records, step, marked))


def cut(session: Session, t: float, reason: Reason) -> Session:
    """End early. A person ends it now; anything else ends it as of the pause that stands."""
    now = advance(session, t)
    if now.ending:
        return now
    at = now.halted_at if now.halt and reason is not Reason.PERSON else t
    hurt = now.halt in {Halt.ASKING, Halt.RESTING}
    if now.halt is Halt.ASKING:
        now = _hurt(now)
    return _ended(closed(now), Ending(at, reason, hurt))


def _paused(session: Session, t: float) -> Session:
    return halted(session, t, Halt.PERSON)


def _finished(session: Session, t: float) -> Session:
    return cut(session, t, Reason.PERSON)


def _put_off(session: Session, t: float) -> Session:
    return _ended(closed(session), Ending(t, Reason.PERSON, later=True))


_MOVES: dict[SessionVerb, Callable[[Session, float], Session]] = {
    SessionVerb.PAUSE: _paused,
    SessionVerb.RESUME: _resumed,
    SessionVerb.READY: _hurried,
    SessionVerb.NEXT: _skipped,
    SessionVerb.BACK: _back,
    SessionVerb.FINISH: _finished,
    SessionVerb.LATER: _put_off,
    SessionVerb.EASIER: _eased,
    SessionVerb.HARDER: change.hardened,
    SessionVerb.SLOW: change.paced(SLOW),
    SessionVerb.USUAL: change.paced(USUAL),
    SessionVerb.BRISK: change.paced(BRISK),
}
"""What each verb does, apart from HURTS, which carries an answer."""
