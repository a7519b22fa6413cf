"""What a session says and allows, kept while it stays: frames come far more often than words."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from deskbreak.core.command import SessionVerb
from deskbreak.core.guide import words
from deskbreak.core.guide.allowed import may
from deskbreak.core.guide.script import Beat
from deskbreak.core.guide.shown import resting
from deskbreak.core.guide.state import Session
from deskbreak.core.same import Same
from deskbreak.core.words import Words


@dataclass(frozen=True, slots=True)
class Said:
    """What a view says, and whether the exercise may be made easier or harder."""

    titles: tuple[str, ...]
    title: str
    instruction: str
    cue: str
    coming: str
    caution: str
    announce: str
    rep_text: str
    may_ease: bool
    may_harden: bool


@dataclass(frozen=True, slots=True)
class _Moment:
    """A session at a beat and a count; moments with an equal `mark` have the same words."""

    session: Session = field(compare=False)
    beat: Beat = field(compare=False)
    rep: int = field(compare=False)
    tr: Words = field(compare=False)
    mark: tuple[object, ...]


def said(session: Session, beat: Beat, rep: int, tr: Words) -> Said:
    """Return the words of a session at a beat; `rep` is what is counted, 0 for nothing."""
    mark = (
        Same(session.routine),
        Same(session.script),
        Same(beat),
        Same(tr),
        session.step,
        session.stage,
        session.halt,
        resting(session, session.at),
        session.ending is None,
        rep,
        session.records[session.step].reps,
    )
    return _said(_Moment(session, beat, rep, tr, mark))


@lru_cache(maxsize=4)  # type: ignore[misc]  # typeshed names it with Any
def _said(moment: _Moment) -> Said:
    session, beat, tr = moment.session, moment.beat, moment.tr
    return Said(
        titles=tuple(tr(planned.exercise.title) for planned in session.routine.steps),
        title=words.title(session, tr),
        instruction=words.instruction(session, beat, tr),
        cue=words.cue(session, beat, tr),
        coming=words.coming(session, beat, tr),
        caution=tr(session.script.planned.exercise.safety),
        announce=words.announcement(session, beat, tr),
        rep_text=words.counted(session.wished, moment.rep, tr),
        may_ease=may(session, SessionVerb.EASIER),
        may_harden=may(session, SessionVerb.HARDER),
    )
