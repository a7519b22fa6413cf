"""What is done once a day: a backup, and then what is too old goes, and nothing else."""

from __future__ import annotations

import errno
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from deskbreak.adapters.journal import backup, event_rows, opening, pruning, rows, tombstones
from deskbreak.adapters.journal.daily import DailyCare
from deskbreak.adapters.journal_sqlite import open_journal, read_journal
from deskbreak.core.entry import Happening, What
from deskbreak.core.record.versions import Tombstone
from deskbreak.core.settings.values import Record
from deskbreak.core.words import English
from tests.adapters.journal_files import fill, ids_in
from tests.adapters.journal_samples import NOON, finished, missed, opened

TODAY = date(2026, 11, 22)
FIRST = date(2024, 11, 18)
"""Two years before the fifth newest day of use."""
TABLES = ("break", "step", "revision", "event", "tombstone")


def at(day: date) -> int:
    return int(datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp())


def use(conn: sqlite3.Connection, last: date, days: int = 5) -> None:
    """Write an entry on each of the days up to the last one."""
    for day in (last - timedelta(days=number) for number in range(days)):
        entry = missed(ended_at=at(day), day=day.isoformat())
        rows.insert_break(conn, replace(entry, id=f"used-{day}"))


def aged(path: Path) -> Path:
    """Make a journal with entries, corrections and events on both sides of two years ago."""
    with closing(opening.open_writer(path)) as conn:
        use(conn, TODAY)
        for days in (-400, -1, 0, 1, 400):
            day = FIRST + timedelta(days=days)
            entry = replace(finished(started_at=at(day), day=day.isoformat()), id=f"d{days}")
            rows.insert_break(conn, entry)
            rows.rate_break(conn, entry.id, 4, at(day) + 900)
            gone = replace(entry, id=f"gone{days}")
            rows.insert_break(conn, gone)
            rows.delete_break(conn, gone.id, at(day) + 900)
            event_rows.insert_event(conn, Happening(at(day), What.ARRIVED, id=f"e{days}"))
            tombstones.insert(conn, Tombstone(f"t{days}", at(day)))
    return path


def cared(path: Path, record: Record, now: int = NOON) -> str:
    care = DailyCare(path, path.parent / "backups", lambda: now, English(), lambda: record)
    care.begin()
    care.finish()
    return care.notice()


def said(path: Path) -> list[tuple[object, ...]]:
    """Return every row of a journal; sums of days may be added beside them."""
    with closing(sqlite3.connect(path)) as conn:
        return [row for each in TABLES for row in conn.execute(f"select * from {each}")]  # noqa: S608 - names of tables


def ids(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as conn:
        return [
            row[0]
            for row in conn.execute(
                "select id from break union select id from event union select id from tombstone"
            )
        ]


def test_exactly_what_is_older_goes_after_a_backup_of_it(tmp_path: Path) -> None:
    path = aged(tmp_path / "deskbreak.db")
    everything = ids(path)
    assert cared(path, Record(keep_years=2)) == ""
    old = {each for each in everything if each.endswith(("-400", "-1"))}
    assert set(ids(path)) == set(everything) - old
    assert set(ids(tmp_path / "backups" / "deskbreak-2026-11-22.db")) == set(everything)
    with closing(sqlite3.connect(path)) as conn:
        counts = [conn.execute(f"select count(*) from {each}").fetchone()[0] for each in TABLES]  # noqa: S608 - names of tables
        assert conn.execute("pragma integrity_check").fetchone() == ("ok",)
        assert conn.execute("pragma foreign_key_check").fetchall() == []
    assert counts == [17, 3 * 4 * len(finished().steps), 6, 3, 3]
    with closing(read_journal(path, English())) as reader:
        assert [entry.id for entry in reader.breaks("0000", "2026")] == ["d0", "d1", "d400"]
        assert reader.bad_rows == 0


def test_what_goes_is_overwritten_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "deskbreak.db"
    with closing(opening.open_writer(path)) as conn:
        rows.insert_break(conn, replace(finished(day="2020-01-01"), id="old", note="a secret"))
        conn.execute("update break set ended_at = 0")
    assert b"a secret" in path.read_bytes()
    pruning.prune(path, FIRST)
    assert b"a secret" not in path.read_bytes()


def test_without_a_limit_nothing_goes(tmp_path: Path) -> None:
    path = aged(tmp_path / "deskbreak.db")
    before = said(path)
    assert cared(path, Record()) == ""
    assert cared(path, Record(keep_years=4, backups=False)) == ""
    assert said(path) == before


def test_a_row_that_a_flipped_bit_made_old_stays_for_the_doctor(tmp_path: Path) -> None:
    path = fill(tmp_path / "deskbreak.db")
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute("update break set day = '0026-11-22' where id = 'id-3'")
    pruning.prune(path, FIRST)
    assert "id-3" in ids(path)


def test_many_go_in_parts_and_the_running_break_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pruning, "_AT_ONCE", 3)
    path = fill(tmp_path / "deskbreak.db")
    now = at(date(2030, 11, 22))
    record = Record(keep_years=1, backups=False)
    with closing(
        open_journal(path, tmp_path / "b", lambda: now, English(), lambda: record)
    ) as journal:
        journal.open_break(opened())
        assert len(ids_in(journal)) == 20
    with closing(opening.open_writer(path)) as conn:
        use(conn, date(2030, 11, 22))
    with closing(open_journal(path, tmp_path / "b", lambda: now, English(), lambda: record)):
        pass
    with closing(open_journal(path, tmp_path / "b", lambda: now, English())) as journal:
        assert {each[:4] for each in ids_in(journal)} == {"used"}
        assert journal.leftover() is not None


def test_without_its_backup_nothing_is_deleted(tmp_path: Path) -> None:
    path = aged(tmp_path / "deskbreak.db")
    before = said(path)
    (tmp_path / "backups").write_text("a file in the folder's place", encoding="utf-8")
    assert "No backup" in cared(path, Record(keep_years=1))
    assert said(path) == before


def test_what_cannot_be_deleted_is_said_and_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = aged(tmp_path / "deskbreak.db")
    monkeypatch.setattr(opening, "BUSY_S", 0.0)
    before = ids(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("begin immediate")
        told = cared(path, Record(keep_years=2, backups=False))
        other.execute("rollback")
    assert "too old could not be deleted" in told
    assert ids(path) == before


def test_a_half_deleted_break_is_taken_back(tmp_path: Path) -> None:
    path = aged(tmp_path / "deskbreak.db")
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("create trigger t before delete on break begin select raise(fail, 'no'); end")
        conn.commit()
        steps = conn.execute("select count(*) from step").fetchone()
    assert "no" in cared(path, Record(keep_years=2, backups=False))
    with closing(sqlite3.connect(path)) as conn:
        assert conn.execute("select count(*) from step").fetchone() == steps


def test_a_journal_that_is_gone_is_not_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "deskbreak.db"
    assert "could not be deleted" in cared(path, Record(keep_years=2, backups=False))
    assert not path.exists()


def test_a_wish_that_changes_is_followed_on_the_same_day(tmp_path: Path) -> None:
    path = aged(tmp_path / "deskbreak.db")
    wish = [Record(backups=False)]
    care = DailyCare(path, tmp_path / "backups", lambda: NOON, English(), lambda: wish[0])
    for each in (wish[0], Record(keep_years=2, backups=False), Record(keep_years=2)):
        wish[0] = each
        care.begin()
        care.finish()
        assert ("d-1" in ids(path)) is (each.keep_years == 0)
    assert len(list((tmp_path / "backups").iterdir())) == 1


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EIO])
def test_a_disk_that_fails_leaves_no_half_copy_and_harms_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def fail(_path: Path) -> None:
        raise OSError(number, os.strerror(number))

    path = fill(tmp_path / "deskbreak.db")
    kept = sorted((tmp_path / "backups").iterdir())
    before = said(path)
    monkeypatch.setattr(backup, "_sync", fail)
    care = DailyCare(path, tmp_path / "backups", lambda: NOON + 86400, English())
    care.begin()
    care.finish()
    assert os.strerror(number) in care.notice()
    assert sorted((tmp_path / "backups").iterdir()) == kept
    assert said(path) == before


_COPIES = """
import os, sys
from datetime import date
from pathlib import Path
from deskbreak.adapters.journal import backup
place, folder = Path(sys.argv[1]), Path(sys.argv[2])
for number in range(1, 10**6):
    os.write(1, b".")
    backup.back_up(place, folder, date.fromordinal(700_000 + number))
"""


@pytest.mark.parametrize("after", [1, 2, 4, 7])
def test_kill_9_in_mid_backup_leaves_only_whole_copies(tmp_path: Path, after: int) -> None:
    path = fill(tmp_path / "deskbreak.db")
    folder = tmp_path / "kept"
    words = [sys.executable, "-c", _COPIES, str(path), str(folder)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, cwd=Path.cwd()) as process:
        assert process.stdout is not None
        process.stdout.read(after)
        process.kill()
    for copy in folder.glob("*.db"):
        with closing(sqlite3.connect(copy)) as conn:
            assert conn.execute("pragma integrity_check").fetchone() == ("ok",)
            assert conn.execute("select count(*) from break").fetchone() == (20,)
    assert backup.back_up(path, folder, TODAY)
    assert list(folder.glob("*.tmp*")) == []
    assert len(ids(path)) == 21
