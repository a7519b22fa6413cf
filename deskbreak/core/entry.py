"""What the journal keeps: breaks with their steps, and events beside them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Outcome(StrEnum):
    """How a break ended."""

    COMPLETED = "completed"
    PARTIAL = "partial"
    DISCOMFORT = "discomfort"
    SKIPPED = "skipped"
    MISSED = "missed"
    NATURAL = "natural"
    MANUAL = "manual"


MOVED = frozenset({Outcome.COMPLETED, Outcome.PARTIAL})
"""How a guided break ends in which somebody moved and that no pain ended."""


class Reason(StrEnum):
    """Why a break ended the way it did."""

    PERSON = "person"
    UNANSWERED = "unanswered"
    PAUSE = "pause"
    ABSENCE = "absence"
    LUNCH = "lunch"
    DAY_END = "day_end"
    GOAL = "goal"
    SETTINGS = "settings"
    QUIT = "quit"
    CRASH = "crash"


class Source(StrEnum):
    """Who brought the break about."""

    SCHEDULE = "schedule"
    PERSON = "person"
    IMPORT = "import"


class StepOutcome(StrEnum):
    """How one exercise of a break ended."""

    COMPLETED = "completed"
    PARTIAL = "partial"
    SKIPPED = "skipped"
    DISCOMFORT = "discomfort"


class Discomfort(StrEnum):
    """How much it hurt, in the words of the four answers."""

    STRETCH = "stretch"
    UNPLEASANT = "unpleasant"
    PAIN = "pain"
    SHARP = "sharp"


class Unit(StrEnum):
    """What a step counts."""

    REPS = "reps"
    SECONDS = "seconds"


class What(StrEnum):
    """The kinds of events beside breaks."""

    ARRIVED = "arrived"
    LEFT = "left"
    OFFERED = "offered"
    WITHDRAWN = "withdrawn"
    SNOOZED = "snoozed"
    HELD = "held"
    RELEASED = "released"
    PAUSED = "paused"
    RESUMED = "resumed"
    ATE = "ate"
    SETTINGS = "settings"
    STARTED = "started"
    QUIT = "quit"
    CLOCK = "clock"


ALL = frozenset(What)
"""Every kind of event."""


@dataclass(frozen=True, slots=True)
class StepDone:
    """One exercise of a break: what was planned and what was done.

    `planned_reps` and `done_reps` are per side or direction (`done` the lesser side);
    `seconds` counts only the time in which an exercise phase ran.
    """

    exercise: str
    unit: Unit
    planned_reps: int
    done_reps: int
    seconds: int
    outcome: StepOutcome


@dataclass(frozen=True, slots=True)
class Break:
    """One break entry. Instants are seconds since the epoch, UTC.

    `id` is "" until the journal gives it one; `seconds` counts exercise phases only.
    `corrected_at` says when a person mended it last; the journal tells it, nobody writes it.
    """

    day: str
    outcome: Outcome
    reason: Reason | None
    ended_at: int
    utc_offset_s: int
    zone: str
    id: str = ""
    offered_at: int | None = None
    started_at: int | None = None
    seconds: int = 0
    routine: str = ""
    level: str = ""
    week: int = 1
    snoozes: int = 0
    held_back_by: tuple[str, ...] = ()
    discomfort: Discomfort | None = None
    energy: int | None = None
    note: str = ""
    source: Source = Source.SCHEDULE
    steps: tuple[StepDone, ...] = ()
    corrected_at: int | None = None


Scalar = str | int | bool | None


@dataclass(frozen=True, slots=True)
class Happening:
    """One event beside the breaks, for example an arrival or a snooze. `at` is UTC seconds."""

    at: int
    what: What
    data: tuple[tuple[str, Scalar], ...] = field(default=())
    id: str = ""


@dataclass(frozen=True, slots=True)
class OpenBreak:
    """A break that has begun and is not finished: what is known at its start."""

    day: str
    offered_at: int | None
    started_at: int
    utc_offset_s: int
    zone: str
    routine: str
    level: str
    week: int
    snoozes: int
    held_back_by: tuple[str, ...]
    source: Source
    planned: tuple[StepDone, ...] = ()
    """The steps of the routine with nothing done yet, so that a crash cannot hide the rest."""


@dataclass(frozen=True, slots=True)
class LeftBreak:
    """A break that was still open when the program ended without a word.

    `steps` are those that were written down, the running one included as far as it came;
    `last_at` is when the last of them was written (UTC seconds), the start when none was.
    """

    id: str
    opened: OpenBreak
    steps: tuple[StepDone, ...]
    last_at: int
