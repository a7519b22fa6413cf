"""Posture nudges: a quiet question between two breaks, shown once and taken away by itself.

A nudge asks for half a minute in which nobody exercises. So a meal, the day's goal and a missing
go-ahead do not hold it back; whatever holds back because of others does. It writes nothing.
"""

from __future__ import annotations

from dataclasses import replace

from deskbreak.core.command import NUDGE
from deskbreak.core.timing import falling_due, reasons
from deskbreak.core.timing.book import Book, Due, Posture
from deskbreak.core.timing.effect import HideNudge, ShowNudge
from deskbreak.core.timing.rules import AFTER_RETURN_S
from deskbreak.core.timing.sensed import Hold
from deskbreak.core.timing.state import State, Working, with_book
from deskbreak.core.timing.trigger import Trigger
from deskbreak.core.timing.turn import Here, Turn

SHOWN_S = 5 * 60
"""How long a nudge stays when nobody answers it."""

PATIENCE_S = 10 * 60
"""How long a nudge waits for a lull."""

GAP_S = 15 * 60
"""How long before an expected break, and after another nudge, none is shown."""

_OF_EXERCISE = frozenset({Hold.MEAL, Hold.GOAL, Hold.SAFETY})
_NO_BREAK = frozenset({Hold.GOAL, Hold.SAFETY})


def routine_of(book: Book, asked: str | None) -> str | None:
    """Return the routine to open for one that was asked for: a nudge has two, by turns."""
    return f"{NUDGE}_tall" if asked == NUDGE and book.posture.turns % 2 else asked


def turn(state: State, here: Here) -> Turn | None:
    """Return the showing or the hiding of a nudge at the book's instant, None for neither."""
    book = state.book
    if book.posture.until is not None:
        if isinstance(state, Working) and _stands(state, here, book.posture.until):
            return None
        hidden = replace(book, posture=replace(book.posture, until=None))
        return Turn(None, with_book(state, hidden), (HideNudge(),))
    if not isinstance(state, Working) or here.shut or not _may(book, state.due):
        return None
    first = _earliest(book, state.due)
    if book.t < first or not _clear(book, state.due):
        return None
    lull = here.still is not None and book.t - here.still >= book.rules.settings.schedule.lull_s
    if not lull and book.t < first + PATIENCE_S:
        return None
    shown = replace(book, posture=Posture(book.t, book.t + SHOWN_S, book.posture.turns))
    effect = ShowNudge(max(0, book.t - book.since), instead=state.due is not None)
    return Turn(Trigger.NUDGED, Working(shown, state.due), (effect,))


def turning_points(book: Book, due: Due | None, here: Here) -> list[int]:
    """Return the steady seconds at which a nudge may come or go while nothing else happens."""
    if book.posture.until is not None:
        return [book.posture.until]
    if not _may(book, due):
        return []
    first = _earliest(book, due)
    if here.still is None:
        return [first + PATIENCE_S]
    return [first + PATIENCE_S, max(first, here.still + book.rules.settings.schedule.lull_s)]


def wanted_from(book: Book, due: Due | None) -> int | None:
    """Return the steady second from which a nudge may come, None where none are wanted."""
    if not book.rules.settings.schedule.posture_nudge_min:
        return None
    return book.t if book.posture.until is not None else _earliest(book, due)


def _stands(state: Working, here: Here, until: int) -> bool:
    return state.book.t < until and not here.shut and _may(state.book, state.due)


def _may(book: Book, due: Due | None) -> bool:
    """Return whether nudges are wanted, and nothing but exercise's own reasons holds back."""
    if not book.rules.settings.schedule.posture_nudge_min:
        return False
    if not all(hold in _OF_EXERCISE for hold, _ in book.holding):
        return False
    return due is None or (due.offered_at is None and bool(book.holding))


def _earliest(book: Book, due: Due | None) -> int:
    """Return the steady second from which a lull brings the next nudge."""
    back = book.not_before - AFTER_RETURN_S
    moved = max(book.since, book.duty, book.posture.last, back)
    usual = moved + book.rules.settings.schedule.posture_nudge_min * 60
    held = None if due is None else due.held_from
    if held is None or book.posture.last >= held:
        return usual
    return min(usual, max(held, moved + GAP_S))


def _clear(book: Book, due: Due | None) -> bool:
    """Return whether no break is expected soon."""
    if any(hold in _NO_BREAK for hold, _ in book.holding):
        return True
    coming = _coming(book, due)
    return coming is None or book.t + GAP_S <= coming


def _coming(book: Book, due: Due | None) -> int | None:
    if due is not None:
        return reasons.fed_until(book)
    if not book.rules.by_times:
        return falling_due.earliest(book)
    slot = falling_due.next_slot(book)
    return None if slot is None else slot - book.lead
