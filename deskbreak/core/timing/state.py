"""The states of the schedule as types."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never

from deskbreak.core.timing.book import Book, Due


@dataclass(frozen=True, slots=True)
class OffDuty:
    """Outside office hours, at lunch, or not arrived yet."""

    book: Book


@dataclass(frozen=True, slots=True)
class Working:
    """Sitting counts. A break that is due here is held back by something."""

    book: Book
    due: Due | None = None


@dataclass(frozen=True, slots=True)
class Offering:
    """A break is offered.

    `running` is the steady second since which `due.counted` grows, None while it stands still;
    `quiet` means that a reason still holds and only the tray icon asks.
    """

    book: Book
    due: Due
    running: int | None
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Snoozed:
    """The person put the offer off until a steady second."""

    book: Book
    due: Due
    until: int


@dataclass(frozen=True, slots=True)
class Pause:
    """A pause: since when, and until when by the steady or by the wall clock (or neither).

    `why` is "hurt", "unwell" or "" for no reason given; `asks_at` the steady second from which
    to ask, when next on duty, whether a hurt back is better.
    """

    since: int
    until: int | None = None
    until_utc: int | None = None
    why: str = ""
    asks_at: int | None = None


@dataclass(frozen=True, slots=True)
class Begun:
    """What is known of a session whose first frame was painted."""

    started_at: int
    routine: str
    level: str
    week: int


@dataclass(frozen=True, slots=True)
class Exercising:
    """A session is open. `due` is the offer that it answers, `pause` a pause to return to.

    `halted` is the steady second since which lock or sleep halts it; `cut` once it was told
    to end for that. A posture `check` answers no offer: `due` goes on after it, and stays
    snoozed until the steady second `snoozed`.
    """

    book: Book
    due: Due | None = None
    begun: Begun | None = None
    pause: Pause | None = None
    halted: int | None = None
    cut: bool = False
    check: bool = False
    snoozed: int | None = None


@dataclass(frozen=True, slots=True)
class Away:
    """Absent for longer than `away_min`. `gone` is the last sign of presence (steady).

    `due` is the offer that the absence ended, if it had been shown.
    """

    book: Book
    gone: int
    due: Due | None = None


@dataclass(frozen=True, slots=True)
class Paused:
    """The person wants no offers for a while."""

    book: Book
    pause: Pause


State = OffDuty | Working | Offering | Snoozed | Exercising | Away | Paused
"""Any state of the schedule."""


def with_book(state: State, book: Book) -> State:
    """Return the same state with another book."""
    match state:
        case OffDuty():
            return OffDuty(book)
        case Working():
            return Working(book, state.due)
        case Offering():
            return Offering(book, state.due, state.running, state.quiet)
        case Snoozed():
            return Snoozed(book, state.due, state.until)
        case Away():
            return Away(book, state.gone, state.due)
        case Exercising() | Paused():
            return replace(state, book=book)
        case _:
            assert_never(state)


def due_of(state: State) -> Due | None:
    """Return the break that is due in a state, if any."""
    match state:
        case Working() | Offering() | Snoozed() | Exercising():
            return state.due
        case OffDuty() | Away() | Paused():
            return None
        case _:
            assert_never(state)
