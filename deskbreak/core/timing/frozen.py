"""The state as text and back, so that it outlives the program.

The text is JSON of one version. Rules, senses and the zone are not kept: they are those of the
new start. Any text that does not say exactly what is wanted counts as damaged.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import assert_never

from deskbreak.core.timing.book import Book, Due, Meeting, Posture, Undo
from deskbreak.core.timing.moment import Moment
from deskbreak.core.timing.rules import Rules
from deskbreak.core.timing.sensed import NOTHING_SENSED, Hold
from deskbreak.core.timing.state import (
    Away,
    Begun,
    Exercising,
    OffDuty,
    Offering,
    Pause,
    Paused,
    Snoozed,
    State,
    Working,
)
from deskbreak.core.timing.tree import (
    DamagedError,
    flag,
    maybe,
    names,
    row,
    table,
    text,
    whole,
)

VERSION = 1

Leaf = str | int | bool | None
Tree = Mapping[str, "Leaf | Tree | list[Leaf | Tree]"]


def freeze(state: State) -> str:
    """Return a state as text."""
    tree: Tree = {"version": VERSION, "book": _book(state.book), **_own(state)}
    return json.dumps(tree)


def thaw(saved: str, now: Moment, rules: Rules) -> State:
    """Return the state that `freeze` made a text of.

    Raises:
        DamagedError: the text is none of `freeze`'s, or of another version.
    """
    try:
        raw: object = json.loads(saved)
    except (ValueError, RecursionError) as problem:
        raise DamagedError(str(problem)) from problem
    tree = table(raw)
    if whole(tree, "version") != VERSION:
        raise DamagedError("another version")
    return _state(tree, _thaw_book(table(tree.get("book")), now, rules))


def _own(state: State) -> Tree:
    match state:
        case OffDuty():
            return {"state": "off_duty"}
        case Working():
            return {"state": "working", "due": _due(state.due)}
        case Offering():
            own: Tree = {"due": _due(state.due), "running": state.running, "quiet": state.quiet}
            return {"state": "offering", **own}
        case Snoozed():
            return {"state": "snoozed", "due": _due(state.due), "until": state.until}
        case Exercising():
            kept: Tree = {"due": _due(state.due), "begun": state.begun is not None}
            aside: Tree = {"check": state.check, "snoozed": state.snoozed}
            return {"state": "exercising", **kept, "pause": _pause(state.pause), **aside}
        case Away():
            return {"state": "away", "gone": state.gone, "due": _due(state.due)}
        case Paused():
            return {"state": "paused", "pause": _pause(state.pause)}
        case _:
            assert_never(state)


def _state(tree: Mapping[str, object], book: Book) -> State:
    readers: dict[str, Callable[[], State]] = {
        "off_duty": lambda: OffDuty(book),
        "working": lambda: Working(book, _thaw_due(tree)),
        "offering": lambda: Offering(
            book, _some_due(tree), maybe(tree, "running"), flag(tree, "quiet")
        ),
        "snoozed": lambda: Snoozed(book, _some_due(tree), whole(tree, "until")),
        "exercising": lambda: _thaw_session(tree, book),
        "away": lambda: Away(book, whole(tree, "gone"), _thaw_due(tree)),
        "paused": lambda: Paused(book, _some_pause(tree)),
    }
    read = readers.get(text(tree, "state"))
    if read is None:
        raise DamagedError("an unknown state")
    return read()


def _thaw_session(tree: Mapping[str, object], book: Book) -> Exercising:
    pause = None if tree.get("pause") is None else _some_pause(tree)
    begun = Begun(0, "", "", 1) if flag(tree, "begun") else None
    check = "check" in tree and flag(tree, "check")
    return Exercising(
        book, _thaw_due(tree), begun, pause, check=check, snoozed=maybe(tree, "snoozed")
    )


def _book(book: Book) -> Tree:
    undo: Tree | None = None
    if book.undo is not None:
        undo = {"due": _due(book.undo.due), "until": book.undo.until, "since": book.undo.since}
    meeting: Tree | None = None if book.meeting is None else {"until": book.meeting.until}
    holding: list[Leaf | Tree] = [{"hold": hold.value, "since": at} for hold, at in book.holding]
    return {
        "utc": book.seen.utc, "boot": book.seen.boot, "mono": book.seen.mono,
        "boot_id": book.seen.boot_id, "zone_name": book.seen.zone_name,
        "t": book.t, "lead": book.lead, "last": book.last, "since": book.since,
        "duty": book.duty, "day": book.day, "done_s": book.done_s, "done_day": book.done_day,
        "arrived": book.arrived, "holding": holding, "not_before": book.not_before,
        "meeting": meeting, "fed_until": book.fed_until, "missed_until": book.missed_until,
        "undo": undo, "served": book.served, "natural": book.natural, "quit": book.quit,
        "posture": _posture(book.posture),
        "fasted": book.fasted,
    }  # fmt: skip


def _thaw_book(tree: Mapping[str, object], now: Moment, rules: Rules) -> Book:
    seen = replace(
        now,
        utc=whole(tree, "utc"),
        boot=whole(tree, "boot"),
        mono=whole(tree, "mono"),
        boot_id=text(tree, "boot_id"),
    )
    book = Book(
        whole(tree, "t"), seen, whole(tree, "lead"), rules, NOTHING_SENSED, whole(tree, "last"),
        whole(tree, "since"), whole(tree, "duty"), text(tree, "day"), whole(tree, "done_s"),
    )  # fmt: skip
    return replace(
        book,
        done_day=text(tree, "done_day"),
        arrived=flag(tree, "arrived"),
        holding=tuple(_held(table(each)) for each in row(tree, "holding")),
        not_before=whole(tree, "not_before"),
        meeting=_thaw_meeting(tree),
        fed_until=whole(tree, "fed_until"),
        missed_until=whole(tree, "missed_until"),
        undo=_thaw_undo(tree),
        served=whole(tree, "served"),
        natural=maybe(tree, "natural"),
        quit=flag(tree, "quit"),
        posture=_thaw_posture(tree),
        fasted=maybe(tree, "fasted") or 0,
    )


def _thaw_posture(tree: Mapping[str, object]) -> Posture:
    if "posture" not in tree:
        return Posture()  # the text is older than nudges are
    posture = table(tree.get("posture"))
    return Posture(whole(posture, "last"), maybe(posture, "until"), whole(posture, "turns"))


def _posture(posture: Posture) -> Tree:
    return {"last": posture.last, "until": posture.until, "turns": posture.turns}


def _thaw_meeting(tree: Mapping[str, object]) -> Meeting | None:
    found = tree.get("meeting")
    return None if found is None else Meeting(maybe(table(found), "until"))


def _thaw_undo(tree: Mapping[str, object]) -> Undo | None:
    if tree.get("undo") is None:
        return None
    undo = table(tree.get("undo"))
    return Undo(_some_due(undo), whole(undo, "until"), whole(undo, "since"))


def _held(tree: Mapping[str, object]) -> tuple[Hold, int]:
    name = text(tree, "hold")
    if name not in {hold.value for hold in Hold}:
        raise DamagedError("an unknown reason")
    return Hold(name), whole(tree, "since")


def _due(due: Due | None) -> Tree | None:
    if due is None:
        return None
    return {
        "offered_at": due.offered_at,
        "counted": due.counted,
        "snoozes": due.snoozes,
        "held_back_by": list(due.held_back_by),
        "holding": list(due.holding),
        "held_from": due.held_from,
        "lapses": due.lapses,
    }


def _thaw_due(tree: Mapping[str, object]) -> Due | None:
    return None if tree.get("due") is None else _some_due(tree)


def _some_due(tree: Mapping[str, object]) -> Due:
    due = table(tree.get("due"))
    return Due(
        maybe(due, "offered_at"),
        whole(due, "counted"),
        whole(due, "snoozes"),
        names(due, "held_back_by"),
        names(due, "holding"),
        maybe(due, "held_from"),
        maybe(due, "lapses"),
    )


def _pause(pause: Pause | None) -> Tree | None:
    if pause is None:
        return None
    ends: Tree = {"since": pause.since, "until": pause.until, "until_utc": pause.until_utc}
    return {**ends, "why": pause.why, "asks_at": pause.asks_at}


def _some_pause(tree: Mapping[str, object]) -> Pause:
    pause = table(tree.get("pause"))
    why = text(pause, "why") if "why" in pause else ""
    ends = maybe(pause, "until"), maybe(pause, "until_utc")
    return Pause(whole(pause, "since"), *ends, why, maybe(pause, "asks_at"))
