"""The commands that make the running program do something."""

from __future__ import annotations

from collections.abc import Callable

from deskbreak.cli.client import ask
from deskbreak.cli.say import complain, say
from deskbreak.core.duration import minute_of_day, minutes_of
from deskbreak.core.exit_code import DONE, NOT_RUNNING, USAGE

Args = dict[str, str | int | None]
_MOST_SNOOZE_MIN = 240
WINDOWS = ("today", "log", "settings", "library", "safety")
SESSION_VERBS = (
    "pause", "resume", "next", "back", "finish", "hurts", "easier", "harder", "slow", "usual",
    "brisk",
)  # fmt: skip
FELT = ("stretch", "unpleasant", "pain", "sharp")


def _nothing(words: list[str]) -> Args | None:
    return None if words else {}


def _start(words: list[str]) -> Args | None:
    if len(words) > 1 or any(word.startswith("-") or not word for word in words):
        return None
    return {"routine": words[0]} if words else {}


def _snooze(words: list[str]) -> Args | None:
    if not words:
        return {}
    minutes = minutes_of(words[0])
    if len(words) > 1 or minutes is None or minutes > _MOST_SNOOZE_MIN:
        return None
    return {"minutes": minutes}


def _pause(words: list[str]) -> Args | None:
    if words[:1] == ["--until"]:
        words = words[1:]
        if len(words) != 1 or (minute_of_day(words[0]) is None and words[0] != "tomorrow"):
            return None
        return {"until": words[0]}
    if words in (["tomorrow"], ["today"], ["hurt"], ["unwell"]):
        return {"until": words[0]}
    return _duration(words)


def _duration(words: list[str]) -> Args | None:
    if not words:
        return {}
    minutes = minutes_of(words[0])
    return None if len(words) > 1 or minutes is None else {"minutes": minutes}


def _resume(words: list[str]) -> Args | None:
    if not words:
        return {}
    return {"better": words == ["yes"]} if words in (["yes"], ["no"]) else None


def _meeting(words: list[str]) -> Args | None:
    return {"end": True} if words == ["end"] else _duration(words)


def _one_of(name: str, choices: tuple[str, ...], *, needed: bool) -> Callable[..., Args | None]:
    def read(words: list[str]) -> Args | None:
        if not words and not needed:
            return {}
        return {name: words[0]} if len(words) == 1 and words[0] in choices else None

    return read


def _session(words: list[str]) -> Args | None:
    if len(words) == 2 and words[0] == "hurts" and words[1] in FELT:  # noqa: PLR2004 - two words
        return {"verb": words[0], "discomfort": words[1]}
    return {"verb": words[0]} if len(words) == 1 and words[0] in SESSION_VERBS else None


def _grammar() -> dict[str, tuple[Callable[[list[str]], Args | None], str]]:
    """Return for each verb what reads its words, and how it is used."""
    return {
        "start": (_start, "start [ROUTINE]"),
        "snooze": (_snooze, "snooze [MINUTES], 1 to 240"),
        "skip": (_nothing, "skip"),
        "pause": (
            _pause,
            "pause [DURATION|--until HH:MM|tomorrow|hurt|unwell], for example 90, 1h30m",
        ),
        "resume": (_resume, "resume [yes|no]"),
        "meeting": (_meeting, "meeting [DURATION|end], for example 45m"),
        "ate": (
            _one_of("meal", ("meal", "snack", "nothing"), needed=False),
            "ate [meal|snack|nothing]",
        ),
        "session": (
            _session,
            f"session {'|'.join(SESSION_VERBS)}, or session hurts {'|'.join(FELT)}",
        ),
        "show": (_one_of("window", WINDOWS, needed=True), f"show {'|'.join(WINDOWS)}"),
        "quit": (_nothing, "quit"),
    }


def act(verb: str, words: list[str]) -> int:
    """Ask the running program for one verb, say what it answers, return the exit code."""
    read, use = _grammar()[verb]
    args = read(words)
    if args is None:
        complain(f"Use: deskbreak {use}")
        return USAGE
    code = request(verb, args)
    if code == DONE and words == ["hurts"]:
        say(f"How does it feel? Answer with: deskbreak session hurts {'|'.join(FELT)}")
    return code


def request(verb: str, args: Args) -> int:
    """Ask the running program for one thing, say what it answers, return the exit code."""
    answer = ask(verb, args)
    if answer is None:
        complain("deskbreak is not running; start it with: deskbreak run")
        return NOT_RUNNING
    if answer.text:
        (say if answer.code == DONE else complain)(answer.text)
    return answer.code
