"""Reads an export line by line: bounded, trusted in nothing, a few lines in memory at a time."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
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
_PART = 1 << 16


class RecordFileError(Exception):
    """The file as a whole cannot be taken; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A line that is not as an export writes it. Lines count from 1."""

    line: int
    said: str


def read_items(path: Path) -> Iterator[tuple[int, Item] | Wrong]:
    """Return the items of a file with their lines, and each line that is none.

    Raises:
        RecordFileError: it is no ordinary file, or too large.
        OSError: it cannot be read.
    """
    # Nothing but an ordinary file is opened to the end: a pipe could wait for ever.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode):
            raise RecordFileError("it is no ordinary file")
        if about.st_size > LARGEST_FILE:
            raise RecordFileError(f"it is larger than {LARGEST_FILE >> 30} GiB")
        for number, line in _lines(file):
            if line is None:
                yield Wrong(number, f"a line has at most {LONGEST_LINE} bytes")
            elif line.strip():
                yield _read(number, line)


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Return each line with its number, None in the place of one that is too long."""
    number = 0
    while line := file.readline(LONGEST_LINE + 1):
        number += 1
        if len(line) > LONGEST_LINE:
            while line and not line.endswith(b"\n"):
                line = file.readline(_PART)
            yield number, None
        else:
            yield number, line.removeprefix(_BOM) if number == 1 else line


def _read(number: int, line: bytes) -> tuple[int, Item] | Wrong:
    try:
        return number, item_from_json(parsed(line))
    except EntryError as error:
        return Wrong(number, str(error))


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
