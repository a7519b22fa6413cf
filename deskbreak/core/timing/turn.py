"""One turn of the machine as a value: why, to which state, and what is to be done."""

from __future__ import annotations

from dataclasses import dataclass, replace

from deskbreak.core.entry import Outcome, Reason, What
from deskbreak.core.timing.book import Book, Due
from deskbreak.core.timing.effect import Effect, HideOffer, ShowOffer, Write
from deskbreak.core.timing.records import note, unstarted
from deskbreak.core.timing.rules import MISSED_S
from deskbreak.core.timing.state import Offering, State, Working, with_book
from deskbreak.core.timing.trigger import Trigger


@dataclass(frozen=True, slots=True)
class Turn:
    """A change: `trigger` is None when only what is carried along or shown has changed."""

    trigger: Trigger | None
    state: State
    effects: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class Here:
    """What is known of presence at the instant that is being settled.

    `still` is the last input (steady), None while somebody is taken to be there; `shut` holds
    while the screen is locked or the machine asleep; `chosen` when the settings have just been
    changed, so that a closing office is the person's choice.
    """

    still: int | None
    shut: bool
    chosen: bool = False


def drop(book: Book, due: Due, reason: Reason) -> tuple[Book, tuple[Effect, ...]]:
    """End a due break that nobody began, for a reason, and write its one ending.

    An offer that nobody chose to end is `missed`, any other `skipped`; a break that was never
    shown leaves only an event.
    """
    if due.offered_at is None:
        return book, (note(book, What.WITHDRAWN, reason=reason.value),)
    unanswered = {Reason.UNANSWERED, Reason.LUNCH, Reason.DAY_END, Reason.QUIT, Reason.CRASH}
    outcome = Outcome.MISSED if reason in unanswered else Outcome.SKIPPED
    if outcome is Outcome.MISSED:
        book = replace(book, missed_until=book.t + MISSED_S)
    return book, (Write(unstarted(book, due, outcome, reason)), HideOffer())


def recount(state: State, done_s: int) -> Turn:
    """Go by other seconds of exercise for today: the journal was mended."""
    return Turn(None, with_book(state, replace(state.book, done_s=done_s, done_day=state.book.day)))


def shown(book: Book, due: Due, *, quiet: bool) -> ShowOffer:
    """Return the showing of an offer as it stands."""
    urgency = min(book.rules.settings.offer.repeats, due.counted // book.rules.repeat_s)
    return ShowOffer(urgency, book.rules.snoozes_left(due.snoozes), quiet)


def ask(book: Book, due: Due, trigger: Trigger, *, quiet: bool = False) -> Turn:
    """Turn to offering a due break, for the first time or again."""
    effects: list[Effect] = []
    if due.offered_at is None or trigger is Trigger.WOKE:
        effects.append(note(book, What.OFFERED, first=due.offered_at is None, quiet=quiet))
    offered = book.utc if due.offered_at is None else due.offered_at
    if not quiet:
        due = replace(due, held_from=None)
    due = replace(due, offered_at=offered)
    effects.append(shown(book, due, quiet=quiet))
    running = None if quiet else book.t
    return Turn(trigger, Offering(book, due, running, quiet), tuple(effects))


def hold(book: Book, due: Due) -> tuple[Due, tuple[Effect, ...]]:
    """Bring a due break up to date with the reasons that stand, and note what changed."""
    names = tuple(reason.value for reason, _ in book.holding)
    effects: list[Effect] = [
        note(book, What.HELD, reason=name) for name in names if name not in due.holding
    ]
    if due.holding and not names:
        effects.append(note(book, What.RELEASED))
    ever = due.held_back_by + tuple(name for name in names if name not in due.held_back_by)
    held_from = (book.t if due.held_from is None else due.held_from) if names else None
    return replace(due, holding=names, held_back_by=ever, held_from=held_from), tuple(effects)


def held_out(book: Book, due: Due) -> bool:
    """Return whether reasons from outside have held a break back for as long as they may."""
    from_ = due.held_from
    return from_ is not None and book.t - from_ >= book.rules.cap_s


def wait(book: Book, due: Due, trigger: Trigger) -> Turn:
    """Turn to working with a break that is held back."""
    due, effects = hold(book, due)
    return Turn(trigger, Working(book, due), effects)
