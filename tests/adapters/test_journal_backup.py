from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from threading import Event

import pytest

from deskbreak.adapters.journal import backup, opening, rows
from deskbreak.adapters.journal.daily import DailyCare
from deskbreak.adapters.journal_sqlite import open_journal
from deskbreak.core.settings.values import Record
from deskbreak.core.words import English
from tests.adapters.journal_files import fill
from tests.adapters.journal_samples import NOON, missed

SUNDAY = date(2026, 11, 22)


def wait_for(came: Callable[[], bool]) -> None:
    """Look until it is so; the test's own time limit ends it."""
    while not came():
        Event().wait(0.005)


def lived(place: Path, days: int) -> None:
    """Start the program on so many days, write two entries on each, and quit."""
    for number in range(days):
        now = NOON + number * 86400
        with closing(
            open_journal(place, place.parent / "backups", partial(int, now), English())
        ) as journal:
            journal.write(missed())
            journal.write(missed())


def test_each_day_has_one_checked_copy_and_older_ones_are_thinned(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    lived(tmp_path / "deskbreak.db", 10)
    names = sorted(each.name for each in folder.iterdir())
    with closing(sqlite3.connect(folder / names[-1])) as conn:
        assert conn.execute("select count(*) from break").fetchone()[0] in {18, 19, 20}
    days = [date.fromisoformat(name[10:20]) for name in names]
    assert days == [SUNDAY, *(SUNDAY + timedelta(days=number) for number in range(3, 10))]


def test_a_new_day_has_its_backup_with_its_first_entry(tmp_path: Path) -> None:
    now = [NOON]
    folder = tmp_path / "backups"
    with closing(
        open_journal(tmp_path / "deskbreak.db", folder, lambda: now[0], English())
    ) as journal:
        wait_for(lambda: len(list(folder.glob("*.db"))) == 1)
        now[0] += 86400
        journal.write(missed())
    assert len(list(folder.glob("*.db"))) == 2


def test_a_copy_is_whole_though_the_program_goes_on_writing(tmp_path: Path) -> None:
    place = tmp_path / "deskbreak.db"
    long = [replace(missed(), note="x" * 4000, id=f"long-{number}") for number in range(1020)]
    with closing(opening.open_writer(place)) as conn:
        conn.execute("begin")
        for entry in long[:1000]:
            rows.insert_break(conn, entry)
        conn.execute("commit")
    with closing(open_journal(place, tmp_path / "none", lambda: NOON, English())) as journal:
        daily = DailyCare(place, tmp_path / "backups", lambda: NOON, English())
        daily.begin()
        daily.begin()
        for entry in long[1000:]:
            journal.write(entry)
        daily.finish()
        assert daily.notice() == ""
    copied = backup.newest_good(tmp_path / "backups")
    assert copied is not None
    with closing(sqlite3.connect(copied)) as conn:
        seqs = [row[0] for row in conn.execute("select seq from break order by seq")]
    assert len(seqs) >= 1000
    assert seqs == list(range(1, len(seqs) + 1))


def test_a_file_that_stays_locked_is_given_up_and_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "_MOST_WAITS", 3)
    place = fill(tmp_path / "deskbreak.db")
    daily = DailyCare(place, tmp_path / "late", lambda: NOON, English())
    with closing(sqlite3.connect(place)) as other:
        other.execute("begin exclusive")
        daily.begin()
        daily.finish()
        assert "locked" in daily.notice()
        assert list((tmp_path / "late").iterdir()) == []
        other.rollback()
    daily.begin()
    daily.finish()
    assert daily.notice() == ""
    assert len(list((tmp_path / "late").iterdir())) == 1


def test_a_program_that_keeps_no_backups_makes_none(tmp_path: Path) -> None:
    place = tmp_path / "deskbreak.db"
    with closing(
        open_journal(place, tmp_path / "b", lambda: NOON, English(), lambda: Record(backups=False))
    ) as journal:
        journal.write(missed())
    assert not (tmp_path / "b").exists()


def test_half_copies_are_swept_and_other_files_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    for name in ("deskbreak-2026-01-01.db.tmp", "deskbreak-2026-99-99.db", "mine.db"):
        (folder / name).write_bytes(b"x")
    open_journal(tmp_path / "deskbreak.db", folder, lambda: NOON, English()).close()
    assert sorted(each.name for each in folder.iterdir()) == [
        "deskbreak-2026-11-22.db",
        "deskbreak-2026-99-99.db",
        "mine.db",
    ]


def test_only_a_sound_copy_of_a_journal_is_good(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    open_journal(tmp_path / "deskbreak.db", folder, lambda: NOON, English()).close()
    (folder / "deskbreak-2026-11-23.db").write_bytes(b"junk" * 5000)
    with closing(sqlite3.connect(folder / "deskbreak-2026-11-24.db")) as conn:
        conn.execute("create table other (x)")
    good = backup.newest_good(folder)
    assert good is not None
    assert good.name == "deskbreak-2026-11-22.db"
    with (
        closing(sqlite3.connect(folder / "deskbreak-2026-11-24.db")) as conn,
        pytest.raises(sqlite3.DatabaseError, match="not whole"),
    ):
        backup.copy_checked(conn, tmp_path / "copy.db")
    assert not list(tmp_path.glob("copy.db*"))


def test_the_journal_is_not_held_while_its_copy_goes_to_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: list[str] = []
    is_good, sync = backup._is_good, backup._sync  # noqa: SLF001 - to see when each is done

    def look(copy: sqlite3.Connection, check: str) -> bool:
        held.append(f"synchronous {copy.execute('pragma synchronous').fetchone()[0]}")
        return is_good(copy, check)

    def told(path: Path) -> None:
        held.append(f"synced as {path.name.partition('.tmp')[0]}")
        sync(path)

    place = fill(tmp_path / "deskbreak.db")
    monkeypatch.setattr(backup, "_is_good", look)
    monkeypatch.setattr(backup, "_sync", told)
    assert backup.back_up(place, tmp_path / "late", SUNDAY)
    assert held == ["synchronous 0", "synced as deskbreak-2026-11-22.db"]
