"""Every setting as a frozen value, with its default."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open span of the day in minutes after midnight.

    `end <= start` passes midnight; (0, 1440) is the whole day.
    """

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A span of dates, both ends included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Office:
    """When the person is at work. Weekdays count from 0 for Monday."""

    days: tuple[int, ...] = (0, 1, 2, 3, 4)
    hours: tuple[Span, ...] = (Span(9 * 60, 18 * 60),)
    lunch: Span | None = Span(12 * 60 + 30, 13 * 60 + 30)
    days_off: tuple[DateSpan, ...] = ()
    calendar: str = ""
    day_starts: int = 4 * 60
    by_day: tuple[tuple[int, tuple[Span, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a break is due. `mode` is "window" or "times"; `times` are minutes of the day."""

    mode: str = "window"
    earliest_min: int = 120
    latest_min: int = 180
    lull_s: int = 20
    away_min: int = 10
    fresh_after_min: int = 60
    times: tuple[int, ...] = ()
    quiet_before_end_min: int = 10
    posture_nudge_min: int = 0


@dataclass(frozen=True, slots=True)
class Offer:
    """How a break is offered and put off. `max_snoozes` 0 means no cap."""

    snooze_min: int = 10
    snooze_choices_min: tuple[int, ...] = (5, 10, 15, 30)
    max_snoozes: int = 3
    repeat_after_min: int = 10
    repeats: int = 3


@dataclass(frozen=True, slots=True)
class HoldBack:
    """What holds an offer back."""

    meeting: bool = True
    fullscreen: bool = True
    do_not_disturb: bool = True
    ignore_apps: tuple[str, ...] = ()
    max_min: int = 60


@dataclass(frozen=True, slots=True)
class RoutineChoice:
    """What is exercised. `level` is auto, beginner, normal or advanced; `pace` 0.5 to 2.

    `after_meal` is defer, gentle or ignore.
    """

    default: str = "desk"
    level: str = "auto"
    neck_free: bool = False
    after_meal: str = "defer"
    meal_window_min: int = 120
    snack_window_min: int = 60
    pace: float = 1.0
    off: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Display:
    """How it looks and sounds. `theme` system, light or dark; `sound` off, chime or voice.

    `skin`, `clothes` and `seat` dress the figure; `ready_card` shows the card before a break.
    """

    theme: str = "system"
    language: str = "system"
    reduced_motion: str = "system"
    sound: str = "off"
    discreet: bool = False
    skin: str = "medium"
    clothes: str = "teal"
    seat: str = "chair"
    ready_card: bool = True


@dataclass(frozen=True, slots=True)
class Safety:
    """What the person confirmed about the safety text.

    `doctor_agreed` is the day on which a doctor's go-ahead was confirmed; None without one.
    """

    acknowledged: date | None = None
    cleared: bool = True
    text_version: int = 0
    doctor_agreed: date | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """What the dose needs to know. `hours_at_computer` per day; `started_on` dates week 1."""

    hours_at_computer: str | None = None
    started_on: date | None = None


@dataclass(frozen=True, slots=True)
class Shortcuts:
    """Keys that work in every program; `everywhere` asks the desktop for them."""

    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """How long the journal keeps what; 0 years means for ever."""

    keep_years: int = 0
    backups: bool = True


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings together; the default is what a person gets who changes nothing."""

    office: Office = field(default_factory=Office)
    schedule: Schedule = field(default_factory=Schedule)
    offer: Offer = field(default_factory=Offer)
    hold_back: HoldBack = field(default_factory=HoldBack)
    routine: RoutineChoice = field(default_factory=RoutineChoice)
    display: Display = field(default_factory=Display)
    safety: Safety = field(default_factory=Safety)
    person: Person = field(default_factory=Person)
    shortcuts: Shortcuts = field(default_factory=Shortcuts)
    record: Record = field(default_factory=Record)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with one key or with the whole file.

    Attributes:
        key: dotted key ("offer.snooze_min"), or "" for the whole file.
        said: one sentence: what is wrong and what would be right.
        line: line of the file, 0 when unknown.
        fatal: True when the value (or file) was refused; False for a warning.
    """

    key: str
    said: str
    line: int = 0
    fatal: bool = True
