from __future__ import annotations

from pathlib import Path

import pytest

from deskbreak.adapters.attention.calendar_reader import calendar_said
from deskbreak.cli import calendar as command
from tests.adapters.calendar_files import calendar, timed, whole
from tests.fakes import MONDAY_9


def test_the_command_shows_what_it_reads(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "_bind", lambda: None)  # it would bind the whole test run
    file = tmp_path / "work.ics"
    file.write_bytes(calendar(timed("20261123T090000Z", "20261123T093000Z")))
    words = [str(file), "--from", "2026-11-23", "--days", "5"]
    assert command.run([*words, "--json"]) == 0
    assert calendar_said(capsys.readouterr().out.encode()).busy == ((MONDAY_9, MONDAY_9 + 1800),)
    file.write_bytes(calendar(whole("20261125")))
    assert command.run(words) == 0
    assert capsys.readouterr().out == "Wed 2026-11-25  day off\n"
    file.write_bytes(calendar())
    assert command.run(words) == 0
    assert capsys.readouterr().out == "Nothing in these days.\n"
    file.write_text("none", "utf-8")
    assert command.run(words) == 4
    assert "work.ics is no calendar" in capsys.readouterr().err
    assert command.run([str(file.parent / "gone.ics")]) == 1
    for wrong in (["a", "b"], ["a", "--days", "0"], ["a", "--from", "monday"], ["--what"]):
        assert command.run(wrong) == 2


@pytest.mark.usefixtures("home")
def test_without_a_file_the_command_takes_the_settings_one(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "_bind", lambda: None)
    assert command.run([]) == 1
    assert "office.calendar" in capsys.readouterr().err
