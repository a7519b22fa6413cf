"""What time alone brings about: the turns at one instant, state by state.

`turn` says what is to change at the instant that the book stands at, or None when all is as it
should be. It is asked again after each change, so each rule may lean on those before it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from deskbreak.core.entry import Reason, Scalar, What
from deskbreak.core.timing import absence, nudge
from deskbreak.core.timing.book import Book, Due
from deskbreak.core.timing.effect import AskBetter, CutSession, Effect, HaltSession, HideOffer
from deskbreak.core.timing.falling_due import falls_due, open_slot, slot
from deskbreak.core.timing.reasons import only_capped
from deskbreak.core.timing.records import note
from deskbreak.core.timing.rules import ASK_AGAIN_S
from deskbreak.core.timing.sensed import Hold
from deskbreak.core.timing.state import (
    Away,
    Exercising,
    OffDuty,
    Offering,
    Paused,
    Snoozed,
    State,
    Working,
)
from deskbreak.core.timing.trigger import Trigger
from deskbreak.core.timing.turn import (
    Here,
    Turn,
    ask,
    drop,
    held_out,
    hold,
    shown,
    wait,
)


def turn(state: State, here: Here) -> Turn | None:
    """Return the next change at the book's instant, None when nothing is to change."""
    return _turn(state, here) or nudge.turn(state, here)


def _turn(state: State, here: Here) -> Turn | None:
    match state:
        case OffDuty():
            return _arrive(state.book, here)
        case Working():
            return leave_office(state, here) or absence.leave(state, here) or _work(state, here)
        case Offering():
            return leave_office(state, here) or absence.leave(state, here) or _offer(state, here)
        case Snoozed():
            return leave_office(state, here) or absence.leave(state, here) or _snooze(state, here)
        case Exercising():
            return _exercise(state, here)
        case Away():
            return leave_office(state, here) or absence.come_back(state, here)
        case Paused():
            return _pause(state)
        case _:
            assert_never(state)


def on_duty(book: Book) -> bool:
    """Return whether the book's instant lies in office hours and not in lunch."""
    place = book.here
    return place.shift is not None and place.lunch is None


def _arrive(book: Book, here: Here) -> Turn | None:
    if not on_duty(book):
        return None
    if book.arrived:
        return Turn(Trigger.ARRIVED, Working(begin_duty(book)))
    shift = book.here.shift
    opened = book.t if shift is None else shift.start - book.lead
    if here.shut or (here.still is not None and here.still < opened):
        return None
    book = begin_duty(replace(book, arrived=True))
    return Turn(Trigger.ARRIVED, Working(book), (note(book, What.ARRIVED),))


def begin_duty(book: Book) -> Book:
    """Return the book with the count beginning now."""
    return replace(book, since=book.t, duty=book.t)


def leave_office(state: Working | Offering | Snoozed | Away, here: Here) -> Turn | None:
    """Turn to off duty at lunch or closing; what was open ends."""
    book = state.book
    if on_duty(book):
        return None
    lunch = book.here.lunch is not None
    reason = Reason.LUNCH if lunch else Reason.DAY_END
    effects: tuple[Effect, ...] = ()
    if isinstance(state, Away):
        book, effects = absence.close(state)
    elif state.due is not None:
        book, effects = drop(book, state.due, Reason.SETTINGS if here.chosen else reason)
    return Turn(Trigger.LUNCH if lunch else Trigger.CLOSED, OffDuty(book), effects)


def _goal(book: Book, due: Due) -> Turn | None:
    reached = any(reason is Hold.GOAL for reason, _ in book.holding)
    if due.offered_at is None or not reached:
        return None
    book, effects = drop(book, due, Reason.GOAL)
    return Turn(Trigger.GOAL, Working(fresh(book)), effects)


def fresh(book: Book) -> Book:
    """Return the book with the count starting again; a fixed time that is open is served."""
    return replace(book, since=book.t, served=slot(book) or book.served)


def _work(state: Working, here: Here) -> Turn | None:
    book, due = state.book, state.due
    if due is None:
        new = falls_due(book, here)
        if new is None:
            return None
        book = replace(book, served=open_slot(book) or book.served)
        return wait(book, new, Trigger.DUE) if book.holding else ask(book, new, Trigger.DUE)
    ended = _goal(book, due) or _lapse(book, due)
    if ended is not None:
        return ended
    if due.holding != names(book):
        return wait(book, due, Trigger.HELD if book.holding else Trigger.RELEASED)
    if here.shut:
        return None
    if not book.holding:
        return ask(book, due, Trigger.RELEASED)
    if only_capped(book) and held_out(book, due):
        return ask(book, due, Trigger.OVERDUE, quiet=True)
    return None


def names(book: Book) -> tuple[str, ...]:
    """Return the names of the standing reasons."""
    return tuple(reason.value for reason, _ in book.holding)


def _lapse(book: Book, due: Due) -> Turn | None:
    if due.offered_at is not None or due.lapses is None or book.t < due.lapses:
        return None
    return Turn(Trigger.LAPSED, Working(book), (note(book, What.WITHDRAWN, reason=None),))


def _offer(state: Offering, here: Here) -> Turn | None:
    book, due = state.book, state.due
    ended = _goal(book, due)
    if ended is not None:
        return ended
    if due.holding != names(book):
        return _offer_held(state)
    counting = not (here.shut or state.quiet)
    if counting is not (state.running is not None):
        return Turn(None, tallied(state, book.t if counting else None))
    return _remind(state, book.t - state.running) if state.running is not None else None


def tallied(state: Offering, running: int | None) -> Offering:
    """Return the offer with its presence counted up to now."""
    more = 0 if state.running is None else state.book.t - state.running
    return replace(state, due=replace(state.due, counted=state.due.counted + more), running=running)


def _offer_held(state: Offering) -> Turn:
    state = tallied(state, None)
    book = state.book
    due, effects = hold(book, state.due)
    if not book.holding:
        again = ask(book, due, Trigger.RELEASED)
        return replace(again, effects=effects + again.effects)
    if state.quiet and only_capped(book):
        return Turn(None, replace(state, due=due), effects)
    withdrawn = note(book, What.WITHDRAWN, reason=book.holding[0][0].value)
    return Turn(Trigger.HELD, Working(book, due), (withdrawn, *effects, HideOffer()))


def _remind(state: Offering, more: int) -> Turn | None:
    book, before, every = state.book, state.due.counted, state.book.rules.repeat_s
    if before + more >= book.rules.missed_s:
        book, effects = drop(book, tallied(state, book.t).due, Reason.UNANSWERED)
        return Turn(Trigger.MISSED, Working(fresh(book)), effects)
    if (before + more) // every > before // every:
        state = tallied(state, book.t)
        return Turn(Trigger.REPEATED, state, (shown(book, state.due, quiet=False),))
    return None


def _snooze(state: Snoozed, here: Here) -> Turn | None:
    book, due = state.book, state.due
    ended = _goal(book, due)
    if ended is not None:
        return ended
    if book.t < state.until or here.shut:
        return None
    if book.holding:
        return wait(book, due, Trigger.WOKE)
    return ask(book, due, Trigger.WOKE)


def _exercise(state: Exercising, here: Here) -> Turn | None:
    book = state.book
    if not here.shut:
        return None if state.halted is None else Turn(None, replace(state, halted=None))
    if state.halted is None:
        return Turn(None, replace(state, halted=book.t), (HaltSession(),))
    if state.cut or book.t - state.halted < book.rules.away_s:
        return None
    return Turn(None, replace(state, cut=True), (CutSession(),))


def _pause(state: Paused) -> Turn | None:
    book, pause = state.book, state.pause
    over = pause.until is not None and book.t >= pause.until
    over_utc = pause.until_utc is not None and book.utc >= pause.until_utc
    if pause.asks_at is not None and book.t >= pause.asks_at and on_duty(book):
        asked = replace(pause, asks_at=book.t + ASK_AGAIN_S)
        return Turn(None, replace(state, pause=asked), (AskBetter(),))
    return resume(state) if over or over_utc else None


def resume(state: Paused) -> Turn:
    """Turn back from a pause; a long one starts the count again."""
    book = state.book
    long = book.t - state.pause.since >= book.rules.fresh_s
    book = replace(book, since=book.t if long else book.since, duty=book.t)
    why: dict[str, Scalar] = {"why": state.pause.why} if state.pause.why else {}
    effects = (note(book, What.RESUMED, **why),)
    if book.arrived and on_duty(book):
        return Turn(Trigger.RESUMED, Working(book), effects)
    return Turn(Trigger.RESUMED, OffDuty(book), effects)
