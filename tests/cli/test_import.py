"""`deskbreak import`: an export comes back whole or not at all; twice changes nothing."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from deskbreak.adapters.instance import InstanceLock
from deskbreak.adapters.journal import event_rows, rows
from deskbreak.adapters.journal.opening import open_writer
from deskbreak.adapters.paths import find_paths, make_folders
from deskbreak.cli import import_file, main
from deskbreak.core.entry import Happening, Outcome, What
from deskbreak.core.record.versions import Change, Version
from tests.adapters.journal_samples import NOON, finished, missed

Out = pytest.CaptureFixture[str]
pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """Fill the journal, write it to a file, and leave an empty home."""
    journal = find_paths().journal_file
    with closing(open_writer(journal)) as conn:
        rows.insert_break(conn, replace(finished(), id="done"))
        noted = Version(replace(missed(), id="noted", note="späť"), NOON, corrected=True)
        rows.insert_change(conn, Change(noted))
        rows.insert_break(conn, replace(missed(), id="gone"))
        rows.delete_break(conn, "gone", NOON)
        event_rows.insert_event(conn, Happening(NOON, What.ATE, (("meal", "snack"),), "ate"))
    path = tmp_path / "all.jsonl"
    assert main(["export", str(path)]) == 0
    journal.unlink()
    return path


def test_it_comes_back_and_is_exported_the_same(export: Path, tmp_path: Path, capsys: Out) -> None:
    capsys.readouterr()
    assert main(["import", "--check", str(export)]) == 0
    assert capsys.readouterr().out == "New in it: 2 new breaks, 1 new event.\n"
    assert not find_paths().journal_file.exists()
    assert main(["import", str(export)]) == 0
    assert capsys.readouterr().out == "Brought in: 2 new breaks, 1 new event.\n"
    before = find_paths().journal_file.read_bytes()
    assert main(["import", "--json", str(export)]) == 0
    assert json.loads(capsys.readouterr().out) == {"done": True, "known": 4}
    assert find_paths().journal_file.read_bytes() == before
    assert main(["export", str(tmp_path / "again.jsonl")]) == 0
    assert (tmp_path / "again.jsonl").read_bytes() == export.read_bytes()


def test_a_preview_counts_for_programs(export: Path, capsys: Out) -> None:
    capsys.readouterr()
    assert main(["import", "--json", "--check", str(export)]) == 0
    counted = {"done": False, "breaks_added": 2, "events_added": 1, "deletions_noted": 1}
    assert json.loads(capsys.readouterr().out) == counted


def test_every_line_that_is_not_right_is_named_and_none_is_brought_in(
    export: Path, tmp_path: Path, capsys: Out
) -> None:
    spoilt = tmp_path / "spoilt.jsonl"
    spoilt.write_bytes(export.read_bytes() + b'{"kind": "break"}\nx\n')
    capsys.readouterr()
    assert main(["import", str(spoilt)]) == 4
    assert capsys.readouterr().err.splitlines() == [
        f'{spoilt}, line 5: "id" is missing.',
        f"{spoilt}, line 6: it must be one JSON object, as deskbreak export writes it.",
        "Nothing was brought in.",
    ]
    assert not find_paths().journal_file.exists()
    spoilt.write_bytes(b"x\n" * 25)
    assert main(["import", str(spoilt)]) == 4
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 22
    assert told[-2] == f"{spoilt}: 5 more lines are not right."


def test_an_entry_that_contradicts_the_record_is_named(export: Path, capsys: Out) -> None:
    assert main(["import", str(export)]) == 0
    export.write_text(export.read_text("utf-8").replace('"snack"', '"meal"'), "utf-8")
    capsys.readouterr()
    for flag in ([], ["--check"]):
        assert main(["import", *flag, str(export)]) == 4
        assert capsys.readouterr().err.startswith(f'{export}, line 3: "id" belongs to another')


@pytest.mark.parametrize("lines", [[], [b"x\n"] * 4])
def test_a_file_that_changes_while_it_is_read_brings_nothing_in(
    export: Path, lines: list[bytes], monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    def spoil(path: Path) -> sqlite3.Connection:
        first = export.read_bytes().splitlines(keepends=True)[:1]
        export.write_bytes(b"".join([*first, *lines]))
        return open_writer(path)

    monkeypatch.setattr("deskbreak.adapters.journal.opening.open_writer", spoil)
    assert main(["import", str(export)]) == 4
    assert "Nothing was brought in." in capsys.readouterr().err
    with closing(sqlite3.connect(find_paths().journal_file)) as conn:
        assert conn.execute("select count(*) from break").fetchone() == (0,)


@pytest.mark.parametrize(
    "words", [[], ["a", "b"], ["--moon", "a"], ["--check"], [""], ["--check", "-"][:1]]
)
def test_nonsense_is_wrong_usage(words: list[str], capsys: Out) -> None:
    assert main(["import", *words]) == 2
    assert "Use: deskbreak import" in capsys.readouterr().err


def test_what_cannot_be_read_or_is_too_much_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    assert main(["import", str(tmp_path / "none")]) == 1
    assert "none cannot be read: No such file" in capsys.readouterr().err
    assert main(["import", os.devnull]) == 4
    assert f"{os.devnull}: it is no ordinary file." in capsys.readouterr().err
    monkeypatch.setattr("deskbreak.adapters.record_file.LARGEST_FILE", 1)
    (tmp_path / "large").write_bytes(b"xx")
    assert main(["import", str(tmp_path / "large")]) == 4
    assert "larger than" in capsys.readouterr().err


def test_a_running_program_is_told_to_read_again(
    export: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(import_file, "ask", asked.append)
    make_folders(find_paths())
    lock = InstanceLock(find_paths().lock)
    assert main(["import", str(export)]) == 0
    assert asked == ["reread"]
    lock.release()
    assert main(["import", str(export)]) == 0
    assert asked == ["reread"]


def test_a_journal_that_is_none_or_busy_is_left(
    export: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    place = find_paths().journal_file
    with closing(open_writer(place)) as conn:
        monkeypatch.setattr("deskbreak.adapters.journal.opening.BUSY_S", 0.0)
        conn.execute("begin immediate")
        capsys.readouterr()
        assert main(["import", str(export)]) == 1
        assert "locked" in capsys.readouterr().err
        conn.execute("rollback")
    place.write_bytes(b"junk" * 3000)
    for flag in ([], ["--check"]):
        assert main(["import", *flag, str(export)]) == 4
        assert "damaged" in capsys.readouterr().err
    assert place.read_bytes() == b"junk" * 3000


def test_a_table_and_a_calendar_are_written_by_the_name_of_the_file(
    tmp_path: Path, capsys: Out
) -> None:
    with closing(open_writer(find_paths().journal_file)) as conn:
        rows.insert_break(conn, replace(finished(), id="done", note="=1+1"))
        rows.insert_break(conn, replace(missed(), id="missed"))
        by_hand = replace(missed(ended_at=NOON + 9), id="-2", outcome=Outcome.MANUAL)
        rows.insert_break(conn, by_hand)
    assert main(["export", str(tmp_path / "all.CSV")]) == 0
    assert capsys.readouterr().out.endswith("all.CSV: 3 breaks.\n")
    table = (tmp_path / "all.CSV").read_bytes()
    assert table.startswith(b"\xef\xbb\xbfid,day,outcome,")
    assert table.count(b"\r\n") == 4
    assert b",'=1+1," in table
    assert b"\r\n'-2," in table
    assert main(["export", str(tmp_path / "all.ics")]) == 0
    assert capsys.readouterr().out.endswith("all.ics: 2 breaks.\n")
    told = (tmp_path / "all.ics").read_bytes()
    assert told.count(b"BEGIN:VEVENT\r\n") == 2
    assert b"SUMMARY:Desk routine\r\nDESCRIPTION:Shoulder rotation: 5 of 5 rep" in told
