"""Keeps the schedule's state in one small file that is always whole."""

from __future__ import annotations

import logging
import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

_log = logging.getLogger(__name__)
_MOST_BYTES = 1 << 20
_PREFIX = ".state-"


class StateFile:
    """A `ports.StateStore` in a file; only the holder of the instance lock may use it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._failed = False
        for left_over in path.parent.glob(f"{_PREFIX}*.tmp"):
            with suppress(OSError):
                left_over.unlink()

    def load(self) -> str | None:
        """Return what was saved last; None when nothing readable was."""
        try:
            with self._path.open("rb") as file:
                found = file.read(_MOST_BYTES + 1)
            return found.decode("utf-8") if len(found) <= _MOST_BYTES else None
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            _log.warning("the saved state %s cannot be read: %s", self._path, error)
            return None

    def save(self, text: str) -> None:
        """Save, atomically: after a power cut the old or the new text is there, never half."""
        try:
            self._write(text.encode("utf-8"))
        except OSError as error:
            if not self._failed:  # once, not at each event for as long as the disk is full
                _log.warning("the state cannot be saved in %s: %s", self._path, error)
            self._failed = True
        else:
            self._failed = False

    def _write(self, content: bytes) -> None:
        target = os.path.realpath(self._path)
        folder = Path(target).parent
        handle, temporary = tempfile.mkstemp(prefix=_PREFIX, suffix=".tmp", dir=folder)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(target)
        except OSError:
            with suppress(OSError):
                Path(temporary).unlink()
            raise
        if sys.platform != "win32":  # where a folder cannot be opened
            folder_handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
            try:
                os.fsync(folder_handle)
            finally:
                os.close(folder_handle)
