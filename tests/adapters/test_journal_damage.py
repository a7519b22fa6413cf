"""What the journal does with a file that is broken, foreign or changed by itself."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from deskbreak.adapters.journal import opening, rows
from deskbreak.adapters.journal.checksum import canonical, checksum
from deskbreak.adapters.journal.memory import InMemoryJournal
from deskbreak.adapters.journal.reader import JournalInvalidError
from deskbreak.adapters.journal_sqlite import read_journal
from deskbreak.core.entry import Break, Reason
from deskbreak.core.record.as_json import Json
from deskbreak.core.words import English
from deskbreak.ports import JournalUnavailableError
from tests.adapters.journal_files import fill, ids_in, opened_at
from tests.adapters.journal_samples import missed, opened, step

STAMP = "20261122T120140Z"


SQLITE_HEADER = 100


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "data" / "deskbreak.db"


@pytest.fixture
def filled(place: Path) -> Path:
    return fill(place)


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
    with closing(opened_at(filled)) as journal:
        written = {entry.id: entry for entry in journal.breaks("0000", "9999")}
    rng = random.Random(7)  # noqa: S311 - reproducible harm, no secret
    for _ in range(25):
        raw = bytearray(sound)
        harm(raw, rng)
        filled.write_bytes(raw)
        journal = opened_at(filled)
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
    with closing(opened_at(filled)) as journal:
        everything = ids_in(journal)
    before.unlink()
    opened_at(filled).close()  # today's backup again, with everything in it
    filled.write_bytes(b"no database at all" * 100)
    with closing(opened_at(filled)) as journal:
        (notice,) = journal.notices()
        assert ids_in(journal) == everything
    kept = filled.with_name(f"deskbreak.db.damaged-{STAMP}")
    assert kept.read_bytes().startswith(b"no database")
    assert str(kept) in notice
    assert "deskbreak-2026-11-22.db" in notice


def test_without_a_good_backup_a_new_journal_begins(filled: Path) -> None:
    next((filled.parent / "backups").iterdir()).write_bytes(b"broken too")
    for count, instead, entries in (("", "new journal", 0), ("-2", "took its place", 1)):
        filled.write_bytes(bytes(4096))
        with closing(opened_at(filled)) as journal:
            assert instead in journal.notices()[0]
            assert len(ids_in(journal)) == entries
            journal.write(missed())
        kept = filled.with_name(f"deskbreak.db.damaged-{STAMP}{count}")
        assert kept.read_bytes() == bytes(4096)


def test_tables_that_are_not_a_journals_count_as_damage(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as conn:
        conn.execute("drop table step")
    with closing(opened_at(filled)) as journal:
        assert "damaged" in journal.notices()[0]


@pytest.mark.parametrize(
    ("pragma", "word"), [("application_id = 7", "another"), ("user_version = 9", "newer")]
)
def test_a_foreign_or_newer_file_is_never_touched(filled: Path, pragma: str, word: str) -> None:
    with closing(sqlite3.connect(filled)) as conn:
        conn.execute(f"pragma {pragma}")
    raw = filled.read_bytes()
    journal = opened_at(filled)
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
    journal = opened_at(place)
    assert "no ordinary file" in journal.notices()[0]
    with pytest.raises(JournalUnavailableError, match="no ordinary file"):
        read_journal(place, English())


def test_a_folder_that_takes_no_files_leaves_a_journal_in_memory() -> None:
    if not Path("/proc/self").is_dir():
        pytest.skip("needs /proc, where even root can make no folder")
    journal = opened_at(Path("/proc/deskbreak/deskbreak.db"))
    assert isinstance(journal, InMemoryJournal)
    assert "Not saved" in journal.notices()[0]


def test_a_planted_link_is_not_followed(place: Path, tmp_path: Path) -> None:
    place.parent.mkdir()
    victim = tmp_path / "victim"
    place.symlink_to(victim)
    assert isinstance(opened_at(place), InMemoryJournal)
    assert not victim.exists()


def _long(number: int) -> Break:
    return replace(missed(), id=f"long-{number}", note="x" * 2000)


def test_a_row_changed_from_outside_is_left_out_and_said(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as conn:
        conn.execute("update break set seconds = 9999 where id = 'id-3'")
        conn.execute("update break set outcome = 'great' where id = 'id-4'")
        conn.execute("update event set data = '{' where what = 'arrived'")
        conn.commit()
    with closing(opened_at(filled)) as journal:
        assert ids_in(journal) == {f"id-{number}" for number in range(20)} - {"id-3", "id-4"}
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
    with closing(opened_at(place)) as journal:
        journal.open_break(opened())
    with closing(sqlite3.connect(place)) as conn:
        conn.execute(f"update open_break set {column}")  # noqa: S608 - a constant of this test
        conn.commit()
    with closing(opened_at(place)) as journal:
        assert journal.close_leftover(Reason.CRASH) is None
        journal.open_break(opened())
        journal.step_done(step())
        assert journal.leftover() is not None


def test_an_open_break_of_another_form_counts_as_none(place: Path) -> None:
    with closing(opened_at(place)) as journal:
        journal.open_break(opened())
    odd: Json = {"id": "x", "opened": {"day": 7}}
    with closing(sqlite3.connect(place)) as conn:
        conn.execute("update open_break set body = ?, sum = ?", (canonical(odd), checksum(odd)))
        conn.commit()
    with closing(opened_at(place)) as journal:
        assert journal.leftover() is None


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
