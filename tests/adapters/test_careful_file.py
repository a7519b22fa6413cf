"""Files that somebody else made: none hangs, none costs more than it is worth."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from deskbreak.adapters.careful_file import read_bytes, read_tree

SIZE = 64 * 1024


def said(path: Path) -> str:
    tree, sentence = read_tree(path, SIZE)
    assert tree == {}
    return sentence


def test_a_regular_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"\xef\xbb\xbfa = 1\n")
    assert read_tree(path, SIZE) == ({"a": 1}, "")
    assert read_bytes(path, 9) == b"\xef\xbb\xbfa = 1\n"
    with pytest.raises(ValueError, match="is larger than 0 KiB"):
        read_bytes(path, 8)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files")
def test_pipes_and_devices_are_refused_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.toml"
    os.mkfifo(pipe)
    assert said(pipe) == "is no file"
    assert said(Path("/dev/zero")) == "is no file"
    assert said(tmp_path) in {"is no file", "cannot be read: Is a directory"}


@pytest.mark.parametrize(
    "raw",
    [
        b"a" + b".a" * 30000 + b" = 1",
        b"x = {" + b"a" + b".a" * 30000 + b" = 1}",
        b'x = {"a"' + b'."a"' * 9000 + b" = 1}",
        b"a.a" * 21000,
    ],
)
def test_keys_that_cost_seconds_are_refused_before_they_are_parsed(
    tmp_path: Path, raw: bytes
) -> None:
    path = tmp_path / "long.toml"
    path.write_bytes(raw)
    assert said(path) == "has a key with more than 16 dots; a name needs one or two"


def test_a_line_of_many_numbers_is_no_long_key(tmp_path: Path) -> None:
    path = tmp_path / "numbers.toml"
    path.write_text(f"a = [{'0.5, ' * 150}]\n", "utf-8")
    assert len(str(read_tree(path, SIZE)[0]["a"]).split(",")) == 150
