"""What becomes of a journal that is damaged or gone, and of what lies beside it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from deskbreak.adapters.journal import aside, backup, opening, schema
from deskbreak.adapters.journal_sqlite import open_journal
from deskbreak.core.settings.values import Record
from deskbreak.core.words import English
from tests.adapters.journal_files import fill, ids_in, opened_at
from tests.adapters.journal_samples import NOON
from tests.adapters.test_journal_versions import older


def test_what_lies_beside_a_damaged_file_goes_with_it(tmp_path: Path) -> None:
    place = tmp_path / "deskbreak.db"
    for ending in ("", *aside.COMPANIONS):
        place.with_name(place.name + ending).write_text(ending, encoding="utf-8")
    ready = tmp_path / "ready"
    ready.write_text("ready", encoding="utf-8")
    kept = aside.take_place(place, ready, NOON)
    assert place.read_text(encoding="utf-8") == "ready"
    place.unlink()
    assert kept.name == "deskbreak.db.damaged-20261122T120000Z"
    found = {each.name.removeprefix(kept.name): each.read_text() for each in tmp_path.iterdir()}
    assert found == {ending: ending for ending in ("", *aside.COMPANIONS)}


@pytest.mark.parametrize("rest", [None, b""])
def test_the_last_backup_is_offered_when_the_journal_is_gone(
    tmp_path: Path, rest: bytes | None
) -> None:
    place = fill(tmp_path / "deskbreak.db")
    place.unlink()
    if rest is not None:
        place.write_bytes(rest)
    with closing(opened_at(place)) as journal:
        (notice,) = journal.notices()
        assert "restore deskbreak-2026-11-22.db" in notice
        assert ids_in(journal) == set()


def test_a_first_start_is_offered_nothing(tmp_path: Path) -> None:
    assert aside.offered(tmp_path / "deskbreak.db", tmp_path / "backups", English()) == ""


def test_a_backup_is_made_before_an_upgrade(tmp_path: Path) -> None:
    place = older(tmp_path / "deskbreak.db", 1)
    opening.open_writer(place).close()
    with closing(sqlite3.connect(tmp_path / "backups" / "deskbreak-schema-1.db")) as conn:
        assert schema.versions(conn)[1] == 1
        assert conn.execute("select count(*) from break").fetchone()[0] > 0
    assert backup.newest_good(tmp_path / "backups") is not None


def test_without_room_for_that_backup_there_is_no_upgrade(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path) -> None:
        raise OSError(28, "No space left on device")

    place = older(tmp_path / "deskbreak.db", 1)
    before = place.read_bytes()
    monkeypatch.setattr(backup, "_sync", full)
    with pytest.raises(OSError, match="No space left"):
        opening.open_writer(place)
    with closing(opened_at(place)) as journal:
        assert "Not saved" in journal.notices()[0]
    assert place.read_bytes() == before


def test_where_no_backup_may_be_written_an_older_journal_is_only_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_conn: sqlite3.Connection, _folder: Path, _why: str) -> Path:
        raise PermissionError(13, "Permission denied")

    place = older(tmp_path / "deskbreak.db", 1)
    monkeypatch.setattr(backup, "keep", refuse)
    with closing(opening.open_writer(place)) as conn:
        assert conn.execute("select count(*) from break").fetchone()[0] > 0
        assert schema.versions(conn)[1] == 1


def test_an_upgrade_s_backup_never_takes_the_place_of_another(tmp_path: Path) -> None:
    place = older(tmp_path / "deskbreak.db", 1)
    copy = shutil.copy(place, tmp_path / "copy")
    opening.open_writer(place).close()
    shutil.copy(copy, place)
    opening.open_writer(place).close()
    names = sorted(each.name for each in (tmp_path / "backups").iterdir())
    assert names == ["deskbreak-schema-1-2.db", "deskbreak-schema-1.db"]


def test_for_a_week_a_person_is_reminded(tmp_path: Path) -> None:
    place = fill(tmp_path / "deskbreak.db")
    place.write_bytes(b"none" * 5000)
    opened_at(place).close()
    with closing(opened_at(place)) as journal:
        (notice,) = journal.notices()
    assert "damaged on 2026-11-22" in notice
    assert aside.reminder(place, NOON + 7 * 86400, English()) == notice
    assert aside.reminder(place, NOON + 8 * 86400, English()) == ""
    assert aside.reminder(place, NOON - 1, English()) == ""
    for each in tmp_path.glob("*.damaged-*"):
        each.unlink()
    (tmp_path / "deskbreak.db.damaged-sometimeZ").touch()
    assert aside.reminder(place, NOON, English()) == ""


def test_without_second_names_the_damaged_file_is_kept_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_one: Path, _other: Path) -> None:
        raise OSError(95, "Operation not supported")

    place = fill(tmp_path / "deskbreak.db")
    place.write_bytes(b"none" * 5000)
    monkeypatch.setattr("os.link", refuse)
    with closing(opened_at(place)) as journal:
        assert len(ids_in(journal)) == 20
    assert [each.read_bytes() for each in tmp_path.glob("*.damaged-*")] == [b"none" * 5000]


def test_what_a_person_must_know_is_told_at_once_and_a_reminder_is_not(tmp_path: Path) -> None:
    told: list[str] = []

    def start() -> None:
        path, backups = tmp_path / "deskbreak.db", tmp_path / "backups"
        open_journal(path, backups, lambda: NOON, English(), Record, told.append).close()

    start()
    assert told == []
    (tmp_path / "deskbreak.db").write_bytes(b"none" * 5000)
    start()
    (first,) = told
    assert first.startswith("The journal was damaged. The backup deskbreak-2026-11-22.db took")
    start()
    assert told == [first]
    (tmp_path / "deskbreak.db").unlink()
    start()
    assert "was gone" in told[1]
    (tmp_path / "deskbreak.db").unlink()
    (tmp_path / "deskbreak.db").mkdir()
    start()
    assert "Not saved" in told[2]
