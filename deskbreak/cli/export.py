"""`deskbreak export`: the whole journal as JSON Lines, with the program running or closed."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from deskbreak.adapters.journal.reader import JournalReader
from deskbreak.cli.journal_access import tell_of_bad_rows, with_journal
from deskbreak.cli.say import complain, say
from deskbreak.core.exit_code import DONE, FAILED, USAGE
from deskbreak.core.record.as_json import Json, break_to_json, event_to_json

_USE = "Use: deskbreak export FILE"
_EVENTS_AT_ONCE_S = 30 * 86400


def run(args: list[str]) -> int:
    """Write the journal to the file that is named and return the exit code."""
    if len(args) != 1 or args[0].startswith("-"):
        complain(_USE)
        return USAGE
    return with_journal(lambda journal: _export(journal, args[0]))


def _export(journal: JournalReader, path: str) -> int:
    """Write a new file; one that is there already is left as it is."""
    try:
        made = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        complain(f"{path} is there already; name a file that is not.")
        return FAILED
    except OSError as error:
        complain(f"{path} cannot be written: {error.strerror}.")
        return FAILED
    try:
        with os.fdopen(made, "w", encoding="utf-8", newline="\n") as out:
            count = _write(journal, out)
            out.flush()
            os.fsync(out.fileno())
    except BaseException as error:
        with suppress(OSError):
            Path(path).unlink()  # half an export must not pass for a whole one
        if not isinstance(error, OSError):
            raise
        complain(f"{path} cannot be written: {error.strerror}.")
        return FAILED
    say(f"{count} entries were written to {path}.")
    tell_of_bad_rows(journal)
    return DONE


def _write(journal: JournalReader, out: TextIO) -> int:
    count = 0
    for value in _entries(journal):
        out.write(json.dumps(value, ensure_ascii=False) + "\n")
        count += 1
    return count


def _entries(journal: JournalReader) -> Iterator[dict[str, Json]]:
    """Give every break by its month, then every event, in an order that the ids settle."""
    for month in journal.months():
        found = journal.breaks(f"{month}-01", f"{month}-31")
        yield from map(break_to_json, sorted(found, key=lambda each: (each.ended_at, each.id)))
    first, end = journal.event_span()
    for start in range(first, end, _EVENTS_AT_ONCE_S):
        events = journal.happenings(start, min(start + _EVENTS_AT_ONCE_S, end))
        yield from map(event_to_json, sorted(events, key=lambda each: (each.at, each.id)))
