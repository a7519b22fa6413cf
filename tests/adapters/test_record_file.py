"""An export that was spoilt on its way: each line that is not right is named, and that is all."""

from __future__ import annotations

import json
import os
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deskbreak.adapters import record_file
from deskbreak.adapters.journal import rows
from deskbreak.adapters.journal.opening import open_reader
from deskbreak.adapters.paths import find_paths
from deskbreak.adapters.record_file import RecordFileError, UnreadError, WrongLinesError, read_items
from deskbreak.cli.import_file import run
from deskbreak.core.record.items import item_to_json
from deskbreak.core.record.versions import Tombstone, Version
from tests.adapters.journal_samples import NOON, arrived, finished, missed

LINES = [
    json.dumps(item_to_json(item), ensure_ascii=False).encode() + b"\n"
    for item in (
        Version(replace(finished(), id="one")),
        Version(replace(missed(), id="two", note="späť"), NOON + 5, corrected=True),
        replace(arrived(), id="came"),
        Tombstone("three", NOON),
    )
]


def read(path: Path, only: list[int] | None = None) -> list[str]:
    """Return the kinds of the items in a file, and then each line that is none."""
    found: list[str] = []
    try:
        found.extend(type(item).__name__ for _, item in read_items(path, only))
    except WrongLinesError as error:
        found = [f"{line}: {said}" for line, said in error.said]
    return found


def written(path: Path, raw: bytes) -> Path:
    path.write_bytes(raw)
    return path


def test_each_line_is_an_item_and_blank_ones_are_nothing(tmp_path: Path) -> None:
    raw = b"\xef\xbb\xbf" + b"\r\n".join(line.strip() for line in LINES) + b"\n\n  \n"
    assert read(written(tmp_path / "x", raw)) == ["Version", "Version", "Happening", "Tombstone"]
    assert read(written(tmp_path / "y", b"")) == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"\xff", "1: the text must be UTF-8"),
        (b"x", "1: it must be one JSON object, as deskbreak export writes it"),
        (b"[" * 5000, "1: it must be one JSON object"),
        (b"1" * 5000, "1: it must be one JSON object"),
        (b'{"kind": "break", "kind": "event"}', '1: "kind" stands there twice'),
        (LINES[0].replace(b'"seconds": 240', b'"seconds": 2.5'), "1: 2.5 must be a whole number"),
        (LINES[0].replace(b'"seconds": 240', b'"seconds": NaN'), "1: NaN must be a whole number"),
        (LINES[0].replace(b'"seconds": 240', b'"seconds": "x"'), '1: "seconds" must be a whole'),
    ],
)
def test_a_line_that_is_not_right_is_named(tmp_path: Path, line: bytes, said: str) -> None:
    (found,) = read(written(tmp_path / "x", line.strip() + b"\n" + LINES[3]))
    assert found.startswith(said)


def test_a_line_without_end_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record_file, "LONGEST_LINE", 2000)
    long = b'{"kind": "' + b"x" * 200_000
    assert read(written(tmp_path / "x", long + b"\n" + LINES[3])) == [
        "1: a line has at most 2000 bytes"
    ]
    assert read(written(tmp_path / "y", long)) == ["1: a line has at most 2000 bytes"]


def test_only_the_lines_that_are_wanted_are_looked_at(tmp_path: Path) -> None:
    path = written(tmp_path / "x", b"\n".join([b"x", LINES[0].strip(), b"", LINES[3].strip()]))
    assert read(path, [2, 4]) == ["Version", "Tombstone"]
    assert read(path, [4]) == ["Tombstone"]
    assert read(path, [1])[0].startswith("1: ")
    assert read(path, [3])[0].startswith("3: ")
    with pytest.raises(RecordFileError, match="changed"):
        read(path, [2, 5])


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes among its files")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(RecordFileError, match="no ordinary file"):
        read(tmp_path / "pipe")


def test_only_an_ordinary_file_of_some_size_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises((RecordFileError, UnreadError)):
        read(tmp_path)
    with pytest.raises(UnreadError, match="No such file"):
        read(tmp_path / "none")
    monkeypatch.setattr(record_file, "LARGEST_FILE", 10)
    with pytest.raises(RecordFileError, match="larger"):
        read(written(tmp_path / "x", LINES[0]))


def spoil(data: st.DataObject, raw: bytearray) -> None:
    """Do one of the things to a file that disks, editors and networks do."""
    at = data.draw(st.integers(0, len(raw)))
    match data.draw(st.sampled_from(("flip", "cut", "drop", "put", "twice", "swap"))):
        case "flip":
            raw[at : at + 1] = bytes([(*raw[at : at + 1], 0)[0] ^ data.draw(st.integers(1, 255))])
        case "cut":
            del raw[at:]
        case "drop":
            del raw[at : at + data.draw(st.integers(1, 40))]
        case "put":
            raw[at:at] = data.draw(
                st.binary(max_size=6) | st.sampled_from((b'"', b"{", b"\n", b"-1", b"null", b"e9"))
            )
        case "twice":
            raw[at:at] = raw[at : at + data.draw(st.integers(1, 400))]
        case _:
            lines = raw.splitlines(keepends=True)
            raw[:] = b"".join(data.draw(st.permutations(lines)))


SPOILT_FILES = int(os.environ.get("DESKBREAK_SPOILT_FILES", "150"))


@pytest.mark.usefixtures("home")
@settings(max_examples=SPOILT_FILES, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_spoilt_file_loses_nothing_half_imports_nothing_and_always_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: st.DataObject
) -> None:
    journal = find_paths().journal_file
    if not journal.exists():
        assert run([str(written(tmp_path / "whole", LINES[0] + LINES[2]))]) == 0
    before = everything(journal)
    raw = bytearray(b"".join(LINES))
    for _ in range(data.draw(st.integers(1, 3))):
        spoil(data, raw)
    path = written(tmp_path / "spoilt", bytes(raw))
    only_try = run(["--check", str(path)])
    assert everything(journal) == before
    code = run([str(path)])
    out, err = capsys.readouterr()
    assert code == only_try
    after = everything(journal)
    assert all(set(rows_before) <= set(after[table]) for table, rows_before in before.items())
    if code == 0:
        assert out
        assert not err
    else:
        assert code == 4
        assert after == before
        assert "Nothing was brought in." in err
        assert err.count(f"{path}, line ") <= 40


def everything(journal: Path) -> dict[str, list[object]]:
    """Return every row of a journal by its table; all of them fit their checksums."""
    with closing(open_reader(journal)) as conn:
        assert rows.select_latest(conn, "0000", "9999")[1] == 0
        return {
            table: conn.execute(f"select * from {table}").fetchall()  # noqa: S608 - names below
            for table in ("break", "step", "event", "revision", "tombstone")
        }
