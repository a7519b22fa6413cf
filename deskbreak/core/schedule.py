"""When a break is offered, and what becomes of the offer.

Theory of operation
-------------------
The schedule is a machine of seven states. `step` takes a state and an event and returns the next
state and the effects that the engine is to perform; it asks nobody what time it is. An event
says when it is and what the senses say.

*Time.* `step` walks from the last look to the event's moment through every boundary in between,
in order, and settles each (`timing/advance.py`). So a timer only means "look": a late, early or
doubled look writes the same journal. Durations run in steady seconds that count sleep; office
hours and pauses until a time of day follow the wall clock; a clock step changes only the
distance between the two (`timing/state.py`).

*Presence.* Somebody is absent from the last input on, once that is `away_min` ago, or the screen
is locked or the machine asleep for as long (`timing/presence.py`). A late look is no absence.

*One break, one ending.* A break that falls due is a `Due` that wanders through the states: it
waits in Working while a reason holds it back, is shown in Offering, put off in Snoozed, answered
in Exercising. It leaves with exactly one entry, or, if never shown, with an event.

*The table* below lists every way from state to state. `step` is not driven by it; the tests walk
the machine at random and hold every turn against it, and the diagram in docs/ is drawn from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from deskbreak.core.command import Reply
from deskbreak.core.outlook import view
from deskbreak.core.timing import records
from deskbreak.core.timing.advance import Passed, Way, advance, here_at, settled
from deskbreak.core.timing.answers import answer
from deskbreak.core.timing.attending import attends_from
from deskbreak.core.timing.deadline import next_look
from deskbreak.core.timing.effect import (
    AskMeeting,
    Effect,
    HideMeeting,
    HideNudge,
    HideOffer,
    LookAt,
    ShowNudge,
    ShowOffer,
)
from deskbreak.core.timing.event import (
    Asked,
    Event,
    Look,
    Painted,
    Recounted,
    RulesChanged,
    SessionOver,
)
from deskbreak.core.timing.exercising import begin as begin_session
from deskbreak.core.timing.exercising import end as end_session
from deskbreak.core.timing.frozen import freeze
from deskbreak.core.timing.listening import listens_closely
from deskbreak.core.timing.moment import Moment
from deskbreak.core.timing.restart import resume_or_begin
from deskbreak.core.timing.rules import Rules
from deskbreak.core.timing.saving import worth_saving
from deskbreak.core.timing.sensed import Sensed
from deskbreak.core.timing.state import (
    Away,
    Exercising,
    OffDuty,
    Offering,
    Paused,
    Snoozed,
    State,
    Working,
)
from deskbreak.core.timing.trigger import Trigger
from deskbreak.core.timing.turn import recount

__all__ = ["TABLE", "State", "Step", "begin", "day_of", "freeze", "step", "view", "worth_saving"]

TABLE: dict[tuple[type[State], Trigger], tuple[type[State], ...]] = {
    (OffDuty, Trigger.ARRIVED): (Working,),
    (OffDuty, Trigger.PAUSED): (Paused,),
    (OffDuty, Trigger.STARTED): (Exercising,),
    (Working, Trigger.DUE): (Offering, Working),
    (Working, Trigger.HELD): (Working,),
    (Working, Trigger.RELEASED): (Offering, Working),
    (Working, Trigger.OVERDUE): (Offering,),
    (Working, Trigger.LAPSED): (Working,),
    (Working, Trigger.GOAL): (Working,),
    (Working, Trigger.SNOOZED): (Snoozed,),
    (Working, Trigger.SKIPPED): (Working,),
    (Working, Trigger.UNSKIPPED): (Offering, Working),
    (Working, Trigger.NUDGED): (Working,),
    (Working, Trigger.GONE): (Away,),
    (Working, Trigger.LUNCH): (OffDuty,),
    (Working, Trigger.CLOSED): (OffDuty,),
    (Working, Trigger.PAUSED): (Paused,),
    (Working, Trigger.STARTED): (Exercising,),
    (Offering, Trigger.REPEATED): (Offering,),
    (Offering, Trigger.RELEASED): (Offering,),
    (Offering, Trigger.HELD): (Working,),
    (Offering, Trigger.MISSED): (Working,),
    (Offering, Trigger.GOAL): (Working,),
    (Offering, Trigger.SNOOZED): (Snoozed,),
    (Offering, Trigger.SKIPPED): (Working,),
    (Offering, Trigger.GONE): (Away,),
    (Offering, Trigger.LUNCH): (OffDuty,),
    (Offering, Trigger.CLOSED): (OffDuty,),
    (Offering, Trigger.PAUSED): (Paused,),
    (Offering, Trigger.STARTED): (Exercising,),
    (Snoozed, Trigger.SNOOZED): (Snoozed,),
    (Snoozed, Trigger.WOKE): (Offering, Working),
    (Snoozed, Trigger.GOAL): (Working,),
    (Snoozed, Trigger.SKIPPED): (Working,),
    (Snoozed, Trigger.GONE): (Away,),
    (Snoozed, Trigger.LUNCH): (OffDuty,),
    (Snoozed, Trigger.CLOSED): (OffDuty,),
    (Snoozed, Trigger.PAUSED): (Paused,),
    (Snoozed, Trigger.STARTED): (Exercising,),
    (Exercising, Trigger.ENDED): (Working, Snoozed, OffDuty, Paused),
    (Away, Trigger.RETURNED): (Working,),
    (Away, Trigger.LUNCH): (OffDuty,),
    (Away, Trigger.CLOSED): (OffDuty,),
    (Away, Trigger.PAUSED): (Paused,),
    (Away, Trigger.STARTED): (Exercising,),
    (Paused, Trigger.RESUMED): (Working, OffDuty),
    (Paused, Trigger.PAUSED): (Paused,),
    (Paused, Trigger.STARTED): (Exercising,),
}
"""From a state and a trigger to the states that may follow."""


@dataclass(frozen=True, slots=True)
class Step:
    """What an event led to: the state, what is to be done in order, the reply to a wish.

    `path` holds every turn that was taken on the way, for those who want to know why.
    """

    state: State
    effects: tuple[Effect, ...]
    reply: Reply | None = None
    path: tuple[Passed, ...] = ()


def begin(now: Moment, sensed: Sensed, rules: Rules, saved: str | None, done_s: int) -> Step:
    """Start: afresh, or from the text of `freeze`; a damaged text is a fresh start.

    Args:
        now: the clocks.
        sensed: what the senses say.
        rules: what to go by.
        saved: what `freeze` returned last, None when nothing was kept.
        done_s: seconds of exercise that the journal holds for today.

    Returns:
        The first state, and effects that close what the last run left open.
    """
    way = resume_or_begin(now, sensed, rules, saved, done_s)
    return _step(None, way, None)


def step(state: State, event: Event, rules: Rules) -> Step:
    """Take an event; the rules are those that hold from its moment on."""
    way = advance(state, event.now, event.sensed, rules)
    reply: Reply | None = None
    match event:
        case Look() | RulesChanged():
            return _step(state, way, None)
        case Asked():
            turn, reply = answer(way.state, event.ask)
        case Painted():
            turn = begin_session(way.state, event)
        case Recounted(_, _, done_s):
            turn = recount(way.state, done_s)
        case SessionOver():
            turn = end_session(way.state, event.result)
        case _:
            assert_never(event)
    way = way.then(turn.trigger, turn.state, turn.effects)
    return _step(state, settled(way, here_at(way.state.book)), reply)


def day_of(now: Moment, rules: Rules) -> str:
    """Return the day that a moment belongs to, as YYYY-MM-DD."""
    return records.day_at(now.utc, rules, now.zone)


def _step(before: State | None, way: Way, reply: Reply | None) -> Step:
    book = way.state.book
    effects = _last_of(way.effects, ShowOffer, HideOffer, shown=isinstance(before, Offering))
    nudged = before is not None and before.book.posture.until is not None
    effects = _last_of(effects, ShowNudge, HideNudge, shown=nudged)
    said = None if before is None else before.book.meeting
    effects = _last_of(effects, AskMeeting, HideMeeting, shown=bool(said and said.asked))
    point = next_look(way.state, here_at(book))
    attends = attends_from(way.state)
    attend = attends is not None and attends <= book.t
    closely = listens_closely(way.state, attends=attend)
    look = LookAt(book.seen.boot + point - book.t, attend, closely)
    return Step(way.state, (*effects, look), reply, way.path)


def _last_of(
    effects: tuple[Effect, ...], show: type[Effect], hide: type[Effect], *, shown: bool
) -> tuple[Effect, ...]:
    """Keep only the last word about what is shown: what came and went unseen is not."""
    places = [n for n, each in enumerate(effects) if isinstance(each, show | hide)]
    if not places:
        return effects
    wanted = shown or isinstance(effects[places[-1]], show)
    return tuple(
        each for n, each in enumerate(effects) if n not in places or (n == places[-1] and wanted)
    )
