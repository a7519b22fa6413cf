"""Absence: when it begins to count, its one entry, and the way back."""

from __future__ import annotations

from dataclasses import replace

from deskbreak.core.timing.book import Book
from deskbreak.core.timing.effect import Effect, HideOffer, Write
from deskbreak.core.timing.records import natural
from deskbreak.core.timing.rules import AFTER_RETURN_S
from deskbreak.core.timing.state import Away, Offering, Snoozed, Working
from deskbreak.core.timing.trigger import Trigger
from deskbreak.core.timing.turn import Here, Turn


def leave(state: Working | Offering | Snoozed, here: Here) -> Turn | None:
    """Turn to away when nobody has been there for `away_min`."""
    book = state.book
    if here.still is None or book.t - here.still < book.rules.away_s:
        return None
    due = state.due if state.due and state.due.offered_at is not None else None
    effects = (HideOffer(),) if isinstance(state, Offering) else ()
    return Turn(Trigger.GONE, Away(book, here.still, due), effects)


def close(state: Away) -> tuple[Book, tuple[Effect, ...]]:
    """Write the absence's one entry, if it is worth one and has none yet.

    Only the stretch on duty counts. An offer that the absence ended always gets its ending.
    """
    book = state.book
    start = max(state.gone, book.duty)
    if book.natural == state.gone:
        return book, ()
    if book.t - start < book.rules.away_s and state.due is None:
        return book, ()
    return replace(book, natural=state.gone), (Write(natural(book, state.due, start)),)


def come_back(state: Away, here: Here) -> Turn | None:
    """Turn back to working at the first sign of presence; the count stood still meanwhile."""
    if here.still is not None and here.still <= state.gone:
        return None
    book, effects = close(state)
    return Turn(Trigger.RETURNED, Working(after_absence(book, state.gone)), effects)


def after_absence(book: Book, gone: int) -> Book:
    """Return the book as of the return from an absence that began at `gone`."""
    sat = max(0, gone - book.since)
    since = book.t if book.t - gone >= book.rules.fresh_s else book.t - sat
    return replace(book, since=since, not_before=book.t + AFTER_RETURN_S)
