"""Every key in one table, found by its name; near misses get a suggestion."""

from __future__ import annotations

from difflib import get_close_matches

from deskbreak.core.settings import keys
from deskbreak.core.settings.keys import Row
from deskbreak.core.settings.plain import NotRightError, Plain
from deskbreak.core.settings.values import Problem, Settings

ROWS: tuple[Row, ...] = (
    keys.DAYS, keys.HOURS, keys.LUNCH, keys.DAYS_OFF, keys.CALENDAR, keys.DAY_STARTS, *keys.BY_DAY,
    keys.MODE, keys.EARLIEST, keys.LATEST, keys.LULL, keys.AWAY, keys.FRESH, keys.TIMES,
    keys.QUIET_END, keys.NUDGE,
    keys.SNOOZE, keys.CHOICES, keys.MAX_SNOOZES, keys.REPEAT, keys.REPEATS,
    keys.MEETING, keys.FULLSCREEN, keys.DND, keys.IGNORE_APPS, keys.HOLD_MAX,
    keys.ROUTINE, keys.LEVEL, keys.NECK_FREE, keys.AFTER_MEAL, keys.MEAL, keys.SNACK, keys.PACE,
    keys.OFF, keys.EQUIPMENT,
    keys.THEME, keys.LANGUAGE, keys.MOTION, keys.SOUND, keys.DISCREET,
    keys.SKIN, keys.CLOTHES, keys.SEAT, keys.READY_CARD,
    keys.ACKNOWLEDGED, keys.CLEARED, keys.TEXT_VERSION, keys.DOCTOR_AGREED,
    keys.AT_COMPUTER, keys.STARTED_ON,
    keys.EVERYWHERE,
    keys.KEEP_YEARS, keys.BACKUPS,
)  # fmt: skip


def row(name: str) -> Row | None:
    """Return the row of a dotted key, None when there is no such key."""
    return next((known for known in ROWS if known.name == name), None)


def rows_below(section: str) -> tuple[Row, ...]:
    """Return the rows of a section such as "offer" or "office.by_day"."""
    return tuple(known for known in ROWS if known.name.startswith(f"{section}."))


def unknown(name: str) -> Problem:
    """Return the warning about a key or section that nobody knows, with the nearest one."""
    names = [known.name for known in ROWS]
    sections = {prefix for known in names for prefix in _prefixes(known)}
    last = name.rpartition(".")[2]
    near = [known for known in names if known.endswith(f".{last}")]
    near = near or get_close_matches(name, names + sorted(sections), n=1, cutoff=0.75)
    hint = f' Did you mean "{near[0]}"?' if near else ""
    return Problem(name, f'"{name}" is not a setting.{hint}', fatal=False)


def to_plain(settings: Settings, key: str) -> Plain | None:
    """Return the value of one key as the file writes it; None for an unknown key."""
    known = row(key)
    return None if known is None else known.plain(settings)


def parse_value(key: str, text: str) -> Plain | Problem:
    """Return what a person typed for a key as the file writes it, or what is wrong with it."""
    known = row(key)
    if known is None:
        return unknown(key)
    try:
        return known.normal(known.typed(text))
    except NotRightError as wrong:
        what = str(wrong) or f'"{text}" is not right'
        return Problem(key, f"{key}: {what}; it should be {known.right}.")


def _prefixes(name: str) -> tuple[str, ...]:
    parts = name.split(".")
    return tuple(".".join(parts[:size]) for size in range(1, len(parts)))
