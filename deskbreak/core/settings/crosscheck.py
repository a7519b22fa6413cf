"""What single keys cannot show: values that do not fit together."""

from __future__ import annotations

from dataclasses import replace

from deskbreak.core.settings import keys
from deskbreak.core.settings.daytime import inside, joined, span_text
from deskbreak.core.settings.values import Problem, Schedule, Settings, Span

Given = frozenset[str]
"""The keys that a file sets and that are right by themselves."""


def settle(settings: Settings, given: Given) -> tuple[Settings, tuple[Problem, ...]]:
    """Return settings that fit together, and what was changed for that.

    Of two values that do not fit, those that a file gave fall back to their defaults.
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
        problems.extend(_blame(said, given, keys.EARLIEST.name, keys.LATEST.name))
        schedule = replace(schedule, earliest_min=usual.earliest_min, latest_min=usual.latest_min)
    if schedule.away_min > schedule.fresh_after_min:
        said = (
            f"schedule.away_min ({schedule.away_min}) is longer than schedule.fresh_after_min "
            f"({schedule.fresh_after_min}); it should be at most that."
        )
        problems.extend(_blame(said, given, keys.AWAY.name, keys.FRESH.name))
        schedule = replace(schedule, away_min=usual.away_min, fresh_after_min=usual.fresh_after_min)
    if schedule.mode == "times" and not schedule.times:
        said = (
            'schedule.mode is "times" but schedule.times is empty; '
            'give times such as ["10:30", "15:00"].'
        )
        problems.append(Problem(keys.MODE.name, said))
        schedule = replace(schedule, mode=usual.mode)
    return schedule, problems


def _blame(said: str, given: Given, *names: str) -> list[Problem]:
    return [Problem(name, said) for name in names if name in given][:1]


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
    if lunch is None or keys.LUNCH.name not in given or any(inside(lunch, s) for s in spans):
        return []
    said = (
        f'office.lunch ("{span_text(lunch)}") lies outside office.hours; '
        'it should be within them, or "" for none.'
    )
    return [Problem(keys.LUNCH.name, said, fatal=False)]
