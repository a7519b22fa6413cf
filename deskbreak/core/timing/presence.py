"""What is known of somebody's presence between two looks, as legs of the way.

The last input is known at both looks. Somebody who was there at the first look is taken to have
stayed until the last input that the second look knows of: only an idle run that a sensor
reports, a lock, and time asleep are an absence, never a late look.
"""

from __future__ import annotations

from dataclasses import dataclass

from deskbreak.core.timing.book import Book
from deskbreak.core.timing.moment import Moment
from deskbreak.core.timing.sensed import Sensed

_JITTER_S = 2  # whole seconds of several clocks, each rounded down, differ by this much


@dataclass(frozen=True, slots=True)
class Leg:
    """A stretch up to the steady second `until` in which presence is of one kind.

    `still` is the last input of the idle run that goes on in this leg, None while somebody is
    there; `shut` holds while the screen is locked or the machine asleep.
    """

    until: int
    still: int | None
    shut: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """The way from the last look to a new one.

    `now` is the new steady second; `asleep` and `stepped` are seconds of sleep and of a clock
    step (0 when there was none); `lead` is the lead from here on; `last` the last input.
    """

    now: int
    asleep: int
    stepped: int
    lead: int
    last: int
    legs: tuple[Leg, ...]


def passage(book: Book, now: Moment, sensed: Sensed) -> Passage:
    """Tell sleep, clock steps and absence apart between the last look and `now`."""
    seen = book.seen
    passed = max(0, now.boot - seen.boot)
    asleep = passed - max(0, now.mono - seen.mono)
    asleep = asleep if asleep > _JITTER_S else 0
    end = book.t + passed
    stepped = now.utc - (end + book.lead)
    stepped = stepped if abs(stepped) > _JITTER_S else 0
    last = last_input(book, end, sensed)
    legs = _legs(book, end, asleep, last)
    return Passage(end, asleep, stepped, book.lead + stepped, last, legs)


def last_input(book: Book, end: int, sensed: Sensed) -> int:
    """Return the steady second of the last sign of presence that is known at `end`."""
    if book.sensed.locked and not sensed.locked:
        return end
    if sensed.idle_s is not None:
        return max(book.last, end - sensed.idle_s)
    if sensed.locked and book.sensed.locked:
        return book.last
    return end


def still_at(book: Book) -> int | None:
    """Return the last input as of the last look, None when somebody is taken to be there."""
    blind = book.sensed.idle_s is None and not book.sensed.locked
    return None if blind else book.last


def _legs(book: Book, end: int, asleep: int, last: int) -> tuple[Leg, ...]:
    locked = book.sensed.locked
    absent = locked or book.t - book.last >= book.rules.away_s
    woke = last if asleep and last > end - asleep else end
    slept = max(book.t, woke - asleep)
    before = book.last if absent else None
    legs: list[Leg] = []
    touched = min(last, slept)
    if last > book.t:
        legs.append(Leg(touched, before, locked))
        still = before if last > slept else last
    else:
        still = last
    legs.append(Leg(slept, still, locked))
    if asleep:
        legs.append(Leg(woke, slept if still is None else still, shut=True))
    legs.append(Leg(end, last, locked))
    return tuple(legs)
