"""The states of the schedule as types, and what every state carries along.

Two ways to count seconds meet here. *Steady* seconds run with CLOCK_BOOTTIME and never step:
every duration and every deadline of a duration is in them. *UTC* seconds are the wall clock:
office hours, pauses until a wall time and journal entries are in them. `Book.lead` is what the
wall clock is ahead by; a clock step changes `lead` and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import tzinfo
from typing import assert_never

from deskbreak.core.timing.moment import Moment
from deskbreak.core.timing.rules import Rules
from deskbreak.core.timing.sensed import Hold, Sensed
from deskbreak.core.timing.workday import Place, place_at


@dataclass(frozen=True, slots=True)
class Due:
    """One break that is due: one offer, from the moment it falls due to its one ending.

    Attributes:
        offered_at: UTC of its first showing; None while it was never shown.
        counted: seconds in presence since it was last shown anew; repeats follow from it.
        snoozes: how often it was put off.
        held_back_by: every reason that ever held it back.
        holding: the reasons that hold it back now, as far as the journal knows.
        held_from: steady second since which some reason has held it without a gap.
        lapses: steady second at which a fixed time is over that was never shown.
    """

    offered_at: int | None = None
    counted: int = 0
    snoozes: int = 0
    held_back_by: tuple[str, ...] = ()
    holding: tuple[str, ...] = ()
    held_from: int | None = None
    lapses: int | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting said by hand; `until` in steady seconds, None until it is said to be over."""

    until: int | None


@dataclass(frozen=True, slots=True)
class Undo:
    """A skip that can still be taken back until a steady second."""

    due: Due
    until: int
    since: int


@dataclass(frozen=True, slots=True)
class Book:
    """What is known in every state.

    Attributes:
        t: steady seconds of the last look.
        seen: the clocks at the last look.
        lead: UTC minus steady seconds.
        rules: the rules that held at the last look.
        sensed: what the senses said at the last look.
        last: steady second of the last sign of presence.
        since: steady second from which sitting counts.
        duty: steady second at which this stretch of duty began.
        day: the day that the last look belonged to, as YYYY-MM-DD.
        done_s: seconds of exercise on the day `done_day`.
        done_day: the day of the last exercise.
        arrived: whether the person has arrived in this shift.
        holding: the reasons that stand now, each with the UTC second of its beginning.
        not_before: steady second before which no offer comes.
        meeting: a meeting said by hand.
        fed_until: steady second until which something eaten keeps exercise away.
        missed_until: steady second until which a missed break can be made up for.
        undo: the last skip, while it can be taken back.
        served: UTC of the last fixed time that brought its break.
        natural: start of the last absence that has its entry already (steady).
        quit: whether the program was asked to end.
        place: what the calendar says; None until it was asked.
    """

    t: int
    seen: Moment
    lead: int
    rules: Rules
    sensed: Sensed
    last: int
    since: int
    duty: int
    day: str
    done_s: int = 0
    done_day: str = ""
    arrived: bool = False
    holding: tuple[tuple[Hold, int], ...] = ()
    not_before: int = 0
    meeting: Meeting | None = None
    fed_until: int = 0
    missed_until: int = 0
    undo: Undo | None = None
    served: int = 0
    natural: int | None = None
    quit: bool = False
    place: Place | None = None

    @property
    def utc(self) -> int:
        """Return the wall clock at the last look."""
        return self.t + self.lead

    @property
    def here(self) -> Place:
        """Return what the calendar says of this instant."""
        known = self.place
        if known is not None and known.since <= self.utc < known.until:
            return known
        return place_at(self.utc, self.rules.office, self.zone)

    @property
    def done_today(self) -> int:
        """Return the seconds of exercise on this day."""
        return self.done_s if self.done_day == self.day else 0

    @property
    def zone(self) -> tzinfo:
        """Return the local zone at the last look."""
        return self.seen.zone


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
    """A pause: since when, and until when by the steady or by the wall clock (or neither)."""

    since: int
    until: int | None = None
    until_utc: int | None = None


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
    to end for that.
    """

    book: Book
    due: Due | None = None
    begun: Begun | None = None
    pause: Pause | None = None
    halted: int | None = None
    cut: bool = False


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
    return replace(state, book=book)


def due_of(state: State) -> Due | None:
    """Return the break that is due in a state, if any."""
    match state:
        case Working() | Offering() | Snoozed() | Exercising():
            return state.due
        case OffDuty() | Away() | Paused():
            return None
        case _:
            assert_never(state)
