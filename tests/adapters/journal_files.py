"""Journals on the disk that the tests of the journal share."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from deskbreak.adapters.journal_sqlite import open_journal
from deskbreak.core.words import English
from deskbreak.ports import KeptJournal
from tests.adapters.journal_samples import NOON, arrived, finished


def opened_at(path: Path) -> KeptJournal:
    return open_journal(path, path.parent / "backups", lambda: NOON + 100, English())


def fill(path: Path) -> Path:
    """Write twenty breaks and an event, and close the journal."""
    with closing(opened_at(path)) as journal:
        for number in range(20):
            journal.write(replace(finished(started_at=NOON + 300 * number), id=f"id-{number}"))
        journal.note(arrived())
    return path


def ids_in(journal: KeptJournal) -> set[str]:
    return {entry.id for entry in journal.breaks("0000", "9999")}
