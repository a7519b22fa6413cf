"""What is said over the socket: a verb with its values in, an exit code with its answer out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from deskbreak.core import exit_code
from deskbreak.core.command import (
    Ate,
    Code,
    Command,
    Drive,
    InMeeting,
    Meal,
    MeetingOver,
    PauseFor,
    PauseOpen,
    PauseToday,
    PauseUntilTime,
    PauseUntilTomorrow,
    Reply,
    Resume,
    SessionVerb,
    Show,
    Skip,
    Snooze,
    Start,
    Unskip,
    Window,
)
from deskbreak.core.duration import LONGEST_MIN, minute_of_day
from deskbreak.core.entry import Discomfort, Scalar
from deskbreak.core.leaving import Quit
from deskbreak.core.protocol_args import (
    LONGEST_TEXT,
    ProtocolError,
    choice,
    flag,
    long_text,
    text,
    whole_minutes,
)
from deskbreak.core.unfit import PauseUnfit, TurnOn, Unfit
from deskbreak.core.wishes import (
    LONGEST_ADDED_MIN,
    LONGEST_NOTE,
    AddBreak,
    DeleteBreak,
    NoteBreak,
    UndoMend,
)

VERSION = 1
MOST_SNOOZE_MIN = 240

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


class Query(StrEnum):
    """What can be asked for that changes no schedule: the state, the day, a reload."""

    STATUS = "status"
    DAY = "day"
    RELOAD = "reload"
    REREAD = "reread"
    """The journal was changed from outside, as by an import."""


@dataclass(frozen=True, slots=True)
class Request:
    """One request, checked for its form only."""

    verb: str
    args: Mapping[str, Scalar] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Response:
    """One answer: an exit code of `core.exit_code`, words for a person, values for a program."""

    code: int
    text: str = ""
    data: Json = None


def _start(args: Mapping[str, Scalar]) -> Command:
    return Start(routine=text(args, "routine"), missed=flag(args, "missed"))


def _snooze(args: Mapping[str, Scalar]) -> Command:
    return Snooze(whole_minutes(args, MOST_SNOOZE_MIN))


def _pause(args: Mapping[str, Scalar]) -> Command:
    minutes, until = whole_minutes(args, LONGEST_MIN), text(args, "until")
    if minutes is not None and until is not None:
        raise ProtocolError('Give "minutes" or "until", not both.')
    if until is None:
        return PauseOpen() if minutes is None else PauseFor(minutes)
    if until == "tomorrow":
        return PauseUntilTomorrow()
    if until == "today":
        return PauseToday()
    if until in set(Unfit):
        return PauseUnfit(Unfit(until))
    minute = minute_of_day(until)
    if minute is None:
        raise ProtocolError(
            '"until" must be a time such as 14:05, "tomorrow", "today", "hurt" or "unwell".'
        )
    return PauseUntilTime(minute)


def _resume(args: Mapping[str, Scalar]) -> Command:
    return Resume(flag(args, "better") if "better" in args else None)


def _meeting(args: Mapping[str, Scalar]) -> Command:
    minutes = whole_minutes(args, LONGEST_MIN)
    if not flag(args, "end"):
        return InMeeting(minutes)
    if minutes is not None:
        raise ProtocolError('Give "minutes" or "end", not both.')
    return MeetingOver()


def _ate(args: Mapping[str, Scalar]) -> Command:
    return Ate(choice(args, "meal", Meal) or Meal.MEAL)


def _session(args: Mapping[str, Scalar]) -> Command:
    verb = choice(args, "verb", SessionVerb)
    if verb is None:
        raise ProtocolError(f'"verb" must be one of {", ".join(SessionVerb)}.')
    felt = choice(args, "discomfort", Discomfort)
    if felt is not None and verb is not SessionVerb.HURTS:
        raise ProtocolError('"discomfort" goes with the verb "hurts" alone.')
    return Drive(verb, felt)


def _turn_on(args: Mapping[str, Scalar]) -> Command:
    exercise = text(args, "exercise")
    if exercise is None:
        raise ProtocolError('"exercise" must be the id of an exercise.')
    return TurnOn(exercise)


def _add_break(args: Mapping[str, Scalar]) -> Command:
    at = text(args, "at")
    minute = None if at is None else minute_of_day(at)
    if at is not None and minute is None:
        raise ProtocolError('"at" must be a time such as 14:05.')
    length = whole_minutes(args, LONGEST_ADDED_MIN)
    if length is None:
        raise ProtocolError(f'"minutes" must be a whole number from 1 to {LONGEST_ADDED_MIN}.')
    named = long_text(args, "exercises", LONGEST_NOTE)
    return AddBreak(
        minutes=length,
        day=text(args, "day"),
        minute_of_day=minute,
        routine=text(args, "routine") or "",
        exercises=tuple(name for name in named.split(",") if name),
        note=long_text(args, "note", LONGEST_NOTE),
    )


def _entry(args: Mapping[str, Scalar]) -> str:
    name = text(args, "id")
    if name is None:
        raise ProtocolError('"id" must be the id of a break, or the beginning of it.')
    return name


def _note_break(args: Mapping[str, Scalar]) -> Command:
    return NoteBreak(_entry(args), long_text(args, "text", LONGEST_NOTE))


def _show(args: Mapping[str, Scalar]) -> Command:
    return Show(choice(args, "window", Window) or Window.TODAY)


_Reader = Callable[[Mapping[str, Scalar]], "Command | Query"]


def _verbs() -> dict[str, tuple[tuple[str, ...], _Reader]]:
    """Return each verb with the names it takes and what makes a command of them."""
    return {
        "start": (("routine", "missed"), _start),
        "snooze": (("minutes",), _snooze),
        "skip": ((), lambda _: Skip()),
        "unskip": ((), lambda _: Unskip()),
        "pause": (("minutes", "until"), _pause),
        "resume": (("better",), _resume),
        "meeting": (("minutes", "end"), _meeting),
        "ate": (("meal",), _ate),
        "session": (("verb", "discomfort"), _session),
        "turn_on": (("exercise",), _turn_on),
        "add_break": (("minutes", "day", "at", "routine", "exercises", "note"), _add_break),
        "note_break": (("id", "text"), _note_break),
        "delete_break": (("id",), lambda args: DeleteBreak(_entry(args))),
        "undo_mend": ((), lambda _: UndoMend()),
        "show": (("window",), _show),
        "quit": ((), lambda _: Quit()),
        "status": (("form",), lambda _: Query.STATUS),
        "day": ((), lambda _: Query.DAY),
        "reload": ((), lambda _: Query.RELOAD),
        "reread": ((), lambda _: Query.REREAD),
    }


def parse(request: Request) -> Command | Query:
    """Return what a request asks for.

    Raises:
        ProtocolError: the verb or one of its values means nothing.
    """
    verbs = _verbs()
    if request.verb not in verbs:
        raise ProtocolError(f"The verb must be one of {', '.join(verbs)}.")
    names, read = verbs[request.verb]
    for name in request.args:
        if name not in names:
            raise ProtocolError(f'"{request.verb}" takes no "{name[:LONGEST_TEXT]}".')
    return read(request.args)


def response_of(reply: Reply) -> Response:
    """Return the answer that carries an engine's reply."""
    codes = {
        Code.DONE: exit_code.DONE,
        Code.FAILED: exit_code.FAILED,
        Code.REFUSED: exit_code.REFUSED,
        Code.UNKNOWN: exit_code.USAGE,
    }
    return Response(codes[reply.code], reply.sentence)
