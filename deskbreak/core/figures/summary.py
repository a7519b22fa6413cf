"""What a span adds up to: totals, by exercise, by time of day, what came between."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from deskbreak.core.dose import goal_in
from deskbreak.core.entry import Discomfort
from deskbreak.core.figures.day_sum import DaySum, Did


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the body, and what was done for it; the most-done exercise first."""

    region: str
    seconds: int
    did: tuple[Did, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """The sums of a span.

    Attributes:
        seconds: of exercise.
        done: breaks that count; `days`: on how many days there were some.
        reached: on how many days the goal was reached.
        snoozes: how often a break was put off.
        unanswered: offers that were skipped or missed.
        held: reasons that held breaks back with how many, the most frequent first.
        regions: what was done, by part of the body; the one with most first.
        hours: breaks begun in each of the 24 local hours.
        felt: days with discomfort and the strongest answer on each, in order.
        energy: the mean rating after breaks in tenths (32 is 3.2 of 5), None without any.
    """

    seconds: int
    done: int
    days: int
    reached: int
    snoozes: int
    unanswered: int
    held: tuple[tuple[str, int], ...]
    regions: tuple[Region, ...]
    hours: tuple[int, ...]
    felt: tuple[tuple[str, Discomfort], ...]
    energy: int | None


def summary_of(sums: Sequence[DaySum], region_of: Callable[[str], str]) -> Summary:
    """Return the sums of some days; `region_of` names the part of the body of an exercise."""
    held: Counter[str] = Counter()
    hours: Counter[int] = Counter()
    for each in sums:
        for reason, count in each.held:
            held[reason] += count
        for hour, count in each.hours:
            hours[hour] += count
    rated = sum(each.energy[1] for each in sums)
    return Summary(
        seconds=sum(each.seconds for each in sums),
        done=sum(each.done for each in sums),
        days=sum(1 for each in sums if each.done),
        reached=sum(1 for each in sums if reaches(each)),
        snoozes=sum(each.snoozes for each in sums),
        unanswered=sum(each.unanswered for each in sums),
        held=_most_first(held),
        regions=_regions((did for each in sums for did in each.did), region_of),
        hours=tuple(hours[hour] for hour in range(24)),
        felt=tuple((each.day, each.discomfort) for each in sums if each.discomfort is not None),
        energy=round(10 * sum(each.energy[0] for each in sums) / rated) if rated else None,
    )


def goal_of(each: DaySum) -> int:
    """Return the seconds of exercise that made this day good; 0 where none were planned."""
    return goal_in(each.week) if each.week else 0


def reaches(each: DaySum) -> bool:
    """Return whether the day's goal was reached."""
    goal = goal_of(each)
    return 0 < goal <= each.seconds


def _regions(all_did: Iterable[Did], region_of: Callable[[str], str]) -> tuple[Region, ...]:
    reps: Counter[str] = Counter()
    seconds: Counter[str] = Counter()
    for did in all_did:
        reps[did.exercise] += did.reps
        seconds[did.exercise] += did.seconds
    by_region: dict[str, list[Did]] = {}
    for name, spent in _most_first(seconds):
        by_region.setdefault(region_of(name), []).append(Did(name, reps[name], spent))
    found = [
        Region(region, sum(each.seconds for each in did), tuple(did))
        for region, did in by_region.items()
    ]
    return tuple(sorted(found, key=_most_seconds))


def _most_seconds(region: Region) -> tuple[int, str]:
    return -region.seconds, region.region


def _most_first(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=_more))


def _more(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]
