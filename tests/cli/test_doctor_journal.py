"""What `deskbreak doctor` says of a journal: bad rows by name, and how to have them back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from deskbreak.adapters.journal.opening import open_writer
from deskbreak.adapters.journal_sqlite import open_journal, read_journal
from deskbreak.adapters.paths import find_paths, make_folders
from deskbreak.cli import main
from deskbreak.cli.findings import State
from deskbreak.cli.findings_journal import journal
from deskbreak.core.entry import Happening, What
from deskbreak.core.words import English
from tests.adapters.journal_samples import NOON, finished, missed

pytestmark = pytest.mark.usefixtures("home")


def said(state: State) -> str:
    return "\n".join(one.said for one in journal() if one.state is state)


def fill(count: int = 2) -> Path:
    """Write entries, close, and let the next opening back all of it up."""
    make_folders(find_paths())
    path = find_paths().journal_file
    for now in (NOON, NOON + 86400):
        opened = open_journal(path, find_paths().backups, partial(int, now), English())
        with closing(opened):
            if now == NOON:
                for number in range(count):
                    opened.write(
                        replace(finished(started_at=NOON + 300 * number), id=f"id-{number}")
                    )
                opened.note(Happening(NOON, What.ARRIVED, id="came"))
    return path


def change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute(statement)


def ids(path: Path) -> list[str]:
    with closing(read_journal(path, English())) as reader:
        return sorted(entry.id for entry in reader.breaks("0000", "9999"))


def test_a_sound_journal_opens() -> None:
    fill()
    assert "2 breaks are in it" in said(State.OK)
    assert "The newest whole backup is deskbreak-2026-11-23.db: 2 breaks" in said(State.OK)
    assert said(State.BROKEN) == said(State.NOTE) == ""


def test_each_bad_row_is_named_with_its_day() -> None:
    path = fill()
    change(path, "update step set done_reps = 99 where break_seq = 1")
    change(path, "update event set what = 'quit'")
    change(path, "insert into tombstone values ('gone', 1795348800, x'00')")
    found = said(State.BROKEN)
    assert "The break id-0 of 2026-11-22 was changed" in found
    assert "The event came of 2026-11-22" in found
    assert "The deletion gone of 2026-11-22" in found
    assert "No backup has all" in said(State.NOTE)


def test_an_instant_that_is_none_has_no_day() -> None:
    path = fill()
    change(path, "update event set at = 9223372036854775807")
    assert "The event came of ?" in said(State.BROKEN)


def test_following_the_advice_loses_nothing(tmp_path: Path) -> None:
    path = fill()
    with closing(open_journal(path, find_paths().backups, lambda: NOON + 86400, English())) as late:
        late.write(replace(missed(), id="late"))
    change(path, "update break set note = 'x' where id = 'id-1'")
    (find_paths().backups / "deskbreak-2027-01-01.db").write_text("none", encoding="utf-8")
    advice = said(State.NOTE)
    assert "The backup deskbreak-2026-11-23.db has these rows whole" in advice
    assert ids(path) == ["id-0", "late"]
    rest = str(tmp_path / "rest.jsonl")
    for words in (
        ["export", rest],
        ["restore", "deskbreak-2026-11-23.db", "--yes"],
        ["import", rest],
    ):
        assert main(words) == 0
    assert ids(path) == ["id-0", "id-1", "late"]
    assert said(State.BROKEN) == ""


def test_many_bad_rows_are_not_all_named() -> None:
    change(fill(30), "update break set note = 'x'")
    assert "10 more rows" in said(State.BROKEN)


def test_a_damaged_journal_is_told_with_the_way_back() -> None:
    path = fill()
    path.write_bytes(b"no journal at all" * 100)
    broken = said(State.BROKEN)
    assert "is damaged (file is not a database). At its next start" in broken
    assert "deskbreak-2026-11-23.db: 2 breaks up to 2026-11-22. “deskbreak restore" in said(
        State.OK
    )


def test_what_is_wrong_inside_is_one_plain_line() -> None:
    path = fill()
    raw = bytearray(path.read_bytes())
    raw[4096 * 3 : 4096 * 5] = bytes(4096 * 2)
    path.write_bytes(raw)
    broken = said(State.BROKEN)
    assert "***" not in broken
    assert "[" not in broken
    assert "is damaged" in broken


def test_without_a_whole_backup_it_says_so() -> None:
    fill()
    for each in find_paths().backups.iterdir():
        each.write_bytes(b"none" * 5000)
    assert "There is no whole backup" in said(State.NOTE)


def test_a_damaged_journal_that_was_kept_is_named() -> None:
    path = fill()
    path.with_name("deskbreak.db.damaged-20261122T120000Z").write_text("x", encoding="utf-8")
    assert "damaged-20261122T120000Z" in said(State.NOTE)


def test_a_journal_that_is_locked_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    path = fill()

    def locked(_path: Path) -> sqlite3.Connection:
        raise sqlite3.OperationalError("database is locked")

    monkeypatch.setattr("deskbreak.adapters.journal.bad_rows.opening.open_reader", locked)
    assert "locked" in said(State.BROKEN)
    monkeypatch.undo()
    open_writer(path).close()
    assert said(State.BROKEN) == ""
