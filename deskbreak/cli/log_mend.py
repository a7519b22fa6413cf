"""`deskbreak log add|note|delete|undo`: mends the journal, with the program running or closed."""

from __future__ import annotations

from datetime import date

from deskbreak.cli.act import Args
from deskbreak.cli.client import ask
from deskbreak.cli.say import complain, say
from deskbreak.core.duration import minute_of_day, minutes_of
from deskbreak.core.exit_code import DONE, USAGE
from deskbreak.core.wishes import LONGEST_ADDED_MIN, LONGEST_NOTE

VERBS = ("add", "note", "delete", "undo")
_USES = {
    "add": (
        "log add MINUTES [--day D] [--at HH:MM] [--routine ID] [--exercise ID]... [--note TEXT]"
    ),
    "note": 'log note ID TEXT, with TEXT "" to take the note away',
    "delete": "log delete ID",
    "undo": "log undo",
}
_OPTIONS = ("--day", "--at", "--routine", "--exercise", "--note")
_SOCKET_VERBS = {
    "add": "add_break",
    "note": "note_break",
    "delete": "delete_break",
    "undo": "undo_mend",
}


class _UsageError(Exception):
    """The words make no sense; the sentence says what would be right."""


def run(verb: str, words: list[str]) -> int:
    """Mend the journal as the words ask and return the exit code."""
    try:
        args = _read(verb, words)
    except _UsageError as error:
        complain(f"{error}\nUse: deskbreak {_USES[verb]}".lstrip())
        return USAGE
    answer = ask(_SOCKET_VERBS[verb], args)
    if answer is None:
        from deskbreak.cli.closed import mend_closed  # noqa: PLC0415 - only without the program

        return mend_closed(_SOCKET_VERBS[verb], args)
    if answer.text:
        (say if answer.code == DONE else complain)(answer.text)
    return answer.code


def _read(verb: str, words: list[str]) -> Args:
    if verb == "add":
        return _add(words)
    if verb == "undo":
        if words:
            raise _UsageError
        return {}
    if not words or not words[0] or words[0].startswith("-"):
        raise _UsageError
    if verb == "delete" and len(words) == 1:
        return {"id": words[0]}
    if verb == "note" and len(words) > 1:
        return {"id": words[0], "text": _note(" ".join(words[1:]))}
    raise _UsageError


def _add(words: list[str]) -> Args:
    """Read the words of `log add`; `--at=14:05` is the same as `--at 14:05`."""
    minutes, args, exercises = 0, Args(), list[str]()
    rest = [part for word in words for part in _parts(word)]
    while rest:
        word = rest.pop(0)
        if word == "--exercise":
            exercises.append(_value(word, rest))
        elif word in _OPTIONS and word[2:] not in args:
            args[word[2:]] = _checked(word, _value(word, rest))
        elif not minutes and not word.startswith("-"):
            minutes = _minutes(word)
        else:
            raise _UsageError(f"{word!r} makes no sense here.")
    if not minutes:
        raise _UsageError("How many minutes did it take?")
    args["minutes"] = minutes
    if exercises:
        args["exercises"] = ",".join(exercises)
    return args


def _parts(word: str) -> list[str]:
    option, equals, value = word.partition("=")
    return [option, value] if equals and option in _OPTIONS else [word]


def _value(option: str, rest: list[str]) -> str:
    if not rest or not rest[0]:
        raise _UsageError(f"{option} needs a value.")
    return rest.pop(0)


def _checked(option: str, value: str) -> str:
    if option == "--at" and minute_of_day(value) is None:
        raise _UsageError(f"--at takes a time as 14:05, not {value!r}.")
    if option == "--day":
        try:
            date.fromisoformat(value)
        except ValueError:
            raise _UsageError(f"--day takes a day as 2026-11-22, not {value!r}.") from None
    return _note(value) if option == "--note" else value


def _minutes(word: str) -> int:
    minutes = minutes_of(word)
    if minutes is None or minutes > LONGEST_ADDED_MIN:
        raise _UsageError(f"A break has 1 to {LONGEST_ADDED_MIN} minutes, as 5 or 10m.")
    return minutes


def _note(text: str) -> str:
    if len(text) > LONGEST_NOTE:
        raise _UsageError(f"A note has at most {LONGEST_NOTE} letters.")
    return text
