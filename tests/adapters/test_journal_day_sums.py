"""The sums of days that the file keeps: always what its breaks add up to, whatever came between."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskbreak.adapters.journal import day_rows, opening, pruning, rows
from deskbreak.adapters.journal.day_rows import keep_days, select_pasts, select_sums
from deskbreak.adapters.journal_sqlite import open_journal, read_journal
from deskbreak.core.coach.day_past import day_pasts
from deskbreak.core.entry import Break, Discomfort
from deskbreak.core.figures.day_sum import DaySum, day_sums
from deskbreak.core.record.versions import Change, Version
from deskbreak.core.settings.values import Record
from deskbreak.core.words import English
from tests.adapters.journal_samples import NOON, finished, missed

EVER = ("0000-01-01", "9999-12-31")
DAYS = tuple(f"2026-11-{day}" for day in range(20, 24))
Step = tuple[str, int, str]


@pytest.fixture
def conn(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(opening.open_writer(tmp_path / "deskbreak.db")) as made:
        yield made


def on(day: str, of: Callable[[], Break] = finished, entry_id: str = "") -> Break:
    """Return a break of a day, some seconds after its noon."""
    at = NOON + 86400 * (int(day[-2:]) - 22)
    moved = replace(of(), day=day, ended_at=at + 300, id=entry_id or f"{of.__name__}-{day}")
    return replace(moved, started_at=None if moved.started_at is None else at)


def kept(conn: sqlite3.Connection) -> list[str]:
    return [str(row[0]) for row in conn.execute("select day from day_sum order by day")]


def breaks_of(conn: sqlite3.Connection) -> tuple[Break, ...]:
    return rows.select_breaks(conn, *EVER)[0]


def from_breaks(conn: sqlite3.Connection) -> tuple[DaySum, ...]:
    return day_sums(breaks_of(conn))


def test_what_is_kept_says_what_the_breaks_add_up_to(conn: sqlite3.Connection) -> None:
    felt = replace(
        on(DAYS[1], entry_id="felt"), discomfort=Discomfort.PAIN, held_back_by=("meeting",)
    )
    for entry in (on(DAYS[0]), felt, replace(on(DAYS[1]), energy=4)):
        rows.insert_break(conn, entry)
    sums, pasts = (from_breaks(conn), 0), (day_pasts(breaks_of(conn)), 0)
    assert (select_sums(conn, *EVER), select_pasts(conn, *EVER)) == (sums, pasts)
    keep_days(conn)
    assert kept(conn) == list(DAYS[:2])
    assert (select_sums(conn, *EVER), select_pasts(conn, *EVER)) == (sums, pasts)
    assert [each.calm for each in pasts[0]] == [True, False]
    assert [each.day for each in select_sums(conn, DAYS[1], DAYS[1])[0]] == [DAYS[1]]


def test_what_is_kept_is_not_read_again(
    conn: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in DAYS:
        rows.insert_break(conn, on(day))
    keep_days(conn)
    rows.insert_break(conn, on(DAYS[2], missed))
    asked: list[tuple[str, str]] = []
    select = rows.select_breaks

    def watched(of: sqlite3.Connection, first: str, last: str) -> rows.Found:
        asked.append((first, last))
        return select(of, first, last)

    monkeypatch.setattr(rows, "select_breaks", watched)
    assert len(select_sums(conn, *EVER)[0]) == len(DAYS)
    assert asked == [(DAYS[2], DAYS[2])]


def test_a_break_that_moves_to_another_day_changes_both(conn: sqlite3.Connection) -> None:
    rows.insert_break(conn, on(DAYS[0], entry_id="one"))
    rows.insert_break(conn, on(DAYS[1]))
    keep_days(conn)
    moved = Version(on(DAYS[2], entry_id="one"), changed_at=NOON + 5, corrected=True)
    rows.insert_change(conn, Change(moved))
    assert kept(conn) == [DAYS[1]]
    assert [each.day for each in select_sums(conn, *EVER)[0]] == [DAYS[1], DAYS[2]]
    keep_days(conn)  # the day that nothing is left of is known as such
    assert kept(conn) == list(DAYS[:3])
    assert [each.day for each in select_sums(conn, *EVER)[0]] == [DAYS[1], DAYS[2]]


def test_a_row_that_was_changed_from_outside_is_added_up_anew(conn: sqlite3.Connection) -> None:
    rows.insert_break(conn, on(DAYS[0]))
    keep_days(conn)
    right = select_sums(conn, *EVER)
    conn.execute("update day_sum set body = replace(body, '240', '999')")
    assert select_sums(conn, *EVER) == right
    keep_days(conn)
    assert "999" not in conn.execute("select body from day_sum").fetchone()[0]


def test_a_break_that_was_changed_from_outside_is_left_out_and_told(
    conn: sqlite3.Connection,
) -> None:
    rows.insert_break(conn, on(DAYS[0]))
    rows.insert_break(conn, on(DAYS[0], missed))
    rows.insert_break(conn, on(DAYS[1]))
    keep_days(conn)
    conn.execute("update break set seconds = 9 where id = ?", (on(DAYS[0]).id,))
    for _ in range(2):
        found, bad = select_sums(conn, *EVER)
        assert (bad, [each.seconds for each in found]) == (1, [0, 240])
        keep_days(conn)
        assert kept(conn) == [DAYS[1]], "a day with a bad row is told of each time"


def test_many_days_are_read_in_one_go(
    conn: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in DAYS:
        rows.insert_break(conn, on(day))
    one_by_one = select_sums(conn, *EVER)
    monkeypatch.setattr(day_rows, "_FEW", 1)
    monkeypatch.setattr(day_rows, "_MANY", 3)
    assert select_sums(conn, *EVER) == one_by_one


def test_sums_are_kept_some_days_at_a_time_and_none_by_half(
    conn: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in DAYS:
        rows.insert_break(conn, on(day))
    monkeypatch.setattr(day_rows, "_AT_ONCE", 2)
    conn.execute(
        "create temp trigger full before insert on day_sum when new.day = '2026-11-23'"
        " begin select raise(abort, 'disk full'); end"
    )
    with pytest.raises(sqlite3.IntegrityError, match="disk full"):
        keep_days(conn)
    assert not conn.in_transaction
    assert kept(conn) == list(DAYS[:2])


def test_a_break_that_comes_while_days_are_added_up_is_in_them(
    conn: sqlite3.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows.insert_break(conn, on(DAYS[0]))
    select, late = rows.select_breaks, [on(DAYS[0], missed)]

    def slow(of: sqlite3.Connection, first: str, last: str) -> rows.Found:
        found = select(of, first, last)
        with closing(opening.open_beside(tmp_path / "deskbreak.db")) as other:
            while late:
                rows.insert_break(other, late.pop())
        return found

    monkeypatch.setattr(rows, "select_breaks", slow)
    keep_days(conn)
    monkeypatch.undo()
    assert kept(conn) == [DAYS[0]]
    assert [each.unanswered for each in select_sums(conn, *EVER)[0]] == [1]


def test_who_is_in_a_hurry_leaves_the_rest(conn: sqlite3.Connection) -> None:
    for day in DAYS:
        rows.insert_break(conn, on(day))
    keep_days(conn, lambda: True)
    assert kept(conn) == []


def test_the_program_keeps_them_beside_its_windows(tmp_path: Path) -> None:
    path = tmp_path / "deskbreak.db"
    now = Record(backups=False, keep_years=0)
    with closing(open_journal(path, tmp_path, lambda: NOON, English(), lambda: now)) as journal:
        journal.write(on(DAYS[0]))
    with closing(open_journal(path, tmp_path, lambda: NOON, English(), lambda: now)) as journal:
        assert [each.day for each in journal.day_sums(*EVER)] == [DAYS[0]]
    with closing(sqlite3.connect(path)) as conn:
        assert kept(conn) == [DAYS[0]]


def test_who_only_reads_adds_up_what_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "deskbreak.db"
    with closing(opening.open_writer(path)) as conn:
        rows.insert_break(conn, on(DAYS[0]))
    with closing(read_journal(path, English())) as reader:
        assert [each.seconds for each in reader.day_sums(*EVER)] == [240]
        assert reader.bad_rows == 0
    with closing(read_journal(tmp_path / "none.db", English())) as reader:
        assert reader.day_sums(*EVER) == ()


STEPS = st.tuples(
    st.sampled_from(("write", "move", "rate", "delete", "keep", "edit", "prune")),
    st.integers(0, 3),
    st.sampled_from(DAYS),
)


@settings(max_examples=60)
@given(steps=st.lists(STEPS, max_size=25))
def test_nothing_that_happens_to_a_journal_makes_its_sums_wrong(steps: list[Step]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "deskbreak.db"
        with closing(opening.open_writer(path)) as conn:
            for number, step in enumerate(steps):
                happen(conn, path, step, NOON + number)
                assert select_sums(conn, *EVER)[0] == from_breaks(conn)
                assert set(select_pasts(conn, *EVER)[0]) == set(day_pasts(breaks_of(conn)))


def happen(conn: sqlite3.Connection, path: Path, step: Step, now: int) -> None:
    """Let one thing happen to a journal."""
    what, number, day = step
    entry_id = str(number)
    match what:
        case "write":
            rows.insert_break(conn, on(day, entry_id=entry_id))
        case "move":
            version = Version(on(day, missed, entry_id), now, corrected=True)
            rows.insert_change(conn, Change(version))
        case "rate":
            rows.rate_break(conn, entry_id, 1 + number, now)
        case "delete":
            rows.delete_break(conn, entry_id, now)
        case "keep":
            keep_days(conn)
        case "edit":
            conn.execute("update break set day = ? where id = ?", (day, entry_id))
        case _:
            pruning.prune(path, date.fromisoformat(day))
