"""What the journal does when disk, file or other programs let it down."""

from __future__ import annotations

import os
import random
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from deskbreak.adapters.journal import faults, opening, rows
from deskbreak.adapters.journal.checksum import canonical, checksum
from deskbreak.adapters.journal.file import SqliteJournal
from deskbreak.adapters.journal.memory import InMemoryJournal
from deskbreak.adapters.journal.reader import JournalInvalidError
from deskbreak.adapters.journal_sqlite import open_journal, read_journal
from deskbreak.core.entry import Break, Outcome, Reason
from deskbreak.core.record.as_json import Json
from deskbreak.core.words import English
from deskbreak.ports import JournalUnavailableError, KeptJournal
from tests.adapters.journal_samples import DAY, NOON, arrived, finished, missed, opened, step

STAMP = "20261122T120140Z"
SQLITE_HEADER = 100


def _open(path: Path) -> KeptJournal:
    return open_journal(path, path.parent / "backups", lambda: NOON + 100, English())


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "data" / "deskbreak.db"


@pytest.fixture
def filled(place: Path) -> Path:
    with closing(_open(place)) as journal:
        for number in range(20):
            journal.write(replace(finished(started_at=NOON + 300 * number), id=f"id-{number}"))
        journal.note(arrived())
    return place


def _ids(journal: KeptJournal) -> set[str]:
    return {entry.id for entry in journal.breaks("0000", "9999")}


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
    with closing(_open(place)) as journal:
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
from deskbreak.core.words import English
from tests.adapters.journal_samples import missed
from dataclasses import replace
place = Path(sys.argv[1])
sys.stdin.readline()
journal = open_journal(place, place.parent / "b", lambda: 0, English(), keep_backups=False)
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
    with closing(_open(place)) as journal:
        assert len(_ids(journal)) == 20


def test_a_database_that_was_made_but_never_filled_counts_as_new(place: Path) -> None:
    place.parent.mkdir()
    with closing(sqlite3.connect(place)) as conn:
        conn.execute("pragma user_version = 0")
        conn.execute("vacuum")
    with closing(_open(place)) as journal:
        journal.write(missed())
        assert journal.notices() == ()


def _flip(raw: bytearray, rng: random.Random) -> None:
    raw[rng.randrange(len(raw))] ^= 1 << rng.randrange(8)


def _flip_header(raw: bytearray, rng: random.Random) -> None:
    raw[rng.randrange(SQLITE_HEADER)] ^= 1 << rng.randrange(8)


def _cut(raw: bytearray, rng: random.Random) -> None:
    del raw[rng.randrange(1, len(raw)) :]


def _zero(raw: bytearray, rng: random.Random) -> None:
    start = rng.randrange(len(raw))
    end = min(len(raw), start + 512)
    raw[start:end] = bytes(end - start)


@pytest.mark.parametrize("harm", [_flip, _flip_header, _cut, _zero])
def test_a_harmed_file_never_raises_never_invents_and_is_never_lost(
    filled: Path, harm: Callable[[bytearray, random.Random], None]
) -> None:
    sound = filled.read_bytes()
    with closing(_open(filled)) as journal:
        written = {entry.id: entry for entry in journal.breaks("0000", "9999")}
    rng = random.Random(7)  # noqa: S311 - reproducible harm, no secret
    for _ in range(25):
        raw = bytearray(sound)
        harm(raw, rng)
        filled.write_bytes(raw)
        journal = _open(filled)
        with closing(journal):
            try:
                found = journal.breaks("0000", "9999")
            except JournalUnavailableError:
                found = ()
        assert [entry for entry in found if written.get(entry.id) != entry] == []
        assert len(found) == len(written) or journal.notices() != ()
        assert [each.read_bytes() for each in filled.parent.glob("*.damaged-*")] in ([raw], [])
        if isinstance(journal, InMemoryJournal):
            assert filled.read_bytes() == raw
        for each in filled.parent.glob("*.damaged-*"):
            each.unlink()


def test_a_damaged_file_is_kept_aside_and_the_backup_takes_its_place(filled: Path) -> None:
    before = next((filled.parent / "backups").iterdir())
    with closing(_open(filled)) as journal:
        everything = _ids(journal)
    before.unlink()
    _open(filled).close()  # today's backup again, with everything in it
    filled.write_bytes(b"no database at all" * 100)
    with closing(_open(filled)) as journal:
        (notice,) = journal.notices()
        assert _ids(journal) == everything
    kept = filled.with_name(f"deskbreak.db.damaged-{STAMP}")
    assert kept.read_bytes().startswith(b"no database")
    assert str(kept) in notice
    assert "deskbreak-2026-11-22.db" in notice


def test_without_a_good_backup_a_new_journal_begins(filled: Path) -> None:
    next((filled.parent / "backups").iterdir()).write_bytes(b"broken too")
    for count in ("", "-2"):
        filled.write_bytes(bytes(4096))
        with closing(_open(filled)) as journal:
            assert "new journal" in journal.notices()[0]
            assert _ids(journal) == set()
            journal.write(missed())
        kept = filled.with_name(f"deskbreak.db.damaged-{STAMP}{count}")
        assert kept.read_bytes() == bytes(4096)


def test_tables_that_are_not_a_journals_count_as_damage(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as conn:
        conn.execute("drop table step")
    with closing(_open(filled)) as journal:
        assert "damaged" in journal.notices()[0]


@pytest.mark.parametrize(
    ("pragma", "word"), [("application_id = 7", "another"), ("user_version = 9", "newer")]
)
def test_a_foreign_or_newer_file_is_never_touched(filled: Path, pragma: str, word: str) -> None:
    with closing(sqlite3.connect(filled)) as conn:
        conn.execute(f"pragma {pragma}")
    raw = filled.read_bytes()
    journal = _open(filled)
    assert isinstance(journal, InMemoryJournal)
    assert "Not saved" in journal.notices()[0]
    assert word in journal.notices()[0]
    journal.write(missed())
    assert filled.read_bytes() == raw
    assert sorted(each.name for each in filled.parent.iterdir()) == ["backups", "deskbreak.db"]
    with pytest.raises(JournalInvalidError, match=word):
        read_journal(filled, English())


def test_a_folder_in_the_files_place_leaves_a_journal_in_memory(place: Path) -> None:
    place.mkdir(parents=True)
    journal = _open(place)
    assert "no ordinary file" in journal.notices()[0]
    with pytest.raises(JournalUnavailableError, match="no ordinary file"):
        read_journal(place, English())


def test_a_folder_that_takes_no_files_leaves_a_journal_in_memory() -> None:
    if not Path("/proc/self").is_dir():
        pytest.skip("needs /proc, where even root can make no folder")
    journal = _open(Path("/proc/deskbreak/deskbreak.db"))
    assert isinstance(journal, InMemoryJournal)
    assert "Not saved" in journal.notices()[0]


def test_a_planted_link_is_not_followed(place: Path, tmp_path: Path) -> None:
    place.parent.mkdir()
    victim = tmp_path / "victim"
    place.symlink_to(victim)
    assert isinstance(_open(place), InMemoryJournal)
    assert not victim.exists()


@pytest.mark.parametrize("harm", ["delete", "rename", "replace"])
def test_a_file_moved_while_open_is_noticed_and_nothing_is_called_saved(
    filled: Path, harm: str
) -> None:
    aside = filled.with_name("aside.db")
    with closing(_open(filled)) as journal:
        if harm == "delete":
            filled.unlink()
        elif harm == "rename":
            filled.rename(aside)
        else:
            aside.write_bytes(filled.read_bytes())
            aside.replace(filled)
        with pytest.raises(JournalUnavailableError, match="moved or deleted"):
            journal.write(replace(missed(), id="late"))
        assert "moved or deleted" in journal.notices()[0]
        if harm == "rename":
            aside.rename(filled)
            journal.note(arrived())
            assert journal.notices() == ()
            assert "late" in _ids(journal)


@contextmanager
def _small_disk(folder: Path, size: str) -> Iterator[Callable[[str], None]]:
    folder.mkdir(parents=True)
    options = f"size={size},mode=0700"
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode != 0:
        pytest.skip(f"mount was refused: {mounted.stderr.decode().strip()}")

    def remount(change: str) -> None:
        command = ["mount", "-o", f"remount,{change}", str(folder)]
        subprocess.run(command, check=True, capture_output=True)

    try:
        yield remount
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def _long(number: int) -> Break:
    return replace(missed(), id=f"long-{number}", note="x" * 2000)


def _fill(journal: KeptJournal) -> int:
    """Write until the disk is full; return how many entries were saved."""
    for saved in range(1000):
        try:
            journal.write(_long(saved))
        except JournalUnavailableError:
            return saved
    raise AssertionError("the disk was never full")


def test_a_full_disk_loses_nothing_and_saves_what_waited_once_there_is_room(place: Path) -> None:
    with _small_disk(place.parent, "256k") as remount:
        journal = open_journal(place, place.parent, lambda: NOON, English(), keep_backups=False)
        saved = _fill(journal)
        assert "disk is full" in journal.notices()[0]
        assert _ids(journal) == {f"long-{number}" for number in range(saved)}
        with pytest.raises(JournalUnavailableError):
            journal.write(_long(saved + 1))
        remount("size=1m")
        journal.close()
        with closing(_open(place)) as again:
            assert _ids(again) == {f"long-{number}" for number in range(saved + 2)}


def test_a_disk_that_became_read_only_is_said_at_the_start(place: Path) -> None:
    with _small_disk(place.parent, "1m") as remount:
        with closing(_open(place)) as journal:
            journal.write(replace(missed(), id="one"))
        remount("ro")
        with closing(_open(place)) as journal:
            assert "may not be written" in journal.notices()[0]
            assert _ids(journal) == {"one"}
            with pytest.raises(JournalUnavailableError):
                journal.write(missed())
        with closing(read_journal(place, English())) as reader:
            assert [entry.id for entry in reader.breaks(DAY, DAY)] == ["one"]
        remount("rw")


def test_a_locked_file_is_said_and_saved_later(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "BUSY_S", 0.01)
    with closing(_open(filled)) as journal, closing(sqlite3.connect(filled)) as other:
        other.execute("begin exclusive")
        with pytest.raises(JournalUnavailableError, match="locked"):
            journal.write(replace(missed(), id="late"))
        with pytest.raises(JournalUnavailableError, match="locked"):
            journal.breaks(DAY, DAY)
        with pytest.raises(JournalUnavailableError, match="locked"):
            read_journal(filled, English())
        other.rollback()
        journal.note(arrived())
        assert "late" in _ids(journal)


def test_a_row_changed_from_outside_is_left_out_and_said(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as conn:
        conn.execute("update break set seconds = 9999 where id = 'id-3'")
        conn.execute("update break set outcome = 'great' where id = 'id-4'")
        conn.execute("update event set data = '{' where what = 'arrived'")
        conn.commit()
    with closing(_open(filled)) as journal:
        assert _ids(journal) == {f"id-{number}" for number in range(20)} - {"id-3", "id-4"}
        assert journal.happenings(0, 2**40) == ()
        assert journal.notices() == (
            "2 rows of the journal were changed from outside and are left out.",
        )
    with closing(read_journal(filled, English())) as reader:
        assert len(reader.breaks("0000", "9999")) == 18
        assert reader.happenings(0, 2**40) == ()
        assert reader.bad_rows == 3


@pytest.mark.parametrize("column", ["body = '{'", "sum = x'00'", "body = '[]'"])
def test_an_open_break_that_cannot_be_read_counts_as_none(place: Path, column: str) -> None:
    with closing(_open(place)) as journal:
        journal.open_break(opened())
    with closing(sqlite3.connect(place)) as conn:
        conn.execute(f"update open_break set {column}")  # noqa: S608 - a constant of this test
        conn.commit()
    with closing(_open(place)) as journal:
        assert journal.close_leftover(Reason.CRASH) is None
        journal.open_break(opened())
        journal.step_done(step())
        assert journal.leftover() is not None


def test_an_open_break_of_another_form_counts_as_none(place: Path) -> None:
    with closing(_open(place)) as journal:
        journal.open_break(opened())
    odd: Json = {"id": "x", "opened": {"day": 7}}
    with closing(sqlite3.connect(place)) as conn:
        conn.execute("update open_break set body = ?, sum = ?", (canonical(odd), checksum(odd)))
        conn.commit()
    with closing(_open(place)) as journal:
        assert journal.leftover() is None


def test_a_reader_says_when_the_file_is_locked_meanwhile(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "BUSY_S", 0.01)
    with (
        closing(read_journal(filled, English())) as reader,
        closing(sqlite3.connect(filled)) as other,
    ):
        other.execute("begin exclusive")
        with pytest.raises(JournalUnavailableError, match="locked"):
            reader.breaks(DAY, DAY)
        with pytest.raises(JournalUnavailableError, match="locked"):
            reader.happenings(0, 1)


def test_a_bug_is_raised_as_what_it_is_and_poisons_nothing(filled: Path) -> None:
    with closing(_open(filled)) as journal:
        assert isinstance(journal, SqliteJournal)
        with pytest.raises(sqlite3.IntegrityError):
            journal.write(replace(missed(), zone=None))  # type: ignore[arg-type]  # the bug
        journal.write(replace(missed(), id="after"))
        assert "after" in _ids(journal)
        journal.close()
        with pytest.raises(sqlite3.ProgrammingError):
            journal.breaks(DAY, DAY)


def test_a_backup_that_cannot_be_made_is_said_and_harms_nothing(place: Path) -> None:
    place.parent.mkdir()
    (place.parent / "backups").write_text("a file in the folder's place", encoding="utf-8")
    with closing(_open(place)) as journal:
        journal.write(missed())
        assert "No backup" in journal.notices()[0]
        assert len(_ids(journal)) == 1


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


def test_reading_rolls_back_what_a_crash_left_half_written(filled: Path, tmp_path: Path) -> None:
    copy = tmp_path / "crash" / "deskbreak.db"
    copy.parent.mkdir()
    with closing(opening.open_writer(filled)) as conn:
        conn.execute("pragma cache_spill = 1")
        conn.execute("pragma cache_size = 1")
        conn.execute("begin immediate")
        for number in range(50):
            rows.insert_break(conn, replace(_long(number), id=f"half-{number}"))
        for name in ("deskbreak.db", "deskbreak.db-journal"):
            (copy.parent / name).write_bytes((filled.parent / name).read_bytes())
        conn.execute("rollback")
    with closing(read_journal(copy, English())) as reader:
        assert {entry.id for entry in reader.breaks("0000", "9999")} == {
            f"id-{number}" for number in range(20)
        }


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
