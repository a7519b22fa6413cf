"""What a play of days tells: each event in plain words, with its reason."""

from __future__ import annotations

from dataclasses import dataclass

from deskbreak.core.entry import Break, Reason
from deskbreak.core.timing.advance import Passed
from deskbreak.core.timing.book import Book
from deskbreak.core.timing.sensed import Hold
from deskbreak.core.timing.state import Offering, Working
from deskbreak.core.timing.trigger import Trigger

_MIN = 60

_WHY = {
    Trigger.ARRIVED: "it is office time, and somebody is there",
    Trigger.CLOSED: "the office day is over",
    Trigger.LUNCH: "lunch begins",
    Trigger.DUE: "sat long enough",
    Trigger.HELD: "a reason to hold back began",
    Trigger.RELEASED: "nothing holds it back any more",
    Trigger.OVERDUE: "held back for as long as it may be",
    Trigger.LAPSED: "its time is over",
    Trigger.REPEATED: "nobody has answered yet",
    Trigger.MISSED: "nobody has answered at all; the sitting clock starts again",
    Trigger.GOAL: "the goal of the day is reached",
    Trigger.NUDGED: "sat a while; half a minute of posture is asked for",
    Trigger.WOKE: "the snooze is over",
    Trigger.RETURNED: "somebody is there again",
    Trigger.ENDED: "the sitting clock starts again",
    Trigger.RESUMED: "the pause is over",
}


_HELD = {
    Hold.MEETING: "there is a meeting",
    Hold.CALENDAR: "the calendar has a meeting",
    Hold.FULLSCREEN: "something fills the screen",
    Hold.DO_NOT_DISTURB: "do-not-disturb is on",
    Hold.MEAL: "the last meal was not long ago",
    Hold.LUNCH: "it is lunch time",
    Hold.DAY_END: "the office closes soon",
    Hold.GOAL: "the goal of the day is reached",
    Hold.SAFETY: "the safety page says no",
}

_ENDED = {
    Reason.PERSON: "the person said no",
    Reason.UNANSWERED: "nobody answered",
    Reason.ABSENCE: "nobody was there",
    Reason.LUNCH: "lunch came first",
    Reason.DAY_END: "the end of the day came first",
    Reason.GOAL: "the goal of the day was reached",
}


@dataclass(frozen=True, slots=True)
class Played:
    """One event of a play: when (UTC seconds), what happened, and why.

    `entry` is what it left in the journal, if that is what happened.
    """

    at: int
    what: str
    why: str
    entry: Break | None = None


def of_turn(passed: Passed, book: Book) -> Played:
    """Tell a turn of the schedule; `book` is as the turn left it."""
    reason = _WHY.get(passed.trigger, "the person's wish")
    held = " and ".join(_HELD[hold] for hold, _ in book.holding)
    if passed.trigger is Trigger.GONE:
        reason = f"no input for {book.rules.away_s // _MIN} minutes"
    if passed.trigger is Trigger.DUE:
        sat = (passed.at - book.since - book.lead) // _MIN
        reason = f"{sat // 60} h {sat % 60:02} min of sitting"
        reason += ", at a lull" if sat * _MIN < book.rules.latest_s else ""
        reason += f", but {held}" if held and passed.after is Working else ""
    if held and passed.trigger in {Trigger.HELD, Trigger.WOKE}:
        reason = held
    return Played(passed.at, _what(passed), reason)


def _what(passed: Passed) -> str:
    asks = {Trigger.DUE, Trigger.HELD, Trigger.RELEASED, Trigger.WOKE, Trigger.OVERDUE}
    if passed.trigger in asks:
        return "offered" if passed.after is Offering else "held back"
    if passed.trigger is Trigger.ARRIVED:
        return "working"
    if passed.trigger in {Trigger.CLOSED, Trigger.LUNCH}:
        return "off duty"
    return passed.trigger.value


def of_entry(entry: Break) -> Played:
    """Tell an entry of the journal."""
    minutes = (entry.ended_at - (entry.started_at or entry.ended_at)) // _MIN
    ending = "done to the end" if entry.reason is None else _ENDED[entry.reason]
    length = f", {minutes} min" if minutes else ""
    dose = f", week {entry.week}: {_reps(entry)}" if entry.steps else ""
    what = f"journal: {entry.outcome.value}"
    return Played(entry.ended_at, what, f"{ending}{length}{dose}", entry)


def _reps(entry: Break) -> str:
    return "/".join(str(step.done_reps) for step in entry.steps)
