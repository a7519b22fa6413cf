"""What the journal does on a disk that is full, read-only, locked or moved away."""

from __future__ import annotations

import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from deskbreak.adapters.journal import opening
from deskbreak.adapters.journal_sqlite import open_journal, read_journal
from deskbreak.core.entry import Break
from deskbreak.core.settings.values import Record
from deskbreak.core.words import English
from deskbreak.ports import JournalUnavailableError, KeptJournal
from tests.adapters.journal_files import fill, ids_in, opened_at
from tests.adapters.journal_samples import DAY, NOON, arrived, missed


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "data" / "deskbreak.db"


@pytest.fixture
def filled(place: Path) -> Path:
    return fill(place)


@pytest.mark.parametrize("harm", ["delete", "rename", "replace"])
def test_a_file_moved_while_open_is_noticed_and_nothing_is_called_saved(
    filled: Path, harm: str
) -> None:
    aside = filled.with_name("aside.db")
    with closing(opened_at(filled)) as journal:
        if harm == "delete":
            filled.unlink()
        elif harm == "rename":
            filled.rename(aside)
        else:
            aside.write_bytes(filled.read_bytes())
            aside.replace(filled)
        with pytest.raises(JournalUnavailableError, match="moved or deleted"):
            journal.write(replace(missed(), id="late"))
        assert "moved or deleted" in journal.notices()[0]
        if harm == "rename":
            aside.rename(filled)
            journal.note(arrived())
            assert journal.notices() == ()
            assert "late" in ids_in(journal)


@contextmanager
def _small_disk(folder: Path, size: str) -> Iterator[Callable[[str], None]]:
    folder.mkdir(parents=True)
    options = f"size={size},mode=0700"
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode != 0:
        pytest.skip(f"mount was refused: {mounted.stderr.decode().strip()}")

    def remount(change: str) -> None:
        command = ["mount", "-o", f"remount,{change}", str(folder)]
        subprocess.run(command, check=True, capture_output=True)

    try:
        yield remount
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def _long(number: int) -> Break:
    return replace(missed(), id=f"long-{number}", note="x" * 2000)


def _fill(journal: KeptJournal) -> int:
    """Write until the disk is full; return how many entries were saved."""
    for saved in range(1000):
        try:
            journal.write(_long(saved))
        except JournalUnavailableError:
            return saved
    raise AssertionError("the disk was never full")


def test_a_full_disk_loses_nothing_and_saves_what_waited_once_there_is_room(place: Path) -> None:
    with _small_disk(place.parent, "256k") as remount:
        journal = open_journal(
            place, place.parent, lambda: NOON, English(), lambda: Record(backups=False)
        )
        saved = _fill(journal)
        assert "disk is full" in journal.notices()[0]
        assert ids_in(journal) == {f"long-{number}" for number in range(saved)}
        with pytest.raises(JournalUnavailableError):
            journal.write(_long(saved + 1))
        remount("size=1m")
        journal.close()
        with closing(opened_at(place)) as again:
            assert ids_in(again) == {f"long-{number}" for number in range(saved + 2)}


def test_a_disk_that_became_read_only_is_said_at_the_start(place: Path) -> None:
    with _small_disk(place.parent, "1m") as remount:
        with closing(opened_at(place)) as journal:
            journal.write(replace(missed(), id="one"))
        remount("ro")
        with closing(opened_at(place)) as journal:
            assert "may not be written" in journal.notices()[0]
            assert ids_in(journal) == {"one"}
            with pytest.raises(JournalUnavailableError):
                journal.write(missed())
        with closing(read_journal(place, English())) as reader:
            assert [entry.id for entry in reader.breaks(DAY, DAY)] == ["one"]
        remount("rw")


def test_a_locked_file_is_said_and_saved_later(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "BUSY_S", 0.01)
    with closing(opened_at(filled)) as journal, closing(sqlite3.connect(filled)) as other:
        other.execute("begin exclusive")
        with pytest.raises(JournalUnavailableError, match="locked"):
            journal.write(replace(missed(), id="late"))
        with pytest.raises(JournalUnavailableError, match="locked"):
            journal.breaks(DAY, DAY)
        with pytest.raises(JournalUnavailableError, match="locked"):
            read_journal(filled, English())
        other.rollback()
        journal.note(arrived())
        assert "late" in ids_in(journal)


def test_a_reader_says_when_the_file_is_locked_meanwhile(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "BUSY_S", 0.01)
    with (
        closing(read_journal(filled, English())) as reader,
        closing(sqlite3.connect(filled)) as other,
    ):
        other.execute("begin exclusive")
        with pytest.raises(JournalUnavailableError, match="locked"):
            reader.breaks(DAY, DAY)
        with pytest.raises(JournalUnavailableError, match="locked"):
            reader.happenings(0, 1)


def test_a_backup_that_cannot_be_made_is_said_and_harms_nothing(place: Path) -> None:
    place.parent.mkdir()
    (place.parent / "backups").write_text("a file in the folder's place", encoding="utf-8")
    with closing(opened_at(place)) as journal:
        journal.write(missed())
        while not journal.notices():
            journal.note(arrived())
        assert "No backup" in journal.notices()[0]
        assert len(ids_in(journal)) == 1
