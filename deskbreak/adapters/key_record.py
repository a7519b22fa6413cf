"""Which keys the desktop gave, kept for `deskbreak doctor`; only the running program knows."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from pathlib import Path

from deskbreak.adapters.atomic_file import write_atomically
from deskbreak.core.key_action import KeyAction

_MOST_BYTES = 8192
_log = logging.getLogger(__name__)


class KeyRecord:
    """A small file in the state folder; losing it loses nothing but the doctor's words."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def write(self, why: str, given: Mapping[KeyAction, str]) -> None:
        """Keep the keys by their action, or why there are none; with neither, no file."""
        try:
            if not why and not given:
                self._file.unlink(missing_ok=True)
                return
            text = json.dumps({"why": why, "given": {str(key): given[key] for key in given}})
            write_atomically(self._file, text.encode("ascii"))
        except OSError as error:
            _log.info("the keys were not written down: %s", error)

    def read(self) -> tuple[str, dict[KeyAction, str]]:
        """Return why there are none ("" when unknown), and the keys by their action."""
        try:
            with self._file.open("rb") as file:
                found = json.loads(file.read(_MOST_BYTES))
            given = {KeyAction(key): str(value) for key, value in found["given"].items()}
            return str(found["why"]), given
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return "", {}
