"""What every state of the schedule carries along.

Two ways to count seconds meet here. *Steady* seconds run with CLOCK_BOOTTIME and never step:
every duration and every deadline of a duration is in them. *UTC* seconds are the wall clock:
office hours, pauses until a wall time and journal entries are in them. `Book.lead` is what the
wall clock is ahead by; a clock step changes `lead` and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import tzinfo

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
    """A meeting said by hand; `until` in steady seconds, None until it is said to be over.

    `asked` is the steady second until which a person is asked if it goes on, None before; it is
    not kept over a restart, which asks anew.
    """

    until: int | None
    asked: int | None = None


@dataclass(frozen=True, slots=True)
class Undo:
    """A skip that can still be taken back until a steady second."""

    due: Due
    until: int
    since: int


@dataclass(frozen=True, slots=True)
class Posture:
    """The last posture nudge or check (steady second, 0 for none).

    `until` is the steady second until which a nudge is on the screen, None when there is none;
    `turns` counts the posture checks that were begun.
    """

    last: int = 0
    until: int | None = None
    turns: int = 0


_NO_POSTURE = Posture()


@dataclass(frozen=True, slots=True)
class View:
    """What every look renews of a book; see there for what the fields are."""

    seen: Moment
    lead: int
    rules: Rules
    sensed: Sensed
    last: int
    place: Place | None


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
        posture: the last posture nudge or check.
        fasted: UTC second at which the last lunch ended without a meal.
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
    posture: Posture = _NO_POSTURE
    fasted: int = 0

    def at(self, t: int, view: View | None = None) -> Book:
        """Return this book at another steady second, and with another view of the world.

        `dataclasses.replace` does the same at three times the price, and this is what a walk
        through time does most.
        """
        of = self if view is None else view
        return Book(
            t, of.seen, of.lead, of.rules, of.sensed, of.last, self.since, self.duty, self.day,
            self.done_s, self.done_day, self.arrived, self.holding, self.not_before, self.meeting,
            self.fed_until, self.missed_until, self.undo, self.served, self.natural, self.quit,
            of.place, self.posture, self.fasted,
        )  # fmt: skip

    @property
    def utc(self) -> int:
        """Return the wall clock at the last look."""
        return self.t + self.lead

    @property
    def here(self) -> Place:
        """Return what the calendar says of this instant."""
        known = self.place
        if known is not None and known.since <= self.t + self.lead < known.until:
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
