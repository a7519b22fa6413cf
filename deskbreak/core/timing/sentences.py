"""Sentences that say beforehand what a choice will lead to."""

from __future__ import annotations

from deskbreak.core.timing import workday
from deskbreak.core.timing.book import Book


def snooze_sentence(book: Book, minutes: int) -> str:
    """Say when a snoozed break comes back, or that lunch or closing comes first."""
    back = book.utc + minutes * 60
    office, zone = book.rules.office, book.zone
    plain = f"Snoozed for {minutes} minutes." if minutes != 1 else "Snoozed for 1 minute."
    lunch = workday.lunch_after(book.utc, office, zone)
    if lunch is not None and lunch[0] <= back:
        return f"{plain} Lunch begins before that, so this break will not come back."
    shift = workday.shift_at(book.utc, office, zone)
    if shift is not None and shift.end - book.rules.quiet_s <= back:
        return f"{plain} Your day ends before that, so this break will not come back."
    return plain
