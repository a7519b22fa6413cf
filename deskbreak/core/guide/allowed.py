"""Which of a person's wishes mean something at a moment of the session."""

from __future__ import annotations

from collections.abc import Callable

from deskbreak.core.command import SessionVerb
from deskbreak.core.guide import change
from deskbreak.core.guide.shown import resting
from deskbreak.core.guide.state import Session
from deskbreak.core.session_view import Halt, Stage

SLOW, USUAL, BRISK = 0.75, 1.0, 1.5
"""The paces to choose from; 1 is the data's own tempo."""


def may(session: Session, verb: SessionVerb) -> bool:
    """Return whether the verb does anything now; a refusal is told to the person."""
    if session.ending:
        return False
    return verb in {SessionVerb.FINISH, SessionVerb.HURTS} or _MAY[verb](session)


def _may_pause(session: Session) -> bool:
    return session.halt is None


def _may_resume(session: Session) -> bool:
    return session.halt is not None


def _may_hurry(session: Session) -> bool:
    if session.halt in _UNWELL:
        return resting(session, session.at) or session.halt is Halt.WARM
    return session.stage is not Stage.EXERCISE


def _may_skip(session: Session) -> bool:
    return session.halt is not Halt.ASKING


def _may_go_back(session: Session) -> bool:
    well = session.halt not in {Halt.ASKING, Halt.RESTING}
    return well and session.stage is not Stage.READY


def _may_put_off(session: Session) -> bool:
    return session.stage is Stage.READY and session.halt is not Halt.ASKING


def _may_ease(session: Session) -> bool:
    if session.halt is Halt.RESTING:
        return True
    return session.halt not in {Halt.ASKING, Halt.WARM} and change.may_ease(session)


def _may_harden(session: Session) -> bool:
    return session.halt not in _UNWELL and change.may_harden(session)


def _may_pace(pace: float) -> Callable[[Session], bool]:
    return lambda session: session.halt not in _UNWELL and session.wished.pace != pace


_UNWELL = {Halt.ASKING, Halt.RESTING, Halt.WARM}

_MAY: dict[SessionVerb, Callable[[Session], bool]] = {
    SessionVerb.PAUSE: _may_pause,
    SessionVerb.RESUME: _may_resume,
    SessionVerb.READY: _may_hurry,
    SessionVerb.NEXT: _may_skip,
    SessionVerb.BACK: _may_go_back,
    SessionVerb.LATER: _may_put_off,
    SessionVerb.EASIER: _may_ease,
    SessionVerb.HARDER: _may_harden,
    SessionVerb.SLOW: _may_pace(SLOW),
    SessionVerb.USUAL: _may_pace(USUAL),
    SessionVerb.BRISK: _may_pace(BRISK),
}
"""When each verb does anything; FINISH and HURTS always do."""
