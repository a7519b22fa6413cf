"""What is done while the journal is damaged is in it after the next start."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from deskbreak.adapters.journal.rescue import keep_waiting
from deskbreak.ports import JournalUnavailableError, KeptJournal
from tests.adapters.journal_files import fill, ids_in, opened_at
from tests.adapters.journal_samples import NOON, finished, opened, step


def write(journal: KeptJournal, entry_id: str) -> None:
    with suppress(JournalUnavailableError):
        journal.write(replace(finished(started_at=NOON + 9000), id=entry_id))


def damage(path: Path) -> bytes:
    raw = bytearray(path.read_bytes())
    raw[:4096] = b"\xff" * 4096
    path.write_bytes(raw)
    return bytes(raw)


def test_what_waits_is_saved_when_the_program_ends(tmp_path: Path) -> None:
    path = fill(tmp_path / "deskbreak.db")
    journal = opened_at(path)
    write(journal, "before")
    damaged = damage(path)
    write(journal, "while-1")
    with suppress(JournalUnavailableError):
        journal.open_break(opened())
    with suppress(JournalUnavailableError):
        journal.step_done(step())
    assert "is damaged" in journal.notices()[0]
    journal.close()
    assert [each.read_bytes() for each in tmp_path.glob("*.damaged-*Z")] == [damaged]
    with closing(opened_at(path)) as journal:
        assert ids_in(journal) == {
            *("before", "while-1"),
            *(f"id-{number}" for number in range(20)),
        }
        left = journal.leftover()
        assert left is not None
        assert [each.exercise for each in left.steps] == ["back_twist"]
        assert "was damaged on 2026-11-22" in journal.notices()[0]


def gone(path: Path) -> None:
    path.unlink()


def another(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("create table other (x)")


def sound(_path: Path) -> None:
    pass


@pytest.mark.parametrize("become", [gone, another, sound])
def test_a_journal_that_is_not_damaged_is_left_alone(
    tmp_path: Path, become: Callable[[Path], None]
) -> None:
    path = fill(tmp_path / "deskbreak.db")
    become(path)
    before = path.read_bytes() if path.exists() else None
    assert not keep_waiting(path, tmp_path / "backups", NOON, [])
    assert (path.read_bytes() if path.exists() else None) == before
    assert list(tmp_path.glob("*.damaged-*")) == []


def test_what_cannot_be_saved_then_either_leaves_a_good_journal(tmp_path: Path) -> None:
    def refuse(_conn: sqlite3.Connection) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    path = fill(tmp_path / "deskbreak.db")
    damage(path)
    assert not keep_waiting(path, tmp_path / "backups", NOON, [refuse])
    with closing(opened_at(path)) as journal:
        assert len(ids_in(journal)) == 20
