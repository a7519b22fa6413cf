"""The copy of a day is renewed, and never at the price of anything that it holds."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from deskbreak.adapters.journal import backup, daily, opening, rows
from deskbreak.adapters.journal.bad_rows import BadRow, newest_with
from deskbreak.adapters.journal_sqlite import open_journal
from deskbreak.core.entry import Break
from deskbreak.core.settings.values import Record
from deskbreak.core.words import English
from tests.adapters.journal_files import fill, opened_at
from tests.adapters.journal_samples import NOON, arrived, finished, missed
from tests.adapters.test_journal_backup import wait_for

TODAY = date(2026, 11, 22)
FIRST_NAME, SECOND_NAME = "deskbreak-2026-11-22.db", "deskbreak-2026-11-22-2.db"


def named(number: int) -> Break:
    return replace(missed(), id=f"new-{number}")


def held(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as conn:
        assert conn.execute("pragma integrity_check").fetchone() == ("ok",)
        return {row[0] for row in conn.execute("select id from break union select id from event")}


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_what_a_day_held_at_its_end_is_in_its_copy(tmp_path: Path) -> None:
    path = fill(tmp_path / "deskbreak.db")
    assert len(held(path)) == 21
    assert held(tmp_path / "backups" / FIRST_NAME) == held(path)
    with closing(opened_at(path)) as journal:
        journal.write(named(1))
    assert held(tmp_path / "backups" / FIRST_NAME) == held(path)
    assert names(tmp_path / "backups") == [FIRST_NAME]


def test_what_a_killed_program_had_written_is_copied_at_the_next_start(tmp_path: Path) -> None:
    path = fill(tmp_path / "deskbreak.db")
    with closing(opening.open_writer(path)) as conn:
        rows.insert_break(conn, named(1))
    copy = tmp_path / "backups" / FIRST_NAME
    with closing(opened_at(path)):
        wait_for(lambda: "new-1" in held(copy))


def test_a_copy_of_four_hours_is_renewed_by_what_is_written_then(tmp_path: Path) -> None:
    now = [NOON]
    copy = tmp_path / "b" / FIRST_NAME
    with closing(
        open_journal(tmp_path / "deskbreak.db", tmp_path / "b", lambda: now[0], English())
    ) as journal:
        wait_for(copy.exists)
        journal.write(named(1))
        now[0] += 4 * 3600 - 1
        journal.write(named(2))
        assert held(copy) <= {"new-1"}
        now[0] += 1

        def renewed() -> bool:
            journal.write(named(3))  # again and again, for what was begun before may not be done
            return held(copy) == {"new-1", "new-2", "new-3"}

        wait_for(renewed)


def test_without_news_nothing_is_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = fill(tmp_path / "deskbreak.db")
    monkeypatch.setattr(backup, "_checked", None)  # would raise
    with closing(opened_at(path)) as journal:
        journal.breaks("0000", "9999")
    assert journal.notices() == ()
    assert backup.back_up(path, tmp_path / "backups", TODAY) is False


def test_a_new_copy_that_fails_costs_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_path: Path) -> None:
        raise OSError(28, "No space left on device")

    path = fill(tmp_path / "deskbreak.db")
    before = (tmp_path / "backups" / FIRST_NAME).read_bytes()
    monkeypatch.setattr(backup, "_sync", fail)
    with closing(opened_at(path)) as journal:
        journal.write(named(1))
    assert (tmp_path / "backups" / FIRST_NAME).read_bytes() == before
    assert names(tmp_path / "backups") == [FIRST_NAME]


def test_a_damaged_journal_never_takes_the_place_of_its_copy(tmp_path: Path) -> None:
    path = fill(tmp_path / "deskbreak.db")
    copy = tmp_path / "backups" / FIRST_NAME
    before = copy.read_bytes()
    journal = opened_at(path)
    journal.write(named(1))
    raw = bytearray(path.read_bytes())
    raw[4096 * 2 :] = bytes(len(raw) - 4096 * 2)
    path.write_bytes(raw)
    journal.close()
    assert copy.read_bytes() == before
    assert names(tmp_path / "backups") == [FIRST_NAME]


@pytest.mark.parametrize(
    "harm",
    [
        "update break set note = 'x' where id = 'id-3'",
        "update step set done_reps = 99 where break_seq = 4",
        "delete from step where break_seq = 4 and position = 2",
        "update event set at = at + 1",
        "delete from event",
    ],
)
def test_a_copy_with_a_worse_row_does_not_take_its_place(tmp_path: Path, harm: str) -> None:
    path, folder = fill(tmp_path / "deskbreak.db"), tmp_path / "backups"
    before = (folder / FIRST_NAME).read_bytes()
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute(harm)
    for number in range(3):
        with closing(opened_at(path)) as journal:
            journal.write(named(number))
    assert (folder / FIRST_NAME).read_bytes() == before
    assert names(folder) == [SECOND_NAME, FIRST_NAME]
    assert {"new-0", "new-1", "new-2"} <= held(folder / SECOND_NAME)
    good = newest_with(folder, (BadRow("break", "id-3", "2026-11-22"),))
    assert good == folder / (FIRST_NAME if "break" in harm or "step" in harm else SECOND_NAME)
    assert backup.newest_good(folder) == folder / SECOND_NAME


@pytest.mark.parametrize("harm", [b"none" * 2000, None])
def test_a_journal_begun_anew_leaves_the_copy_of_the_lost_one(
    tmp_path: Path, harm: bytes | None
) -> None:
    path, folder = fill(tmp_path / "deskbreak.db"), tmp_path / "backups"
    if harm is not None:
        (folder / FIRST_NAME).write_bytes(harm)
    before = (folder / FIRST_NAME).read_bytes()
    path.unlink()
    with closing(opened_at(path)) as journal:
        journal.write(named(1))
    assert (folder / FIRST_NAME).read_bytes() == before
    assert held(folder / SECOND_NAME) == {"new-1"}


def test_what_was_too_old_to_be_kept_does_not_hold_its_copy(tmp_path: Path) -> None:
    path, folder, record = tmp_path / "deskbreak.db", tmp_path / "b", Record(keep_years=1)
    with closing(opening.open_writer(path)) as conn:
        old = replace(finished(started_at=NOON - 9 * 10**7, day="2024-01-14"), id="old")
        rows.insert_break(conn, old)
        rows.rate_break(conn, "old", 3, NOON - 9 * 10**7 + 900)
        for days in range(9):
            day = TODAY - timedelta(days=days)
            entry = missed(ended_at=NOON - days * 86400, day=day.isoformat())
            rows.insert_break(conn, replace(entry, id=f"kept-{days}"))
    for number in range(2):
        with closing(open_journal(path, folder, lambda: NOON, English(), lambda: record)) as one:
            one.write(named(number))
    assert names(folder) == [FIRST_NAME]
    assert "old" not in held(folder / FIRST_NAME)


def test_the_end_is_not_held_up_by_a_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = fill(tmp_path / "deskbreak.db")
    before = (tmp_path / "backups" / FIRST_NAME).read_bytes()
    monkeypatch.setattr(daily, "_AT_THE_END_S", -1.0)
    with closing(opened_at(path)) as journal:
        journal.write(named(1))
    assert (tmp_path / "backups" / FIRST_NAME).read_bytes() == before
    assert names(tmp_path / "backups") == [FIRST_NAME]


def test_all_copies_of_a_day_are_thinned_together(tmp_path: Path) -> None:
    path, folder = fill(tmp_path / "deskbreak.db"), tmp_path / "backups"
    shutil.copy(folder / FIRST_NAME, folder / SECOND_NAME)
    for days in range(1, 9):
        backup.back_up(path, folder, TODAY + timedelta(days=days))
    assert {FIRST_NAME, SECOND_NAME} <= set(names(folder))  # the newest of its week
    backup.back_up(path, folder, TODAY + timedelta(days=400))
    for days in range(401, 500):
        backup.back_up(path, folder, TODAY + timedelta(days=days))
    assert not {FIRST_NAME, SECOND_NAME} & set(names(folder))


def test_an_event_alone_is_news(tmp_path: Path) -> None:
    path = fill(tmp_path / "deskbreak.db")
    with closing(opened_at(path)) as journal:
        journal.note(replace(arrived(), id="came"))
    assert "came" in held(tmp_path / "backups" / FIRST_NAME)


_RENEWS = """
import os, sys
from datetime import date
from pathlib import Path
from deskbreak.adapters.journal import backup, opening, rows
from tests.adapters.test_journal_renewal import TODAY, named
place, folder = Path(sys.argv[1]), Path(sys.argv[2])
with_rows = opening.open_writer(place)
for number in range(10**6):
    rows.insert_break(with_rows, named(number))
    os.write(1, b".")
    backup.back_up(place, folder, TODAY)
"""


@pytest.mark.parametrize("after", [1, 3, 6])
def test_kill_9_in_mid_renewal_leaves_the_copy_or_a_newer_one(tmp_path: Path, after: int) -> None:
    path, folder = fill(tmp_path / "deskbreak.db"), tmp_path / "backups"
    words = [sys.executable, "-c", _RENEWS, str(path), str(folder)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, cwd=Path.cwd()) as process:
        assert process.stdout is not None
        process.stdout.read(after)
        process.kill()
    found = held(folder / FIRST_NAME)
    assert len(found) >= 21 + after - 1
    assert found <= held(path)
    backup.back_up(path, folder, TODAY)
    assert names(folder) == [FIRST_NAME]
