"""Reads a file that somebody else may have made: a regular one, and never more than it is worth."""

from __future__ import annotations

import os
import stat
import sys
import tomllib
from pathlib import Path

from deskbreak.adapters.dotted_keys import has_long_key


def read_bytes(path: Path, most: int) -> bytes:
    """Return what a file holds.

    A pipe or a device, which could hang or never end, is refused before it is read.

    Raises:
        OSError: it cannot be read.
        ValueError: it is no file, or larger than `most` bytes.
    """
    with os.fdopen(_opened(path), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise ValueError("is no file")
        raw = file.read(most + 1)
    if len(raw) > most:
        raise ValueError(f"is larger than {most // 1024} KiB")
    return raw


def read_tree(path: Path, most: int) -> tuple[dict[str, object], str]:
    """Return what a TOML file holds, and "" or the sentence that says why it cannot be read."""
    try:
        return tree_of(read_bytes(path, most)), ""
    except OSError as error:
        return {}, f"cannot be read: {error.strerror}"
    except UnicodeDecodeError:
        return {}, "is not UTF-8 text"
    except RecursionError:
        return {}, "is nested too deeply"
    except ValueError as error:
        return {}, str(error)


def tree_of(raw: bytes) -> dict[str, object]:
    """Return what TOML bytes hold.

    Raises:
        ValueError: they are no TOML, no UTF-8, or would cost too much to parse.
        RecursionError: they are nested too deeply.
    """
    text = raw.decode("utf-8-sig")
    if has_long_key(text):
        raise ValueError("has a key with more than 16 dots; a name needs one or two")
    return tomllib.loads(text)


def _opened(path: Path) -> int:
    flags = os.O_RDONLY
    if sys.platform == "win32":
        flags |= os.O_BINARY
    else:
        flags |= os.O_NONBLOCK | os.O_CLOEXEC
    return os.open(path, flags)
