"""Changes values in a settings file, keeping the rest as it was, and never leaves half a file."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Mapping, MutableMapping
from contextlib import suppress
from pathlib import Path
from typing import cast

from deskbreak.core.settings.plain import Plain

_Table = MutableMapping[str, object]
_PREFIX = ".config-"
_SUFFIX = ".tmp"
_ORPHANED_S = 60


def edited(text: str, changes: Mapping[str, Plain]) -> str:
    """Return `text` with new values under dotted keys; comments and order stay.

    Raises:
        ValueError: the text cannot be changed this way.
        TypeError: a section of a key holds something else.
    """
    import tomlkit  # noqa: PLC0415 - 4 MB that only a change of settings needs
    from tomlkit.exceptions import TOMLKitError  # noqa: PLC0415 - as above

    try:
        document = tomlkit.parse(text)
        for key, value in changes.items():
            _put(cast("_Table", document), key, value, tomlkit.table)
    except TOMLKitError as error:
        raise ValueError(str(error)) from error
    written = tomlkit.dumps(document)
    return written.replace("\r\n", "\n").replace("\n", "\r\n") if "\r\n" in text else written


def write_atomically(path: Path, content: bytes) -> None:
    """Replace a file by new content: a crash leaves the old or the new one, never a torn one.

    A symbolic link stays one; the old rights stay, a new file is readable by its owner alone.

    Raises:
        OSError: it could not be written; the old file is untouched.
    """
    target = Path(os.path.realpath(path))
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            if sys.platform != "win32" and target.exists():
                os.fchmod(file.fileno(), target.stat().st_mode & 0o777)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    _sync_folder(target.parent)


def sweep_orphans(path: Path, now: int) -> None:
    """Remove temporary files that a crash left more than a minute before `now` (UTC seconds)."""
    folder = Path(os.path.realpath(path)).parent
    for orphan in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with suppress(OSError):
            if orphan.lstat().st_mtime < now - _ORPHANED_S:
                orphan.unlink()


def _put(document: _Table, key: str, value: Plain, table: Callable[[], object]) -> None:
    *sections, last = key.split(".")
    here = document
    for section in sections:
        if section not in here:
            here[section] = table()
        inner = here[section]
        if not isinstance(inner, MutableMapping):
            raise TypeError(f"{section} is no section")
        here = inner
    here[last] = value


def _sync_folder(folder: Path) -> None:
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
