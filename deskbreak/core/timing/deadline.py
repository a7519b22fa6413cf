"""When to look again: the next steady second at which time alone may change something."""

from __future__ import annotations

from typing import assert_never

from deskbreak.core.timing import attending, falling_due, nudge, reasons
from deskbreak.core.timing.book import Book, Due
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
from deskbreak.core.timing.turn import Here

_ARRIVAL_S = 60  # how often to look for the first input of somebody who is probably there


def deadline(state: State, here: Here) -> int:
    """Return the next steady second after the book's instant at which time alone may turn it.

    Looking earlier, later or more often changes nothing that is written down, as long as
    somebody looks whenever the senses change.
    """
    book = state.book
    points = [book.here.until - book.lead, *reasons.turning_points(book), *_of_state(state, here)]
    return min([point for point in points if point > book.t])


def next_look(state: State, here: Here) -> int:
    """Return the next steady second at which the program is to look.

    That is the deadline or, if sooner, when something that is only shown changes, or when the
    first input of somebody who is probably there is to be asked for, or when reasons from
    outside begin to matter.
    """
    book = state.book
    attends = attending.attends_from(state)
    points = [deadline(state, here), book.missed_until, *([] if attends is None else [attends])]
    if book.undo is not None:
        points.append(book.undo.until)
    if isinstance(state, OffDuty) and here.still is not None:
        present = book.t - here.still < book.rules.away_s
        points += [book.t + _ARRIVAL_S] if present else []
    return min(point for point in points if point > book.t)


def _of_state(state: State, here: Here) -> list[int]:
    book = state.book
    match state:
        case Working():
            return [
                *_of_due(book, state.due, here),
                *_of_absence(book, here),
                *nudge.turning_points(book, state.due, here),
            ]
        case Offering():
            return _of_offer(state) + _of_absence(book, here)
        case Snoozed():
            return [state.until, *_of_absence(book, here)]
        case Exercising():
            return [] if state.halted is None else [state.halted + book.rules.away_s]
        case OffDuty() | Away():
            return []
        case Paused():
            pause = state.pause
            steady = [at for at in (pause.until, pause.asks_at) if at is not None]
            return steady + ([] if pause.until_utc is None else [pause.until_utc - book.lead])
        case _:
            assert_never(state)


def _of_absence(book: Book, here: Here) -> list[int]:
    return [] if here.still is None else [here.still + book.rules.away_s]


def _of_due(book: Book, due: Due | None, here: Here) -> list[int]:
    if due is None:
        return falling_due.turning_points(book, here)
    points = [] if due.lapses is None else [due.lapses]
    return points if due.held_from is None else [*points, due.held_from + book.rules.cap_s]


def _of_offer(state: Offering) -> list[int]:
    if state.running is None:
        return []
    every = state.book.rules.repeat_s
    counted = state.due.counted + state.book.t - state.running
    return [state.book.t + every - counted % every]
