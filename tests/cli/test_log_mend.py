"""`deskbreak log add|note|delete|undo`: asked of the running program, or done in its absence."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace

import pytest

from deskbreak.adapters.instance import InstanceLock
from deskbreak.adapters.journal.opening import open_writer
from deskbreak.adapters.journal_sqlite import open_journal, read_journal
from deskbreak.adapters.paths import find_paths, make_folders
from deskbreak.cli import closed, log_mend, main
from deskbreak.cli.client import Answer
from deskbreak.core.entry import Break
from deskbreak.core.words import English
from tests.adapters.journal_samples import DAY, NOON, finished, missed

Out = pytest.CaptureFixture[str]
pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def filled() -> None:
    paths = find_paths()
    with closing(
        open_journal(paths.journal_file, paths.backups, lambda: NOON, English())
    ) as journal:
        journal.write(replace(finished(), id="abc1"))
        journal.write(replace(missed(ended_at=NOON + 900), id="abd1"))


def entries() -> tuple[Break, ...]:
    with closing(read_journal(find_paths().journal_file, English())) as journal:
        return journal.breaks("0000", "9999")


def test_a_break_is_added_noted_deleted_and_all_of_it_undone(capsys: Out) -> None:
    assert main(["log", "add", "10m", "--at", "09:00", "--day=2026-01-07", "--note", "stairs"]) == 0
    assert capsys.readouterr().out == "The break of 2026-01-07, 09:00-09:10, is written down.\n"
    (entry,) = entries()
    assert (entry.note, entry.seconds, entry.outcome.value) == ("stairs", 600, "manual")
    assert main(["log", "note", entry.id[:6], "lift", "and", "carry"]) == 0
    assert entries()[0].note == "lift and carry"
    assert main(["log", "delete", entry.id]) == 0
    assert entries() == ()
    for said in ("is back in the record", "is as before", "is out of the record again"):
        assert main(["log", "undo"]) == 0
        assert said in capsys.readouterr().out
    assert main(["log", "undo"]) == 5
    assert "nothing to undo" in capsys.readouterr().err
    assert entries() == ()


def test_exercises_and_routines_are_those_of_the_library(capsys: Out) -> None:
    line = ["log", "add", "2", "--day", "2026-01-07", "--at", "10:00"]
    assert main([*line, "--exercise", "back_twist", "--exercise=cat_cow"]) == 0
    (entry,) = entries()
    assert [step.seconds for step in entry.steps] == [60, 60]
    assert main([*line[:-1], "11:00", "--routine", "desk_short"]) == 0
    assert main([*line[:-1], "12:00", "--routine", "moon"]) == 2
    assert "moon" in capsys.readouterr().err


@pytest.mark.usefixtures("filled")
def test_a_correction_is_shown_in_every_form(capsys: Out) -> None:
    assert main(["log", "note", "abc", "kitchen"]) == 0
    capsys.readouterr()
    assert main(["log", "--day", DAY, "--ids"]) == 0
    told = capsys.readouterr().out
    assert "Done, 4 min  [abc1]\n" in told
    assert "      kitchen\n      Corrected on " in told
    assert main(["log", "--day", DAY, "--json"]) == 0
    noted, other = json.loads(capsys.readouterr().out)
    assert noted["corrected"] is True
    assert noted["changed_at"].endswith("Z")
    assert "changed_at" not in other
    assert main(["log", "delete", "abd1"]) == 0
    capsys.readouterr()
    assert main(["log", "--day", DAY, "--json"]) == 0
    assert [each["id"] for each in json.loads(capsys.readouterr().out)] == ["abc1"]
    assert main(["log", "--day", DAY, "--csv"]) == 0
    assert b",kitchen,schedule," in capsys.readouterr().out.encode()


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("delete x", 2, "No break in the record has an id that begins with x."),
        ("note ab text", 2, "Several breaks have an id that begins with ab"),
        ("undo", 5, "There is nothing to undo."),
        (f"add 5 --day {DAY} --at 12:01", 5, "There is a break in the record already: 2026-11-22"),
        ("add 5 --day 2199-01-01 --at 12:01", 5, "later than now"),
        (f"add 5 --day {DAY}", 5, "at what time"),
    ],
)
def test_what_cannot_be_mended_says_why(line: str, code: int, said: str, capsys: Out) -> None:
    before = entries()
    assert main(["log", *line.split()]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert entries() == before


@pytest.mark.parametrize(
    "line",
    [
        *("add", "add five", "add 241", "add 5 6", "add 5 --at", "add 5 --at 25:00"),
        *("add 5 --day today", "add 5 --moon x", "add 5 --at 10:00 --at 11:00", "add 5 --at="),
        *("add 5 --exercise", "note", "note x", "note -x y", "delete", "delete a b", "undo it"),
        f"add 5 --note {'x' * 2001}",
    ],
)
def test_nonsense_is_wrong_usage(line: str, capsys: Out) -> None:
    assert main(["log", *line.split(" ")]) == 2
    assert "Use: deskbreak log " in capsys.readouterr().err
    assert not find_paths().journal_file.exists()


def test_the_running_program_is_asked(monkeypatch: pytest.MonkeyPatch, capsys: Out) -> None:
    asked: list[tuple[str, object]] = []

    def ask(verb: str, args: object) -> Answer:
        asked.append((verb, args))
        return Answer(0 if verb != "undo_mend" else 5, f"{verb} was done", None)

    monkeypatch.setattr(log_mend, "ask", ask)
    assert main(["log", "add", "5", "--at", "14:05", "--exercise", "a", "--exercise", "b"]) == 0
    assert main(["log", "note", "ab", ""]) == 0
    assert main(["log", "delete", "ab"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "delete_break was done"
    assert main(["log", "undo"]) == 5
    assert capsys.readouterr().err == "undo_mend was done\n"
    assert asked == [
        ("add_break", {"at": "14:05", "minutes": 5, "exercises": "a,b"}),
        ("note_break", {"id": "ab", "text": ""}),
        ("delete_break", {"id": "ab"}),
        ("undo_mend", {}),
    ]
    assert not find_paths().journal_file.exists()


def test_a_program_that_holds_the_lock_is_not_written_behind(capsys: Out) -> None:
    make_folders(find_paths())
    lock = InstanceLock(find_paths().lock)
    assert main(["log", "undo"]) == 1
    assert "try again" in capsys.readouterr().err
    lock.release()
    assert main(["log", "undo"]) == 5


def test_a_journal_that_is_none_or_locked_is_left(
    monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    place = find_paths().journal_file
    with closing(open_writer(place)) as conn:
        monkeypatch.setattr("deskbreak.adapters.journal.opening.BUSY_S", 0.0)
        conn.execute("begin exclusive")
        assert main(["log", "undo"]) == 1
        assert "cannot be read" in capsys.readouterr().err
        conn.execute("rollback")
    place.write_bytes(b"junk" * 3000)
    assert main(["log", "undo"]) == 4
    assert place.read_bytes() == b"junk" * 3000
    assert "damaged" in capsys.readouterr().err


def test_only_mending_is_done_behind_a_program_that_does_not_run(capsys: Out) -> None:
    assert closed.mend_closed("skip", {}) == 2
    assert closed.mend_closed("note_break", {}) == 2
    assert '"id" must be' in capsys.readouterr().err


def test_a_lock_that_cannot_be_made_is_said(capsys: Out) -> None:
    make_folders(find_paths())
    find_paths().lock.mkdir()
    assert main(["log", "undo"]) == 1
    assert "cannot be locked" in capsys.readouterr().err
