"""Reads the journal for a command, with the program running or closed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

from deskbreak.adapters.journal.reader import JournalInvalidError, JournalReader
from deskbreak.adapters.journal_sqlite import read_journal
from deskbreak.adapters.paths import find_paths
from deskbreak.cli.say import complain
from deskbreak.core.exit_code import FAILED, INVALID_FILE
from deskbreak.core.words import English
from deskbreak.ports import JournalUnavailableError


def with_journal(use: Callable[[JournalReader], int]) -> int:
    """Hand the journal on; return the exit code of `use`, or of a journal that cannot be read."""
    try:
        with closing(read_journal(find_paths().journal_file, English())) as journal:
            return use(journal)
    except JournalInvalidError as error:
        complain(str(error))
        return INVALID_FILE
    except JournalUnavailableError as error:
        complain(str(error))
        return FAILED


def tell_of_bad_rows(journal: JournalReader) -> None:
    """Say how many rows were left out because their checksum does not fit."""
    if journal.bad_rows:
        complain(f"{journal.bad_rows} changed rows of the journal were left out.")
