"""Reads the rows of a SQLite file out of its pages, one by one, whatever became of the others.

SQLite gives a damaged file up at the first page that it cannot follow, and without its first page
altogether. Here each page stands for itself (https://www.sqlite.org/fileformat2.html), nothing is
run, and what makes no sense is left out. Whether a row is as it was written, its checksum tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import BinaryIO, Final

Value = int | str | bytes | None
Record = tuple[Value, ...]

# Pages with rows of a table, each with its number; and those of an index, or of a table without
# such numbers, which has rows on its inner pages too.
_TABLE: Final = 0x0D
_KEYED: Final = frozenset({0x0A, 0x02})

_USUAL_SIZE: Final = 4096
_SIZES: Final = tuple(1 << power for power in range(9, 16))
_HEADER: Final = 100
_LONGEST: Final = 1 << 20
_MOST_HEAD: Final = 128
_VARINT_BYTES: Final = 9
_MORE: Final = 0x80  # the bit that the last byte of a number lacks
_INTEGERS: Final = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_CONSTANTS: Final[dict[int, Value]] = {0: None, 8: 0, 9: 1}
_FIRST_BLOB: Final = 12

_Broken = (IndexError, ValueError)


class Pages:
    """The pages of a file that may be damaged anywhere; reading raises OSError alone."""

    def __init__(self, file: BinaryIO, least: int = 1) -> None:
        """Take an open file, and the number of columns that a row has at least."""
        self._least = least
        self._file = file
        self._size = _page_size(file.read(_HEADER))
        file.seek(0, 2)
        self.count = -(-file.tell() // self._size)

    def records(self, number: int) -> Iterator[tuple[int, Record]]:
        """Return what can be read of a page: the number of each row, 0 where there are none."""
        page = self._page(number)
        start = _HEADER if number == 1 else 0
        kind = page[start]
        if kind != _TABLE and kind not in _KEYED:
            return
        inner = kind == min(_KEYED)
        first = start + (12 if inner else 8)
        for place in range(first, first + 2 * _whole(page, start + 3, 2), 2):
            try:
                at = _whole(page, place, 2)
                yield self._cell(page, at + 4 if inner else at, numbered=kind == _TABLE)
            except _Broken:
                continue

    def _page(self, number: int) -> bytes:
        self._file.seek((number - 1) * self._size)
        return self._file.read(self._size).ljust(self._size, b"\0")

    def _cell(self, page: bytes, at: int, *, numbered: bool) -> tuple[int, Record]:
        length, at = _varint(page, at)
        row = 0
        if numbered:
            row, at = _varint(page, at)
        if page[at] <= self._least:
            raise ValueError("of an index")
        if length > _LONGEST:
            raise ValueError("too long")
        most = self._size - 35 if numbered else (self._size - 12) * 64 // 255 - 23
        if length <= most:
            return _signed(row), _record(page[at : at + length])
        least = (self._size - 12) * 32 // 255 - 23
        here = least + (length - least) % (self._size - 4)
        here = here if here <= most else least
        rest = self._overflow(_whole(page, at + here, 4), length - here)
        return _signed(row), _record(page[at : at + here] + rest)

    def _overflow(self, number: int, length: int) -> bytes:
        """Return what did not fit on a row's page; it is at most as many pages as its length."""
        parts: list[bytes] = []
        while length > 0:
            if not 1 < number <= self.count:
                raise ValueError("no such page")
            page = self._page(number)
            number = _whole(page, 0, 4)
            parts.append(page[4 : 4 + length])
            length -= self._size - 4
        return b"".join(parts)


def _page_size(header: bytes) -> int:
    """Return the size that a file claims where that is possible, else the one it was made with."""
    size = int.from_bytes(header[16:18], "big")
    return size if size in _SIZES else _USUAL_SIZE


def _whole(raw: bytes, at: int, size: int) -> int:
    if at + size > len(raw):
        raise IndexError(at)
    return int.from_bytes(raw[at : at + size], "big")


def _varint(raw: bytes, at: int) -> tuple[int, int]:
    """Return a number of one to nine bytes, and the place after it."""
    value = 0
    for place in range(at, at + _VARINT_BYTES - 1):
        byte = raw[place]
        value = value << 7 | byte & 0x7F
        if not byte & _MORE:
            return value, place + 1
    return value << 8 | raw[at + _VARINT_BYTES - 1], at + _VARINT_BYTES


def _signed(number: int) -> int:
    return number - (1 << 64) if number >= 1 << 63 else number


def _record(raw: bytes) -> Record:
    values: list[Value] = []
    kinds, place = _kinds(raw)
    for kind in kinds:
        if kind in _CONSTANTS:
            values.append(_CONSTANTS[kind])
            continue
        value, place = _value(raw, place, kind)
        values.append(value)
    return tuple(values)


def _kinds(raw: bytes) -> tuple[Sequence[int], int]:
    """Return what the values of a record are, and where they begin."""
    end, at = _varint(raw, 0)
    head = raw[at:end]
    if len(head) > _MOST_HEAD:
        raise ValueError("too many columns")
    if head.isascii():  # every kind is one byte
        return head, end
    kinds: list[int] = []
    while at < end:
        kind, at = _varint(raw, at)
        kinds.append(kind)
    return kinds, end


def _value(raw: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind >= _FIRST_BLOB:
        end = at + (kind - _FIRST_BLOB) // 2
    elif kind in _INTEGERS:
        end = at + _INTEGERS[kind]
    else:
        raise ValueError("a fraction, or of no kind that there is")
    if end > len(raw):
        raise IndexError(end)
    part = raw[at:end]
    if kind < _FIRST_BLOB:
        return int.from_bytes(part, "big", signed=True), end
    return (part.decode("utf-8", "replace") if kind % 2 else part), end
