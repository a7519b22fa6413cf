"""What could not be saved because the journal became damaged, and is saved when it is made good."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

from deskbreak.adapters.journal import aside, faults, opening
from deskbreak.adapters.journal.transaction import all_or_nothing


def keep_waiting(
    path: Path, backups: Path, now_utc: int, waiting: Iterable[Callable[[sqlite3.Connection], None]]
) -> bool:
    """Make a damaged journal good at the end of the program and save in it what waits.

    Otherwise what a person did since would be gone, for the next start cannot know of it. A
    journal that is not there, or that is sound, is left alone: there it was another hindrance.

    Returns:
        True when it is saved; nothing is raised.
    """
    try:
        if not _is_damaged(path):
            return False
        aside.recover(path, backups, now_utc)
        with closing(opening.open_writer(path)) as conn, all_or_nothing(conn):
            for change in waiting:
                change(conn)
    except (faults.DamagedError, faults.ForeignError, OSError, sqlite3.Error):
        return False
    return True


def _is_damaged(path: Path) -> bool:
    if not path.is_file():
        return False
    try:
        opening.open_writer(path).close()
    except faults.DamagedError:
        return True
    return False
