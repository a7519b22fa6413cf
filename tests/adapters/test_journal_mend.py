"""Mending a journal, in a file or in memory: rows are only added, and undo survives a restart."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from deskbreak.adapters.journal import opening
from deskbreak.adapters.journal.file import SqliteJournal
from deskbreak.adapters.journal.memory import InMemoryJournal
from deskbreak.adapters.journal_sqlite import open_journal
from deskbreak.core.entry import Outcome
from deskbreak.core.record.mending import Add, Found
from deskbreak.core.settings.values import Record
from deskbreak.core.wishes import DeleteBreak, NoteBreak, UndoMend
from deskbreak.core.words import English
from deskbreak.ports import JournalUnavailableError, KeptJournal
from tests.adapters.journal_files import opened_at
from tests.adapters.journal_samples import DAY, NOON, finished, missed

ADDED = replace(missed(), outcome=Outcome.MANUAL, reason=None, offered_at=None, note="stairs")


@pytest.fixture(params=["file", "memory"])
def journal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[KeptJournal]:
    made: KeptJournal = (
        InMemoryJournal() if request.param == "memory" else opened_at(tmp_path / "deskbreak.db")
    )
    with closing(made):
        made.write(replace(finished(), id="abc1"))
        made.write(replace(missed(ended_at=NOON + 900), id="abd1"))
        yield made


def ids(journal: KeptJournal) -> list[str]:
    return [each.id for each in journal.breaks(DAY, DAY)]


def test_a_break_is_added_with_an_id_of_its_own(journal: KeptJournal) -> None:
    settled = journal.mend(Add(ADDED))
    assert settled.change is not None
    given = settled.change.version.entry
    assert given == replace(ADDED, id=given.id)
    assert given in journal.breaks(DAY, DAY)
    assert len(given.id) == 36


def test_a_note_is_a_later_row_and_marks_the_break(journal: KeptJournal) -> None:
    assert journal.mend(NoteBreak("abc", "kitchen")).found is Found.YES
    (noted, other) = journal.breaks(DAY, DAY)
    assert noted.note == "kitchen"
    assert noted.corrected_at is not None
    assert replace(noted, note=finished().note, corrected_at=None) == replace(finished(), id="abc1")
    assert other.corrected_at is None


def test_undo_goes_back_change_by_change(journal: KeptJournal) -> None:
    before = journal.breaks(DAY, DAY)
    journal.mend(NoteBreak("abc1", "kitchen"))
    journal.mend(DeleteBreak("abd1"))
    journal.mend(DeleteBreak("abc1"))
    assert ids(journal) == []
    assert [journal.mend(UndoMend()).found for _ in range(4)] == [Found.YES] * 3 + [Found.NOTHING]
    assert journal.breaks(DAY, DAY) == before


def test_what_is_not_there_or_not_alone_is_left(journal: KeptJournal) -> None:
    assert journal.mend(DeleteBreak("ab")).found is Found.MANY
    assert journal.mend(DeleteBreak("x")).found is Found.UNKNOWN
    assert journal.mend(DeleteBreak("abc12")).found is Found.UNKNOWN
    assert journal.mend(UndoMend()).found is Found.NOTHING
    assert ids(journal) == ["abc1", "abd1"]


def test_letters_that_mean_something_to_a_database_are_letters(journal: KeptJournal) -> None:
    journal.write(replace(missed(), id="a%_'*\U0010ffff"))
    assert journal.mend(DeleteBreak("%")).found is Found.UNKNOWN
    assert journal.mend(DeleteBreak("a_")).found is Found.UNKNOWN
    assert journal.mend(DeleteBreak("a%_'*\U0010ffff")).found is Found.YES


def test_a_rating_keeps_the_mark_of_a_note(journal: KeptJournal) -> None:
    journal.mend(NoteBreak("abc1", "kitchen"))
    journal.rate("abc1", 4)
    noted = journal.breaks(DAY, DAY)[0]
    assert (noted.note, noted.energy) == ("kitchen", 4)
    assert noted.corrected_at is not None


def test_a_break_taken_back_is_not_brought_back_by_undo(journal: KeptJournal) -> None:
    journal.unwrite("abd1")
    assert journal.mend(UndoMend()).found is Found.NOTHING
    assert ids(journal) == ["abc1"]


def test_every_form_stays_in_the_file_and_undo_works_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "deskbreak.db"
    with closing(opened_at(path)) as journal:
        journal.write(replace(finished(), id="abc1"))
        journal.mend(NoteBreak("abc1", "kitchen"))
    with closing(opened_at(path)) as journal:
        journal.mend(DeleteBreak("abc1"))
    with closing(opened_at(path)) as journal:
        for _ in range(2):
            assert journal.mend(UndoMend()).found is Found.YES
        assert journal.breaks(DAY, DAY) == (replace(finished(), id="abc1"),)
    with closing(sqlite3.connect(path)) as conn:
        assert conn.execute("select change, note from break order by seq").fetchall() == [
            ("written", finished().note),
            ("corrected", "kitchen"),
            ("deleted", "kitchen"),
            ("corrected", "kitchen"),
            ("corrected", finished().note),
        ]


def test_a_changed_mark_is_told_and_the_break_left_out(tmp_path: Path) -> None:
    path = tmp_path / "deskbreak.db"
    with closing(opened_at(path)) as journal:
        journal.write(replace(finished(), id="abc1"))
        journal.mend(NoteBreak("abc1", "kitchen"))
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("update revision set corrected = 0")
        conn.commit()
    with closing(opened_at(path)) as journal:
        assert journal.breaks(DAY, DAY) == ()
        assert "One row" in journal.notices()[0]


def test_a_wish_that_cannot_be_kept_is_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "BUSY_S", 0.0)
    path = tmp_path / "deskbreak.db"
    journal = open_journal(path, tmp_path, lambda: NOON, English(), lambda: Record(backups=False))
    with closing(journal):
        assert isinstance(journal, SqliteJournal)
        journal.write(replace(finished(), id="abc1"))
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("begin exclusive")
            with pytest.raises(JournalUnavailableError):
                journal.mend(DeleteBreak("abc1"))
            other.execute("rollback")
            other.execute("begin immediate")
            with pytest.raises(JournalUnavailableError):
                journal.mend(DeleteBreak("abc1"))
            other.execute("rollback")
        journal.write(replace(missed(ended_at=NOON + 900), id="abd1"))
        assert ids(journal) == ["abc1", "abd1"]
