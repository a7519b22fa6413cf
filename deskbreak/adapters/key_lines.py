"""Finds the line of a TOML file on which a key is set, to say where something is wrong."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

_PART = r"""(?:[A-Za-z0-9_-]++|"[^"\n]*+"|'[^'\n]*+')"""
_DOTTED = rf"{_PART}(?:[ \t]*+\.[ \t]*+{_PART})*"
_HEADER = re.compile(rf"^\s*\[\s*({_DOTTED})\s*\]\s*(?:#.*)?$")
_ITEM = re.compile(rf"^\s*\[\[\s*({_DOTTED})\s*\]\]\s*(?:#.*)?$")
_ENTRY = re.compile(rf"^\s*({_DOTTED})\s*=")
_KEY = re.compile(r"[^.\[\]]+")
_PIECE = re.compile(r'"(?:[^"\\\n]|\\.)*+"|\'[^\'\n]*+\'|#[^\n]*|[\[\]{},\n]|[^\s\[\]{},"\'#]+')

Place = tuple[str, ...]
"""Where a value lies: names of tables and keys, and numbers in lists."""


def find_line(text: str, key: str) -> int:
    """Return the line that sets a key such as `reps.cap` or `cycle[2].s`, counted from 1.

    Where the key is not set, it is the line of the table or list that should hold it, or 0.
    """
    wanted = tuple(_KEY.findall(key))
    depth = best = 0
    for number, here in _places(text):
        if here == wanted:
            return number
        if len(here) > depth and here == wanted[: len(here)]:
            depth, best = len(here), number
    if depth < len(wanted) and wanted[depth].isdecimal():
        return _item_line(text.split("\n"), best, int(wanted[depth]))
    return best


def _places(text: str) -> Iterator[tuple[int, Place]]:
    """Yield each line that begins a table, an item of a list of tables, or sets a key."""
    section: Place = ()
    items: Counter[Place] = Counter()
    for number, line in enumerate(text.split("\n"), 1):
        if item := _ITEM.match(line):
            name = _inside(_parts(item[1]), items)
            section = (*name, str(items[name]))
            items[name] += 1
            yield number, section
        elif header := _HEADER.match(line):
            section = _inside(_parts(header[1]), items)
            yield number, section
        elif entry := _ENTRY.match(line):
            yield number, (*section, *_parts(entry[1]))


def _inside(name: Place, items: Counter[Place]) -> Place:
    """Return a table's name with the numbers of the items, the last ones, that it lies in."""
    whole: Place = ()
    for part in name[:-1]:
        whole = (*whole, part)
        if whole in items:
            whole = (*whole, str(items[whole] - 1))
    return (*whole, *name[-1:])


def _item_line(lines: list[str], number: int, wanted: int) -> int:
    """Return the line on which an item of the list begins that is set on line `number`.

    It is that very line where there is no such list.
    """
    if number == 0:
        return 0
    first = lines[number - 1].partition("=")[2]
    depth, item, at, fresh = 0, 0, number, True
    for piece in _PIECE.findall("\n".join((first, *lines[number:]))):
        if piece == "\n":
            at += 1
        elif piece.startswith("#"):
            continue
        elif depth == 1 and piece == ",":
            item, fresh = item + 1, True
        else:
            if depth == 1 and fresh and item == wanted and piece != "]":
                return at
            fresh = fresh and depth != 1
            depth += (piece in "[{") - (piece in "]}")
            if depth <= 0:
                return number
    return number


def _parts(dotted: str) -> Place:
    return tuple(part.strip().strip("\"'") for part in dotted.split("."))
