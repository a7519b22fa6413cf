"""Pausing and resuming by a person's wish."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from deskbreak.core.command import (
    Code,
    PauseFor,
    PauseOpen,
    PauseToday,
    PauseUntilTime,
    PauseUntilTomorrow,
    Reply,
    Resume,
)
from deskbreak.core.entry import Reason, Scalar, What
from deskbreak.core.restrictions import Suspension
from deskbreak.core.timing import workday
from deskbreak.core.timing.absence import close
from deskbreak.core.timing.book import Book
from deskbreak.core.timing.effect import Effect
from deskbreak.core.timing.records import note
from deskbreak.core.timing.rules import ASK_AGAIN_S, HURT_REST_S
from deskbreak.core.timing.settle import fresh, resume
from deskbreak.core.timing.state import Away, Exercising, Pause, Paused, State, due_of
from deskbreak.core.timing.trigger import Trigger
from deskbreak.core.timing.turn import Turn, drop
from deskbreak.core.unfit import PauseUnfit, Unfit

PauseAsk = PauseFor | PauseUntilTime | PauseUntilTomorrow | PauseToday | PauseOpen | PauseUnfit


LONGEST_PAUSE_MIN = 31 * 24 * 60
_DAY_MIN = 24 * 60


def pause(state: State, asked: PauseAsk) -> tuple[Turn, Reply]:
    """Pause; an offer that is open ends, and a pause that runs is replaced."""
    book = state.book
    if isinstance(state, Exercising):
        return Turn(None, state), Reply(Code.REFUSED, "A break is running; finish it first.")
    wrong = _hurts(state) or _wrong(asked)
    if wrong:
        return Turn(None, state), Reply(Code.REFUSED, wrong)
    effects: tuple[Effect, ...] = ()
    due = due_of(state)
    if due is not None:
        book, effects = drop(book, due, Reason.PAUSE)
        book = book if due.offered_at is None else fresh(book)
    elif isinstance(state, Away):
        book, effects = close(state)
    since = state.pause.since if isinstance(state, Paused) else book.t
    span = replace(_span(book, asked), since=since)
    until = ends_at(book, span)
    data: dict[str, Scalar] = {"why": span.why} if span.why else {}
    effects = (*effects, note(book, What.PAUSED, until=until, **data))
    return Turn(Trigger.PAUSED, Paused(book, span), effects), Reply(Code.DONE, _said(book, until))


def resumed(state: State, asked: Resume) -> tuple[Turn, Reply]:
    """Resume by a person's wish; a hurt back only once it is said to get better."""
    if not isinstance(state, Paused):
        return _healed(state, asked)
    if _hurts(state) and not asked.better:
        return _rests_on(state, asked)
    return resume(state), Reply(Code.DONE, "Breaks are offered again.")


def asks_better(state: State) -> bool:
    """Return whether it is time to ask if a hurt back is getting better."""
    if not isinstance(state, Paused):
        return state.book.rules.suspended is Suspension.HURT
    rested = state.book.t - state.pause.since >= HURT_REST_S
    return state.pause.why == Unfit.HURT and rested


def why_paused(state: State) -> str:
    """Return why it is paused; a hurt back holds even if its pause got lost."""
    if isinstance(state, Paused):
        return state.pause.why
    return Unfit.HURT.value if state.book.rules.suspended is Suspension.HURT else ""


def _hurts(state: State) -> str:
    """Return why a pause may not be replaced or ended just so; "" when it may."""
    if isinstance(state, Paused) and state.pause.why == Unfit.HURT:
        return "Breaks rest until the pain in your back is clearly going down."
    return ""


def _healed(state: State, asked: Resume) -> tuple[Turn, Reply]:
    """Say so of a hurt back of which the journal alone knows, its pause having got lost."""
    if state.book.rules.suspended is not Suspension.HURT:
        return Turn(None, state), Reply(Code.REFUSED, "Nothing is paused.")
    if not asked.better:
        return _rests_on(state, asked)
    effects = (note(state.book, What.RESUMED, why=Unfit.HURT.value),)
    return Turn(None, state, effects), Reply(Code.DONE, "Breaks are offered again.")


def _rests_on(state: State, asked: Resume) -> tuple[Turn, Reply]:
    if asked.better is None:
        return Turn(None, state), Reply(Code.REFUSED, "Is the pain clearly going down?")
    if not isinstance(state, Paused):
        return Turn(None, state), Reply(Code.DONE, "Breaks rest on.")
    pause = replace(state.pause, asks_at=state.book.t + ASK_AGAIN_S)
    return Turn(None, replace(state, pause=pause)), Reply(Code.DONE, "Breaks rest on.")


def ends_at(book: Book, span: Pause) -> int | None:
    """Return the UTC second at which a pause ends; None for one that is open."""
    if span.until is not None:
        return span.until + book.lead
    return span.until_utc


def _wrong(asked: PauseAsk) -> str:
    match asked:
        case PauseFor():
            fine = 1 <= asked.minutes <= LONGEST_PAUSE_MIN
            return "" if fine else f"A pause lasts 1 to {LONGEST_PAUSE_MIN} minutes."
        case PauseUntilTime():
            fine = 0 <= asked.minute_of_day < _DAY_MIN
            return "" if fine else "A time of day lies between 00:00 and 23:59."
        case PauseUntilTomorrow() | PauseToday() | PauseOpen() | PauseUnfit():
            return ""
        case _:
            assert_never(asked)


def _span(book: Book, asked: PauseAsk) -> Pause:
    match asked:
        case PauseFor():
            return Pause(book.t, until=book.t + asked.minutes * 60)
        case PauseUntilTime():
            until = workday.next_time(book.utc, asked.minute_of_day, book.zone)
            return Pause(book.t, until_utc=until)
        case PauseUntilTomorrow():
            return Pause(book.t, until_utc=_tomorrow(book))
        case PauseToday():
            return Pause(book.t, until_utc=_day_end(book))
        case PauseOpen():
            return Pause(book.t)
        case PauseUnfit(Unfit.UNWELL):
            return Pause(book.t, until_utc=_tomorrow(book), why=asked.why.value)
        case PauseUnfit():
            return Pause(book.t, why=Unfit.HURT.value, asks_at=book.t + HURT_REST_S)
        case _:
            assert_never(asked)


def _tomorrow(book: Book) -> int:
    office, zone = book.rules.office, book.zone
    today = workday.day_of(book.utc, office, zone)
    opening = workday.next_opening(book.utc, office, zone, other_than=today)
    return workday.next_turn(book.utc, office, zone) if opening is None else opening


def _day_end(book: Book) -> int:
    """Return when the last shift of this day ends, or when the day turns."""
    office, zone = book.rules.office, book.zone
    today = workday.day_of(book.utc, office, zone)
    ends = [end for _, end in workday.office_spans(today, office, zone) if end > book.utc]
    return max(ends, default=workday.next_turn(book.utc, office, zone))


def _said(book: Book, until: int | None) -> str:
    if until is None:
        return "Paused until you resume."
    end = workday.local_of(until, book.zone)
    today = workday.local_of(book.utc, book.zone).date()
    day = "" if end.date() == today else f"{end:%A} "
    return f"Paused until {day}{end:%H:%M}."
