"""Journals that are brought together hold the same: in any order, as often as one likes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskbreak.adapters.journal import opening, rows, schema
from deskbreak.adapters.journal.history import FileHistory
from deskbreak.adapters.journal.merging import ClashError, Read, merge, take
from deskbreak.adapters.journal.reader import JournalReader
from deskbreak.adapters.journal_sqlite import merge_into, merge_trial
from deskbreak.adapters.record_file import parsed
from deskbreak.cli.export_forms import form_of
from deskbreak.core.entry import Happening, What
from deskbreak.core.record.items import Item, item_from_json
from deskbreak.core.record.mending import Mend, settle
from deskbreak.core.record.merged import Came
from deskbreak.core.record.versions import Tombstone, Version
from deskbreak.core.wishes import DeleteBreak, NoteBreak, UndoMend
from deskbreak.core.words import English
from tests.adapters.journal_samples import NOON, arrived, finished, missed
from tests.core.record_strategies import JOURNAL

ENGLISH = English()
MEND = st.one_of(
    st.builds(NoteBreak, st.sampled_from(("b0", "b1")), st.sampled_from(("x", "y"))),
    st.builds(DeleteBreak, st.sampled_from(("b0", "b1"))),
    st.just(UndoMend()),
)


def empty() -> sqlite3.Connection:
    conn = sqlite3.connect(":memory:", isolation_level=None)
    schema.create(conn)
    return conn


def lines(conn: sqlite3.Connection) -> list[str]:
    return list(form_of("all.jsonl").parts(JournalReader(conn, Path("memory"), ENGLISH)))


def bring(conn: sqlite3.Connection, export: Iterable[str]) -> None:
    merge(conn, [(0, item_from_json(parsed(line.encode()))) for line in export])


def lived(items: Sequence[Item], mends: Sequence[Mend] = ()) -> list[str]:
    """Return the export of a computer that holds these items and mended some of them."""
    with closing(empty()) as conn:
        merge(conn, [(0, item) for item in items])
        for mend in mends:
            change = settle(mend, FileHistory(conn), 3).change
            if change is not None:
                rows.insert_change(conn, change)
        return lines(conn)


def union(*exports: list[str]) -> list[str]:
    with closing(empty()) as conn:
        for export in exports:
            bring(conn, export)
        return lines(conn)


def came(conn: sqlite3.Connection, item: Item) -> Came:
    return take(conn, 1, item)


def reading(items: list[tuple[int, Item]]) -> Read:
    """Give the items of some lines, or of all."""

    def read(only: Sequence[int] | None) -> Iterator[tuple[int, Item]]:
        return (each for each in items if only is None or each[0] in only)

    return read


LIVED = st.builds(lived, JOURNAL, st.lists(MEND, max_size=4))


@settings(max_examples=60)
@given(LIVED)
def test_an_export_brought_into_an_empty_journal_is_exported_the_same(export: list[str]) -> None:
    assert union(export) == export == union(export, export)


@settings(max_examples=40)
@given(LIVED, LIVED)
def test_two_computers_hold_the_same_after_an_exchange(one: list[str], other: list[str]) -> None:
    both = union(one, other)
    assert union(other, one) == both
    assert union(one, other, one, both) == both


@settings(max_examples=30)
@given(LIVED, LIVED, LIVED)
def test_three_computers_may_exchange_in_any_way(
    one: list[str], two: list[str], three: list[str]
) -> None:
    assert union(union(one, two), three) == union(one, union(two, three))
    assert union(three, two, one) == union(one, two, three)


def test_a_correction_made_elsewhere_takes_the_place_of_the_form_before() -> None:
    with closing(empty()) as conn:
        first, noted = (
            Version(replace(finished(), id="one")),
            Version(replace(finished(), id="one", note="stairs"), NOON, corrected=True),
        )
        assert came(conn, first) is Came.BREAK
        assert came(conn, noted) is Came.CHANGED
        assert came(conn, noted) is Came.KNOWN
        assert came(conn, first) is Came.OLDER
        (shown,), bad = rows.select_breaks(conn, "0000", "9999")
        assert (shown.note, shown.corrected_at, bad) == ("stairs", NOON, 0)


def test_a_deletion_travels_and_so_does_its_undoing() -> None:
    entry, gone = Version(replace(missed(), id="one")), Tombstone("one", 10)
    with closing(empty()) as conn:
        assert came(conn, gone) is Came.BURIED
        assert came(conn, entry) is Came.OLDER
        assert came(conn, Tombstone("one", 9)) is Came.KNOWN
        assert lines(conn) == lived([entry, gone])
        assert came(conn, replace(entry, changed_at=11)) is Came.BREAK
        assert came(conn, Tombstone("one", 12)) is Came.DELETED
        assert came(conn, Tombstone("one", 13)) is Came.BURIED
        assert came(conn, replace(entry, changed_at=14)) is Came.BREAK
        assert lines(conn) == lived([replace(entry, changed_at=14)])


def test_a_row_that_was_damaged_is_made_good_by_an_import() -> None:
    entry = replace(finished(), id="one")
    with closing(empty()) as conn:
        came(conn, Version(entry))
        conn.execute("update break set seconds = seconds + 1")
        assert rows.select_breaks(conn, "0000", "9999") == ((), 1)
        assert came(conn, Version(entry)) is Came.BREAK
        assert rows.select_breaks(conn, "0000", "9999") == ((entry,), 0)


def test_events_of_one_id_that_say_different_things_bring_nothing_in() -> None:
    first = replace(arrived(), id="same")
    with closing(empty()) as conn:
        merge(conn, [(1, first), (2, replace(first, data=first.data[::-1]))])
        before = lines(conn)
        other: list[tuple[int, Item]] = [
            (1, Version(replace(missed(), id="one"))),
            (7, replace(first, at=NOON + 1)),
        ]
        with pytest.raises(ClashError) as clash:
            merge(conn, other)
        assert clash.value.line == 7
        assert lines(conn) == before


def test_a_first_form_that_differs_brings_nothing_in() -> None:
    entry = replace(missed(), id="one")
    with closing(empty()) as conn:
        merge(conn, [(1, Version(entry))])
        before = lines(conn)
        with pytest.raises(ClashError):
            merge(conn, [(1, Version(replace(entry, snoozes=3)))])
        assert lines(conn) == before


def test_a_trial_leaves_the_journal_and_its_absence_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "deskbreak.db"
    items: list[tuple[int, Item]] = [(1, Happening(NOON, What.ATE, id="e"))]
    assert merge_trial(path, reading(items), ENGLISH).count(Came.EVENT) == 1
    assert not path.exists()
    assert merge_into(path, reading(items), ENGLISH).count(Came.EVENT) == 1
    before = path.read_bytes()
    more: list[tuple[int, Item]] = [(2, Version(replace(missed(), id="one")))]
    assert merge_trial(path, reading([*items, *more]), ENGLISH).count(Came.BREAK) == 1
    assert path.read_bytes() == before


def test_an_older_journal_is_led_on_by_an_import_and_not_by_a_trial(tmp_path: Path) -> None:
    script = Path(__file__).with_name("journal_schema_1.sql").read_text(encoding="utf-8")
    path = tmp_path / "deskbreak.db"
    with closing(sqlite3.connect(path)) as conn:
        conn.executescript(script)
    before = path.read_bytes()
    gone: list[tuple[int, Item]] = [(1, Tombstone("done", NOON * 2))]
    assert merge_trial(path, reading(gone), ENGLISH).count(Came.DELETED) == 1
    assert path.read_bytes() == before
    assert merge_into(path, reading(gone), ENGLISH).count(Came.DELETED) == 1
    with closing(opening.open_reader(path)) as conn:
        assert [each.id for each in rows.select_breaks(conn, "0000", "9999")[0]] == ["missed"]
        assert conn.execute("select day from day_sum").fetchall() == [("2026-11-22",)]
