"""The table of every key of `config.toml`: its name, its kind and where it lives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol

from deskbreak.core.settings import kinds
from deskbreak.core.settings.daytime import WEEKDAYS
from deskbreak.core.settings.kinds import Kind, T
from deskbreak.core.settings.plain import NotRightError, Plain, shown
from deskbreak.core.settings.values import Problem, Settings, Span

_ID = 'a lower-case name such as "desk"'
_LANGUAGE = '"system" or a language such as "de" or "pt_BR"'
_LONGEST = 4096
_DAY_MIN = 24 * 60


class Row(Protocol):
    """A key of the table, whatever the type of its value."""

    @property
    def name(self) -> str:
        """The dotted key, "offer.snooze_min"."""
        ...

    @property
    def right(self) -> str:
        """What would be right, as the end of "it should be ..."."""
        ...

    def normal(self, value: Plain) -> Plain:
        """Return the value as the program writes it; raises NotRightError."""
        ...

    def problem(self, value: Plain) -> Problem | None:
        """Return what is wrong with a value, or None."""
        ...

    def plain(self, settings: Settings) -> Plain:
        """Return the value that `settings` has, as the file writes it."""
        ...

    def typed(self, text: str) -> Plain:
        """Return the value that a person typed; raises NotRightError."""
        ...


@dataclass(frozen=True, slots=True)
class Key(Generic[T]):
    """A key with the type of its value."""

    name: str
    kind: Kind[T]
    get: Callable[[Settings], T]

    @property
    def right(self) -> str:
        """What would be right, as the end of "it should be ..."."""
        return self.kind.right

    def normal(self, value: Plain) -> Plain:
        """Return the value as the program writes it; raises NotRightError."""
        return self.kind.write(self.kind.read(value))

    def problem(self, value: Plain) -> Problem | None:
        """Return what is wrong with a value, or None."""
        try:
            self.kind.read(value)
        except NotRightError as wrong:
            return self.refusal(value, wrong)
        return None

    def refusal(self, value: Plain, wrong: NotRightError) -> Problem:
        """Return the sentence about a value that was refused."""
        what = str(wrong) or f"{shown(value)} is not right"
        return Problem(self.name, f"{self.name}: {what}; it should be {self.kind.right}.")

    def plain(self, settings: Settings) -> Plain:
        """Return the value that `settings` has, as the file writes it."""
        return self.kind.write(self.get(settings))

    def typed(self, text: str) -> Plain:
        """Return the value that a person typed; raises NotRightError."""
        return self.kind.typed(text)


def _is_id(text: str) -> bool:
    return text.isascii() and text.isidentifier() and text == text.lower()


def _is_language(text: str) -> bool:
    first = text.replace("-", "_").partition("_")[0]
    whole = text.replace("-", "").replace("_", "").replace("@", "")
    fits = first.isalpha() and whole.isalnum() and 2 <= len(first) <= 3  # noqa: PLR2004 - ISO 639
    return text == "system" or (fits and text.isascii())


def _is_line(text: str) -> bool:
    return len(text) <= _LONGEST and text.isprintable()


def _on_day(day: int) -> Callable[[Settings], tuple[Span, ...] | None]:
    def get(settings: Settings) -> tuple[Span, ...] | None:
        return next((spans for which, spans in settings.office.by_day if which == day), None)

    return get


_SPANS = kinds.several(kinds.span(), 'spans of the day such as ["09:00-18:00"]', 12)
_IDS = kinds.several(kinds.text(_ID, _is_id), 'a list of ids such as ["back_twist"]', 200)
_APPS = kinds.several(
    kinds.text("a name", _is_line), 'a list of program names such as ["obs"]', 200
)

DAYS = Key("office.days", kinds.weekdays(), lambda s: s.office.days)
HOURS = Key("office.hours", _SPANS, lambda s: s.office.hours)
LUNCH = Key("office.lunch", kinds.maybe(kinds.span()), lambda s: s.office.lunch)
DAYS_OFF = Key(
    "office.days_off",
    kinds.several(kinds.dates(), 'a list such as ["2026-12-24..2027-01-02"]', 400),
    lambda s: s.office.days_off,
)
CALENDAR = Key(
    "office.calendar",
    kinds.text('the path of a local .ics file, or ""', _is_line),
    lambda s: s.office.calendar,
)
DAY_STARTS = Key("office.day_starts", kinds.clock_time(), lambda s: s.office.day_starts)
BY_DAY = tuple(
    Key(f"office.by_day.{name}", kinds.maybe(_SPANS), _on_day(day))
    for day, name in enumerate(WEEKDAYS)
)

MODE = Key("schedule.mode", kinds.choice("window", "times"), lambda s: s.schedule.mode)
EARLIEST = Key(
    "schedule.earliest_min", kinds.whole(1, 720, "minutes"), lambda s: s.schedule.earliest_min
)
LATEST = Key("schedule.latest_min", kinds.whole(1, 720, "minutes"), lambda s: s.schedule.latest_min)
LULL = Key("schedule.lull_s", kinds.whole(0, 600, "seconds"), lambda s: s.schedule.lull_s)
AWAY = Key("schedule.away_min", kinds.whole(1, 240, "minutes"), lambda s: s.schedule.away_min)
FRESH = Key(
    "schedule.fresh_after_min", kinds.whole(1, 720, "minutes"), lambda s: s.schedule.fresh_after_min
)
TIMES = Key(
    "schedule.times",
    kinds.several(kinds.clock_time(), 'a list of times such as ["10:30", "15:00"]', 48),
    lambda s: s.schedule.times,
)
QUIET_END = Key(
    "schedule.quiet_before_end_min",
    kinds.whole(0, 240, "minutes"),
    lambda s: s.schedule.quiet_before_end_min,
)
NUDGE = Key(
    "schedule.posture_nudge_min",
    kinds.whole(0, 240, "minutes"),
    lambda s: s.schedule.posture_nudge_min,
)

SNOOZE = Key("offer.snooze_min", kinds.whole(1, 240, "minutes"), lambda s: s.offer.snooze_min)
CHOICES = Key(
    "offer.snooze_choices_min",
    kinds.several(
        kinds.whole(1, 240, "minutes"),
        "a list of at most 8 whole numbers from 1 to 240, such as [5, 10, 15, 30]",
        8,
    ),
    lambda s: s.offer.snooze_choices_min,
)
MAX_SNOOZES = Key("offer.max_snoozes", kinds.whole(0, 20), lambda s: s.offer.max_snoozes)
REPEAT = Key(
    "offer.repeat_after_min", kinds.whole(1, 120, "minutes"), lambda s: s.offer.repeat_after_min
)
REPEATS = Key("offer.repeats", kinds.whole(0, 20), lambda s: s.offer.repeats)

MEETING = Key("hold_back.meeting", kinds.switch(), lambda s: s.hold_back.meeting)
FULLSCREEN = Key("hold_back.fullscreen", kinds.switch(), lambda s: s.hold_back.fullscreen)
DND = Key("hold_back.do_not_disturb", kinds.switch(), lambda s: s.hold_back.do_not_disturb)
IGNORE_APPS = Key("hold_back.ignore_apps", _APPS, lambda s: s.hold_back.ignore_apps)
HOLD_MAX = Key(
    "hold_back.max_min", kinds.whole(1, _DAY_MIN, "minutes"), lambda s: s.hold_back.max_min
)

ROUTINE = Key("routine.default", kinds.text(_ID, _is_id), lambda s: s.routine.default)
LEVEL = Key(
    "routine.level",
    kinds.choice("auto", "beginner", "normal", "advanced"),
    lambda s: s.routine.level,
)
NECK_FREE = Key("routine.neck_free", kinds.switch(), lambda s: s.routine.neck_free)
AFTER_MEAL = Key(
    "routine.after_meal", kinds.choice("defer", "gentle", "ignore"), lambda s: s.routine.after_meal
)
MEAL = Key(
    "routine.meal_window_min", kinds.whole(0, 360, "minutes"), lambda s: s.routine.meal_window_min
)
SNACK = Key(
    "routine.snack_window_min", kinds.whole(0, 360, "minutes"), lambda s: s.routine.snack_window_min
)
PACE = Key("routine.pace", kinds.decimal(0.5, 2.0), lambda s: s.routine.pace)
OFF = Key("routine.off", _IDS, lambda s: s.routine.off)
EQUIPMENT = Key("routine.equipment", _IDS, lambda s: s.routine.equipment)

THEME = Key("display.theme", kinds.choice("system", "light", "dark"), lambda s: s.display.theme)
LANGUAGE = Key(
    "display.language", kinds.text(_LANGUAGE, _is_language), lambda s: s.display.language
)
MOTION = Key("display.reduced_motion", kinds.motion(), lambda s: s.display.reduced_motion)
SOUND = Key("display.sound", kinds.choice("off", "chime", "voice"), lambda s: s.display.sound)
DISCREET = Key("display.discreet", kinds.switch(), lambda s: s.display.discreet)
SKIN = Key(
    "display.skin",
    kinds.choice("light", "medium", "tan", "brown", "dark"),
    lambda s: s.display.skin,
)
CLOTHES = Key(
    "display.clothes", kinds.choice("teal", "plum", "ochre", "slate"), lambda s: s.display.clothes
)
SEAT = Key("display.seat", kinds.choice("chair", "wheelchair"), lambda s: s.display.seat)
READY_CARD = Key("display.ready_card", kinds.switch(), lambda s: s.display.ready_card)

ACKNOWLEDGED = Key(
    "safety.acknowledged", kinds.maybe(kinds.one_date()), lambda s: s.safety.acknowledged
)
CLEARED = Key("safety.cleared", kinds.switch(), lambda s: s.safety.cleared)
TEXT_VERSION = Key("safety.text_version", kinds.whole(0, 10_000), lambda s: s.safety.text_version)
DOCTOR_AGREED = Key(
    "safety.doctor_agreed", kinds.maybe(kinds.one_date()), lambda s: s.safety.doctor_agreed
)

AT_COMPUTER = Key(
    "person.hours_at_computer",
    kinds.maybe(kinds.choice("<5", "5-6", ">6")),
    lambda s: s.person.hours_at_computer,
)
STARTED_ON = Key("person.started_on", kinds.maybe(kinds.one_date()), lambda s: s.person.started_on)

EVERYWHERE = Key("shortcuts.everywhere", kinds.switch(), lambda s: s.shortcuts.everywhere)

KEEP_YEARS = Key("record.keep_years", kinds.whole(0, 100, "years"), lambda s: s.record.keep_years)
BACKUPS = Key("record.backups", kinds.switch(), lambda s: s.record.backups)
