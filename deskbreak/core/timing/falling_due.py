"""When a break falls due: in the window of sitting time, or at fixed times."""

from __future__ import annotations

from datetime import timedelta

from deskbreak.core.timing import workday
from deskbreak.core.timing.book import Book, Due
from deskbreak.core.timing.rules import SLOT_S
from deskbreak.core.timing.turn import Here


def slot(book: Book) -> int | None:
    """Return the UTC second of the last fixed time that has come."""
    utc = book.utc
    today = workday.local_of(utc, book.zone).date()
    days = (today - timedelta(days=1), today)
    times = book.rules.settings.schedule.times
    begun = (workday.utc_of(day, minute, book.zone) for day in days for minute in times)
    return max((each for each in begun if each <= utc), default=None)


def next_slot(book: Book) -> int | None:
    """Return the UTC second of the next fixed time, looking a day ahead."""
    today = workday.local_of(book.utc, book.zone).date()
    days = (today, today + timedelta(days=1))
    times = book.rules.settings.schedule.times
    coming = (workday.utc_of(day, minute, book.zone) for day in days for minute in times)
    return min((each for each in coming if each > book.utc), default=None)


def open_slot(book: Book) -> int | None:
    """Return the fixed time that still wants its break, None when there is none."""
    begun = slot(book)
    if begun is None or book.utc - begun >= SLOT_S:
        return None
    served = book.served == begun or begun < book.served <= book.utc
    return None if served else begun


def earliest(book: Book) -> int:
    """Return the steady second from which a lull brings the offer."""
    return max(book.since + book.rules.earliest_s, book.not_before)


def latest(book: Book) -> int:
    """Return the steady second at which the offer comes without a lull."""
    return max(book.since + book.rules.latest_s, book.not_before)


def comes_from(book: Book) -> int | None:
    """Return the steady second from which a break may fall due, None when none is foreseen."""
    if not book.rules.by_times:
        return earliest(book)
    if open_slot(book) is not None:
        return max(book.t, book.not_before)
    coming = next_slot(book)
    return None if coming is None else max(coming - book.lead, book.not_before)


def falls_due(book: Book, here: Here) -> Due | None:
    """Return a new due break when one falls due at the book's instant."""
    if here.shut or book.t < book.not_before:
        return None
    if book.rules.by_times:
        begun = open_slot(book)
        return None if begun is None else Due(lapses=begun + SLOT_S - book.lead)
    if book.t < earliest(book):
        return None
    lull = here.still is not None and book.t - here.still >= book.rules.settings.schedule.lull_s
    return Due() if lull or book.t >= latest(book) else None


def turning_points(book: Book, here: Here) -> list[int]:
    """Return the steady seconds at which a break may fall due from here on."""
    if book.rules.by_times:
        coming = next_slot(book)
        return [book.not_before] + ([] if coming is None else [coming - book.lead])
    if here.still is None:
        return [latest(book)]
    lull = here.still + book.rules.settings.schedule.lull_s
    return [latest(book), max(earliest(book), lull)]
