"""`deskbreak log`: the same journal for people, programs and spreadsheets."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from deskbreak.adapters.journal_sqlite import open_journal
from deskbreak.adapters.paths import find_paths
from deskbreak.cli import log
from deskbreak.cli.client import Answer
from deskbreak.core.words import English
from tests.adapters.journal_samples import DAY, NOON, arrived, finished, missed


@pytest.fixture
def filled() -> Path:
    place = find_paths().journal_file
    with closing(open_journal(place, find_paths().backups, lambda: NOON, English())) as journal:
        journal.write(replace(finished(), id="done"))
        journal.write(replace(missed(day="2026-11-23", ended_at=NOON + 90000), id="missed"))
        journal.note(arrived(NOON - 3600))
    return place


@pytest.fixture(autouse=True)
def nobody_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "ask", lambda _verb: None)


def test_a_day_for_people(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert filled.is_file()
    assert log.run(["--day", DAY, "--events"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("2026-11-22: 1 done, 4 min of 5 min of exercise\n  11:00  Arrived\n")
    assert (
        "13:00-13:04  Desk routine: Done, 4 min\n      Shoulder rotation: 5 of 5 repetitions"
        in told
    )
    assert "\n      Lateral tilt: " in told


def test_a_span_of_days(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert filled.is_file()
    assert log.run(["--from=2026-11-01", "--to=2026-11-30"]) == 0
    told = capsys.readouterr().out
    assert "2026-11-22: 1 done" in told
    assert "2026-11-23: 1 missed" in told
    assert log.run(["--from", "2025-01-01", "--to", "2025-02-01"]) == 0
    assert capsys.readouterr().out == "2025-01-01 to 2025-02-01: no breaks were written.\n"


def test_json_is_an_array_of_the_designs_entries(
    filled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert filled.is_file()
    assert log.run(["--day", DAY, "--json"]) == 0
    (entry,) = json.loads(capsys.readouterr().out)
    assert (entry["kind"], entry["id"], entry["outcome"]) == ("break", "done", "completed")
    assert [step["exercise"] for step in entry["steps"]][-1] == "cat_cow"
    assert log.run(["--day", DAY, "--json", "--events"]) == 0
    assert [each["kind"] for each in json.loads(capsys.readouterr().out)] == ["event", "break"]


def test_csv_is_a_table(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert filled.is_file()
    assert log.run(["--day", DAY, "--csv"]) == 0
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out, newline=""))
    assert (row["id"], row["seconds"], row["note"]) == ("done", "240", finished().note)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--day"], "takes a day as 2026-11-22, not ''"),
        (["--day", "today"], "not 'today'"),
        (["--day", "0001-01-01"], "from 1970-01-02 on"),
        (["--day", DAY, "--from", DAY, "--to", DAY], "Either --day"),
        (["--from", DAY], "go together"),
        (["--from", "2026-11-23", "--to", DAY], "before"),
        (["--csv", "--json"], "stands alone"),
        (["--csv", "--events"], "stands alone"),
        (["--day", DAY, "--day", DAY], "Use: deskbreak log"),
        (["add"], "Use: deskbreak log"),
    ],
)
def test_words_that_make_no_sense_are_refused(
    args: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert log.run(args) == 2
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.out == ""


@pytest.mark.parametrize(
    "answer",
    [
        Answer(0, "", {"day": DAY}),
        Answer(0, DAY, None),
    ],
)
def test_without_a_day_it_is_the_running_programs_today(
    filled: Path,
    answer: Answer,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert filled.is_file()
    monkeypatch.setattr(log, "ask", lambda _verb: answer)
    assert log.run([]) == 0
    assert capsys.readouterr().out.startswith(f"{DAY}: 1 done")


@pytest.mark.parametrize("answer", [None, Answer(1, "busy", None), Answer(0, "soon", {})])
def test_without_the_program_it_is_the_local_day(
    answer: Answer | None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(log, "ask", lambda _verb: answer)
    assert log.run([]) == 0
    assert capsys.readouterr().out.endswith(": no breaks were written.\n")
    assert not find_paths().journal_file.exists()


def test_a_damaged_journal_is_an_invalid_file(
    filled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    filled.write_bytes(b"junk" * 3000)
    assert log.run([]) == 4
    assert "damaged" in capsys.readouterr().err


def test_a_journal_that_cannot_be_read_fails(capsys: pytest.CaptureFixture[str]) -> None:
    find_paths().journal_file.mkdir(parents=True)
    assert log.run(["--day", DAY]) == 1
    assert "no ordinary file" in capsys.readouterr().err


def test_changed_rows_are_left_out_and_said(
    filled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(filled)) as conn:
        conn.execute("update break set outcome = 'skipped' where id = 'done'")
        conn.commit()
    assert log.run(["--day", DAY]) == 0
    captured = capsys.readouterr()
    assert "no breaks" in captured.out
    assert "1 changed rows" in captured.err


def test_reading_the_log_loads_no_windows() -> None:
    code = (
        "import sys, deskbreak.cli.log; "
        "sys.exit([name for name in sys.modules if 'PySide6' in name or 'apsched' in name] != [])"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
