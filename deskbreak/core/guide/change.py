"""Changes the running exercise in mid-session: from its next repetition on, without a jump.

What is asked for stands in the routine at once, so that the journal's plan follows it; the time
line that runs is laid anew at the next turn of the movement.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from deskbreak.core.guide.script import Beat, Part, Script, script_for
from deskbreak.core.guide.shown import glided
from deskbreak.core.guide.state import GLIDE_S, Change, Session
from deskbreak.core.guide.wish import (
    can_ease,
    can_harden,
    easier,
    easy_form,
    harder,
    smaller,
    step_of,
)
from deskbreak.core.motion import rounds_of
from deskbreak.core.routine import Planned
from deskbreak.core.session_view import Halt, Stage

NOTICE_S = 8.0
"""Program seconds for which the words say what changed."""


def eased(session: Session, t: float) -> Session:
    """Make the exercise at hand one step easier."""
    return _wished(session, easier(session.wished, _least(session)), t)


def hardened(session: Session, t: float) -> Session:
    """Make the exercise at hand one step harder."""
    return _wished(session, harder(session.wished, more=_first_way(session)), t)


def narrowed(session: Session, t: float) -> Session:
    """Make the movement at hand one step smaller."""
    return _wished(session, smaller(session.wished), t)


def softened(session: Session, t: float) -> Session:
    """Go over to the easier form of the exercise at hand."""
    return _wished(session, easy_form(session.wished, _least(session)), t)


def may_ease(session: Session) -> bool:
    """Return whether there is a repetition to come that could be easier."""
    return _to_come(session) and can_ease(session.wished, _least(session))


def may_harden(session: Session) -> bool:
    """Return whether there is more to be had of this exercise."""
    wish, more = session.wished, _first_way(session)
    if _to_come(session):
        return can_harden(wish, more=more)
    dose = wish.exercise.dose
    return more and wish.reps < dose.cap and not dose.in_seconds


def paced(pace: float) -> Callable[[Session, float], Session]:
    """Return what plays the rest of the session at a pace."""

    def change(session: Session, t: float) -> Session:
        steps = tuple(replace(planned, pace=pace) for planned in session.routine.steps)
        scripts = tuple(
            script if index == session.step else script_for(planned)
            for index, (planned, script) in enumerate(zip(steps, session.scripts, strict=True))
        )
        routine = replace(session.routine, steps=steps)
        before = session.wished
        told = replace(session, routine=routine, scripts=scripts, change=Change(before, t))
        return told if told.stage is Stage.EXERCISE else settled(told)

    return change


def turn_end(session: Session) -> float:
    """Return the second at which the running card, exercise, or repetition to change, is over."""
    if session.stage is not Stage.EXERCISE or session.script.planned is session.wished:
        return session.length
    beats, start = session.script.beats, session.script.at(session.pos).rep_start
    return max(beat.end for beat in beats if beat.rep_start == start)


def turned(session: Session, t: float) -> Session:
    """Go on in the changed time line, at the repetition after the one that has just ended."""
    last = _order(session.script.at(session.pos - _INSIDE))
    script = script_for(session.wished)
    after = (beat.start for beat in script.beats if _order(beat) > last)
    return _with_script(glided(session, t, GLIDE_S), script, next(after, script.seconds))


def settled(session: Session) -> Session:
    """Take what was asked for up at once, at the start of the running repetition."""
    if session.script.planned is session.wished:
        return session
    beat, script = session.script.at(session.pos), script_for(session.wished)
    starts = (each.start for each in script.beats if _order(each) >= _order(beat))
    return _with_script(session, script, next(starts) if _runs(session) else session.pos)


_INSIDE = 1e-3
"""Seconds before the end of a repetition that surely belong to it."""


def _wished(session: Session, planned: Planned, t: float) -> Session:
    before, index = session.wished, session.step
    if planned == before:
        return session
    steps = session.routine.steps
    routine = replace(session.routine, steps=(*steps[:index], planned, *steps[index + 1 :]))
    told = replace(session, routine=routine, change=Change(before, t))
    if session.stage is Stage.EXERCISE:
        return told
    return settled(glided(told, t, GLIDE_S))


def _with_script(session: Session, script: Script, pos: float) -> Session:
    index, scripts = session.step, session.scripts
    return replace(session, scripts=(*scripts[:index], script, *scripts[index + 1 :]), pos=pos)


def _order(beat: Beat) -> tuple[int, int, int]:
    return tuple(Part).index(beat.part), beat.direction, beat.rep


def _runs(session: Session) -> bool:
    return session.stage is Stage.EXERCISE


def _first_way(session: Session) -> bool:
    """Return whether no direction is behind: a new repetition would be missing there."""
    return not _runs(session) or session.script.at(session.pos).direction == 0


def _least(session: Session) -> int:
    """Return the repetitions that are done or under way; what was done is not taken back."""
    under_way = session.script.count(session.pos) if _runs(session) else 0
    return max(step_of(session.wished), session.records[session.step].reps, under_way)


def _to_come(session: Session) -> bool:
    """Return whether a repetition is still to begin (a halted one begins again)."""
    if not _runs(session):
        return True
    beat, planned = session.script.at(session.pos), session.wished
    if beat.part is Part.LEAD_OUT:
        return False
    again = session.halt is not None and session.halt is not Halt.ASKING
    last = max(0, len(planned.exercise.directions) - 1)
    rounds = rounds_of(planned.exercise, planned.reps, planned.pace)
    return again or beat.rep < rounds or beat.direction < last
