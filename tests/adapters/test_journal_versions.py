"""Journals of older versions of the program: led to this one, or read where nothing is written."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from deskbreak.adapters.journal import opening, schema
from deskbreak.adapters.journal.faults import DamagedError
from deskbreak.adapters.journal_sqlite import read_journal
from deskbreak.core.words import English
from tests.adapters.journal_files import opened_at
from tests.adapters.journal_samples import DAY, NOON, finished, missed

_OLDER = (1, 2)


def older(path: Path, version: int) -> Path:
    """Make a journal as a program of that version wrote it."""
    script = Path(__file__).with_name(f"journal_schema_{version}.sql").read_text(encoding="utf-8")
    with closing(sqlite3.connect(path)) as conn:
        conn.executescript(script)
    return path


def test_there_is_a_journal_of_every_older_version() -> None:
    assert tuple(range(1, schema.SCHEMA_VERSION)) == _OLDER


@pytest.mark.parametrize("version", _OLDER)
def test_an_older_journal_goes_on_with_all_it_held(tmp_path: Path, version: int) -> None:
    path = older(tmp_path / "deskbreak.db", version)
    for _ in range(2):
        with closing(opened_at(path)) as journal:
            assert journal.notices() == ()
            assert journal.breaks(DAY, DAY) == (
                replace(finished(), id="done", energy=4),
                replace(missed(ended_at=NOON + 9000), id="missed"),
            )
            assert [each.id for each in journal.happenings(0, 2**40)] == ["came"]
            left = journal.leftover()
            assert left is not None
            assert [each.exercise for each in left.steps] == ["shoulder_rotation"]
    with closing(sqlite3.connect(path)) as conn:
        assert schema.versions(conn)[1] == schema.SCHEMA_VERSION
        assert schema.is_whole(conn)


@pytest.mark.parametrize("version", _OLDER)
def test_an_older_journal_is_read_without_a_change(tmp_path: Path, version: int) -> None:
    path = older(tmp_path / "deskbreak.db", version)
    before = path.read_bytes()
    with closing(read_journal(path, English())) as journal:
        assert [each.id for each in journal.breaks(DAY, DAY)] == ["done", "missed"]
    assert path.read_bytes() == before


def test_an_older_journal_that_lacks_a_table_stays_as_it_is(tmp_path: Path) -> None:
    path = older(tmp_path / "deskbreak.db", 1)
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("drop index break_by_day")
    before = path.read_bytes()
    with pytest.raises(DamagedError):
        opening.open_writer(path)
    assert path.read_bytes() == before


def test_a_version_that_was_changed_from_outside_is_put_right(tmp_path: Path) -> None:
    path = tmp_path / "deskbreak.db"
    opening.open_writer(path).close()
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("pragma user_version = 0")
    with closing(opening.open_writer(path)) as conn:
        assert schema.versions(conn)[1] == schema.SCHEMA_VERSION


def test_an_older_journal_on_a_read_only_disk_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = older(tmp_path / "deskbreak.db", 1)

    def refuse(_conn: sqlite3.Connection) -> None:
        error = sqlite3.OperationalError("attempt to write a readonly database")
        error.sqlite_errorcode = sqlite3.SQLITE_READONLY
        raise error

    monkeypatch.setattr(schema, "upgrade", refuse)
    with closing(opened_at(path)) as journal:
        assert [each.id for each in journal.breaks(DAY, DAY)] == ["done", "missed"]


def test_an_upgrade_that_fails_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = older(tmp_path / "deskbreak.db", 1)

    def full(_conn: sqlite3.Connection) -> bool:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr(schema, "is_whole", full)
    with pytest.raises(sqlite3.OperationalError):
        opening.open_writer(path)
    monkeypatch.undo()
    with closing(sqlite3.connect(path)) as conn:
        assert schema.versions(conn)[1] == 1
