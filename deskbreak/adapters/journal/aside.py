"""A damaged journal is kept under a dated name, and the last good backup takes its place."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from deskbreak.adapters.journal import backup
from deskbreak.core.words import Words

COMPANIONS = ("-journal", "-wal", "-shm")
"""What SQLite keeps beside a file; left alone it would be played into the next one."""


def recover(path: Path, backups: Path, now_utc: int, tr: Words) -> str:
    """Set a damaged file aside, put the last good backup in its place, and say so.

    Raises:
        OSError, sqlite3.Error: it could not be moved, or the backup could not be copied.
    """
    kept = set_aside(path, now_utc)
    good = backup.newest_good(backups)
    if good is None:
        return tr(
            "The journal was damaged. The damaged file is kept as {kept}; there was no backup, "
            "so a new journal was begun.",
            kept=str(kept),
        )
    backup.restore(good, path)
    return tr(
        "The journal was damaged. The damaged file is kept as {kept}; the backup {backup} is "
        "used instead. “deskbreak restore --list” shows the others.",
        kept=str(kept),
        backup=good.name,
    )


def offered(path: Path, backups: Path, tr: Words) -> str:
    """Return what to say when there is no journal, but a backup of one; "" otherwise."""
    if path.exists() and (not path.is_file() or path.stat().st_size > 0):
        return ""
    good = backup.newest_good(backups)
    if good is None:
        return ""
    return tr(
        "The journal {path} was gone, so a new one was begun. “deskbreak restore {backup}” shows "
        "what the last backup would bring back.",
        path=str(path),
        backup=good.name,
    )


def set_aside(path: Path, now_utc: int) -> Path:
    """Rename a file and what SQLite keeps beside it, and return its new name."""
    kept = _free_name(path, now_utc)
    for companion in COMPANIONS:
        beside = path.with_name(path.name + companion)
        if beside.exists():
            beside.rename(kept.with_name(kept.name + companion))
    return path.rename(kept)


def _free_name(path: Path, now_utc: int) -> Path:
    stamp = datetime.fromtimestamp(now_utc, tz=UTC).strftime("%Y%m%dT%H%M%SZ")
    name = f"{path.name}.damaged-{stamp}"
    kept = path.with_name(name)
    count = 1
    while kept.exists():
        count += 1
        kept = path.with_name(f"{name}-{count}")
    return kept
