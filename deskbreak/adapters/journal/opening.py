"""Opens the journal's file in the one order that was found safe; see docs/decisions/journal.md."""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
from contextlib import closing, suppress
from pathlib import Path

from deskbreak.adapters.journal import backup, schema
from deskbreak.adapters.journal.faults import (
    DAMAGE,
    DamagedError,
    ForeignError,
    first_of,
    primary,
)

BUSY_S = 2.0
"""How long another program's lock is waited for."""


def open_writer(path: Path) -> sqlite3.Connection:
    """Open the journal for reading and writing, making it when it is new.

    Raises:
        DamagedError: the file is broken.
        ForeignError: it belongs to somebody else; it was not touched.
        OSError, sqlite3.Error: it cannot be opened now.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _make_private(path)
    conn = sqlite3.connect(path, timeout=BUSY_S, isolation_level=None)
    try:
        return _checked(_guarded(conn), path.parent / backup.FOLDER)
    except sqlite3.DatabaseError as error:
        conn.close()
        if primary(error) in DAMAGE:
            raise DamagedError(str(error)) from error
        raise
    except BaseException:
        conn.close()
        raise


def open_reader(path: Path) -> sqlite3.Connection:
    """Open an existing journal only to read it; the same errors, FileNotFoundError for none.

    A journal that a crash left half-written must be rolled back first, which needs to write.
    """
    if path.exists() and not path.is_file():
        raise OSError(f"{path} is no ordinary file")
    if not path.exists():
        raise FileNotFoundError(path)
    try:
        return _opened(path, "ro")
    except sqlite3.OperationalError:
        return _opened(path, "rw")


def open_beside(path: Path) -> sqlite3.Connection:
    """Open a journal that a running program keeps, for work beside it. What is deleted is wiped.

    Raises:
        sqlite3.Error: it is not there, or cannot be opened now.
    """
    uri = f"{path.resolve().as_uri()}?mode=rw"
    conn = sqlite3.connect(uri, uri=True, timeout=BUSY_S, isolation_level=None)
    for setting in ("synchronous = extra", "foreign_keys = on", "secure_delete = on"):
        conn.execute(f"pragma {setting}")
    return conn


def copy_aside(path: Path) -> sqlite3.Connection:
    """Return a copy of the journal that vanishes when it is closed, an empty one for none."""
    copy = sqlite3.connect("", isolation_level=None)  # without a name: a file that SQLite removes
    try:
        with suppress(FileNotFoundError), closing(open_reader(path)) as conn:
            conn.backup(copy)
        return _checked(_guarded(copy), None)
    except BaseException:
        copy.close()
        raise


def _opened(path: Path, mode: str) -> sqlite3.Connection:
    uri = f"{path.resolve().as_uri()}?mode={mode}"
    conn = sqlite3.connect(uri, uri=True, timeout=BUSY_S, isolation_level=None)
    try:
        _refuse_blank(_guarded(conn), path)
        _refuse_others(conn)
        schema.stand_in(conn)
        conn.execute("pragma query_only = on")
    except sqlite3.DatabaseError as error:
        conn.close()
        if primary(error) in DAMAGE:
            raise DamagedError(str(error)) from error
        raise
    except BaseException:
        conn.close()
        raise
    return conn


def _make_private(path: Path) -> None:
    """Make a new file that only its owner reads; refuse anything but an ordinary file."""
    if path.exists():
        if not stat.S_ISREG(path.stat().st_mode):
            raise OSError(f"{path} is no ordinary file")
        return
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
    os.close(os.open(path, flags, 0o600))


def _guarded(conn: sqlite3.Connection) -> sqlite3.Connection:
    """Trust nothing in the file. Bad bytes in a text must not raise: the checksum finds them."""
    conn.text_factory = _tolerant
    conn.execute("pragma trusted_schema = off")
    conn.execute("pragma cell_size_check = on")
    conn.execute("pragma mmap_size = 0")
    return conn


def _tolerant(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _checked(conn: sqlite3.Connection, backups: Path | None) -> sqlite3.Connection:
    blank = schema.is_blank(conn)
    if not blank:
        _refuse_others(conn)
        _refuse_damaged(conn)
    # Both hold for one connection only, so every opening sets them.
    conn.execute("pragma journal_mode = delete")
    conn.execute("pragma synchronous = extra")
    conn.execute("pragma foreign_keys = on")
    if blank:
        schema.create(conn)
    _upgrade(conn, backups)
    return conn


def _upgrade(conn: sqlite3.Connection, backups: Path | None) -> None:
    """Bring an older journal up to date, with a backup before; on a read-only disk only read it."""
    version = schema.versions(conn)[1]
    if version == schema.SCHEMA_VERSION:
        return
    try:
        if backups is not None:
            backup.keep(conn, backups, f"schema-{version}")
        schema.upgrade(conn)
    except (OSError, sqlite3.OperationalError) as error:
        if not _is_read_only(error):
            raise
        schema.stand_in(conn)
        return
    _refuse_unwhole(conn)


def _is_read_only(error: OSError | sqlite3.OperationalError) -> bool:
    if isinstance(error, OSError):
        return error.errno in {errno.EROFS, errno.EACCES, errno.EPERM}
    return primary(error) == sqlite3.SQLITE_READONLY


def _refuse_blank(conn: sqlite3.Connection, path: Path) -> None:
    if schema.is_blank(conn):
        raise FileNotFoundError(path)


def _refuse_others(conn: sqlite3.Connection) -> None:
    owner, version = schema.versions(conn)
    if owner != schema.APPLICATION_ID:
        raise ForeignError(newer=False)
    if version > schema.SCHEMA_VERSION:
        raise ForeignError(newer=True)


def _refuse_damaged(conn: sqlite3.Connection) -> None:
    found = conn.execute("pragma quick_check(3)").fetchall()
    if found != [("ok",)]:
        raise DamagedError(first_of(found))
    if schema.versions(conn)[1] == schema.SCHEMA_VERSION:
        _refuse_unwhole(conn)


def _refuse_unwhole(conn: sqlite3.Connection) -> None:
    if not schema.is_whole(conn):
        raise DamagedError("its tables are not those of a journal")
