"""What is heard of a session: from what it showed and what it shows now, which sound is due."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from deskbreak.core.session_view import SessionView, Stage

_JUMP_S = 0.2  # what is left of a phase only shrinks, but for the jitter of frames


class Tone(StrEnum):
    """A chime, by the name of its file."""

    BEGIN = "begin"
    PHASE = "phase"
    END = "end"


@dataclass(frozen=True, slots=True)
class Cue:
    """What is due at one instant: a chime, or the words that say the same."""

    tone: Tone
    words: str


def cue(before: SessionView | None, now: SessionView) -> Cue | None:
    """Return what is to be heard at a view, None for nothing.

    Nothing is heard while a session stands still, above all not after "It hurts".

    Args:
        before: the last view in which the session ran; None at its beginning.
        now: what it shows now.
    """
    if now.paused or now.stage is Stage.END:
        return None
    if before is None:
        return Cue(Tone.BEGIN, now.announce)
    if not _turned(before, now):
        return None
    return Cue(Tone.PHASE, _words(before, now))


def last_cue(before: SessionView | None, words: str) -> Cue | None:
    """Return what is heard when a session is over: nothing when it stood still or never began.

    Args:
        before: the last view of the session, None when there was none.
        words: what says that it is over.
    """
    if before is None or before.paused or before.stage is Stage.READY:
        return None
    return Cue(Tone.END, words)


def _turned(before: SessionView, now: SessionView) -> bool:
    """Return whether another phase runs: another card or count, or the clock began anew."""
    if _place(before) != _place(now) or before.cue != now.cue:
        return True
    anew = now.phase_left_s > before.phase_left_s + _JUMP_S
    return anew and before.pace == now.pace


def _place(view: SessionView) -> tuple[int, Stage, int, str]:
    return view.step, view.stage, view.rep, view.side.value if view.side else ""


def _words(before: SessionView, now: SessionView) -> str:
    """Return the words of a phase: a card's sentence, another side, or the phase's few words."""
    another = (before.step, before.stage) != (now.step, now.stage)
    if now.announce != before.announce and (not another or now.stage is Stage.TRANSITION):
        return now.announce
    if now.cue:
        return now.cue
    return now.instruction if another or now.instruction != before.instruction else ""
