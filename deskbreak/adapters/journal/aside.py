"""A damaged journal is kept under a dated name, and a good one takes its place.

That is the last good backup, with everything of the damaged file that can still be read.
"""

from __future__ import annotations

import os
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Final

from deskbreak.adapters.journal import backup, opening
from deskbreak.core.words import Words

if TYPE_CHECKING:
    # Only its name: it is loaded when a journal is damaged.
    from deskbreak.adapters.journal.salvage import Salvaged

COMPANIONS = ("-journal", "-wal", "-shm")
"""What SQLite keeps beside a file; left alone it would be played into the next one."""

_SALVAGE_S: Final = 20.0
"""For how long at most a start reads a damaged file; three years of entries take 0.4 s."""

_ALL_THERE_IS_S: Final = 120.0
"""The same where there is no backup; forty years take half a minute."""

_REMINDED_S: Final = 7 * 86400
_STAMP: Final = "%Y%m%dT%H%M%SZ"
_NEWEST: Final = "select max(day) from break where day < '9999'"


@dataclass(frozen=True, slots=True)
class Recovered:
    """What became of a damaged journal.

    Attributes:
        kept: where the damaged file is now.
        backup: what took its place, None when there was none.
        breaks: how many breaks were read out of the damaged file.
        first: the day from which entries may be missing, "" when the backup had none.
        last: the day on which the damaged file was written for the last time.
        whole: whether the whole of the damaged file was looked through.
    """

    kept: Path
    backup: Path | None
    breaks: int
    first: str
    last: str
    whole: bool


def recover(path: Path, backups: Path, now_utc: int) -> Recovered:
    """Let the last good backup, with what the damaged file still tells, take that file's place.

    It is made ready beside the damaged file and takes its place in one step, so that whatever
    ends the program meanwhile leaves the one or the other.

    Raises:
        OSError, sqlite3.Error: it could not be done; the damaged file is where it was.
    """
    for left in path.parent.glob(f"{path.name}.tmp*"):
        left.unlink(missing_ok=True)
    last = datetime.fromtimestamp(path.stat().st_mtime).astimezone().date().isoformat()
    good = backup.newest_good(backups)
    ready = path.with_name(f"{path.name}.tmp{os.getpid()}")
    try:
        found, first = _make_ready(ready, good, path)
        kept = take_place(path, ready, now_utc)
    finally:
        ready.unlink(missing_ok=True)
    return Recovered(kept, good, found.breaks, first, last, found.whole)


def _make_ready(ready: Path, good: Path | None, damaged: Path) -> tuple[Salvaged, str]:
    """Make what is to take a damaged file's place; return what came over and the backup's end."""
    from deskbreak.adapters.journal.salvage import (  # noqa: PLC0415 - hardly ever
        TROUBLE,
        Salvaged,
        bring_over,
    )

    begun, most = monotonic(), _ALL_THERE_IS_S if good is None else _SALVAGE_S
    if good is not None:
        backup.restore(good, ready)
    with closing(opening.open_writer(ready)) as conn:
        first = str(conn.execute(_NEWEST).fetchone()[0] or "")
        with suppress(*TROUBLE):
            found = bring_over(
                damaged,
                conn,
                lambda: monotonic() > begun + most / 2,
                lambda: monotonic() > begun + most,
            )
            return found, first
    return Salvaged(whole=False), first


def recovered_sentence(found: Recovered, path: Path, tr: Words) -> str:
    """Say what happened, what may be missing, and what a person can do about it."""
    said = [tr("The journal was damaged.")]
    if found.backup is not None:
        said.append(tr("The backup {backup} took its place.", backup=found.backup.name))
    else:
        said.append(tr("There was no backup, so a new journal was begun."))
    if found.breaks:
        said.append(
            tr.plural(
                "One break was read out of the damaged file.",
                "{n} breaks were read out of the damaged file.",
                found.breaks,
            )
        )
    if not found.whole:
        said.append(tr("Not all of the damaged file could be read."))
    if found.first and found.first < found.last:
        said.append(
            tr(
                "Entries from {first} to {last} may be missing.",
                first=found.first,
                last=found.last,
            )
        )
    elif found.backup is not None:
        said.append(tr("Entries of {last} may be missing.", last=found.last))
    ways = [tr("The damaged file is kept as {kept}.", kept=str(found.kept))]
    if found.backup is not None:
        ways.append(
            tr(
                "To use another backup, quit deskbreak and copy one from {folder} over {path}; "
                "“deskbreak restore --list” shows what is in them.",
                folder=str(found.backup.parent),
                path=str(path),
            )
        )
    return "\n".join((" ".join(said), *ways))


def reminder(path: Path, now_utc: int, tr: Words) -> str:
    """Return what to say for a week after a damaged journal was kept, until that is deleted."""
    for kept in sorted(path.parent.glob(f"{path.name}.damaged-*Z"), reverse=True):
        with suppress(ValueError):
            stamp = kept.name.removeprefix(f"{path.name}.damaged-")
            at = datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
            if 0 <= now_utc - at.timestamp() < _REMINDED_S:
                return tr(
                    "The journal was damaged on {day}. What could be saved is in it again; the "
                    "damaged file is kept as {kept}. Delete it when you miss nothing.",
                    day=at.astimezone().date().isoformat(),
                    kept=str(kept),
                )
    return ""


def offered(path: Path, backups: Path, tr: Words) -> str:
    """Return what to say when there is no journal, but a backup of one; "" otherwise."""
    if path.exists() and (not path.is_file() or path.stat().st_size > 0):
        return ""
    good = backup.newest_good(backups)
    if good is None:
        return ""
    return tr(
        "The journal {path} was gone, so a new one was begun. To go on with the last backup "
        "instead, quit deskbreak and copy {backup} over it; “deskbreak restore {name}” shows what "
        "that would bring back.",
        path=str(path),
        backup=str(good),
        name=good.name,
    )


def take_place(path: Path, ready: Path, now_utc: int) -> Path:
    """Put a file that is ready in the place of another, and return where that one is kept."""
    kept = _free_name(path, now_utc)
    for companion in COMPANIONS:
        beside = path.with_name(path.name + companion)
        if beside.exists():
            beside.rename(kept.with_name(kept.name + companion))
    try:
        os.link(path, kept)
    except OSError:  # a file system without second names
        path.rename(kept)
    ready.replace(path)
    backup.sync_folder(path.parent)
    return kept


def _free_name(path: Path, now_utc: int) -> Path:
    stamp = datetime.fromtimestamp(now_utc, tz=UTC).strftime(_STAMP)
    name = f"{path.name}.damaged-{stamp}"
    kept = path.with_name(name)
    count = 1
    while kept.exists():
        count += 1
        kept = path.with_name(f"{name}-{count}")
    return kept
