"""What can be wrong with the journal's file, apart from bugs, and how a person is told."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from deskbreak.core.words import Words

_BY_THE_WORLD = {
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_NOLFS,
    sqlite3.SQLITE_AUTH,
    sqlite3.SQLITE_NOTADB,
}

DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


class DamagedError(Exception):
    """The file is a broken journal, or no database at all."""


class ForeignError(Exception):
    """The file belongs to another program, or to a newer deskbreak; it must not be touched."""

    def __init__(self, *, newer: bool) -> None:
        super().__init__("newer" if newer else "foreign")
        self.newer = newer


def first_of(found: list[tuple[str]]) -> str:
    """Return the first thing that a check of SQLite's found wrong, on one line."""
    lines = [line for row in found for line in str(row[0]).splitlines()]
    return next((line for line in lines if not line.startswith("***")), "it is not whole")


def primary(error: sqlite3.Error) -> int:
    """Return the primary result code of an error; 0 when it has none."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF


def is_bug(error: sqlite3.Error) -> bool:
    """Return whether the program itself is to blame, rather than disk, file or other programs."""
    return primary(error) not in _BY_THE_WORLD


def sentence(error: sqlite3.Error, path: Path, tr: Words) -> str:
    """Return what happened to the file and what a person can do, in one or two sentences."""
    moved = getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_READONLY_DBMOVED
    code = primary(error)
    where = str(path)
    if moved:
        return tr(
            "The journal {path} was moved or deleted while deskbreak was running: nothing more "
            "is saved. Put the file back, or start deskbreak again.",
            path=where,
        )
    if code == sqlite3.SQLITE_FULL:
        return tr(
            "The disk is full: the journal {path} cannot be saved. Free some space; what "
            "happened since is saved with the next entry.",
            path=where,
        )
    if code in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM}:
        return tr("The journal {path} may not be written: nothing is saved.", path=where)
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return tr("Another program keeps the journal {path} locked: not saved yet.", path=where)
    if code in DAMAGE:
        return tr(
            "The journal {path} is damaged: nothing more is saved. At its next start deskbreak "
            "keeps the damaged file aside and goes on with the last good backup and with what "
            "can still be read.",
            path=where,
        )
    return tr(
        "The journal {path} cannot be read or written ({detail}): nothing is saved.",
        path=where,
        detail=str(error),
    )
