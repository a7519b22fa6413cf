"""Rows out of the pages of a SQLite file, whatever stands in them."""

from __future__ import annotations

import io
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskbreak.adapters.journal.pages import Pages, Record

PAGE = 4096


def read(raw: bytes) -> list[tuple[int, Record]]:
    pages = Pages(io.BytesIO(raw))
    return [each for number in range(1, pages.count + 1) for each in pages.records(number)]


@pytest.mark.parametrize("size", [512, 4096, 32768])
def test_every_row_of_a_sound_file_is_read(tmp_path: Path, size: int) -> None:
    path = tmp_path / "some.db"
    lengths = (0, 1, 100, 400, 480, 500, 4000, 4061, 4062, 5000, 20_000, 70_000)
    numbered = {(-(2**63)) + n: (None, n, "ü" * n, b"x" * n) for n in lengths}
    numbered |= {7**n: (None, -(7**n), "é", None) for n in range(1, 22)}
    keyed = {(f"k{n}", n, b"y" * (n % 1500)) for n in range(900)}
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute(f"pragma page_size = {size}")
        conn.execute("create table a (seq integer primary key, b, c, d)")
        conn.execute("create table k (a text, b, c, primary key (a, b)) without rowid")
        conn.execute("begin")
        for row, values in numbered.items():
            conn.execute("insert into a values (?, ?, ?, ?)", (row, *values[1:]))
        conn.executemany("insert into k values (?, ?, ?)", keyed)
        conn.execute("commit")
    found = read(path.read_bytes())
    assert {row: record for row, record in found if len(record) == 4} == numbered
    assert {record for _, record in found if len(record) == 3} == keyed


@settings(deadline=None)
@given(st.binary(max_size=3 * PAGE), st.integers(0, 5), st.sampled_from([0x0D, 0x0A, 0x02, 0x05]))
def test_pages_of_any_bytes_are_read_to_their_end(raw: bytes, at: int, kind: int) -> None:
    whole = bytearray(raw.ljust(3 * PAGE, b"\x81"))
    whole[at // 2 * PAGE + (100 if at < 2 else 0)] = kind
    pages = Pages(io.BytesIO(bytes(whole)))
    for number in range(1, pages.count + 1):
        for row, record in pages.records(number):
            assert isinstance(row, int)
            assert all(isinstance(value, int | str | bytes | None) for value in record)


def test_what_is_no_row_of_a_journal_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "some.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("create table a (seq integer primary key, b)")
        conn.execute("insert into a values (1, 0.25), (2, 7), (3, zeroblob(2000000))")
    assert [each for each in read(path.read_bytes()) if len(each[1]) == 2] == [(2, (None, 7))]


def test_a_size_that_no_page_has_is_not_believed() -> None:
    assert Pages(io.BytesIO(bytes(PAGE * 2))).count == 2
    assert read(b"") == []
