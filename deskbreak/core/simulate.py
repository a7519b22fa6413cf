"""Plays days through the real schedule with a made-up person, event by event.

The person comes a little early or late, walks off now and then, sits in a meeting, closes the
laptop in the evening, and answers offers in all the ways there are. The breaks are those that
the coach would plan, so they grow with the weeks. Between two events nothing is looked at: a look
that finds nothing changed changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from deskbreak.core import schedule
from deskbreak.core.command import Skip, Snooze, Start
from deskbreak.core.exercise import Exercise
from deskbreak.core.luck import Luck
from deskbreak.core.no_routine import NoRoutine
from deskbreak.core.played import Played, of_entry, of_turn
from deskbreak.core.session_view import SessionResult
from deskbreak.core.settings.values import Settings
from deskbreak.core.timing import falling_due, workday
from deskbreak.core.timing.advance import Passed
from deskbreak.core.timing.deadline import deadline
from deskbreak.core.timing.effect import FinishBreak, Write
from deskbreak.core.timing.event import Ask, Asked, Event, Look, Painted, SessionOver
from deskbreak.core.timing.moment import Moment
from deskbreak.core.timing.rules import Rules
from deskbreak.core.timing.sensed import Hold, Sensed
from deskbreak.core.timing.state import (
    Away,
    Exercising,
    OffDuty,
    Offering,
    State,
    Working,
)
from deskbreak.core.timing.trigger import Trigger
from deskbreak.core.timing.turn import Here
from deskbreak.core.trainee import NOTHING, Trainee, done

_MIN = 60
_STARTS, _SNOOZES, _SKIPS = 65, 82, 92  # of a hundred offers, up to which number of the roll
_IN_USE = Here(still=None, shut=False)
_IN_MEETING, _FREE = frozenset({Hold.MEETING}), frozenset[Hold]()


@dataclass(frozen=True, slots=True)
class _Act:
    """Something the person does at an instant: is present or not, is in a meeting or not."""

    at: int
    present: bool = True
    meeting: bool = False


@dataclass(slots=True)
class _Play:
    now: Moment
    trainee: Trainee
    luck: Luck
    state: State
    settings: Settings
    present: bool = False
    meeting: bool = False
    last: int = 0
    lull: int = 0
    answer: int = 0
    over: int = 0
    result: SessionResult = NOTHING
    out: list[Played] = field(default_factory=list)


def play(
    settings: Settings, days: int, seed: int, start: Moment, catalog: Mapping[str, Exercise]
) -> Iterator[Played]:
    """Play days from a moment on and yield what happens, in order.

    Args:
        settings: the settings to go by.
        days: how many days, from the date of `start` on.
        seed: the same seed gives the same play.
        start: the clocks at the beginning; the zone is kept all the time.
        catalog: the exercises by id.

    Yields:
        Each event with its reason.
    """
    first = schedule.begin(start, Sensed(workday.DAY_S), Rules(settings), None, 0)
    life = _Play(start, Trainee(settings, catalog), Luck(seed), first.state, settings)
    today = workday.local_of(start.utc, start.zone).date()
    for step in range(days):
        day = today + timedelta(days=step)
        for act in _acts(life, workday.office_spans(day, settings.office, start.zone)):
            _live_until(life, max(life.now.utc, act.at))
            _do(life, act)
        yield from life.out
        life.out.clear()
    _live_until(life, max(life.now.utc, workday.utc_of(today, days * 24 * 60, start.zone)))
    yield from life.out


def _acts(life: _Play, spans: tuple[workday.Stretch, ...]) -> list[_Act]:
    """Make up what the person does in the office hours of one day."""
    luck, acts = life.luck, []
    for start, end in spans:
        at = start + luck.roll(-10, 25) * _MIN
        acts.append(_Act(at))
        while (at := at + luck.roll(40, 150) * _MIN) < end - 30 * _MIN:
            length = luck.roll(3, 40) * _MIN
            meeting = luck.chance(30)
            acts.append(_Act(at, present=meeting, meeting=meeting))
            at += length
            acts.append(_Act(at))
        acts.append(_Act(max(at, end + luck.roll(-15, 20) * _MIN), present=False))
    return acts


def _do(life: _Play, act: _Act) -> None:
    came = act.present and not life.present
    if came and not isinstance(life.state, Away):
        _take(life, Look(life.now, _sensed(life)))  # the last that is seen of the absence
    life.last = life.now.boot
    life.present, life.meeting = act.present, act.meeting
    if act.present:  # who leaves is not seen leaving, but found idle later
        _take(life, Look(life.now, _sensed(life)))


def _live_until(life: _Play, end: int) -> None:
    """Let everything happen that lies before `end`; what happens at `end` is seen there."""
    while (following := _next(life, end))[0] < end:
        at, event = following
        _go_to(life, at)
        if event == "answer":
            _answer(life)
        elif event == "lull":
            life.last -= life.settings.schedule.lull_s
            _take(life, Look(life.now, _sensed(life)))
        elif event == "over":
            _take(life, SessionOver(life.now, _sensed(life), life.result))
        else:
            _take(life, Look(life.now, _sensed(life)))
    _go_to(life, end)


def _go_to(life: _Play, at: int) -> None:
    life.now = life.now.shifted(at - life.now.utc)
    if life.present:
        life.last = life.now.boot


def _next(life: _Play, end: int) -> tuple[int, str]:
    """Return when something happens next, and what."""
    book, state, now = life.state.book, life.state, life.now.utc
    here = _IN_USE if life.present else Here(life.last + book.t - book.seen.boot, shut=False)
    if not life.present and isinstance(state, OffDuty | Away):
        return end, "end"  # nothing to answer before somebody comes
    found = [(end, "end"), (deadline(state, here) + book.lead, "time")]
    if isinstance(state, Exercising):
        found.append((max(life.over, now), "over"))
    if isinstance(state, Offering) and life.present:
        if life.answer < now:
            life.answer = now + life.luck.roll(1, 15) * _MIN
        found.append((life.answer, "answer"))
    if isinstance(state, Working) and state.due is None and life.present:
        ready = falling_due.earliest(book) + book.lead
        if life.lull <= max(ready, now):
            life.lull = max(ready, now) + life.luck.roll(1, 30) * _MIN
        found.append((life.lull, "lull"))
    return min(found)


def _answer(life: _Play) -> None:
    luck = life.luck.roll(1, 100)
    if luck > _SKIPS:
        life.answer = life.now.utc + 40 * _MIN
        return
    life.answer = 0
    wish: Ask = Start() if luck <= _STARTS else Snooze() if luck <= _SNOOZES else Skip()
    if isinstance(wish, Start):
        _start(life)
    else:
        _take(life, Asked(life.now, _sensed(life), wish))


def _start(life: _Play) -> None:
    routine = life.trainee.plan(_today(life))
    if isinstance(routine, NoRoutine):
        _take(life, Asked(life.now, _sensed(life), Skip()))
        return
    _take(life, Asked(life.now, _sensed(life), Start()))
    life.result = done(routine)
    life.over = life.now.utc + life.result.elapsed_s
    level = routine.level.value
    _take(life, Painted(life.now, _sensed(life), routine.kept_as, level, routine.week))


def _today(life: _Play) -> str:
    book = life.state.book
    if book.place is not None and book.place.since <= life.now.utc < book.place.until:
        return book.day  # as the last look found it
    return schedule.day_of(life.now, book.rules)


def _sensed(life: _Play) -> Sensed:
    holds = _IN_MEETING if life.meeting else _FREE
    return Sensed(life.now.boot - life.last, locked=False, holds=holds)


def _take(life: _Play, event: Event) -> None:
    step = schedule.step(life.state, event, life.trainee.rules(_today(life)))
    life.state = step.state
    for effect in step.effects:
        if isinstance(effect, FinishBreak):
            life.trainee.heed(effect.entry)
    told = [
        of_entry(effect.entry) for effect in step.effects if isinstance(effect, Write | FinishBreak)
    ]
    told += [of_turn(each, life.state.book) for each in step.path if not _is_inner(each)]
    life.out += sorted(told, key=_when)


def _is_inner(passed: Passed) -> bool:
    """Return whether a turn only leads to the next one, at the same instant."""
    return passed.trigger is Trigger.RELEASED and passed.after is Working


def _when(played: Played) -> int:
    return played.at
