"""What the schedule shows of itself at one moment: when the next break comes, and why not now."""

from __future__ import annotations

from typing import assert_never

from deskbreak.core.status import NextBreak, ScheduleView, StateName
from deskbreak.core.timing import falling_due, reasons, workday
from deskbreak.core.timing.advance import advance
from deskbreak.core.timing.book import Book
from deskbreak.core.timing.moment import Moment
from deskbreak.core.timing.pausing import asks_better, ends_at, why_paused
from deskbreak.core.timing.rules import Rules
from deskbreak.core.timing.sensed import Cause, Hold, Sensed
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
    due_of,
)

NAMES: dict[type[State], StateName] = {
    OffDuty: StateName.OFF_DUTY,
    Working: StateName.WORKING,
    Offering: StateName.OFFERING,
    Snoozed: StateName.SNOOZED,
    Exercising: StateName.EXERCISING,
    Away: StateName.AWAY,
    Paused: StateName.PAUSED,
}
"""How each state is called outside."""


def view(state: State, now: Moment, sensed: Sensed, rules: Rules) -> ScheduleView:
    """Return what there is to show at `now`; the state itself stays as it is."""
    state = advance(state, now, sensed, rules).state
    book, due = state.book, due_of(state)
    coming = _next_break(state)
    held = _held(state)
    left = None if due is None else rules.snoozes_left(due.snoozes)
    snoozable = due is not None and due.offered_at is not None and left != 0
    undo = book.undo
    return ScheduleView(
        state=NAMES[type(state)],
        now=now,
        sitting_s=_sitting(state),
        next_break=coming,
        held_back_by=tuple(hold for hold, _ in held),
        held_since=min((since for _, since in held), default=None),
        until=_until(state),
        snoozes_left=rules.snoozes_left(0) if due is None else left,
        can_snooze=snoozable and not isinstance(state, Exercising),
        can_unskip=isinstance(state, Working) and undo is not None and book.t < undo.until,
        missed_offer=book.t < book.missed_until,
        in_meeting_until=_meeting_end(book),
        in_meeting=book.meeting is not None,
        causes=_causes(book, tuple(hold for hold, _ in held)),
        asks_meeting=book.meeting is not None and book.meeting.asked is not None,
        opens=_opens(state),
        progress=_progress(state, coming),
        day=book.day,
        due=due is not None,
        recently_ate=book.t < reasons.fed_until(book),
        pause_why=why_paused(state),
        asks_better=asks_better(state),
        holds=held,
        asks_from=_asks_from(state),
    )


def _sitting(state: State) -> int:
    book = state.book
    match state:
        case Working() | Offering() | Snoozed():
            return max(0, book.t - book.since)
        case Away():
            return max(0, state.gone - book.since)
        case Exercising() if state.check and state.pause is None:
            return max(0, book.t - book.since) if book.arrived else 0
        case OffDuty() | Exercising() | Paused():
            return 0
        case _:
            assert_never(state)


def _held(state: State) -> tuple[tuple[Hold, int], ...]:
    """Return the reasons worth showing: all on duty, at lunch only lunch, else none."""
    match state:
        case Working() | Offering() | Snoozed() | Away():
            return state.book.holding
        case OffDuty():
            return tuple(each for each in state.book.holding if each[0] is Hold.LUNCH)
        case Exercising() | Paused():
            return ()
        case _:
            assert_never(state)


def _asks_from(state: State) -> int | None:
    """Return when reasons from outside have held the break back for as long as they may."""
    book, due = state.book, due_of(state)
    if not isinstance(state, Working) or due is None or due.held_from is None:
        return None
    if not book.holding or not reasons.only_capped(book):
        return None
    return due.held_from + book.rules.cap_s + book.lead


def _causes(book: Book, held: tuple[Hold, ...]) -> tuple[Cause, ...]:
    """Return the programs behind the reasons, in the order of the reasons."""
    known = sorted(book.rules.causes(book.sensed), key=str)
    return tuple(cause for hold in held for cause in known if cause.hold is hold)


def _until(state: State) -> int | None:
    book = state.book
    match state:
        case Snoozed():
            return state.until + book.lead
        case Paused():
            return ends_at(book, state.pause)
        case Working() | Offering() | Away():
            return _meeting_end(book)
        case OffDuty() | Exercising():
            return None
        case _:
            assert_never(state)


def _meeting_end(book: Book) -> int | None:
    if book.meeting is None or book.meeting.until is None:
        return None
    asked = book.meeting.asked
    return (book.meeting.until if asked is None else asked) + book.lead


def _opens(state: State) -> int | None:
    book = state.book
    if not isinstance(state, OffDuty) or on_duty(book):
        return None
    lunch = workday.lunch_at(book.utc, book.rules.office, book.zone)
    if lunch is not None and workday.shift_at(lunch[1], book.rules.office, book.zone):
        return lunch[1]
    return workday.next_opening(book.utc, book.rules.office, book.zone)


def _next_break(state: State) -> NextBreak | None:
    book = state.book
    match state:
        case Offering() if not state.quiet:
            return NextBreak(book.utc, book.utc)
        case Working() if state.due is None:
            return _coming(book)
        case Snoozed():
            return NextBreak(state.until + book.lead, state.until + book.lead)
        case Working() | Offering():
            until = _meeting_end(book)
            return None if until is None else NextBreak(until, until)
        case OffDuty() | Exercising() | Away() | Paused():
            return None
        case _:
            assert_never(state)


def _coming(book: Book) -> NextBreak | None:
    """Return when the next break falls due if the person stays, None when not today."""
    if any(hold in {Hold.GOAL, Hold.SAFETY} for hold, _ in book.holding):
        return None
    if book.rules.by_times:
        coming = falling_due.next_slot(book)
        return _within(book, coming, coming) if coming is not None else None
    free = max(book.t, reasons.fed_until(book) if book.rules.defers_meals else 0) + book.lead
    first = max(falling_due.earliest(book) + book.lead, free)
    last = max(falling_due.latest(book) + book.lead, free)
    lunch = workday.lunch_after(book.utc, book.rules.office, book.zone)
    if lunch is not None and lunch[0] <= first:
        fed = book.rules.settings.routine.meal_window_min * 60 if book.rules.defers_meals else 0
        first = lunch[1] + max(book.rules.earliest_s, fed)
        last = lunch[1] + max(book.rules.latest_s, fed)
    return _within(book, first, last)


def _within(book: Book, first: int, last: int) -> NextBreak | None:
    closes = reasons.closing(book)
    quiet = 0 if closes is None else closes + book.lead - book.rules.quiet_s
    return NextBreak(first, min(last, quiet)) if first < quiet else None


def _progress(state: State, coming: NextBreak | None) -> float:
    book = state.book
    match state:
        case Offering() | Snoozed():
            return 1.0
        case Working() if state.due is not None:
            return 1.0
        case Working() if coming is not None:
            since = book.since + book.lead
            return min(1.0, max(0.0, (book.utc - since) / max(1, coming.latest - since)))
        case Working() | Away():
            return min(1.0, _sitting(state) / max(1, book.rules.latest_s))
        case OffDuty() | Exercising() | Paused():
            return 0.0
        case _:
            assert_never(state)
