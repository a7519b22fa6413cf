"""Composes what the schedule writes down: entries of breaks and events beside them."""

from __future__ import annotations

from dataclasses import replace
from datetime import tzinfo

from deskbreak.core.entry import (
    Break,
    Happening,
    OpenBreak,
    Outcome,
    Reason,
    Scalar,
    Source,
    What,
)
from deskbreak.core.session_view import SessionResult
from deskbreak.core.timing import workday
from deskbreak.core.timing.book import Book, Due
from deskbreak.core.timing.effect import Note
from deskbreak.core.timing.rules import Rules
from deskbreak.core.timing.state import Begun

NO_OFFER = Due()


def note(book: Book, what: What, **data: Scalar) -> Note:
    """Return an event at the book's instant."""
    return Note(Happening(book.utc, what, tuple(data.items())))


def day_at(utc: int, rules: Rules, zone: tzinfo) -> str:
    """Return the day that an instant belongs to, as YYYY-MM-DD."""
    return workday.day_of(utc, rules.office, zone).isoformat()


def day_text(book: Book, utc: int) -> str:
    """Return the day that an instant belongs to where the book is, as YYYY-MM-DD."""
    return day_at(utc, book.rules, book.zone)


def offset_at(book: Book, utc: int) -> int:
    """Return the local offset from UTC in seconds at an instant."""
    offset = workday.local_of(utc, book.zone).utcoffset()
    return 0 if offset is None else offset.days * 86400 + offset.seconds


def source_of(due: Due | None) -> Source:
    """Return who brought a break about: the schedule only when it offered it."""
    return Source.PERSON if due is None or due.offered_at is None else Source.SCHEDULE


def unstarted(book: Book, due: Due, outcome: Outcome, reason: Reason) -> Break:
    """Return the entry of an offer that ends now and was never begun."""
    offered = book.utc if due.offered_at is None else due.offered_at
    return Break(
        day=day_text(book, offered),
        outcome=outcome,
        reason=reason,
        ended_at=book.utc,
        utc_offset_s=offset_at(book, book.utc),
        zone=book.seen.zone_name,
        offered_at=due.offered_at,
        snoozes=due.snoozes,
        held_back_by=due.held_back_by,
    )


def natural(book: Book, due: Due | None, start: int) -> Break:
    """Return the entry of an absence from the steady second `start` until now."""
    ended = unstarted(book, due or NO_OFFER, Outcome.NATURAL, Reason.ABSENCE)
    started = start + book.lead
    return replace(ended, started_at=started, day=day_text(book, started))


def opened(book: Book, due: Due | None, begun: Begun) -> OpenBreak:
    """Return what is known of a break when it begins."""
    offer = due or NO_OFFER
    return OpenBreak(
        day=day_text(book, begun.started_at),
        offered_at=offer.offered_at,
        started_at=begun.started_at,
        utc_offset_s=offset_at(book, begun.started_at),
        zone=book.seen.zone_name,
        routine=begun.routine,
        level=begun.level,
        week=begun.week,
        snoozes=offer.snoozes,
        held_back_by=offer.held_back_by,
        source=source_of(due),
    )


def finished(book: Book, due: Due | None, begun: Begun, result: SessionResult) -> Break:
    """Return the whole entry of a break that was begun."""
    start = opened(book, due, begun)
    ended = start.started_at + result.elapsed_s
    return Break(
        day=start.day,
        outcome=result.outcome,
        reason=result.reason,
        ended_at=ended,
        utc_offset_s=offset_at(book, ended),
        zone=start.zone,
        offered_at=start.offered_at,
        started_at=start.started_at,
        seconds=result.seconds,
        routine=start.routine,
        level=start.level,
        week=start.week,
        snoozes=start.snoozes,
        held_back_by=start.held_back_by,
        discomfort=result.discomfort,
        source=start.source,
        steps=result.steps,
    )
