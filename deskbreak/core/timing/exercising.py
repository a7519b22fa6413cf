"""A session's beginning and end, as the schedule sees it."""

from __future__ import annotations

from dataclasses import replace

from deskbreak.core.command import Code, Reply, Start
from deskbreak.core.entry import Outcome, Reason, What
from deskbreak.core.session_view import SessionResult
from deskbreak.core.timing.absence import close
from deskbreak.core.timing.effect import (
    BeginBreak,
    Effect,
    FinishBreak,
    HideOffer,
    OpenSession,
    Write,
)
from deskbreak.core.timing.event import Painted
from deskbreak.core.timing.records import finished, note, opened, unstarted
from deskbreak.core.timing.settle import fresh, on_duty
from deskbreak.core.timing.state import (
    Away,
    Begun,
    Exercising,
    OffDuty,
    Offering,
    Paused,
    State,
    Working,
    due_of,
)
from deskbreak.core.timing.trigger import Trigger
from deskbreak.core.timing.turn import Turn


def start(state: State, ask: Start) -> tuple[Turn, Reply]:
    """Open a session from any state; in a session there is nothing to do."""
    book = state.book
    if isinstance(state, Exercising):
        return Turn(None, state), Reply(Code.DONE, "The break is already running.")
    if ask.missed and book.missed_until <= book.t:
        return Turn(None, state), Reply(Code.REFUSED, "There is no missed break to make up for.")
    effects: tuple[Effect, ...] = (HideOffer(),) if isinstance(state, Offering) else ()
    if isinstance(state, Away):
        book, effects = close(state)
    pause = state.pause if isinstance(state, Paused) else None
    session = Exercising(replace(book, undo=None), due_of(state), pause=pause)
    turn = Turn(Trigger.STARTED, session, (*effects, OpenSession(ask.routine)))
    return turn, Reply(Code.DONE, "The break begins.")


def begin(state: State, event: Painted) -> Turn:
    """Begin the break: the first frame of its session is on the screen."""
    if not isinstance(state, Exercising) or state.begun is not None:
        return Turn(None, state)
    begun = Begun(state.book.utc, event.routine, event.level, event.week)
    effects = (BeginBreak(opened(state.book, state.due, begun)),)
    return Turn(None, replace(state, begun=begun), effects)


def end(state: State, result: SessionResult) -> Turn:
    """Close the break; the count starts again, or a pause goes on."""
    if not isinstance(state, Exercising):
        return Turn(None, state)
    book = replace(fresh(state.book), duty=state.book.t, missed_until=0)
    if state.cut and result.outcome is Outcome.PARTIAL:
        result = replace(result, reason=Reason.ABSENCE)
    effects: tuple[Effect, ...] = ()
    if state.begun is not None:
        done = book.done_today + result.seconds
        effects = (FinishBreak(finished(book, state.due, state.begun, result)),)
        book = replace(book, done_s=done, done_day=book.day)
    elif state.due is not None:
        entry = unstarted(book, state.due, Outcome.SKIPPED, Reason.PERSON)
        effects = (Write(entry),)
    if state.pause is not None:
        return Turn(Trigger.ENDED, Paused(book, state.pause), effects)
    if not on_duty(book):
        return Turn(Trigger.ENDED, OffDuty(book), effects)
    if not book.arrived:
        effects = (*effects, note(book, What.ARRIVED))
    return Turn(Trigger.ENDED, Working(replace(book, arrived=True)), effects)
