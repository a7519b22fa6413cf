"""What is said over the socket: a verb with its values in, an exit code with its answer out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias, TypeVar

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
    Quit,
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
from deskbreak.core.unfit import PauseUnfit, TurnOn, Unfit

VERSION = 1
MOST_SNOOZE_MIN = 240
_LONGEST_TEXT = 64

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
_Chosen = TypeVar("_Chosen", bound=StrEnum)


class ProtocolError(ValueError):
    """A request that means nothing; the sentence says what would be right."""


class Query(StrEnum):
    """What can be asked for that changes no schedule: the state, today's entries, a reload."""

    STATUS = "status"
    DAY = "day"
    RELOAD = "reload"


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


def _text(args: Mapping[str, Scalar], name: str) -> str | None:
    value = args.get(name)
    if value is None:
        return None
    if not isinstance(value, str) or not 0 < len(value) <= _LONGEST_TEXT:
        raise ProtocolError(f'"{name}" must be a short text.')
    return value


def _minutes(args: Mapping[str, Scalar], most: int) -> int | None:
    value = args.get("minutes")
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= most:
        raise ProtocolError(f'"minutes" must be a whole number from 1 to {most}.')
    return value


def _flag(args: Mapping[str, Scalar], name: str) -> bool:
    value = args.get(name, False)
    if not isinstance(value, bool):
        raise ProtocolError(f'"{name}" must be true or false.')
    return value


def _choice(args: Mapping[str, Scalar], name: str, kind: type[_Chosen]) -> _Chosen | None:
    value = _text(args, name)
    if value is None:
        return None
    known = {choice.value: choice for choice in kind}
    if value not in known:
        raise ProtocolError(f'"{name}" must be one of {", ".join(known)}.')
    return known[value]


def _start(args: Mapping[str, Scalar]) -> Command:
    return Start(routine=_text(args, "routine"), missed=_flag(args, "missed"))


def _snooze(args: Mapping[str, Scalar]) -> Command:
    return Snooze(_minutes(args, MOST_SNOOZE_MIN))


def _pause(args: Mapping[str, Scalar]) -> Command:
    minutes, until = _minutes(args, LONGEST_MIN), _text(args, "until")
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
    return Resume(_flag(args, "better") if "better" in args else None)


def _meeting(args: Mapping[str, Scalar]) -> Command:
    minutes = _minutes(args, LONGEST_MIN)
    if not _flag(args, "end"):
        return InMeeting(minutes)
    if minutes is not None:
        raise ProtocolError('Give "minutes" or "end", not both.')
    return MeetingOver()


def _ate(args: Mapping[str, Scalar]) -> Command:
    return Ate(_choice(args, "meal", Meal) or Meal.MEAL)


def _session(args: Mapping[str, Scalar]) -> Command:
    verb = _choice(args, "verb", SessionVerb)
    if verb is None:
        raise ProtocolError(f'"verb" must be one of {", ".join(SessionVerb)}.')
    felt = _choice(args, "discomfort", Discomfort)
    if felt is not None and verb is not SessionVerb.HURTS:
        raise ProtocolError('"discomfort" goes with the verb "hurts" alone.')
    return Drive(verb, felt)


def _turn_on(args: Mapping[str, Scalar]) -> Command:
    exercise = _text(args, "exercise")
    if exercise is None:
        raise ProtocolError('"exercise" must be the id of an exercise.')
    return TurnOn(exercise)


def _show(args: Mapping[str, Scalar]) -> Command:
    return Show(_choice(args, "window", Window) or Window.TODAY)


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
        "show": (("window",), _show),
        "quit": ((), lambda _: Quit()),
        "status": (("form",), lambda _: Query.STATUS),
        "day": ((), lambda _: Query.DAY),
        "reload": ((), lambda _: Query.RELOAD),
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
            raise ProtocolError(f'"{request.verb}" takes no "{name[:_LONGEST_TEXT]}".')
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
