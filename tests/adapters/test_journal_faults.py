"""What the journal keeps through crashes, races and bugs, and how it is read beside them."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from deskbreak.adapters.journal import faults, opening
from deskbreak.adapters.journal.file import SqliteJournal
from deskbreak.adapters.journal.reader import JournalInvalidError
from deskbreak.adapters.journal_sqlite import read_journal
from deskbreak.core.entry import Outcome, Reason
from deskbreak.core.words import English
from tests.adapters.journal_files import fill, ids_in, opened_at
from tests.adapters.journal_samples import DAY, NOON, missed, step


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "data" / "deskbreak.db"


@pytest.fixture
def filled(place: Path) -> Path:
    return fill(place)


def test_files_and_folder_are_private(filled: Path) -> None:
    backup = next((filled.parent / "backups").iterdir())
    assert stat.S_IMODE(filled.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(filled.stat().st_mode) == 0o600
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600


def test_every_opening_sets_what_holds_for_one_connection_only(filled: Path) -> None:
    with closing(opening.open_writer(filled)) as conn:
        values = [
            conn.execute(f"pragma {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "trusted_schema", "mmap_size")
        ]
    assert values == ["delete", 3, 0, 0]


def test_kill_9_in_mid_step_keeps_every_step_that_was_acknowledged(place: Path) -> None:
    child = """
import os, sys
from pathlib import Path
from deskbreak.adapters.journal_sqlite import open_journal
from deskbreak.core.words import English
from tests.adapters.journal_samples import NOON, opened, step
place = Path(sys.argv[1])
journal = open_journal(place, place.parent / "backups", lambda: NOON + 100, English())
journal.open_break(opened())
journal.step_done(step("shoulder_rotation"))
done = 0
while True:
    done += 1
    journal.step_progress(step("back_twist", done=done, planned=10**9))
    os.write(1, b"%d\\n" % done)
"""
    with subprocess.Popen(
        [sys.executable, "-c", child, str(place)], stdout=subprocess.PIPE, cwd=Path.cwd()
    ) as process:
        assert process.stdout is not None
        for _ in range(25):
            process.stdout.readline()
        process.kill()
        told = 25 + len(process.stdout.read().split())
    with closing(opened_at(place)) as journal:
        entry = journal.close_leftover(Reason.CRASH)
        assert journal.breaks(DAY, DAY) == (entry,)
        assert journal.notices() == ()
    assert entry is not None
    assert (entry.outcome, entry.reason) == (Outcome.PARTIAL, Reason.CRASH)
    assert entry.steps[0] == step("shoulder_rotation")
    assert entry.steps[1].exercise == "back_twist"
    assert entry.steps[1].done_reps in {told, told + 1}  # at most one is in doubt
    assert entry.started_at == NOON
    assert entry.ended_at >= NOON + 100


def test_four_first_starts_at_once_all_succeed(place: Path) -> None:
    child = """
import sys
from pathlib import Path
from deskbreak.adapters.journal.checksum import canonical, checksum
from deskbreak.adapters.journal.file import SqliteJournal
from deskbreak.adapters.journal_sqlite import open_journal
from deskbreak.core.settings.values import Record
from deskbreak.core.words import English
from tests.adapters.journal_samples import missed
from dataclasses import replace
place = Path(sys.argv[1])
sys.stdin.readline()
record = lambda: Record(backups=False)
journal = open_journal(place, place.parent / "b", lambda: 0, English(), record)
assert isinstance(journal, SqliteJournal), journal.notices()
for number in range(5):
    journal.write(replace(missed(), id=sys.argv[2] + str(number)))
"""
    starts = [
        subprocess.Popen(
            [sys.executable, "-c", child, str(place), name],
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=Path.cwd(),
        )
        for name in "abcd"
    ]
    for start in starts:
        assert start.stdin is not None
        start.stdin.write(b"\n")
        start.stdin.flush()
    errors = [start.communicate()[1].decode() for start in starts]
    assert [start.returncode for start in starts] == [0, 0, 0, 0], errors
    with closing(opened_at(place)) as journal:
        assert len(ids_in(journal)) == 20


def test_a_database_that_was_made_but_never_filled_counts_as_new(place: Path) -> None:
    place.parent.mkdir()
    with closing(sqlite3.connect(place)) as conn:
        conn.execute("pragma user_version = 0")
        conn.execute("vacuum")
    with closing(opened_at(place)) as journal:
        journal.write(missed())
        assert journal.notices() == ()


def test_a_bug_is_raised_as_what_it_is_and_poisons_nothing(filled: Path) -> None:
    with closing(opened_at(filled)) as journal:
        assert isinstance(journal, SqliteJournal)
        with pytest.raises(sqlite3.IntegrityError):
            journal.write(replace(missed(), zone=None))  # type: ignore[arg-type]  # the bug
        journal.write(replace(missed(), id="after"))
        assert "after" in ids_in(journal)
        journal.close()
        with pytest.raises(sqlite3.ProgrammingError):
            journal.breaks(DAY, DAY)


def test_reading_needs_no_journal_and_changes_none(filled: Path, tmp_path: Path) -> None:
    with closing(read_journal(tmp_path / "none.db", English())) as reader:
        assert reader.breaks("0000", "9999") == ()
        assert reader.happenings(0, 2**40) == ()
    raw = filled.read_bytes()
    with closing(read_journal(filled, English())) as reader:
        assert len(reader.breaks("0000", "9999")) == 20
        assert len(reader.happenings(0, 2**40)) == 1
    assert filled.read_bytes() == raw
    filled.write_bytes(b"junk" * 2000)
    with pytest.raises(JournalInvalidError, match="damaged"):
        read_journal(filled, English())
    os.truncate(filled, 0)
    with closing(read_journal(filled, English())) as reader:
        assert reader.breaks("0000", "9999") == ()


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (sqlite3.SQLITE_IOERR_FSYNC, "cannot be read or written"),
        (sqlite3.SQLITE_CORRUPT, "is damaged"),
        (sqlite3.SQLITE_PERM, "may not be written"),
    ],
)
def test_every_fault_has_its_sentence(code: int, words: str) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = code
    assert not faults.is_bug(error)
    assert words in faults.sentence(error, Path("x.db"), English())
