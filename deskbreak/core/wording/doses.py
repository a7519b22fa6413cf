"""How much of an exercise is asked, in words: now, and at each level."""

from __future__ import annotations

from deskbreak.core.dose import Demand, reps_of
from deskbreak.core.exercise import Exercise, Level
from deskbreak.core.motion import lasting_s
from deskbreak.core.words import Words

_MINUTE_S = 60
_ROUND_S = 5


def about_text(seconds: float, tr: Words) -> str:
    """Return a rounded length: "about 40 s", from a minute and a half on "about 2 min"."""
    if seconds < 1.5 * _MINUTE_S:
        return tr("about {n} s", n=max(1, round(seconds / _ROUND_S)) * _ROUND_S)
    return tr("about {n} min", n=round(seconds / _MINUTE_S))


def level_name(level: Level, tr: Words) -> str:
    """Return what a level is called."""
    return {
        Level.BEGINNER: tr("Beginner"),
        Level.NORMAL: tr("Normal"),
        Level.ADVANCED: tr("Advanced"),
    }[level]


def dose_lines(exercise: Exercise, asked: Demand, tr: Words) -> tuple[str, ...]:
    """Say how much is asked of the person now, and what each level would ask."""
    unit = tr(exercise.dose.unit)
    now = _amount(exercise, asked.reps(exercise), tr)
    first = tr("{unit}, for you now: {amount}", unit=unit[:1].upper() + unit[1:], amount=now)
    levels = (
        tr(
            "{level}: {amount}",
            level=level_name(level, tr),
            amount=_amount(exercise, reps_of(exercise, level), tr),
        )
        for level in Level
    )
    return first, *levels


def length_text(exercise: Exercise, asked: Demand, tr: Words) -> str:
    """Return how long an exercise takes the person, or whoever it is offered to first."""
    amounts = (asked.reps(exercise), *(reps_of(exercise, level) for level in Level))
    return about_text(_seconds(exercise, next(filter(None, amounts), 1)), tr)


def _amount(exercise: Exercise, amount: int, tr: Words) -> str:
    if not amount:
        return tr("not offered")
    length = about_text(_seconds(exercise, amount), tr)
    return tr("{n} ({length})", n=amount, length=length)


def _seconds(exercise: Exercise, amount: int) -> float:
    return lasting_s(exercise, amount, 1.0)
