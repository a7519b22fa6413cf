"""Reads one settings file, whatever is in it."""

from __future__ import annotations

import re
import stat
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from deskbreak.core.settings.plain import Plain
from deskbreak.core.settings.values import Problem

MOST_BYTES = 64 * 1024
"""A larger file is not read: no hand writes that much."""

_MOST_DOTS = 16
_DEEPEST = 32
_PART = r"""(?:[A-Za-z0-9_-]++|"[^"\n]*+"|'[^'\n]*+')"""
_TOO_DEEP = re.compile(
    rf"""(?<![A-Za-z0-9_"'-])(?:{_PART}[ \t]*+\.[ \t]*+){{{_MOST_DOTS + 1}}}""", re.ASCII
)
_AT_LINE = re.compile(r" \(at line (\d+), column \d+\)$")
_AT_END = "(at end of document)"


@dataclass(frozen=True, slots=True)
class Document:
    """One file as it was read.

    Attributes:
        path: where it is.
        text: what it says; "" when it is absent or cannot be read.
        tree: its values.
        raw: its bytes as far as they were read; None when it is absent or cannot be opened.
        problem: why it cannot be read, None when it can (an absent file can).
    """

    path: Path
    text: str = ""
    tree: dict[str, Plain] = field(default_factory=dict)
    raw: bytes | None = None
    problem: Problem | None = None


def read_document(path: Path) -> Document:
    """Return what the file says; an absent file says nothing."""
    try:
        raw = _bytes_of(path)
    except FileNotFoundError:
        return Document(path)
    except OSError as error:
        return _refused(path, None, f"it cannot be opened ({error.strerror})")
    if raw is None:
        return _refused(path, None, "it is no ordinary file")
    if len(raw) > MOST_BYTES:
        return _refused(path, raw, f"it is larger than {MOST_BYTES // 1024} KiB")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return _refused(path, raw, "it holds bytes that are no UTF-8 text", line)
    return parse_document(path, raw, text)


def parse_document(path: Path, raw: bytes, text: str) -> Document:
    """Return what a text says that was read (or is to be written) as `raw`."""
    if found := _TOO_DEEP.search(text):
        line = text[: found.start()].count("\n") + 1
        return _refused(path, raw, f"a key has more than {_MOST_DOTS} dots", line)
    try:
        tree = tomllib.loads(text)
        if _depth(tree) <= _DEEPEST:
            return Document(path, text, tree, raw)
    except RecursionError:
        pass  # the sentence below says so
    except ValueError as error:
        found = _AT_LINE.search(str(error))
        why = _AT_LINE.sub("", str(error))
        last = text.count("\n") + 1 if str(error).endswith(_AT_END) else 0
        return _refused(path, raw, f"it is no TOML ({why})", int(found[1]) if found else last)
    return _refused(path, raw, "its values are nested too deeply")


def typed_toml(text: str) -> Plain | None:
    """Return the list, table or quoted text that a person typed as TOML; None for plain words."""
    if not text.startswith(("[", "{", '"', "'")):
        return None
    tree = parse_document(Path(), b"", f"v = {text}").tree
    return tree["v"] if len(tree) == 1 else None


def _depth(value: Plain) -> int:
    if isinstance(value, dict):
        return 1 + max((_depth(inner) for inner in value.values()), default=0)
    if isinstance(value, list):
        return 1 + max((_depth(inner) for inner in value), default=0)
    return 0


def _bytes_of(path: Path) -> bytes | None:
    if not stat.S_ISREG(path.stat().st_mode):
        return None
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def _refused(path: Path, raw: bytes | None, why: str, line: int = 0) -> Document:
    said = f"{path} cannot be used: {why}."
    return Document(path, raw=raw, problem=Problem("", said, line))
