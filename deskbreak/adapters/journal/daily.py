"""The backup of each day, made beside the program: no window waits for it."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path
from threading import Thread

from deskbreak.adapters.journal import backup


class DailyBackups:
    """Copies the journal once a day in a thread of its own."""

    def __init__(self, journal: Path, folder: Path) -> None:
        """Keep the places; nothing is made yet."""
        self._journal = journal
        self.folder = folder
        self._thread: Thread | None = None
        self._made: date | None = None
        self.trouble = ""
        """Why the last one could not be made."""

    def begin(self, day: date) -> None:
        """Begin with the backup of a day, unless it is made or being made."""
        if self._made == day or (self._thread is not None and self._thread.is_alive()):
            return
        self._thread = Thread(target=self._make, args=(day,), name="backup")
        self._thread.start()

    def finish(self) -> None:
        """Wait until the one that is being made is whole."""
        if self._thread is not None:
            self._thread.join()

    def _make(self, day: date) -> None:
        try:
            backup.back_up(self._journal, self.folder, day)
        except (OSError, sqlite3.Error) as error:
            self.trouble = str(error)
        else:
            self._made, self.trouble = day, ""
