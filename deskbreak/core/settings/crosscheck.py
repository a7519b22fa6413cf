"""What single keys cannot show: values that do not fit together."""

from __future__ import annotations

from dataclasses import dataclass, replace

from deskbreak.core.settings import keys
from deskbreak.core.settings.daytime import inside, joined, span_text
from deskbreak.core.settings.values import Problem, Schedule, Settings, Span


@dataclass(frozen=True, slots=True)
class Given:
    """Which keys the files set, and which of them a site holds fast."""

    keys: frozenset[str]
    held: frozenset[str] = frozenset()


def settle(settings: Settings, given: Given) -> tuple[Settings, tuple[Problem, ...]]:
    """Return settings that fit together, and what was changed for that.

    Two values that do not fit fall back to their defaults; one that a site holds fast stays, and
    the other gives way.
    """
    schedule, problems = _schedule(settings.schedule, given)
    office = settings.office
    hours, more = _apart(keys.HOURS.name, office.hours)
    problems.extend(more)
    by_day: list[tuple[int, tuple[Span, ...]]] = []
    for day, spans in office.by_day:
        merged, more = _apart(keys.BY_DAY[day].name, spans)
        by_day.append((day, merged))
        problems.extend(more)
    office = replace(office, hours=hours, by_day=tuple(by_day))
    settings = replace(settings, schedule=schedule, office=office)
    problems.extend(_lunch(settings, given))
    return settings, tuple(problems)


def _schedule(schedule: Schedule, given: Given) -> tuple[Schedule, list[Problem]]:
    problems: list[Problem] = []
    usual = Schedule()
    if schedule.earliest_min > schedule.latest_min:
        said = (
            f"schedule.earliest_min ({schedule.earliest_min}) is later than schedule.latest_min "
            f"({schedule.latest_min}); earliest should be at most latest."
        )
        names = (keys.EARLIEST.name, keys.LATEST.name)
        problems.extend(_blame(said, given, names))
        earliest, latest = _apart_again(
            (schedule.earliest_min, schedule.latest_min),
            (usual.earliest_min, usual.latest_min),
            tuple(name in given.held for name in names),
        )
        schedule = replace(schedule, earliest_min=earliest, latest_min=latest)
    if schedule.away_min > schedule.fresh_after_min:
        said = (
            f"schedule.away_min ({schedule.away_min}) is longer than schedule.fresh_after_min "
            f"({schedule.fresh_after_min}); it should be at most that."
        )
        names = (keys.AWAY.name, keys.FRESH.name)
        problems.extend(_blame(said, given, names))
        away, fresh = _apart_again(
            (schedule.away_min, schedule.fresh_after_min),
            (usual.away_min, usual.fresh_after_min),
            tuple(name in given.held for name in names),
        )
        schedule = replace(schedule, away_min=away, fresh_after_min=fresh)
    if schedule.mode == "times" and not schedule.times:
        said = (
            'schedule.mode is "times" but schedule.times is empty; '
            'give times such as ["10:30", "15:00"].'
        )
        problems.append(Problem(keys.MODE.name, said))
        schedule = replace(schedule, mode=usual.mode)
    return schedule, problems


def _apart_again(
    values: tuple[int, int], usual: tuple[int, int], held: tuple[bool, ...]
) -> tuple[int, int]:
    """Return a lower and an upper value that fit: the defaults, but what is held stays."""
    if held == (True, False):
        return values[0], max(values[0], usual[1])
    if held == (False, True):
        return min(values[1], usual[0]), values[1]
    return usual


def _blame(said: str, given: Given, names: tuple[str, ...]) -> list[Problem]:
    """Return the problem at the key that a person can change, of those that were given."""
    there = sorted((name for name in names if name in given.keys), key=given.held.__contains__)
    return [Problem(name, said) for name in there][:1]


def _apart(name: str, spans: tuple[Span, ...]) -> tuple[tuple[Span, ...], list[Problem]]:
    merged = joined(spans)
    if len(merged) == len(spans):
        return merged, []
    written = ", ".join(f'"{span_text(span)}"' for span in merged)
    said = f"{name}: spans overlap and are read as [{written}]; write them apart."
    return merged, [Problem(name, said, fatal=False)]


def _lunch(settings: Settings, given: Given) -> list[Problem]:
    office = settings.office
    lunch = office.lunch
    spans = [*office.hours, *(span for _, more in office.by_day for span in more)]
    if lunch is None or keys.LUNCH.name not in given.keys or any(inside(lunch, s) for s in spans):
        return []
    said = (
        f'office.lunch ("{span_text(lunch)}") lies outside office.hours; '
        'it should be within them, or "" for none.'
    )
    return [Problem(keys.LUNCH.name, said, fatal=False)]
