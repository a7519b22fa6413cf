"""A break that a person did away from the desk, as an entry of the journal."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from deskbreak.core.entry import Break, Outcome, Source, StepDone, StepOutcome, Unit
from deskbreak.core.journal import EXERCISED
from deskbreak.core.settings.values import Office
from deskbreak.core.timing.moment import Moment
from deskbreak.core.timing.workday import day_of, local_of, utc_of
from deskbreak.core.wishes import LONGEST_ADDED_MIN, LONGEST_NOTE, AddBreak

_FIRST_DAY = date(1970, 1, 2)
_MINUTE = 60


class Unfitting(StrEnum):
    """Why a break cannot be written down."""

    LENGTH = "length"
    """Its minutes are none, or more than four hours."""
    NOTE = "note"
    """Its note is too long."""
    DAY = "day"
    """Its day is none, or too long ago."""
    TIME = "time"
    """It lies on a day, but nobody said when."""
    FUTURE = "future"
    """It would end later than now."""


def by_hand(wish: AddBreak, now: Moment, office: Office) -> Break | Unfitting:
    """Return the entry, without an id, of a break that is added by hand.

    Its seconds are the minutes that were told. Exercises that were named share them evenly, in
    seconds: how often each was done, nobody has said.
    """
    if not 1 <= wish.minutes <= LONGEST_ADDED_MIN:
        return Unfitting.LENGTH
    if len(wish.note) > LONGEST_NOTE:
        return Unfitting.NOTE
    seconds = wish.minutes * _MINUTE
    start = _start(wish, now)
    if isinstance(start, Unfitting):
        return start
    if start + seconds > now.utc:
        return Unfitting.FUTURE
    offset = local_of(start, now.zone).utcoffset()
    single = wish.exercises[0] if len(wish.exercises) == 1 else ""
    return Break(
        day=day_of(start, office, now.zone).isoformat(),
        outcome=Outcome.MANUAL,
        reason=None,
        ended_at=start + seconds,
        utc_offset_s=0 if offset is None else offset.days * 86400 + offset.seconds,
        zone=now.zone_name,
        started_at=start,
        seconds=seconds,
        routine=wish.routine or single,
        note=wish.note,
        source=Source.PERSON,
        steps=_steps(wish.exercises, seconds),
    )


def overlapped(entry: Break, known: Iterable[Break]) -> Break | None:
    """Return a break with exercise in it that ran at the same time."""
    for other in known:
        began = other.started_at
        if began is None or other.outcome not in EXERCISED:
            continue
        if began < entry.ended_at and entry.ended_at - entry.seconds < other.ended_at:
            return other
    return None


def week_then(entry: Break, known: Iterable[Break]) -> int:
    """Return the week of the plan at the time of an entry: that of the last guided break."""
    guided = (each for each in known if each.steps and each.outcome is not Outcome.MANUAL)
    earlier = [(each.ended_at, each.week) for each in guided if each.ended_at <= entry.ended_at]
    return max(earlier)[1] if earlier else 1


def _start(wish: AddBreak, now: Moment) -> int | Unfitting:
    if wish.minute_of_day is None:
        return Unfitting.TIME if wish.day is not None else now.utc - wish.minutes * _MINUTE
    today = now.local().date()
    try:
        day = today if wish.day is None else date.fromisoformat(wish.day)
    except ValueError:
        return Unfitting.DAY
    if day < _FIRST_DAY:
        return Unfitting.DAY
    return Unfitting.FUTURE if day > today else utc_of(day, wish.minute_of_day, now.zone)


def _steps(exercises: tuple[str, ...], seconds: int) -> tuple[StepDone, ...]:
    if not exercises:
        return ()
    share, rest = divmod(seconds, len(exercises))
    parts = [share + (place < rest) for place in range(len(exercises))]
    return tuple(
        StepDone(name, Unit.SECONDS, part, part, part, StepOutcome.COMPLETED)
        for name, part in zip(exercises, parts, strict=True)
    )
