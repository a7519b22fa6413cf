"""Writes a file so that a crash leaves the old or the new one, never a torn one."""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

_PREFIX = ".deskbreak-"
_SUFFIX = ".tmp"
_ORPHANED_S = 60


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


def _sync_folder(folder: Path) -> None:
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
