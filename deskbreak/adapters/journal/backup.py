"""Daily copies of the journal, each checked before it counts, and the way back from one."""

from __future__ import annotations

import errno
import os
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

from deskbreak.adapters.journal import schema
from deskbreak.core.record.thinning import to_drop

_PAGES = 256
_WAIT_S = 0.02
_MOST_WAITS = 250
_LOCKED = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}

FOLDER = "backups"
"""The folder beside the journal that holds its backups."""

_NAME = re.compile(r"deskbreak-(\d{4}-\d{2}-\d{2})\.db")


def back_up(journal: Path, folder: Path, day: date) -> bool:
    """Copy the journal as this day's backup and thin the older ones.

    It has a connection of its own and holds the file for some pages at a time, so a program that
    writes meanwhile goes on.

    Returns:
        True when a copy was made, False when the day has one already.

    Raises:
        OSError, sqlite3.Error: it could not be made; no half copy is left under its name.
    """
    target = folder / f"deskbreak-{day.isoformat()}.db"
    if target.exists():
        return False
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _sweep(folder)
    with closing(read_only(journal)) as conn:
        copy_checked(conn, target)
    for old in to_drop(_dated(folder), day):
        (folder / f"deskbreak-{old.isoformat()}.db").unlink(missing_ok=True)
    return True


def keep(conn: sqlite3.Connection, folder: Path, why: str) -> Path:
    """Copy a journal before something is done to it; such copies are never thinned.

    Raises:
        OSError, sqlite3.Error: it could not be made; no half copy is left under its name.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    target = folder / f"deskbreak-{why}.db"
    count = 1
    while target.exists():
        count += 1
        target = folder / f"deskbreak-{why}-{count}.db"
    copy_checked(conn, target)
    return target


def newest_good(folder: Path) -> Path | None:
    """Return the newest daily backup that is whole, else one that an upgrade left, or None."""
    daily = [f"deskbreak-{day.isoformat()}.db" for day in sorted(_dated(folder), reverse=True)]
    upgraded = sorted(folder.glob("deskbreak-schema-*.db"), reverse=True)
    for path in (*(folder / name for name in daily), *upgraded):
        with suppress(sqlite3.Error), closing(read_only(path)) as conn:
            if _is_good(conn):
                return path
    return None


def restore(backup: Path, target: Path) -> None:
    """Put a backup in the place of a journal that is not there any more.

    Raises:
        OSError, sqlite3.Error: it could not be done; nothing half-done is left.
    """
    with closing(read_only(backup)) as conn:
        copy_checked(conn, target)


def copy_checked(conn: sqlite3.Connection, target: Path, *, over: bool = True) -> None:
    """Copy a database to a name that appears only when the copy is whole and on the disk.

    Raises:
        FileExistsError: the name is taken, and it was not to be written `over`.
        OSError, sqlite3.Error: it could not be made; no half copy is left.
    """
    temporary = target.with_name(f"{target.name}.tmp{os.getpid()}")
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    os.close(os.open(temporary, flags, 0o600))
    try:
        with closing(sqlite3.connect(temporary, isolation_level=None)) as copy:
            conn.backup(copy, pages=_PAGES, progress=_patience(), sleep=_WAIT_S)
            if not _is_good(copy):
                raise sqlite3.DatabaseError(f"the copy {temporary} is not whole")
        _sync(temporary)
        if not over:
            _reserve(temporary, target)
        temporary.replace(target)
        _sync_folder(target.parent)
    finally:
        temporary.unlink(missing_ok=True)


def _reserve(temporary: Path, target: Path) -> None:
    """Take a name that must be free, where the file system can do so in one step."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without second names, such as that of a USB stick
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from None


def _patience() -> Callable[[int, int, int], None]:
    """Return what gives up on a file that stays locked; SQLite would wait for ever."""
    waited = 0

    def look(status: int, _left: int, _all: int) -> None:
        nonlocal waited
        waited = waited + 1 if status in _LOCKED else 0
        if waited > _MOST_WAITS:
            raise sqlite3.OperationalError("another program keeps it locked")

    return look


def _is_good(conn: sqlite3.Connection) -> bool:
    if conn.execute("pragma integrity_check(1)").fetchall() != [("ok",)]:
        return False
    owner, version = schema.versions(conn)
    return owner == schema.APPLICATION_ID and version <= schema.SCHEMA_VERSION


def read_only(path: Path) -> sqlite3.Connection:
    """Open a database only to copy it; a write of another connection is waited for."""
    uri = f"{path.resolve().as_uri()}?mode=ro"
    conn = sqlite3.connect(uri, uri=True, timeout=_WAIT_S, isolation_level=None)
    conn.execute("pragma trusted_schema = off")
    return conn


def _dated(folder: Path) -> list[date]:
    names = [_NAME.fullmatch(path.name) for path in folder.glob("deskbreak-*.db")]
    days: list[date] = []
    for name in names:
        with suppress(ValueError):
            days += [] if name is None else [date.fromisoformat(name.group(1))]
    return days


def _sweep(folder: Path) -> None:
    """Half copies of a program that died while it made them."""
    for path in folder.glob("deskbreak-*.db.tmp*"):
        path.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sync_folder(folder: Path) -> None:
    """Make the new name durable; Windows neither can nor needs to open a folder."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
