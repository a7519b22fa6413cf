"""Whether one copy of a journal has everything that another has."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deskbreak.adapters.journal import backup, covering, event_rows, opening, rows
from tests.adapters.journal_samples import NOON, arrived, finished

_HARMS = (
    "update break set sum = x'00' where seq = ?",
    "update step set seconds = seconds + 1 where break_seq = ?",
    "update revision set sum = x'00' where break_seq = 2 * ?",
    "update event set what = 'quit' where seq = ?",
    "delete from step where break_seq = ?",
    "delete from event where seq = ?",
)


def grow(conn: sqlite3.Connection, numbers: Iterable[int]) -> None:
    """Add breaks, each rated, and as many events, unless they are there."""
    for number in numbers:
        rows.insert_break(conn, replace(finished(), id=f"new-{number}"))
        rows.rate_break(conn, f"new-{number}", 3, NOON)
        event_rows.insert_event(conn, replace(arrived(), id=f"came-{number}"))


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("covered") / "old.db"
    with closing(opening.open_writer(path)) as conn:
        grow(conn, range(3))
    return path


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    added=st.lists(st.integers(0, 9)),
    harms=st.lists(st.tuples(st.sampled_from(_HARMS), st.integers(1, 3))),
)
def test_nothing_may_be_changed_or_missing_and_anything_may_be_more(
    old: Path, added: list[int], harms: list[tuple[str, int]]
) -> None:
    with (
        closing(sqlite3.connect("file::memory:", uri=True, isolation_level=None)) as new,
        closing(backup.read_only(old)) as conn,
    ):
        conn.backup(new)
        grow(new, added)
        before = new.total_changes
        for harm, seq in harms:
            new.execute(harm, (seq,))
        assert covering.covers(new, old, None) is (new.total_changes == before)


def test_what_is_interrupted_is_not_taken_for_an_answer(old: Path) -> None:
    with closing(backup.read_only(old)) as conn:
        conn.set_progress_handler(lambda: True, 1)
        with pytest.raises(sqlite3.OperationalError, match="interrupted"):
            covering.covers(conn, old, None)
