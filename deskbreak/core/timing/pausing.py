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
)
from deskbreak.core.entry import Reason, What
from deskbreak.core.timing import workday
from deskbreak.core.timing.absence import close
from deskbreak.core.timing.book import Book
from deskbreak.core.timing.effect import Effect
from deskbreak.core.timing.records import note
from deskbreak.core.timing.settle import fresh, resume
from deskbreak.core.timing.state import Away, Exercising, Pause, Paused, State, due_of
from deskbreak.core.timing.trigger import Trigger
from deskbreak.core.timing.turn import Turn, drop

PauseAsk = PauseFor | PauseUntilTime | PauseUntilTomorrow | PauseToday | PauseOpen

LONGEST_PAUSE_MIN = 31 * 24 * 60
_DAY_MIN = 24 * 60


def pause(state: State, asked: PauseAsk) -> tuple[Turn, Reply]:
    """Pause; an offer that is open ends, and a pause that runs is replaced."""
    book = state.book
    if isinstance(state, Exercising):
        return Turn(None, state), Reply(Code.REFUSED, "A break is running; finish it first.")
    wrong = _wrong(asked)
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
    effects = (*effects, note(book, What.PAUSED, until=until))
    return Turn(Trigger.PAUSED, Paused(book, span), effects), Reply(Code.DONE, _said(book, until))


def resumed(state: State) -> tuple[Turn, Reply]:
    """Resume by a person's wish."""
    if not isinstance(state, Paused):
        return Turn(None, state), Reply(Code.REFUSED, "Nothing is paused.")
    return resume(state), Reply(Code.DONE, "Breaks are offered again.")


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
        case PauseUntilTomorrow() | PauseToday() | PauseOpen():
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
