"""The words of a session at an instant."""

from __future__ import annotations

from typing import assert_never

from deskbreak.core.exercise import Side
from deskbreak.core.guide.instruction import say, sentences_of, setup_of
from deskbreak.core.guide.script import Beat, Part
from deskbreak.core.guide.shown import resting
from deskbreak.core.guide.state import Session
from deskbreak.core.routine import Kind, Planned
from deskbreak.core.session_view import Halt, Stage
from deskbreak.core.words import Words


def title(session: Session, tr: Words) -> str:
    """Return the headline: the card's name or the exercise's."""
    match session.stage:
        case Stage.READY:
            return tr("Get ready")
        case Stage.END:
            return tr("The break is over")
        case Stage.EXERCISE | Stage.TRANSITION:
            return tr(session.script.planned.exercise.title)
        case _:
            assert_never(session.stage)


def instruction(session: Session, beat: Beat, tr: Words) -> str:
    """Return the one sentence that is shown now."""
    match session.stage:
        case Stage.READY:
            return _before(session, tr)
        case Stage.TRANSITION:
            return say(setup_of(session.script.planned), tr)
        case Stage.EXERCISE:
            return say(beat.hint, tr)
        case Stage.END:
            return ""
        case _:
            assert_never(session.stage)


def _before(session: Session, tr: Words) -> str:
    """Return what to look at before one begins; nobody needs an empty stomach to sit well."""
    place = _place(session, tr)
    if session.routine.kind is Kind.POSTURE:
        return place
    return tr("{place} Last meal more than two hours ago?", place=place)


def _place(session: Session, tr: Words) -> str:
    places = {planned.exercise.place for planned in session.routine.steps}
    if places == {"chair"} and session.routine.seat == "wheelchair":
        return tr("Brakes on? Sitting comfortably? A little space around you?")
    if places == {"chair"}:
        return tr("Chair steady? Feet flat? A little space around you?")
    if "floor" in places:
        return tr("Room to lie down, something soft below you, fresh air?")
    return tr("A firm stand? An arm's length of space all around? Fresh air?")


def cue(session: Session, beat: Beat, tr: Words) -> str:
    """Return the running phase's few words; none where a variant leads in otherwise."""
    otherwise = beat.part is Part.LEAD_IN and bool(session.script.planned.variant)
    shown = session.stage is Stage.EXERCISE and not otherwise
    return tr(beat.phase.cue) if shown and beat.phase.cue else ""


def side_name(side: Side, tr: Words) -> str:
    """Return how a side or a direction is called on the screen."""
    return {
        Side.LEFT: tr("left"),
        Side.RIGHT: tr("right"),
        Side.FORWARD: tr("forward"),
        Side.BACKWARD: tr("backward"),
    }[side]


def counted(planned: Planned, rep: int, tr: Words) -> str:
    """Return where the count stands, for example "3 of 4" or "12 s"; "" where nothing counts."""
    if not rep:
        return ""
    if planned.exercise.dose.in_seconds:
        return tr("{left} s", left=planned.reps - rep + 1)
    return tr("{rep} of {reps}", rep=rep, reps=planned.reps)


def count(planned: Planned, tr: Words) -> str:
    """Return how much is planned, for example "Circles per direction: 4" or "30 s"."""
    dose = planned.exercise.dose
    if dose.in_seconds:
        if dose.unit.endswith("per side"):
            return tr("{seconds} s on each side", seconds=planned.reps)
        return tr("{seconds} s", seconds=planned.reps)
    unit = tr(dose.unit)
    return tr("{unit}: {reps}", unit=unit[:1].upper() + unit[1:], reps=planned.reps)


def coming(session: Session, beat: Beat, tr: Words) -> str:
    """Return what comes next."""
    exercise = session.script.planned.exercise
    if session.stage is Stage.READY:
        return tr("First: {title}", title=tr(exercise.title))
    if session.stage is Stage.TRANSITION:
        return count(session.script.planned, tr)
    if session.stage is Stage.END:
        return ""
    ways = exercise.directions
    if beat.rep and beat.direction + 1 < len(ways):
        return tr("Then the same {side}", side=side_name(ways[beat.direction + 1], tr))
    if session.step + 1 < len(session.scripts):
        return tr(
            "Next: {title}", title=tr(session.scripts[session.step + 1].planned.exercise.title)
        )
    return tr("This is the last one")


def announcement(session: Session, beat: Beat, tr: Words) -> str:
    """Return what a screen reader says when it changes: once for each step and each halt."""
    match session.halt:
        case Halt.PERSON | Halt.LOCK:
            return tr("Paused.")
        case Halt.ASKING:
            return tr("Stopped. How does it feel?")
        case Halt.RESTING if resting(session, session.at):
            return tr("Rest and breathe quietly. You are asked how to go on when you have rested.")
        case Halt.RESTING:
            return tr("How shall it go on? Leave this one out, an easier version, or finish.")
        case Halt.WARM:
            return tr("The warm-up is done. Do you feel warm?")
        case None:
            return _told(session, beat, tr)
        case _:
            assert_never(session.halt)


def _told(session: Session, beat: Beat, tr: Words) -> str:
    planned = session.script.planned
    name = tr(planned.exercise.title)
    match session.stage:
        case Stage.READY:
            return tr("Get ready.") + " " + instruction(session, beat, tr)
        case Stage.TRANSITION:
            return tr("Next: {title}", title=name) + ". " + instruction(session, beat, tr)
        case Stage.END:
            return tr("The break is over")
        case Stage.EXERCISE:
            if beat.direction > 0:
                way = side_name(planned.exercise.directions[beat.direction], tr)
                return tr("{title}: now {side}.", title=name, side=way)
            said = " ".join(say(hint, tr) for hint in sentences_of(planned))
            return f"{name}. {count(planned, tr)}. {said}"
        case _:
            assert_never(session.stage)
