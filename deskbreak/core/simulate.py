"""Plays days through the real schedule with a made-up person, event by event.

The person comes a little early or late, walks off now and then, sits in a meeting, closes the
laptop in the evening, and answers offers in all the ways there are. Between two events nothing
is looked at: a look that finds nothing changed changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from deskbreak.core import schedule
from deskbreak.core.command import Skip, Snooze, Start
from deskbreak.core.entry import Break, Outcome, Reason
from deskbreak.core.luck import Luck
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
from deskbreak.core.timing.state import Exercising, Offering, State, Working
from deskbreak.core.timing.trigger import Trigger
from deskbreak.core.timing.turn import Here

_MIN = 60
_SESSION_S = 270
_STARTS, _SNOOZES, _SKIPS = 65, 82, 92  # of a hundred offers, up to which number of the roll
_IN_USE = Here(still=None, shut=False)


@dataclass(frozen=True, slots=True)
class Played:
    """One event of a play: when (UTC seconds), what happened, and why."""

    at: int
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class _Act:
    """Something the person does at an instant: is present or not, is in a meeting or not."""

    at: int
    present: bool = True
    meeting: bool = False


@dataclass(slots=True)
class _Play:
    now: Moment
    rules: Rules
    luck: Luck
    state: State
    present: bool = False
    meeting: bool = False
    last: int = 0
    lull: int | None = None
    answer: int | None = None
    out: list[Played] = field(default_factory=list)


def play(settings: Settings, days: int, seed: int, start: Moment) -> Iterator[Played]:
    """Play days from a moment on and yield what happens, in order.

    Args:
        settings: the settings to go by.
        days: how many days, from the date of `start` on.
        seed: the same seed gives the same play.
        start: the clocks at the beginning; the zone is kept all the time.

    Yields:
        Each event with its reason.
    """
    rules = Rules(settings)
    first = schedule.begin(start, Sensed(workday.DAY_S), rules, None, 0)
    life = _Play(start, rules, Luck(seed), first.state)
    today = workday.local_of(start.utc, start.zone).date()
    for step in range(days):
        day = today + timedelta(days=step)
        for act in _acts(life, workday.office_spans(day, settings.office, start.zone)):
            if act.at > life.now.utc:
                _live_until(life, act.at)
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
    was_away = not life.present
    if act.present or life.present:
        life.last = life.now.boot
    life.present, life.meeting = act.present, act.meeting
    if was_away and act.present:
        life.lull = life.answer = None
    _take(life, Look(life.now, _sensed(life)))


def _live_until(life: _Play, end: int) -> None:
    while life.now.utc < end:
        at, event = _next(life, end)
        life.now = life.now.shifted(at - life.now.utc)
        if life.present:
            life.last = life.now.boot
        if event == "answer":
            _answer(life)
        elif event == "lull":
            life.last -= life.rules.settings.schedule.lull_s
            _take(life, Look(life.now, _sensed(life)))
        elif event == "over":
            result = SessionResult(Outcome.COMPLETED, None, (), _SESSION_S - 30, _SESSION_S)
            _take(life, SessionOver(life.now, _sensed(life), result))
        else:
            _take(life, Look(life.now, _sensed(life)))


def _next(life: _Play, end: int) -> tuple[int, str]:
    """Return when something happens next, and what."""
    book, state = life.state.book, life.state
    here = _IN_USE if life.present else Here(book.last, shut=False)
    due = deadline(state, here)
    found = [(end, "end"), (due + book.lead, "time")]
    if isinstance(state, Exercising):
        found.append((book.utc + _SESSION_S, "over"))
    if isinstance(state, Offering) and life.present:
        life.answer = life.answer or life.now.utc + life.luck.roll(1, 15) * _MIN
        found.append((life.answer, "answer"))
    if isinstance(state, Working) and state.due is None and life.present:
        ready = falling_due.earliest(book) + book.lead
        life.lull = life.lull if life.lull and life.lull > life.now.utc else None
        life.lull = life.lull or max(ready, life.now.utc) + life.luck.roll(1, 30) * _MIN
        found.append((max(ready, life.lull), "lull"))
    return min(each for each in found if each[0] > life.now.utc)


def _answer(life: _Play) -> None:
    life.answer = None
    luck = life.luck.roll(1, 100)
    if luck > _SKIPS:
        life.answer = life.now.utc + 40 * _MIN
        return
    wish: Ask = Start() if luck <= _STARTS else Snooze() if luck <= _SNOOZES else Skip()
    _take(life, Asked(life.now, _sensed(life), wish))
    if isinstance(life.state, Exercising):
        _take(life, Painted(life.now, _sensed(life), "desk", "beginner", 1))


def _sensed(life: _Play) -> Sensed:
    holds = frozenset({Hold.MEETING}) if life.meeting else frozenset[Hold]()
    return Sensed(life.now.boot - life.last, locked=False, holds=holds)


def _take(life: _Play, event: Event) -> None:
    step = schedule.step(life.state, event, life.rules)
    life.state = step.state
    told = [
        _of_entry(effect.entry)
        for effect in step.effects
        if isinstance(effect, Write | FinishBreak)
    ]
    told += [_of_turn(each, life) for each in step.path]
    life.out += sorted(told, key=_when)


def _when(played: Played) -> int:
    return played.at


_WHY = {
    Trigger.ARRIVED: "office time, and somebody is there",
    Trigger.CLOSED: "the office day is over",
    Trigger.LUNCH: "lunch begins",
    Trigger.DUE: "sat long enough",
    Trigger.HELD: "a reason to hold back began",
    Trigger.RELEASED: "nothing holds it back any more",
    Trigger.OVERDUE: "held back for as long as it may be",
    Trigger.LAPSED: "its time is over",
    Trigger.REPEATED: "no answer yet",
    Trigger.MISSED: "no answer at all",
    Trigger.GOAL: "the goal of the day is reached",
    Trigger.WOKE: "the snooze is over",
    Trigger.GONE: "nobody there for long enough",
    Trigger.RETURNED: "somebody is there again",
    Trigger.ENDED: "the session is over",
    Trigger.RESUMED: "the pause is over",
}


def _of_turn(passed: Passed, life: _Play) -> Played:
    reason = _WHY.get(passed.trigger, "the person's wish")
    book = life.state.book
    if passed.trigger is Trigger.DUE:
        sat = (passed.at - book.since - book.lead) // _MIN
        reason = f"{sat // 60} h {sat % 60:02} min of sitting"
        reason += ", at a lull" if sat * _MIN < life.rules.latest_s else ""
        if passed.after is Working:
            held = ", ".join(hold.value for hold, _ in book.holding)
            return Played(passed.at, "held back", f"{reason}, but {held}")
    return Played(passed.at, _what(passed), reason)


def _what(passed: Passed) -> str:
    if passed.trigger in {Trigger.DUE, Trigger.RELEASED, Trigger.WOKE, Trigger.OVERDUE}:
        return "offered" if passed.after is Offering else "held back"
    if passed.trigger is Trigger.ARRIVED:
        return "working"
    if passed.trigger in {Trigger.CLOSED, Trigger.LUNCH}:
        return "off duty"
    return passed.trigger.value


def _of_entry(entry: Break) -> Played:
    minutes = (entry.ended_at - (entry.started_at or entry.ended_at)) // _MIN
    length = f", {minutes} min" if minutes else ""
    reason = Reason.PERSON if entry.reason is None else entry.reason
    return Played(entry.ended_at, f"entry: {entry.outcome.value}", f"{reason.value}{length}")
