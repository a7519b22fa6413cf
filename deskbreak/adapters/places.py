"""Keeps where windows stood, one small file for each, in the state folder."""

from __future__ import annotations

import logging
from pathlib import Path

from deskbreak.adapters.atomic_file import write_atomically

_log = logging.getLogger(__name__)
_MOST = 4096


class Places:
    """The places of windows by name; losing one only centres a window."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, name: str) -> str:
        """Return what was saved last, "" when nothing was."""
        try:
            return self._file(name).read_text("ascii")[:_MOST]
        except (OSError, UnicodeDecodeError):
            return ""

    def save(self, name: str, place: str) -> None:
        """Save a place; a disk that refuses is no reason to bother anybody."""
        try:
            write_atomically(self._file(name), place.encode("ascii", "ignore"))
        except OSError as error:
            _log.info("a window's place was not saved: %s", error)

    def _file(self, name: str) -> Path:
        return self._folder / f"{name}.place"
