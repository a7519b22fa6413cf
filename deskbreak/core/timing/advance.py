"""The way of the state through time: every boundary between two looks, in order."""

from __future__ import annotations

from dataclasses import dataclass, replace

from deskbreak.core.entry import What
from deskbreak.core.timing import meeting
from deskbreak.core.timing.book import Book, Meeting, View
from deskbreak.core.timing.deadline import deadline
from deskbreak.core.timing.effect import Effect, Note
from deskbreak.core.timing.moment import Moment
from deskbreak.core.timing.presence import Passage, passage, still_at
from deskbreak.core.timing.reasons import since_when
from deskbreak.core.timing.records import note
from deskbreak.core.timing.rules import Rules
from deskbreak.core.timing.sensed import Sensed
from deskbreak.core.timing.settle import turn
from deskbreak.core.timing.state import Away, Exercising, OffDuty, State, with_book
from deskbreak.core.timing.trigger import Trigger
from deskbreak.core.timing.turn import Here

_NOTED_SLEEP_S = 10  # shorter sleeps are not worth a line in the day's log


@dataclass(frozen=True, slots=True)
class Passed:
    """One turn that was taken: when (UTC), from where, why, and to where."""

    at: int
    before: type[State]
    trigger: Trigger
    after: type[State]


@dataclass(frozen=True, slots=True)
class Way:
    """A state, and the effects and turns that led to it."""

    state: State
    effects: tuple[Effect, ...] = ()
    path: tuple[Passed, ...] = ()

    def then(self, trigger: Trigger | None, state: State, effects: tuple[Effect, ...]) -> Way:
        """Return this way with one more turn."""
        path = self.path
        if trigger is not None:
            path = (*path, Passed(state.book.utc, type(self.state), trigger, type(state)))
        return Way(state, self.effects + effects, path)


def advance(state: State, now: Moment, sensed: Sensed, rules: Rules) -> Way:
    """Bring a state from its last look to `now`.

    The time between passes under the rules, senses, zone and lead of the last look; a clock
    step, another zone, new senses and new rules take effect at `now`.
    """
    way = Way(state)
    gone = passage(state.book, now, sensed)
    start = state.book.t
    for leg in gone.legs:
        if leg.until > start:
            here = Here(leg.still, leg.shut)
            way = _at(way, start)
            if start > state.book.t or not _stays(state, here):
                way = settled(way, here)
            way = _walk(way, leg.until, here)
            start = leg.until
    return _look(way, now, sensed, rules, gone)


def settled(way: Way, here: Here) -> Way:
    """Take every turn that is due at the book's instant."""
    while True:
        book, effects = _kept(way.state)
        if book is not way.state.book:
            way = way.then(None, with_book(way.state, book), effects)
        found = turn(way.state, here)
        if found is None:
            return way
        way = way.then(found.trigger, found.state, found.effects)


def here_at(book: Book, *, chosen: bool = False) -> Here:
    """Return what is known of presence at the last look."""
    return Here(still_at(book), book.sensed.locked, chosen)


def _stays(state: State, here: Here) -> bool:
    """Return whether what is known of presence now turns nothing that the last look did not.

    A later input than was known brings people in and back, and nothing else.
    """
    book = state.book
    if isinstance(state, OffDuty | Away) or here.shut is not book.sensed.locked:
        return False
    return here.still is None or here.still >= book.last


def _walk(way: Way, until: int, here: Here) -> Way:
    while True:
        point = deadline(way.state, here)
        if point > until:
            return way
        way = settled(_at(way, point), here)


def _at(way: Way, t: int) -> Way:
    state = way.state
    if state.book.t == t:
        return way
    return Way(with_book(state, state.book.at(t)), way.effects, way.path)


def _look(way: Way, now: Moment, sensed: Sensed, rules: Rules, gone: Passage) -> Way:
    before = way.state.book
    place = before.place if _same_place(before, now, rules) else None
    book = before.at(gone.now, View(now, gone.lead, rules, sensed, gone.last, place))
    way = way.then(None, with_book(way.state, book), _told(before, book, gone))
    return settled(way, here_at(book, chosen=rules != before.rules))


def _same_place(before: Book, now: Moment, rules: Rules) -> bool:
    if now.zone is not before.seen.zone:
        return False
    return rules is before.rules or rules.office == before.rules.office


def _told(before: Book, book: Book, gone: Passage) -> tuple[Note, ...]:
    """Return the events that tell a sleep, a clock step and another zone apart."""
    told: list[Note] = []
    if gone.asleep >= _NOTED_SLEEP_S:
        told.append(note(book, What.CLOCK, kind="sleep", seconds=gone.asleep))
    if gone.stepped:
        told.append(note(book, What.CLOCK, kind="step", seconds=gone.stepped))
    if before.seen.zone_name != book.seen.zone_name:
        moved = book.seen.offset_s() - before.seen.offset_s()
        told.append(note(book, What.CLOCK, kind="zone", seconds=moved))
    return tuple(told)


def _kept(state: State) -> tuple[Book, tuple[Effect, ...]]:
    """Bring the book up to date with its instant: the day, the meeting, the reasons, arrival."""
    book = state.book
    effects: tuple[Effect, ...] = ()
    place = book.here
    if place is not book.place:
        book = replace(book, place=place, day=place.day.isoformat())
    closed = place.shift is None
    if closed and book.arrived and not isinstance(state, Exercising):
        effects = (note(book, What.LEFT),)
        left, more = meeting.over(book, _outlasting(book))
        book, effects = replace(left, arrived=False), effects + more
    if book.meeting is not None:
        book, more = meeting.goes_on(with_book(state, book))
        effects += more
    holding = since_when(book)
    return (book if holding == book.holding else replace(book, holding=holding)), effects


def _outlasting(book: Book) -> Meeting | None:
    """Return the meeting if it has an end: one without ends at closing at the latest."""
    known = book.meeting
    return known if known is not None and known.until is not None and known.asked is None else None
