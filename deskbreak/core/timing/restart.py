"""The first state of a run: a fresh one, or the last run's brought up to now.

Time in which the program did not run is no rest and no absence. It passes by CLOCK_BOOTTIME,
and by UTC after another boot; when UTC lies before what was saved, no time has passed at all.
"""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from deskbreak.core.entry import Reason, What
from deskbreak.core.timing import workday
from deskbreak.core.timing.absence import close
from deskbreak.core.timing.advance import Way, here_at, settled
from deskbreak.core.timing.book import Book, Due
from deskbreak.core.timing.effect import Effect
from deskbreak.core.timing.frozen import thaw
from deskbreak.core.timing.moment import Moment
from deskbreak.core.timing.records import day_text, note
from deskbreak.core.timing.rules import AFTER_RETURN_S, Rules
from deskbreak.core.timing.sensed import Sensed
from deskbreak.core.timing.settle import on_duty
from deskbreak.core.timing.state import (
    Away,
    Exercising,
    OffDuty,
    Offering,
    Paused,
    Snoozed,
    State,
    Working,
    with_book,
)
from deskbreak.core.timing.tree import DamagedError
from deskbreak.core.timing.turn import drop, shown

_Kept = tuple[State, tuple[Effect, ...]]


def resume_or_begin(
    now: Moment, sensed: Sensed, rules: Rules, saved: str | None, done_s: int
) -> Way:
    """Return the first state, with what the end of the last run left to be written."""
    try:
        last = None if saved is None else thaw(saved, now, rules)
    except DamagedError:
        last = None
    state: State
    effects: tuple[Effect, ...]
    if last is None:
        state, effects = _fresh(now, rules, sensed), ()
    else:
        state, effects = _carried(last, now, sensed)
    day = day_text(state.book, state.book.utc)
    book = replace(state.book, day=day, done_s=done_s, done_day=day)
    state = with_book(state, book)
    started = note(book, What.STARTED, restored=last is not None)
    way = Way(state, (*effects, started))
    return settled(way, here_at(book))


def _fresh(now: Moment, rules: Rules, sensed: Sensed) -> State:
    idle = sensed.idle_s or 0
    t = now.utc
    there = t if idle < rules.away_s else t - idle
    book = Book(t, now, 0, rules, sensed, there, t, t, "")
    return OffDuty(book)


def _carried(last: State, now: Moment, sensed: Sensed) -> _Kept:
    """Bring a saved state over the time in which nothing ran."""
    seen = last.book.seen
    same = seen.boot_id == now.boot_id and now.boot >= seen.boot
    gap = max(0, now.boot - seen.boot if same else now.utc - seen.utc)
    rules = last.book.rules
    effects: tuple[Effect, ...] = ()
    if gap >= rules.away_s or isinstance(last, Exercising):
        last, effects = _ended(last, brief=gap < rules.away_s)
    book = last.book
    t = book.t + gap
    since = t if gap >= rules.fresh_s else book.since
    wait = t + AFTER_RETURN_S if gap >= rules.away_s else book.not_before
    there = max(book.last, t - (sensed.idle_s or 0)) if gap < rules.away_s else t
    new = replace(
        book, t=t, seen=now, lead=now.utc - t, sensed=sensed, since=since, not_before=wait,
        last=there, quit=False, place=None, posture=replace(book.posture, until=None),
    )  # fmt: skip
    state, more = _left(with_book(last, new), book)
    if isinstance(state, Offering):
        more = (*more, shown(state.book, state.due, quiet=state.quiet))
    return state, effects + more


def _left(state: State, before: Book) -> _Kept:
    """Send home somebody whose shift ended while nothing ran."""
    book = state.book
    office = book.rules.office
    then = workday.shift_at(before.utc, office, book.zone)
    now = workday.shift_at(book.utc, office, book.zone)
    if not book.arrived or then == now:
        return _running(state, before), ()
    effects = (note(before, What.LEFT),)
    book = replace(book, arrived=False)
    if isinstance(state, Working) and state.due is None:
        return OffDuty(book), effects
    return _running(with_book(state, book), before), effects


def _running(state: State, before: Book) -> State:
    """Let an offer's count go on from now, with what was counted up to the last look."""
    if not isinstance(state, Offering) or state.running is None:
        return state
    due = replace(state.due, counted=state.due.counted + before.t - state.running)
    return replace(state, due=due, running=state.book.t)


def _ended(last: State, *, brief: bool) -> _Kept:
    """End what cannot outlive the gap, as of the last look."""
    book = last.book
    gone = Reason.QUIT if book.quit else Reason.CRASH
    match last:
        case OffDuty() | Paused():
            return last, ()
        case Away():
            book, effects = close(last)
            return Working(book), effects
        case Working() | Offering() | Snoozed():
            return _dropped(book, last.due, gone)
        case Exercising():
            return _session_ended(last, gone, brief=brief)
        case _:
            assert_never(last)


def _dropped(book: Book, due: Due | None, reason: Reason) -> _Kept:
    if due is None:
        return Working(book), ()
    book, effects = drop(book, due, reason)
    return Working(replace(book, since=book.t)), effects


def _session_ended(last: Exercising, reason: Reason, *, brief: bool) -> _Kept:
    """End a session: the journal closes a break that was begun; one that was not is an offer."""
    book, due = last.book, last.due
    effects: tuple[Effect, ...] = ()
    working = on_duty(book) and book.arrived and last.pause is None
    if last.begun is not None and not last.check:
        book = replace(book, since=book.t, missed_until=0)
        due = None
    elif due is not None and not (brief and working):
        book, effects = drop(book, due, reason)
        due = None
    if last.pause is not None:
        return Paused(book, last.pause), effects
    if working and due is not None and last.snoozed is not None:
        return Snoozed(book, due, last.snoozed), effects
    return (Working(book, due) if working else OffDuty(book)), effects
