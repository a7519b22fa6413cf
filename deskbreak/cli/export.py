"""`deskbreak export`: the journal as JSON Lines, a table or a calendar; running or closed."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from deskbreak.adapters.journal.reader import JournalReader
from deskbreak.cli.export_forms import Form, form_of
from deskbreak.cli.journal_access import tell_of_bad_rows, with_journal
from deskbreak.cli.say import complain, say
from deskbreak.core.exit_code import DONE, FAILED, USAGE
from deskbreak.core.words import English

_USE = "Use: deskbreak export FILE, for a table FILE.csv, for a calendar FILE.ics"


def run(args: list[str]) -> int:
    """Write the journal to the file that is named and return the exit code."""
    if len(args) != 1 or not args[0] or args[0].startswith("-"):
        complain(_USE)
        return USAGE
    return with_journal(lambda journal: _export(journal, args[0], form_of(args[0])))


def _export(journal: JournalReader, path: str, form: Form) -> int:
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
        with os.fdopen(made, "w", encoding="utf-8", newline="") as out:
            count = _write(form.parts(journal), out)
            out.flush()
            os.fsync(out.fileno())
    except BaseException as error:
        with suppress(OSError):
            Path(path).unlink()  # half an export must not pass for a whole one
        if not isinstance(error, OSError):
            raise
        complain(f"{path} cannot be written: {error.strerror}.")
        return FAILED
    told = English().plural(form.one, form.many, count - form.around)
    say(f"Written to {path}: {told}.")
    tell_of_bad_rows(journal)
    return DONE


def _write(parts: Iterable[str], out: TextIO) -> int:
    count = 0
    for part in parts:
        out.write(part)
        count += 1
    return count
