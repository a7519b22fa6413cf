"""Spans and times of day as a person types them: `90`, `90m`, `1h30m`, `14:05`."""

from __future__ import annotations

LONGEST_MIN = 366 * 24 * 60
_HOURS, _MINUTES = 24, 60
_LONGEST_TEXT = 12


def _number(text: str) -> int | None:
    """Return a whole number of plain digits, None for anything else."""
    plain = 0 < len(text) <= _LONGEST_TEXT and text.isascii() and text.isdigit()
    return int(text) if plain else None


def _hours_and_minutes(hours: str, after: str) -> int | None:
    whole = _number(hours)
    part = _number(after.removesuffix("m")) if after else 0
    if whole is None or part is None or part >= _MINUTES:
        return None
    return whole * _MINUTES + part


def minutes_of(text: str) -> int | None:
    """Return the whole minutes of a DURATION, None when it is none.

    `90` and `90m` are minutes, `2h` hours, `1h30m` both; 1 minute to 366 days.
    """
    rest = text.strip().lower()
    hours, has_hours, after = rest.partition("h")
    total = _number(rest.removesuffix("m")) if not has_hours else _hours_and_minutes(hours, after)
    return total if total is not None and 1 <= total <= LONGEST_MIN else None


def minute_of_day(text: str) -> int | None:
    """Return the minutes after midnight of an `HH:MM`, None when it is none."""
    hour_text, colon, minute_text = text.strip().partition(":")
    hour, minute = _number(hour_text), _number(minute_text)
    if not colon or hour is None or minute is None or len(minute_text) != len("MM"):
        return None
    return hour * _MINUTES + minute if hour < _HOURS and minute < _MINUTES else None
