"""A session's beginning and end, as the schedule sees it."""

from __future__ import annotations

from dataclasses import replace

from deskbreak.core.command import Code, Reply, Start
from deskbreak.core.entry import Outcome, Reason, What
from deskbreak.core.routine_ids import is_posture
from deskbreak.core.session_view import SessionResult
from deskbreak.core.timing.absence import after_absence, close
from deskbreak.core.timing.book import Book, Posture
from deskbreak.core.timing.effect import (
    BeginBreak,
    DropBreak,
    Effect,
    FinishBreak,
    HideOffer,
    OpenSession,
    Write,
)
from deskbreak.core.timing.event import Painted
from deskbreak.core.timing.nudge import routine_of
from deskbreak.core.timing.records import finished, note, opened, unstarted
from deskbreak.core.timing.settle import begin_duty, fresh, on_duty, tallied
from deskbreak.core.timing.state import (
    Away,
    Begun,
    Exercising,
    OffDuty,
    Offering,
    Paused,
    Snoozed,
    State,
    Working,
    due_of,
)
from deskbreak.core.timing.trigger import Trigger
from deskbreak.core.timing.turn import Turn


def start(state: State, ask: Start) -> tuple[Turn, Reply]:
    """Open a session from any state; in a session there is nothing to do.

    A posture check stands beside an open offer, anything else answers it.
    """
    book = state.book
    if isinstance(state, Exercising):
        return Turn(None, state), Reply(Code.DONE, "The break is already running.")
    if ask.missed and book.missed_until <= book.t:
        return Turn(None, state), Reply(Code.REFUSED, "There is no missed break to make up for.")
    check = ask.check
    effects: tuple[Effect, ...] = (HideOffer(),) if isinstance(state, Offering) else ()
    if isinstance(state, Away):
        book, effects = close(state)
        book = after_absence(book, state.gone) if check else book
    session = Exercising(
        replace(book, undo=None),
        tallied(state, None).due if check and isinstance(state, Offering) else due_of(state),
        pause=state.pause if isinstance(state, Paused) else None,
        check=check,
        snoozed=state.until if check and isinstance(state, Snoozed) else None,
    )
    effects = (*effects, OpenSession(routine_of(book, ask.routine)))
    turn = Turn(Trigger.STARTED, session, effects)
    return turn, Reply(Code.DONE, "The break begins.")


def begin(state: State, event: Painted) -> Turn:
    """Begin the break: the first frame of its session is on the screen."""
    if not isinstance(state, Exercising) or state.begun is not None:
        return Turn(None, state)
    begun = Begun(state.book.utc, event.routine, event.level, event.week)
    due = None if state.check else state.due
    effects = (BeginBreak(opened(state.book, due, begun)),)
    return Turn(None, replace(state, begun=begun), effects)


def end(state: State, result: SessionResult) -> Turn:
    """Close the break; the count starts again, or a pause goes on."""
    if not isinstance(state, Exercising):
        return Turn(None, state)
    if state.cut and result.outcome is Outcome.PARTIAL:
        result = replace(result, reason=Reason.ABSENCE)
    if state.check:
        return _end_check(state, result)
    if result.later and (put_off := _put_off(state)) is not None:
        return put_off
    book = replace(fresh(state.book), duty=state.book.t, missed_until=0)
    effects: tuple[Effect, ...] = ()
    if state.begun is not None:
        worked = 0 if is_posture(state.begun.routine) else result.seconds
        done = book.done_today + worked
        effects = (FinishBreak(finished(book, state.due, state.begun, result)),)
        book = replace(book, done_s=done, done_day=book.day)
    elif state.due is not None:
        entry = unstarted(book, state.due, Outcome.SKIPPED, Reason.PERSON)
        effects = (Write(entry),)
    return _back(state, book, effects)


def _put_off(state: Exercising) -> Turn | None:
    """Snooze the offer that the session answers; None when there is none, or no snooze left."""
    book, due, offer = state.book, state.due, state.book.rules.settings.offer
    shown = due is not None and due.offered_at is not None
    if due is None or not shown or book.rules.snoozes_left(due.snoozes) == 0 or state.pause:
        return None
    until = book.t + offer.snooze_min * 60
    due = replace(due, snoozes=due.snoozes + 1, counted=0, holding=(), held_from=None)
    effects = (DropBreak(), note(book, What.SNOOZED, minutes=offer.snooze_min))
    return Turn(Trigger.ENDED, Snoozed(book, due, until), effects)


def _end_check(state: Exercising, result: SessionResult) -> Turn:
    """Close a posture check: the sitting, its offer and its snooze go on as they were."""
    turns = state.book.posture.turns + (state.begun is not None)
    book = replace(state.book, duty=state.book.t, posture=Posture(state.book.t, turns=turns))
    effects: tuple[Effect, ...] = ()
    if state.begun is not None:
        entry = finished(book, None, state.begun, result)
        effects = (DropBreak() if result.later else FinishBreak(entry),)
    if state.due is None:
        return _back(state, book if book.arrived else begin_duty(book), effects)
    if state.snoozed is not None:
        return Turn(Trigger.ENDED, Snoozed(book, state.due, state.snoozed), effects)
    return Turn(Trigger.ENDED, Working(book, state.due), effects)


def _back(state: Exercising, book: Book, effects: tuple[Effect, ...]) -> Turn:
    """Turn to where a session leads that leaves no offer behind."""
    if state.pause is not None:
        return Turn(Trigger.ENDED, Paused(book, state.pause), effects)
    if not on_duty(book):
        return Turn(Trigger.ENDED, OffDuty(book), effects)
    if not book.arrived:
        effects = (*effects, note(book, What.ARRIVED))
    return Turn(Trigger.ENDED, Working(replace(book, arrived=True)), effects)
