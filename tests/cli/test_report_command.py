"""`deskbreak report` writes pages to print, and nothing over a file that is there."""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from deskbreak.adapters.journal import rows
from deskbreak.adapters.journal.opening import open_writer
from deskbreak.adapters.paths import find_paths
from deskbreak.cli import main, report
from deskbreak.core.entry import Discomfort
from tests.adapters.journal_samples import DAY, finished, missed

Out = pytest.CaptureFixture[str]
pytestmark = pytest.mark.usefixtures("home", "qapp")


@pytest.fixture(autouse=True)
def november(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be the end of the month that the samples are of, on the display of the tests."""
    monkeypatch.setattr(report, "_today", lambda: date(2026, 11, 30))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")


def fill() -> None:
    felt = replace(finished(), id="felt", discomfort=Discomfort.STRETCH, held_back_by=("meeting",))
    before = replace(missed(day="2026-09-03"), id="before")
    with closing(open_writer(find_paths().journal_file)) as conn:
        for entry in (felt, before):
            rows.insert_break(conn, entry)


def pages(path: Path) -> int:
    found = re.search(rb"/Count (\d+)", path.read_bytes())
    assert found is not None
    return int(found[1])


def test_the_running_month_is_one_page_with_its_fonts_in_it(tmp_path: Path, capsys: Out) -> None:
    assert DAY.startswith("2026-11")
    fill()
    out = tmp_path / "november.pdf"
    assert main(["report", str(out)]) == 0
    said = capsys.readouterr().out
    assert said == f"Written to {out}: 1 page, 2026-11-01 to 2026-11-30.\n"
    written = out.read_bytes()
    assert written.startswith(b"%PDF")
    assert b"/FontFile" in written
    assert pages(out) == 1
    assert out.stat().st_mode & 0o777 == 0o600
    assert main(["report", str(out)]) == 1
    assert out.read_bytes() == written


def test_several_months_have_a_page_before_them(tmp_path: Path) -> None:
    fill()
    out = tmp_path / "autumn.PDF"
    assert main(["report", str(out), "--from=2026-09-01", "--to", "2026-11-30"]) == 0
    assert pages(out) == 3


def test_an_empty_journal_is_a_page_too(tmp_path: Path) -> None:
    out = tmp_path / "none.pdf"
    assert main(["report", str(out)]) == 0
    assert pages(out) == 1


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        ([], "Name a file that ends in .pdf."),
        (["x.txt"], "Name a file that ends in .pdf."),
        (["x.pdf", "y.pdf"], "Use:"),
        (["x.pdf", "--day", "2026-11-01"], "Use:"),
        (["x.pdf", "--from", "soon"], "--from takes a day as 2026-11-22, not 'soon'."),
        (["x.pdf", "--to", "2026-12-01"], "--to takes a day from 1970-01-02 to today, not"),
        (["x.pdf", "--to", "2026-10-01"], "--to is before --from."),
    ],
)
def test_what_makes_no_sense_is_said(args: list[str], sentence: str, capsys: Out) -> None:
    assert main(["report", *args]) == 2
    assert sentence in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path, capsys: Out) -> None:
    assert main(["report", str(tmp_path / "no" / "where.pdf")]) == 1
    assert "cannot be written: No such file" in capsys.readouterr().err


def test_nothing_is_drawn_for_a_file_that_cannot_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[object] = []
    monkeypatch.setattr(report, "_drawn", lambda *told: drawn.append(told))
    there = tmp_path / "there.pdf"
    there.write_bytes(b"mine")
    assert main(["report", str(there)]) == 1
    assert main(["report", str(tmp_path / "no" / "where.pdf")]) == 1
    assert not drawn
    assert there.read_bytes() == b"mine"


def test_a_report_that_was_cut_short_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    faults = iter((KeyboardInterrupt(), OSError(28, "No space left on device")))

    def fail(*_told: object) -> bytes:
        raise next(faults)

    monkeypatch.setattr(report, "_drawn", fail)
    out = tmp_path / "cut.pdf"
    with pytest.raises(KeyboardInterrupt):
        report.run([str(out)])
    assert not out.exists()
    assert main(["report", str(out)]) == 1
    assert not out.exists()
    assert "cannot be written: No space left on device." in capsys.readouterr().err
