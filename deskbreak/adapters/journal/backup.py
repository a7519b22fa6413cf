"""Daily copies of the journal, each checked before it counts, and the way back from one."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date
from pathlib import Path

from deskbreak.adapters.journal import covering, schema
from deskbreak.adapters.journal.dated import Dated, dated, latest_of, next_of
from deskbreak.core.record.thinning import to_drop

_PAGES = 256
_WAIT_S = 0.02
_MOST_WAITS = 250
_LOOK_EVERY = 10_000
_WHOLE = "pragma integrity_check(1)"
_QUICK = "pragma quick_check(1)"
_LOCKED = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}

FOLDER = "backups"
"""The folder beside the journal that holds its backups."""

Hurry = Callable[[], bool]
"""Says whether there is no more time: what is being made is then given up."""


def back_up(
    journal: Path,
    folder: Path,
    day: date,
    first: date | None = None,
    hurry: Hurry = bool,
    *,
    quick: bool = False,
) -> bool:
    """Copy the journal as this day's backup, unless nothing came since, and thin the older ones.

    A day's earlier copy goes only when the new one is whole and has all that it has, but for the
    days before `first`, which are not to be kept; else both stay. It has a connection of its own
    and holds the file for some pages at a time, so a program that writes meanwhile goes on. A
    `quick` look does not compare the indexes with their tables, which takes five times as long.

    Returns:
        True when a copy was made, False when the day has one with everything in it.

    Raises:
        OSError, sqlite3.Error: it could not be made, or there was no time; no half copy is left.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _sweep(folder)
    copies = dated(folder)
    before = latest_of(day, copies)
    with closing(read_only(journal)) as conn:
        if before is not None and not covering.has_news(conn, before.path):
            return False
        another, check = next_of(day, copies, folder), _QUICK if quick else _WHOLE
        with _checked(conn, another, hurry, check) as (temporary, copy):
            renews = before is not None and covering.covers(copy, before.path, first)
            copy.close()
            _publish(temporary, before.path if before is not None and renews else another)
    _thin(dated(folder), day)
    return True


def _thin(copies: tuple[Dated, ...], today: date) -> None:
    gone = to_drop({each.day for each in copies}, today)
    for each in copies:
        if each.day in gone:
            each.path.unlink(missing_ok=True)


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
    daily = [each.path for each in reversed(dated(folder))]
    upgraded = sorted(folder.glob("deskbreak-schema-*.db"), reverse=True)
    for path in (*daily, *upgraded):
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
    with _checked(conn, target) as (temporary, copy):
        copy.close()
        if not over:
            _reserve(temporary, target)
        _publish(temporary, target)


@contextmanager
def _checked(
    conn: sqlite3.Connection, target: Path, hurry: Hurry = bool, check: str = _WHOLE
) -> Iterator[tuple[Path, sqlite3.Connection]]:
    """Copy a database beside a name and hand the copy on, whole; what is not used is deleted."""
    temporary = target.with_name(f"{target.name}.tmp{os.getpid()}")
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    os.close(os.open(temporary, flags, 0o600))
    try:
        uri = temporary.resolve().as_uri()
        with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as copy:
            copy.execute("pragma trusted_schema = off")
            # SQLite would sync the whole copy while it holds the journal; `_publish` syncs it.
            copy.execute("pragma synchronous = off")
            conn.backup(copy, pages=_PAGES, progress=_patience(hurry), sleep=_WAIT_S)
            copy.set_progress_handler(hurry, _LOOK_EVERY)
            if not _is_good(copy, check):
                raise sqlite3.DatabaseError(f"the copy {temporary} is not whole")
            yield temporary, copy
    finally:
        temporary.unlink(missing_ok=True)


def _publish(temporary: Path, target: Path) -> None:
    """Give a copy its name, now that it is on the disk."""
    _sync(temporary)
    temporary.replace(target)
    sync_folder(target.parent)


def _reserve(temporary: Path, target: Path) -> None:
    """Take a name that must be free, where the file system can do so in one step."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without second names, such as that of a USB stick
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from None


def _patience(hurry: Hurry) -> Callable[[int, int, int], None]:
    """Return what gives up on a file that stays locked; SQLite would wait for ever."""
    waited = 0

    def look(status: int, _left: int, _all: int) -> None:
        nonlocal waited
        if hurry():
            raise sqlite3.OperationalError("interrupted")
        waited = waited + 1 if status in _LOCKED else 0
        if waited > _MOST_WAITS:
            raise sqlite3.OperationalError("another program keeps it locked")

    return look


def _is_good(conn: sqlite3.Connection, check: str = _WHOLE) -> bool:
    if conn.execute(check).fetchall() != [("ok",)]:
        return False
    owner, version = schema.versions(conn)
    return owner == schema.APPLICATION_ID and version <= schema.SCHEMA_VERSION


def read_only(path: Path) -> sqlite3.Connection:
    """Open a database only to copy it; a write of another connection is waited for."""
    uri = f"{path.resolve().as_uri()}?mode=ro"
    conn = sqlite3.connect(uri, uri=True, timeout=_WAIT_S, isolation_level=None)
    conn.execute("pragma trusted_schema = off")
    return conn


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


def sync_folder(folder: Path) -> None:
    """Make the new name durable; Windows neither can nor needs to open a folder."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
