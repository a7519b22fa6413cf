"""`deskbreak export` writes the whole journal, and nothing over a file that is there."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from deskbreak.adapters.journal import event_rows, rows
from deskbreak.adapters.journal.opening import open_writer
from deskbreak.adapters.paths import find_paths
from deskbreak.cli import main
from deskbreak.core.entry import Happening, What
from deskbreak.core.record.as_json import break_to_json, event_to_json
from deskbreak.core.timing.moment import instant_text
from tests.adapters.journal_samples import NOON, finished, missed

_MONTHS_S = 100 * 86400


@pytest.mark.usefixtures("home")
def test_the_whole_journal_is_written_in_order(tmp_path: Path) -> None:
    later = replace(finished(started_at=NOON + _MONTHS_S, day="2027-03-03"), id="later")
    first = replace(missed(), id="first")
    events = [
        Happening(NOON, What.ARRIVED, id="b"),
        Happening(NOON + _MONTHS_S, What.LEFT, id="c"),
    ]
    with closing(open_writer(find_paths().journal_file)) as conn:
        for entry in (later, first):
            rows.insert_break(conn, entry)
        gone = replace(first, id="gone")
        rows.insert_break(conn, gone)
        rows.delete_break(conn, gone.id, NOON)
        for each in reversed(events):
            event_rows.insert_event(conn, each)
    out = tmp_path / "all.jsonl"
    assert main(["export", str(out)]) == 0
    written = out.read_bytes()
    assert [json.loads(line) for line in written.splitlines()] == [
        *(break_to_json(entry) for entry in (first, later)),
        *(event_to_json(each) for each in events),
        {"kind": "deleted", "id": "gone", "changed_at": instant_text(NOON)},
    ]
    assert out.stat().st_mode & 0o777 == 0o600
    assert main(["export", str(out)]) == 1
    assert out.read_bytes() == written


@pytest.mark.usefixtures("home")
def test_without_a_journal_the_file_is_empty(tmp_path: Path) -> None:
    out = tmp_path / "none.jsonl"
    assert main(["export", str(out)]) == 0
    assert out.read_bytes() == b""


@pytest.mark.usefixtures("home")
def test_a_journal_without_entries_is_written_too(tmp_path: Path) -> None:
    open_writer(find_paths().journal_file).close()
    assert main(["export", str(tmp_path / "none.jsonl")]) == 0


@pytest.mark.usefixtures("home")
def test_what_cannot_be_done_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export"]) == 2
    assert main(["export", str(tmp_path / "no" / "all.jsonl")]) == 1
    assert "cannot be written" in capsys.readouterr().err
    journal = find_paths().journal_file
    journal.parent.mkdir(parents=True)
    journal.write_bytes(b"no journal at all, and long enough to be looked at" * 50)
    assert main(["export", str(tmp_path / "all.jsonl")]) == 4
    assert not (tmp_path / "all.jsonl").exists()
