"""A meeting said by hand: when its time is over, a person is asked once whether it goes on."""

from __future__ import annotations

from dataclasses import replace

from deskbreak.core.timing.book import Book, Meeting
from deskbreak.core.timing.effect import AskMeeting, Effect, HideMeeting
from deskbreak.core.timing.sensed import Hold
from deskbreak.core.timing.state import Offering, Snoozed, State, Working

ASKED_S = 5 * 60
"""How long the question waits for an answer; the meeting holds back until then."""

Kept = tuple[Book, tuple[Effect, ...]]


def goes_on(state: State) -> Kept:
    """Return the book with the meeting as it stands at its instant, and what to show of it."""
    book, meeting = state.book, state.book.meeting
    if meeting is None or meeting.until is None or book.t < meeting.until:
        return book, ()
    here = _on_duty(state)
    ends = meeting.until + ASKED_S
    if not here or book.t >= ends:
        return over(book)
    if meeting.asked is not None:
        return book, ()
    if _sensed(book):
        return over(book)
    asked = replace(book, meeting=Meeting(meeting.until, ends))
    return asked, (AskMeeting(ends + book.lead),)


def _on_duty(state: State) -> bool:
    match state:
        case Working() | Offering() | Snoozed():
            return True
        case _:
            return False


def over(book: Book, instead: Meeting | None = None) -> Kept:
    """Return the book with another meeting or none, and the question taken away."""
    asked = book.meeting is not None and book.meeting.asked is not None
    return replace(book, meeting=instead), (HideMeeting(),) if asked else ()


def _sensed(book: Book) -> bool:
    """Return whether the meeting shows by itself, so that nobody has to be asked."""
    return Hold.MEETING in book.rules.heeded(book.sensed)
