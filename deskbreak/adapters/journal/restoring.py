"""Backups as a person meets them: which there are, what each would change, and the way back."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from deskbreak.adapters.journal import backup, faults, opening
from deskbreak.adapters.journal.aside import take_place

_STANDING = """change <> 'deleted' and not exists
  (select 1 from break later where later.id = b.id and later.seq > b.seq)"""


@dataclass(frozen=True, slots=True)
class Held:
    """A backup: its file, what is in it, and why it cannot be used, if so."""

    path: Path
    breaks: int = 0
    first_day: str = ""
    last_day: str = ""
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """What a backup would bring back, what it would take away, and what would take an older form.

    Breaks are counted by their days; events are only counted.
    """

    gained: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    events_gained: int = 0
    events_lost: int = 0


_Breaks = dict[str, tuple[str, bytes]]


@contextmanager
def _plainly() -> Iterator[None]:
    """Let nobody outside need to know what SQLite raises."""
    try:
        yield
    except sqlite3.Error as error:
        raise OSError(str(error)) from error


def held_in(folder: Path) -> tuple[Held, ...]:
    """Return every backup of a folder, the oldest first, each looked at from end to end."""
    return tuple(look_at(path) for path in sorted(folder.glob("deskbreak-*.db"), key=_age))


def look_at(path: Path) -> Held:
    """Look at one file, which need not be a backup; nothing is raised."""
    try:
        with closing(_sound(path)) as conn:
            found = conn.execute(
                f"select count(*), min(day), max(day) from break b where {_STANDING}"  # noqa: S608
            ).fetchone()
    except faults.ForeignError as error:
        whose = "a newer deskbreak" if error.newer else "another program"
        return Held(path, trouble=f"it belongs to {whose}")
    except FileNotFoundError:
        return Held(path, trouble="it is empty" if path.exists() else "there is no such file")
    except (faults.DamagedError, OSError, sqlite3.Error) as error:
        return Held(path, trouble=f"it is damaged or no journal ({error})")
    return Held(path, int(found[0]), found[1] or "", found[2] or "")


@_plainly()
def compare(chosen: Path, journal: Path) -> Difference | None:
    """Return what would change if a backup took the journal's place, None if that is damaged.

    Raises:
        faults.DamagedError, faults.ForeignError, OSError: the backup cannot be
            read, or the journal belongs to somebody else or cannot be read now.
    """
    with closing(_sound(chosen)) as conn:
        then, then_events = _breaks(conn), _events(conn)
    try:
        with closing(_sound(journal)) as conn:
            now, now_events = _breaks(conn), _events(conn)
    except FileNotFoundError:
        now, now_events = {}, set()
    except faults.DamagedError:
        return None
    return Difference(
        gained=tuple(sorted(then[each][0] for each in then.keys() - now.keys())),
        lost=tuple(sorted(now[each][0] for each in now.keys() - then.keys())),
        changed=tuple(
            sorted(now[each][0] for each in then.keys() & now if then[each] != now[each])
        ),
        events_gained=len(then_events - now_events),
        events_lost=len(now_events - then_events),
    )


@_plainly()
def copy_to(journal: Path, target: Path) -> None:
    """Copy the journal, while a program writes it or not, to a name that must be free.

    Raises:
        FileExistsError: the name is taken.
        FileNotFoundError: there is no journal, or no such folder.
        faults.DamagedError, faults.ForeignError: the journal is not sound; nothing was copied.
        OSError: it could not be done; no half copy is left.
    """
    if os.path.lexists(target):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    _sound(journal).close()
    with closing(backup.read_only(journal)) as conn:
        backup.copy_checked(conn, target, over=False)


@_plainly()
def put_back(chosen: Path, journal: Path, folder: Path, now_utc: int) -> Path | None:
    """Let a backup take the journal's place; return where the present one is kept, if there is one.

    The present is kept before anything is changed: as a backup of its own, or, damaged, under a
    dated name. Nobody may write meanwhile but those who wait for SQLite's lock.

    Raises:
        faults.DamagedError, faults.ForeignError: the backup is not whole, or the journal belongs
            to somebody else; nothing was changed.
        OSError: it could not be done; the journal is as it was, or kept aside.
    """
    _sound(chosen).close()
    target = journal.resolve()
    if not target.exists():
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        backup.restore(chosen, target)
        return None
    try:
        present = opening.open_writer(target)
    except faults.DamagedError:
        ready = target.with_name(f"{target.name}.tmp{os.getpid()}")
        backup.restore(chosen, ready)
        return take_place(target, ready, now_utc)
    with closing(present):
        present.execute("begin immediate")  # whoever else writes waits, and then finds it gone
        with closing(backup.read_only(target)) as conn:
            kept = backup.keep(conn, folder, "before-restore")
        if os.name == "nt":
            present.close()  # an open file cannot be replaced there
        backup.restore(chosen, target)
    return kept


def _sound(path: Path) -> sqlite3.Connection:
    """Open a journal to read it, when the whole of it is sound."""
    conn = opening.open_reader(path)
    try:
        found = conn.execute("pragma integrity_check(1)").fetchall()
    except sqlite3.DatabaseError as error:
        conn.close()
        if faults.primary(error) in faults.DAMAGE:
            raise faults.DamagedError(str(error)) from error
        raise
    if found != [("ok",)]:
        conn.close()
        raise faults.DamagedError(faults.first_of(found))
    return conn


def _breaks(conn: sqlite3.Connection) -> _Breaks:
    """Return day and checksum of each break that stands; the checksum tells its form."""
    rows = conn.execute(f"select id, day, sum from break b where {_STANDING}")  # noqa: S608
    return {str(entry_id): (str(day), bytes(total)) for entry_id, day, total in rows}


def _events(conn: sqlite3.Connection) -> set[str]:
    return {str(row[0]) for row in conn.execute("select id from event")}


def _age(path: Path) -> tuple[float, str]:
    with suppress(OSError):
        return path.stat().st_mtime, path.name
    return 0.0, path.name
