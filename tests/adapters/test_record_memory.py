"""A long record passes through a file and back with a few entries in memory at a time."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from deskbreak.adapters.journal import event_rows, rows
from deskbreak.adapters.journal.opening import open_writer
from deskbreak.adapters.journal_sqlite import merge_into, read_journal
from deskbreak.adapters.record_file import read_items
from deskbreak.cli.export_forms import form_of
from deskbreak.core.words import English
from tests.adapters.journal_samples import NOON, arrived, finished

BREAKS, DAY_S = 500, 86400
NOTE = "x" * 6000
MOST_BYTES = 1_500_000
ENGLISH = English()


@contextmanager
def little_memory() -> Iterator[None]:
    """Fail when far more is held than a month of breaks and a thousand events."""
    tracemalloc.start()
    try:
        yield
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < MOST_BYTES


def test_export_and_import_hold_little_of_a_long_record(tmp_path: Path) -> None:
    journal, export = tmp_path / "deskbreak.db", tmp_path / "all.jsonl"
    with closing(open_writer(journal)) as conn:
        conn.execute("begin")
        for n in range(BREAKS):
            day = f"{2020 + n // 336}-{n // 28 % 12 + 1:02}-{n % 28 + 1:02}"
            at = NOON + n * DAY_S
            rows.insert_break(
                conn, replace(finished(started_at=at, day=day), id=f"b{n}", note=NOTE)
            )
            event_rows.insert_event(conn, replace(arrived(at), id=f"e{n}"))
        conn.execute("commit")
    with (
        closing(read_journal(journal, ENGLISH)) as reader,
        export.open("w", newline="") as out,
        little_memory(),
    ):
        out.writelines(form_of(export.name).parts(reader))
    assert export.stat().st_size > 2 * MOST_BYTES
    with little_memory():
        merge_into(tmp_path / "other.db", lambda only: read_items(export, only), ENGLISH)
    with closing(read_journal(tmp_path / "other.db", ENGLISH)) as reader:
        assert len(reader.breaks("0000", "9999")) == BREAKS
        assert "".join(form_of(export.name).parts(reader)) == export.read_text("utf-8")
