"""Reads an export line by line: bounded, trusted in nothing, a few lines in memory at a time."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, NoReturn

from deskbreak.core.record.as_json import Json
from deskbreak.core.record.fields import EntryError
from deskbreak.core.record.items import Item, item_from_json

LONGEST_LINE = 1 << 20
"""Bytes that a line may have; a long break has about two thousand."""

LARGEST_FILE = 1 << 30
"""Bytes that a file may have; forty busy years have about a hundred million."""

_BOM = b"\xef\xbb\xbf"

MOST_TOLD = 20
"""Lines of which is told what is wrong with them."""


class RecordFileError(Exception):
    """The file as a whole cannot be taken; the sentence says why."""


class UnreadError(Exception):
    """The file cannot be read; the sentence says why. No `OSError`: it is not the journal's."""


class WrongLinesError(Exception):
    """Lines are not as an export writes them: what is said of the first ones, and how many."""

    def __init__(self, said: Sequence[tuple[int, str]], count: int) -> None:
        super().__init__(f"{count} lines")
        self.said = tuple(said)
        self.count = count


def read_items(path: Path, only: Sequence[int] | None = None) -> Iterator[tuple[int, Item]]:
    """Return the items of a file in its order with their lines, which count from 1.

    Args:
        path: the file.
        only: the lines that are wanted, in order; None for all.

    Raises:
        WrongLinesError: at the end, when some of the lines were no items.
        RecordFileError: it is no ordinary file, or too large, or became shorter meanwhile.
        UnreadError: it cannot be read.
    """
    wrong: list[tuple[int, str]] = []
    count = 0
    try:
        with _opened(path) as file:
            for number, line in _lines(file, only):
                try:
                    item = _item(line)
                except EntryError as error:
                    count += 1
                    wrong += [(number, str(error))] if count <= MOST_TOLD else []
                else:
                    yield number, item
    except OSError as error:
        raise UnreadError(error.strerror or str(error)) from error
    if count:
        raise WrongLinesError(wrong, count)


def _opened(path: Path) -> BinaryIO:
    # Not to wait for ever: a pipe opens at once this way, and is refused.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    about = os.fstat(handle)
    if stat.S_ISREG(about.st_mode) and about.st_size <= LARGEST_FILE:
        return os.fdopen(handle, "rb")
    os.close(handle)
    if stat.S_ISREG(about.st_mode):
        raise RecordFileError(f"it is larger than {LARGEST_FILE >> 30} GiB")
    raise RecordFileError("it is no ordinary file")


def _lines(file: BinaryIO, only: Sequence[int] | None) -> Iterator[tuple[int, bytes | None]]:
    """Return the wanted lines that are not blank; None in the place of one that is too long."""
    wanted = None if only is None else iter(only)
    coming = 0 if wanted is None else next(wanted, 0)
    number = 0
    while line := file.readline(LONGEST_LINE + 1):
        number += 1
        long = len(line) > LONGEST_LINE
        while len(line) > LONGEST_LINE and not line.endswith(b"\n"):
            line = file.readline(LONGEST_LINE + 1) or b"\n"
        if wanted is not None and number != coming:
            continue
        coming = 0 if wanted is None else next(wanted, 0)
        if long or wanted is not None or line.strip():
            yield number, None if long else line.removeprefix(_BOM * (number == 1))
    if coming:
        raise RecordFileError("it was changed while it was read")


def _item(line: bytes | None) -> Item:
    if line is None:
        raise EntryError(f"a line has at most {LONGEST_LINE} bytes")
    return item_from_json(parsed(line))


def parsed(line: bytes) -> Json:
    """Return the value of a line; every number whole, every key once.

    Raises:
        EntryError: it is no such JSON.
    """
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        raise EntryError("the text must be UTF-8") from None
    try:
        value: Json = json.loads(
            text, object_pairs_hook=_once, parse_float=_no_fraction, parse_constant=_no_fraction
        )
    except EntryError:
        raise
    except (ValueError, RecursionError):
        raise EntryError("it must be one JSON object, as deskbreak export writes it") from None
    return value


def _once(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) != len(pairs):
        twice = next(key for key, _ in pairs if sum(key == other for other, _ in pairs) > 1)
        raise EntryError(f'"{twice[:100]}" stands there twice')
    return found


def _no_fraction(text: str) -> NoReturn:
    raise EntryError(f"{text[:40]} must be a whole number")
