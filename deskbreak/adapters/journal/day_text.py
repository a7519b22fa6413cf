"""What a day adds up to as text, written once and read a hundred times.

Five lines: what was felt and the numbers of its sum, three lists of it in JSON, and what the plan
needs of the day, in JSON too. A day whose breaks are all gone has no text.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Final

from deskbreak.adapters.journal.checksum import canonical
from deskbreak.core.coach.day_past import DayPast
from deskbreak.core.coach.done import DayDone
from deskbreak.core.entry import Discomfort
from deskbreak.core.figures.day_sum import DaySum, Did
from deskbreak.core.record.as_json import Json

_FELT: Final = {"-": None, **{each.value: each for each in Discomfort}}


def text_of(found: DaySum, past: DayPast) -> str:
    """Return a day as text."""
    felt = "-" if found.discomfort is None else found.discomfort.value
    numbers = found.seconds, found.done, found.unanswered, found.snoozes, found.week, *found.energy
    did: list[Json] = [[each.exercise, each.reps, each.seconds] for each in found.did]
    lists = [_pairs(found.held), _pairs(found.hours), did, _past(past)]
    return "\n".join([" ".join([felt, *map(str, numbers)]), *map(canonical, lists)])


def sum_reader() -> Callable[[str, str], DaySum]:
    """Return what reads the sum of a day. Days are much alike, so it reads no list twice."""
    held_of, hours_of, did_of = cache(_held), cache(_hours), cache(_did)

    def read(day: str, text: str) -> DaySum:
        first, held, hours, did, _ = text.split("\n")
        felt, *numbers = first.split(" ")
        seconds, done, unanswered, snoozes, week, energy, rated = map(int, numbers)
        return DaySum(
            day=day,
            seconds=seconds,
            done=done,
            unanswered=unanswered,
            snoozes=snoozes,
            held=held_of(held),
            did=did_of(did),
            hours=hours_of(hours),
            discomfort=_FELT[felt],
            energy=(energy, rated),
            week=week,
        )

    return read


def past_of(day: str, text: str) -> DayPast:
    """Read what the plan needs of a day."""
    told = json.loads(text[text.rindex("\n") :])
    first_at, seconds, desk, home, homes, last, sessions, times, calm = told
    return DayPast(
        day=day,
        first_at=first_at,
        seconds=tuple(seconds),
        desk=_done_of(day, desk),
        home=_done_of(day, home),
        homes=tuple(homes),
        last=tuple([(exercise, at) for exercise, at in last]),
        sessions=sessions,
        times=tuple([(exercise, count) for exercise, count in times]),
        calm=calm,
    )


def _past(past: DayPast) -> list[Json]:
    return [
        past.first_at,
        list(past.seconds),
        _done(past.desk),
        _done(past.home),
        list(past.homes),
        _pairs(past.last),
        past.sessions,
        _pairs(past.times),
        past.calm,
    ]


def _done(done: DayDone | None) -> Json:
    return None if done is None else [done.sessions, done.seconds, done.rank, done.home]


def _done_of(day: str, told: tuple[int, int, int, bool] | None) -> DayDone | None:
    return None if told is None else DayDone(date.fromisoformat(day), *told)


def _pairs(pairs: tuple[tuple[str | int, int], ...]) -> list[Json]:
    return [list(each) for each in pairs]


def _held(text: str) -> tuple[tuple[str, int], ...]:
    return tuple((reason, count) for reason, count in json.loads(text))


def _hours(text: str) -> tuple[tuple[int, int], ...]:
    return tuple((hour, count) for hour, count in json.loads(text))


def _did(text: str) -> tuple[Did, ...]:
    return tuple(Did(exercise, reps, seconds) for exercise, reps, seconds in json.loads(text))
