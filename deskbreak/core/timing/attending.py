"""When reasons from outside matter: shortly before something may be shown, until it is settled.

Some of them can only be learned by asking again and again, which is not worth its price in the
hours in which no break is near.
"""

from __future__ import annotations

from typing import assert_never

from deskbreak.core.timing import falling_due, nudge, pausing, reasons
from deskbreak.core.timing.book import Book
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

LEAD_S = 60
"""How long before something may be shown the reasons against it are looked for."""

_WAITS_ANYWAY = frozenset({Hold.LUNCH, Hold.DAY_END, Hold.GOAL, Hold.SAFETY})


def attends_from(state: State) -> int | None:
    """Return the steady second from which reasons from outside matter, None when that is open.

    A second that has passed means that they matter now.
    """
    book = state.book
    match state:
        case Working():
            return _soonest(_of_break(state), nudge.wanted_from(book, state.due))
        case Offering() | Exercising():
            return book.t
        case Snoozed():
            return state.until - LEAD_S
        case Paused():
            ends = pausing.ends_at(book, state.pause)
            return None if ends is None else ends - book.lead - LEAD_S
        case OffDuty() | Away():
            return None
        case _:
            assert_never(state)


def _of_break(state: Working) -> int | None:
    book = state.book
    if any(hold in _WAITS_ANYWAY for hold, _ in book.holding):
        return None
    if state.due is not None and not _fed(book):
        return book.t
    comes = book.t if state.due is not None else falling_due.comes_from(book)
    if comes is None:
        return None
    fed = reasons.fed_until(book) if book.rules.defers_meals else comes
    return max(comes, fed) - LEAD_S


def _fed(book: Book) -> bool:
    return any(hold is Hold.MEAL for hold, _ in book.holding)


def _soonest(of_break: int | None, of_nudge: int | None) -> int | None:
    known = [each for each in (of_break, None if of_nudge is None else of_nudge - LEAD_S) if each]
    return min(known, default=None)
