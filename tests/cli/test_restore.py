"""`deskbreak backup` and `deskbreak restore`: nothing is written over, nothing present is lost."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from deskbreak.adapters.instance import InstanceLock
from deskbreak.adapters.journal import backup, rows, schema
from deskbreak.adapters.journal.opening import open_writer
from deskbreak.adapters.journal_sqlite import read_journal
from deskbreak.adapters.paths import find_paths, make_folders
from deskbreak.cli import main
from deskbreak.core.words import English
from tests.adapters.journal_samples import missed

Out = pytest.CaptureFixture[str]

pytestmark = pytest.mark.usefixtures("home")


def write(*ids: str) -> None:
    with closing(open_writer(find_paths().journal_file)) as conn:
        for entry_id in ids:
            rows.insert_break(conn, replace(missed(), id=entry_id))


def ids(path: Path | None = None) -> list[str]:
    with closing(read_journal(path or find_paths().journal_file, English())) as journal:
        return sorted(entry.id for entry in journal.breaks("0000", "9999"))


def harm(path: Path) -> bytes:
    path.write_bytes(path.read_bytes()[:5000])
    return path.read_bytes()


def test_the_folder_of_the_backups_is_the_same_for_all() -> None:
    paths = find_paths()
    assert paths.backups == paths.journal_file.parent / backup.FOLDER


def test_a_copy_is_checked_and_nothing_is_written_over(tmp_path: Path, capsys: Out) -> None:
    write("a")
    copy = tmp_path / "copy.db"
    assert main(["backup", str(copy)]) == 0
    assert ids(copy) == ["a"]
    assert copy.stat().st_mode & 0o777 == 0o600
    assert copy.stat().st_nlink == 1
    before = copy.read_bytes()
    write("b")
    assert main(["backup", str(copy)]) == 1
    assert "there already" in capsys.readouterr().err
    assert copy.read_bytes() == before
    assert [each.name for each in tmp_path.glob("copy*")] == ["copy.db"]


def test_a_disk_without_second_names_is_copied_to_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_paths: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("os.link", refuse)
    write("a")
    assert main(["backup", str(tmp_path / "copy.db")]) == 0
    assert ids(tmp_path / "copy.db") == ["a"]
    with (
        closing(open_writer(find_paths().journal_file)) as conn,
        pytest.raises(FileExistsError),
    ):
        backup.copy_checked(conn, tmp_path / "copy.db", over=False)


def test_what_cannot_be_copied_is_said(tmp_path: Path, capsys: Out) -> None:
    assert main(["backup"]) == 2
    assert main(["backup", str(tmp_path / "x.db")]) == 1
    assert "no journal yet" in capsys.readouterr().err
    write("a")
    assert main(["backup", str(tmp_path / "none" / "x.db")]) == 1
    assert "none" in capsys.readouterr().err
    harm(find_paths().journal_file)
    assert main(["backup", str(tmp_path / "x.db")]) == 4
    assert "damaged" in capsys.readouterr().err
    assert not (tmp_path / "x.db").exists()


def test_a_preview_counts_and_changes_nothing(tmp_path: Path, capsys: Out) -> None:
    write("old", "both")
    copy = tmp_path / "copy.db"
    main(["backup", str(copy)])
    with closing(open_writer(find_paths().journal_file)) as conn:
        rows.delete_break(conn, "old", 1_795_400_000)
        rows.rate_break(conn, "both", 4, 1_795_400_000)
        rows.insert_break(conn, replace(missed(), id="new"))
    before = find_paths().journal_file.read_bytes()
    capsys.readouterr()
    assert main(["restore", str(copy)]) == 0
    out = capsys.readouterr().out
    assert "brings back 1 break (2026-11-22)" in out
    assert "takes away 1 break (2026-11-22)" in out
    assert "1 break takes an older form" in out
    assert main(["restore", str(copy), "--json"]) == 0
    value = json.loads(capsys.readouterr().out)
    assert not value["done"]
    assert value["changes"]["breaks_lost"] == value["changes"]["breaks_gained"] == 1
    assert find_paths().journal_file.read_bytes() == before
    assert not find_paths().backups.exists()


def test_what_was_there_is_kept_and_can_be_put_back_in_turn(tmp_path: Path, capsys: Out) -> None:
    write("old")
    main(["backup", str(tmp_path / "copy.db")])
    write("new")
    capsys.readouterr()
    assert main(["restore", str(tmp_path / "copy.db"), "--yes", "--json"]) == 0
    value = json.loads(capsys.readouterr().out)
    assert value["done"]
    assert ids() == ["old"]
    assert ids(Path(value["kept"])) == ["new", "old"]
    assert main(["restore", "before-restore", "--yes"]) == 0
    assert ids() == ["new", "old"]
    assert main(["restore", "--list", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out.partition("{")[2].join(["{", ""]))
    assert [(each["name"], each["breaks"]) for each in listed["backups"]] == [
        ("deskbreak-before-restore.db", 2),
        ("deskbreak-before-restore-2.db", 1),
    ]


def test_a_damaged_present_is_kept_under_a_dated_name(tmp_path: Path) -> None:
    write("old")
    main(["backup", str(tmp_path / "copy.db")])
    place = find_paths().journal_file
    harmed = harm(place)
    assert main(["restore", str(tmp_path / "copy.db")]) == 0
    assert place.read_bytes() == harmed
    assert main(["restore", str(tmp_path / "copy.db"), "--yes"]) == 0
    assert ids() == ["old"]
    assert [each.read_bytes() for each in place.parent.glob("*.damaged-*")] == [harmed]


def test_a_missing_present_is_no_hindrance(tmp_path: Path, capsys: Out) -> None:
    write("old")
    main(["backup", str(tmp_path / "copy.db")])
    find_paths().journal_file.unlink()
    assert main(["restore", str(tmp_path / "copy.db")]) == 0
    assert "brings back 1 break" in capsys.readouterr().out
    assert main(["restore", str(tmp_path / "copy.db"), "--yes"]) == 0
    assert ids() == ["old"]


def test_it_is_refused_while_the_program_runs(tmp_path: Path, capsys: Out) -> None:
    write("old")
    main(["backup", str(tmp_path / "copy.db")])
    write("new")
    make_folders(find_paths())
    lock = InstanceLock(find_paths().lock)
    assert main(["restore", str(tmp_path / "copy.db"), "--yes"]) == 5
    lock.release()
    assert "Quit it first" in capsys.readouterr().err
    assert ids() == ["new", "old"]


def test_a_newer_present_is_refused_and_not_touched(tmp_path: Path, capsys: Out) -> None:
    write("old")
    main(["backup", str(tmp_path / "copy.db")])
    place = find_paths().journal_file
    with closing(sqlite3.connect(place)) as conn:
        conn.execute(f"pragma user_version = {schema.SCHEMA_VERSION + 1}")
    before = place.read_bytes()
    for words in (["restore", str(tmp_path / "copy.db"), "--yes"], ["backup", str(tmp_path / "x")]):
        assert main(words) == 4
        assert "newer deskbreak" in capsys.readouterr().err
    assert place.read_bytes() == before


def test_what_is_no_whole_backup_is_not_put_back(capsys: Out) -> None:
    write("old")
    folder = find_paths().backups
    folder.mkdir()
    shutil.copy(find_paths().journal_file, folder / "deskbreak-2026-11-01.db")
    harm(folder / "deskbreak-2026-11-01.db")
    (folder / "deskbreak-2026-11-02.db").write_text("no journal", encoding="utf-8")
    (folder / "deskbreak-2026-11-03.db").touch()
    for day in (1, 2, 3):
        assert main(["restore", f"2026-11-0{day}", "--yes"]) == 4
        assert "cannot be used" in capsys.readouterr().err
    assert main(["restore", "2026-11-09", "--yes"]) == 1
    assert "no such file" in capsys.readouterr().err
    assert main(["restore", "--list"]) == 0
    assert capsys.readouterr().out.count("cannot be used") == 3
    assert ids() == ["old"]


def test_a_full_disk_leaves_the_journal_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    write("old")
    main(["backup", str(tmp_path / "copy.db")])
    write("new")

    def full(_path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup, "_sync", full)
    assert main(["restore", str(tmp_path / "copy.db"), "--yes"]) == 1
    assert "No space left" in capsys.readouterr().err
    assert ids() == ["new", "old"]
    assert list(find_paths().backups.iterdir()) == []


@pytest.mark.parametrize("words", [[], ["--list", "x"], ["a", "b"], ["a", "--no"], ["", "--yes"]])
def test_nonsense_is_wrong_usage(words: list[str]) -> None:
    assert main(["restore", *words]) == 2


def test_without_backups_that_is_said(capsys: Out) -> None:
    assert main(["restore", "--list"]) == 0
    assert "There is no backup" in capsys.readouterr().out
