from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from deskbreak.adapters.journal import backup
from deskbreak.adapters.journal_sqlite import open_journal
from deskbreak.core.words import English
from tests.adapters.journal_samples import NOON, missed

MONDAY = date(2026, 11, 2)


def test_each_day_has_one_checked_copy_and_seven_are_kept(tmp_path: Path) -> None:
    now = [NOON]
    folder = tmp_path / "backups"
    with closing(
        open_journal(tmp_path / "deskbreak.db", folder, lambda: now[0], English())
    ) as journal:
        for _ in range(10):
            journal.write(missed())
            journal.write(missed())
            now[0] += 86400
    names = sorted(each.name for each in folder.iterdir())
    assert names[-1] == "deskbreak-2026-12-01.db"
    with closing(sqlite3.connect(folder / names[-1])) as conn:
        assert conn.execute("select count(*) from break").fetchone() == (19,)
    days = [date.fromisoformat(name[10:20]) for name in names]
    assert days[-7:] == [date(2026, 12, 1) - timedelta(days=n) for n in range(6, -1, -1)]
    assert days[:-7] == [date(2026, 11, 22), date(2026, 11, 24)]  # the newest of each week


def test_a_program_that_keeps_no_backups_makes_none(tmp_path: Path) -> None:
    place = tmp_path / "deskbreak.db"
    with closing(
        open_journal(place, tmp_path / "b", lambda: NOON, English(), keep_backups=False)
    ) as journal:
        journal.write(missed())
    assert not (tmp_path / "b").exists()


def test_older_copies_are_thinned_to_one_a_week_for_four_weeks() -> None:
    days = [MONDAY + timedelta(days=n) for n in range(70)]
    dropped = backup.to_drop(days)
    kept = sorted(set(days) - dropped)
    assert kept[-7:] == days[-7:]
    assert [day.isocalendar().week for day in kept[:-7]] == [50, 51, 52, 53]
    assert backup.to_drop(days[:7]) == set()


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
