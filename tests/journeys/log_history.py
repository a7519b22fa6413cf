"""A person's record of some months, and what it adds up to, counted without the program."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID

from deskbreak.adapters.journal import opening, rows
from deskbreak.core.entry import Break, Outcome, Reason, StepDone, StepOutcome, Unit

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
_DAYS = 100
_TWIST_S, _TILT_S = 60, 45
_GOAL = "5 min"


@dataclass(frozen=True, slots=True)
class Kept:
    """One break of the record, with as much of it as is needed to count."""

    day: date
    hour: int
    done: bool = True

    @property
    def seconds(self) -> int:
        """How long it was exercised."""
        return _TWIST_S + _TILT_S if self.done else 0


def history(today: date) -> list[Kept]:
    """Return the breaks of the office days until today, the oldest first."""
    kept: list[Kept] = []
    for back in range(_DAYS, 0, -1):
        day = today - timedelta(days=back)
        if day.weekday() < 5:
            kept.append(Kept(day, 10))
            if back % 5 == 0:
                kept.append(Kept(day, 12, done=False))
            if back % 3 == 0:
                kept.append(Kept(day, 15))
    return [*kept, Kept(today, 4)]


def write(file: Path, kept: Iterable[Kept]) -> None:
    """Write the breaks into a new journal."""
    file.parent.mkdir(mode=0o700, parents=True)
    with closing(opening.open_writer(file)) as conn:
        for number, each in enumerate(kept, 1):
            rows.insert_break(conn, _entry(each, str(UUID(int=number, version=4))))


def _entry(kept: Kept, name: str) -> Break:
    begun = int(datetime.combine(kept.day, time(kept.hour, 1), UTC).timestamp())
    twist = StepDone("back_twist", Unit.REPS, 4, 4, _TWIST_S, StepOutcome.COMPLETED)
    tilt = StepDone("side_tilt", Unit.REPS, 3, 3, _TILT_S, StepOutcome.COMPLETED)
    return Break(
        day=kept.day.isoformat(),
        outcome=Outcome.COMPLETED if kept.done else Outcome.SKIPPED,
        reason=None if kept.done else Reason.PERSON,
        ended_at=begun + 120,
        utc_offset_s=0,
        zone="UTC",
        id=name,
        offered_at=begun - 60,
        started_at=begun if kept.done else None,
        seconds=kept.seconds,
        routine="desk",
        level="beginner",
        snoozes=0 if kept.done else 1,
        held_back_by=() if kept.done else ("meeting",),
        steps=(twist, tilt) if kept.done else (),
    )


def minutes(seconds: int) -> str:
    """Write a span as a person reads it."""
    hours, rest = divmod(seconds // 60, 60)
    if not hours:
        return f"{rest} min" if rest else f"{seconds} s"
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def counted(n: int, what: str) -> str:
    """Write a number of things: "1 day", "2 days"."""
    return f"{n} {what}" if n == 1 else f"{n} {what}s"


def day_said(day: date) -> str:
    """Write a day: "Mon, 23 Nov 2026"."""
    return f"{_WEEKDAYS[day.weekday()]}, {short(day)} {day.year}"


def short(day: date) -> str:
    """Write a day without its year: "23 Nov"."""
    return f"{day.day} {_MONTHS[day.month - 1]}"


def month_said(day: date) -> str:
    """Write the month of a day: "Nov 2026"."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def total(kept: Iterable[Kept]) -> str:
    """Write what breaks add up to."""
    done = [each for each in kept if each.done]
    if not done:
        return "Nothing here yet. What you do will show up here."
    days = len({each.day for each in done})
    spent = minutes(sum(each.seconds for each in done))
    return f"{spent} of exercise, {counted(len(done), 'break')} on {counted(days, 'day')}"


def day_rows(kept: Iterable[Kept]) -> list[list[str]]:
    """Return the table of days: each with its exercise against its goal, and its breaks."""
    return [
        [day_said(day), f"{spent} of {_GOAL}", done]
        for day, spent, done in _table((each.day, each) for each in kept)
    ]


def month_rows(kept: Iterable[Kept]) -> list[list[str]]:
    """Return the table of months: each with its exercise and its breaks."""
    table = _table((each.day.replace(day=1), each) for each in kept)
    return [[month_said(month), spent, done] for month, spent, done in table]


def exercise_rows(kept: Sequence[Kept]) -> list[list[str]]:
    """Return the table of exercises: part of the body, repetitions, time; the longest first."""
    n = sum(1 for each in kept if each.done)
    return [
        ["Exercise", "Part of the body", "Repetitions", "Time"],
        ["Back twist", "Trunk", str(4 * n), minutes(_TWIST_S * n)],
        ["Lateral tilt", "Trunk", str(3 * n), minutes(_TILT_S * n)],
    ]


def hour_rows(kept: Sequence[Kept]) -> list[list[str]]:
    """Return the table of hours in which breaks were begun."""
    hours = [each.hour for each in kept if each.done]
    counts = [(hour, hours.count(hour)) for hour in sorted(set(hours))]
    return [["Hour", "Breaks"], *([f"{hour:02d}:00", str(n)] for hour, n in counts)]


def between_said(kept: Sequence[Kept]) -> list[str]:
    """Return what is said of offers that were put off, skipped and held back."""
    n = sum(1 for each in kept if not each.done)
    return [
        "Snoozed once." if n == 1 else f"Snoozed {n} times.",
        f"{counted(n, 'offer')} went by without a break.",
        f"Meeting: held {counted(n, 'break')} back",
    ]


def day_heard(kept: Sequence[Kept], day: date) -> str:
    """Return what is said of a day in a chart."""
    rows = day_rows([each for each in kept if each.day == day])
    if not rows:
        return f"{day_said(day)}: 0 min"
    name, spent, done = rows[0]
    return f"{name}: {spent}, {counted(int(done), 'break')}"


def key_of(letter: str) -> str:
    """Return the name of the key of a letter."""
    return {"/": "slash", "-": "minus", ".": "period", "_": "underscore"}.get(letter, letter)


def _table(keyed: Iterable[tuple[date, Kept]]) -> list[tuple[date, str, str]]:
    groups: dict[date, list[Kept]] = {}
    for key, each in keyed:
        if each.done:
            groups.setdefault(key, []).append(each)
    return [
        (key, minutes(sum(each.seconds for each in of)), str(len(of))) for key, of in groups.items()
    ]
