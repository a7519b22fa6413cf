"""`deskbreak forget` deletes what the program keeps about a person, and nothing else."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from deskbreak.adapters.instance import InstanceLock
from deskbreak.adapters.journal.aside import COMPANIONS
from deskbreak.adapters.paths import Paths, find_paths, make_folders
from deskbreak.cli import main
from tests.adapters.journal_files import fill

Out = pytest.CaptureFixture[str]

pytestmark = pytest.mark.usefixtures("home")


def furnish() -> tuple[Paths, list[Path], list[Path], list[Path]]:
    """Make everything that the program ever writes, the person's own, and files of others."""
    paths = find_paths()
    make_folders(paths)
    journal = fill(paths.journal_file)
    data = [
        *(journal.with_name(journal.name + ending) for ending in COMPANIONS),
        journal.with_name("deskbreak.db.damaged-20261122T120000Z"),
        paths.backups / "deskbreak-before-restore.db",
        paths.state_file,
        paths.log_file,
        paths.state / "deskbreak.log.1",
        paths.state / "today.place",
        paths.state / "shortcuts.json",
    ]
    own = [
        paths.config_file,
        paths.state / "autostart",
        paths.own_exercises / "mine.toml",
        paths.config / "config.toml.damaged-20261122T120000Z",
        paths.own_exercises / "mine.toml.bak",
        paths.own_routines / "mine.toml",
        paths.own_pictures / "mine.png",
    ]
    foreign = [
        paths.data / "notes.txt",
        paths.backups / "holiday.db",
        paths.state / "other.json",
        paths.own_exercises / "thoughts.txt",
        paths.config / "other.toml",
        paths.config / "config.toml.mine",
    ]
    for path in (*data, *own, *foreign):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    return paths, [journal, *paths.backups.glob("deskbreak-2*.db"), *data], own, foreign


def there(paths: list[Path]) -> list[bool]:
    return [path.exists() for path in paths]


def test_a_preview_names_every_file_and_deletes_none(capsys: Out) -> None:
    _, data, own, foreign = furnish()
    assert main(["forget"]) == 0
    out = capsys.readouterr().out
    assert all(f"  {path}\n" in out for path in data)
    assert not any(f"  {path}\n" in out for path in (*own, *foreign))
    assert "Nothing was deleted" in out
    assert main(["forget", "--settings", "--json"]) == 0
    value = json.loads(capsys.readouterr().out)
    assert set(value["files"]) == {str(path) for path in (*data, *own)}
    assert not value["done"]
    assert all(there([*data, *own, *foreign]))


def test_the_record_goes_and_settings_and_own_exercises_stay(capsys: Out) -> None:
    _, data, own, foreign = furnish()
    assert main(["forget", "--yes"]) == 0
    assert capsys.readouterr().out.startswith("Deleted:")
    assert not any(there(data))
    assert all(there([*own, *foreign]))


def test_all_of_it_goes_when_asked_for_and_other_files_stay() -> None:
    _, data, own, foreign = furnish()
    assert main(["forget", "--settings", "--yes"]) == 0
    assert not any(there([*data, *own]))
    assert all(there(foreign))


def test_empty_folders_go_too_and_twice_is_no_error(capsys: Out) -> None:
    paths, *_, foreign = furnish()
    for path in foreign:
        path.unlink()
    assert main(["forget", "--settings", "--yes"]) == 0
    assert not any(there([paths.data, paths.state, paths.config]))
    capsys.readouterr()
    assert main(["forget", "--settings", "--yes"]) == 0
    assert "nothing to delete" in capsys.readouterr().out


def test_links_are_not_followed(tmp_path: Path, capsys: Out) -> None:
    paths, *_ = furnish()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    paths.journal_file.rename(elsewhere / "deskbreak.db")
    paths.journal_file.symlink_to(elsewhere / "deskbreak.db")
    paths.backups.rename(elsewhere / "backups")
    paths.backups.symlink_to(elsewhere / "backups")
    before = sorted(elsewhere.rglob("*"))
    assert main(["forget", "--yes"]) == 0
    out = capsys.readouterr().out
    assert "they stay" in out
    assert str(paths.backups) in out
    assert sorted(elsewhere.rglob("*")) == before
    assert paths.journal_file.is_symlink()


def test_a_folder_of_such_a_name_is_none_of_ours() -> None:
    paths, *_ = furnish()
    paths.state_file.unlink()
    paths.state_file.mkdir()
    assert main(["forget", "--yes"]) == 0
    assert paths.state_file.is_dir()


def test_it_is_refused_while_the_program_runs(capsys: Out) -> None:
    paths, data, *_ = furnish()
    lock = InstanceLock(paths.lock)
    assert main(["forget", "--yes"]) == 5
    lock.release()
    assert "Quit it first" in capsys.readouterr().err
    assert all(there(data))


def test_without_any_folder_there_is_nothing(capsys: Out) -> None:
    assert main(["forget", "--yes"]) == 0
    assert "nothing to delete" in capsys.readouterr().out
    assert not find_paths().data.exists()


def test_what_cannot_be_deleted_is_said(monkeypatch: pytest.MonkeyPatch, capsys: Out) -> None:
    paths, data, *_ = furnish()
    unlink = Path.unlink

    def refuse(path: Path, *, missing_ok: bool = False) -> None:
        if path == paths.state_file:
            raise PermissionError(13, os.strerror(13), str(path))
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    assert main(["forget", "--yes"]) == 1
    captured = capsys.readouterr()
    assert "state.json could not be deleted" in captured.err
    assert f"  {paths.state_file}\n" not in captured.out
    assert [path for path in data if path.exists()] == [paths.state_file]


def test_a_lock_that_cannot_be_made_is_said(capsys: Out) -> None:
    paths, data, *_ = furnish()
    paths.lock.mkdir()
    assert main(["forget", "--yes"]) == 1
    assert "cannot be locked" in capsys.readouterr().err
    assert all(there(data))


@pytest.mark.parametrize("words", [["x"], ["--no"], ["--yes", "--yes"]])
def test_nonsense_is_wrong_usage(words: list[str]) -> None:
    assert main(["forget", *words]) == 2
