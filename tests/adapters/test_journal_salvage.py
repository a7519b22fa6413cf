"""What can be read of a damaged journal comes over into the backup that takes its place."""

from __future__ import annotations

import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskbreak.adapters.journal import backup, event_rows, opening, rows, schema
from deskbreak.adapters.journal.salvage import TROUBLE, Salvaged, bring_over
from deskbreak.core.entry import Break
from deskbreak.ports import KeptJournal
from tests.adapters.journal_files import opened_at
from tests.adapters.journal_samples import NOON, arrived, finished
from tests.adapters.test_journal_renewal import TODAY

PAGE = 4096
COPIED, ALL = 120, 200
ON_A_PAGE = 60


def entry(number: int) -> Break:
    at = NOON - 86400 * 300 + number * 86400
    note = "long " * (number % 17) ** 3
    return replace(finished(started_at=at), id=f"id-{number}", note=note)


def grow(conn: sqlite3.Connection, first: int, last: int) -> None:
    conn.execute("begin")
    for number in range(first, last):
        rows.insert_break(conn, entry(number))
        event_rows.insert_event(conn, replace(arrived(NOON + number), id=f"came-{number}"))
    conn.execute("commit")


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a journal, and with a backup of the first part of it."""
    folder = tmp_path_factory.mktemp("lived")
    with closing(opening.open_writer(folder / "deskbreak.db")) as conn:
        grow(conn, 0, COPIED)
        backup.back_up(folder / "deskbreak.db", folder / "backups", TODAY)
        grow(conn, COPIED, ALL)
        rows.rate_break(conn, "id-7", 4, NOON)
        rows.rate_break(conn, "id-150", 2, NOON)
        rows.delete_break(conn, "id-8", NOON)
        rows.delete_break(conn, "id-151", NOON)
    return folder


@pytest.fixture
def place(lived: Path, tmp_path: Path) -> Path:
    shutil.copytree(lived, tmp_path / "data")
    return tmp_path / "data" / "deskbreak.db"


def entries(journal: KeptJournal) -> dict[str, Break]:
    return {each.id: each for each in journal.breaks("0000", "9999")}


@pytest.fixture(scope="module")
def truth(lived: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Break]:
    copy = tmp_path_factory.mktemp("truth")
    shutil.copytree(lived, copy, dirs_exist_ok=True)
    with closing(opened_at(copy / "deskbreak.db")) as journal:
        return entries(journal)


def kept(place: Path) -> list[bytes]:
    return [each.read_bytes() for each in place.parent.glob("*.damaged-*")]


def no_header(raw: bytearray) -> None:
    raw[:100] = bytes(100)


def no_first_page(raw: bytearray) -> None:
    raw[:PAGE] = bytes(PAGE)


@pytest.mark.parametrize("harm", [no_header, no_first_page])
def test_without_its_first_page_all_of_a_journal_comes_back(
    place: Path, truth: dict[str, Break], harm: Callable[[bytearray], None]
) -> None:
    raw = bytearray(place.read_bytes())
    harm(raw)
    place.write_bytes(raw)
    with closing(opened_at(place)) as journal:
        assert entries(journal) == truth
        assert len(journal.happenings(0, 2**40)) == ALL
        (notice,) = journal.notices()
    assert kept(place) == [raw]
    assert "deskbreak-2026-11-22.db took its place. 82 breaks were read out of" in notice


def test_without_any_backup_too(place: Path, truth: dict[str, Break]) -> None:
    shutil.rmtree(place.parent / "backups")
    raw = bytearray(place.read_bytes())
    no_first_page(raw)
    place.write_bytes(raw)
    with closing(opened_at(place)) as journal:
        assert entries(journal) == truth
        assert "200 breaks were read" in journal.notices()[0]


def test_whichever_page_is_lost_no_more_goes_than_was_on_it(
    place: Path, truth: dict[str, Break]
) -> None:
    sound = place.read_bytes()
    backups = {path.name: path.read_bytes() for path in (place.parent / "backups").iterdir()}
    recovered = 0
    for number in range(0, len(sound), PAGE * 16):
        raw = bytearray(sound)
        raw[number : number + PAGE] = bytes(PAGE)
        place.write_bytes(raw)
        with closing(opened_at(place)) as journal:
            found = entries(journal)
        for each in found.values():
            assert each.steps == entry(0).steps
        if kept(place):
            assert set(found) >= {f"id-{each}" for each in range(COPIED)} - {"id-8"}
        assert len(found) >= len(truth) - ON_A_PAGE
        recovered += len(kept(place))
        for left in (*place.parent.glob("*.damaged-*"), *place.parent.glob("backups/*")):
            left.unlink()
        for name, content in backups.items():
            (place.parent / "backups" / name).write_bytes(content)
    assert recovered > len(sound) // PAGE // 32


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8, 0.95])
def test_of_a_file_that_was_cut_off_the_rest_comes_over(
    place: Path, truth: dict[str, Break], share: float
) -> None:
    raw = place.read_bytes()[: int(place.stat().st_size * share)]
    place.write_bytes(raw)
    with closing(opened_at(place)) as journal:
        found = entries(journal)
    assert set(found) >= {f"id-{each}" for each in range(COPIED)} - {"id-8"}
    assert len(found) >= min(COPIED - 1, int(len(truth) * share) - ON_A_PAGE)
    assert kept(place) == [raw]


@pytest.mark.parametrize("seed", range(12))
def test_flipped_bytes_bring_nothing_that_was_never_written(place: Path, seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - reproducible harm, no secret
    raw = bytearray(place.read_bytes())
    for _ in range(200):
        raw[rng.randrange(len(raw))] ^= 1 << rng.randrange(8)
    raw[0] ^= 1
    place.write_bytes(raw)
    with closing(opened_at(place)) as journal:
        found = entries(journal)
    for each in found.values():
        assert replace(each, energy=None) == entry(int(each.id.removeprefix("id-")))
    assert kept(place) == [raw]


def after(most: int) -> Callable[[], bool]:
    """Return what says that there was enough when it was asked so often."""
    asked = iter(range(10**9))
    return lambda: next(asked) > most


def test_when_there_is_no_more_time_the_newest_is_there(place: Path) -> None:
    for read, took in ((700, 10**9), (10**9, 50)):
        name = place.with_name(f"new-{read}.db")
        with closing(opening.open_writer(name)) as conn:
            found = bring_over(place, conn, after(read), after(took))
            ids = {row[0] for row in conn.execute("select id from break")}
        assert not found.whole
        assert 0 < found.breaks < ALL
        assert {f"id-{ALL - 1}", f"id-{ALL - 30}"} <= ids
        assert "id-0" not in ids


def test_what_fails_in_the_middle_brings_nothing(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_conn: sqlite3.Connection, _event: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(event_rows, "insert_event", full)
    with closing(opening.open_writer(place.with_name("new.db"))) as conn:
        with pytest.raises(TROUBLE):
            bring_over(place, conn, bool, bool)
        assert conn.execute("select count(*) from break").fetchone() == (0,)
    raw = bytearray(place.read_bytes())
    no_header(raw)
    place.write_bytes(raw)
    with closing(opened_at(place)) as journal:
        assert len(entries(journal)) == COPIED
        assert "took its place" in journal.notices()[0]


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 10**6), st.binary(min_size=1, max_size=40)), max_size=9))
def test_a_file_mutilated_anyhow_raises_nothing_unforeseen(
    lived: Path, wounds: list[tuple[int, bytes]]
) -> None:
    raw = bytearray((lived / "deskbreak.db").read_bytes())
    for at, wound in wounds:
        raw[at % len(raw) : at % len(raw) + len(wound)] = wound
    damaged = lived / "mutilated"
    damaged.write_bytes(raw)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as conn:
        schema.create(conn)
        found = Salvaged()
        with suppress(*TROUBLE):
            found = bring_over(damaged, conn, bool, bool)
        assert conn.execute("select count(*) from break").fetchone()[0] >= found.breaks


_OPENS = """
import os, sys
from pathlib import Path
from tests.adapters.journal_files import opened_at
os.write(1, b".")
opened_at(Path(sys.argv[1])).close()
"""


@pytest.mark.parametrize("after_s", [0.0, 0.01, 0.02, 0.03, 0.05, 0.08])
def test_kill_9_while_it_is_made_good_loses_nothing(
    place: Path, truth: dict[str, Break], after_s: float
) -> None:
    raw = bytearray(place.read_bytes())
    no_first_page(raw)
    place.write_bytes(raw)
    words = [sys.executable, "-c", _OPENS, str(place)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, cwd=Path.cwd()) as process:
        assert process.stdout is not None
        process.stdout.read(1)
        with suppress(subprocess.TimeoutExpired):
            process.wait(after_s)
        process.kill()
    with closing(opened_at(place)) as journal:
        assert entries(journal) == truth
    assert raw in kept(place)
    assert [each.name for each in place.parent.glob("*.tmp*")] == []
