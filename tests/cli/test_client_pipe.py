"""The client's part over a pipe, played over the pipes of this system."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from io import RawIOBase
from typing import BinaryIO, cast

import pytest

from deskbreak.cli.client_pipe import exchange, is_own

pytestmark = pytest.mark.native


class Line(RawIOBase):
    """Both ends of two pipes as one file, as a named pipe is one."""

    def __init__(self, reads: int, writes: int) -> None:
        self._reads, self._writes = reads, writes

    def read(self, size: int = -1) -> bytes:
        return os.read(self._reads, size)

    def write(self, data: object) -> int:
        assert isinstance(data, bytes)
        return os.write(self._writes, data)


@contextmanager
def line() -> Iterator[tuple[BinaryIO, int, int]]:
    """Give the client's end, and what the other end reads from and writes to."""
    to_read, answer = os.pipe()
    asked, to_write = os.pipe()
    try:
        yield cast("BinaryIO", Line(to_read, to_write)), asked, answer
    finally:
        for one in (to_read, answer, asked, to_write):
            os.close(one)


def test_a_line_goes_there_and_one_comes_back() -> None:
    with line() as (pipe, asked, answer):

        def play() -> None:
            assert os.read(asked, 100) == b"question\n"
            os.write(answer, b"a long ")
            os.write(answer, b"answer\n")

        other = threading.Thread(target=play)
        other.start()
        assert exchange(pipe, b"question\n", 5) == b"a long answer\n"
        other.join()
        assert pipe.closed


def test_silence_ends_in_time() -> None:
    with line() as (pipe, _, answer):
        assert exchange(pipe, b"question\n", 0.01) == b""
        os.write(answer, b"\n")


def test_a_line_that_breaks_is_no_answer() -> None:
    reads, writes = os.pipe()
    os.close(reads)
    assert exchange(cast("BinaryIO", Line(reads, writes)), b"question\n", 5) == b""
    os.close(writes)


def test_a_strangers_pipe_is_not_ours() -> None:
    def fails() -> str:
        raise OSError

    assert is_own(lambda: "S-1", lambda: "S-1")
    assert not is_own(lambda: "S-2", lambda: "S-1")
    assert not is_own(fails, lambda: "S-1")
