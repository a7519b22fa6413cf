"""The journal as the program meets it: the SQLite file, else a backup, else memory."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from deskbreak.adapters.journal import aside, faults, opening
from deskbreak.adapters.journal.daily import DailyCare
from deskbreak.adapters.journal.file import SqliteJournal
from deskbreak.adapters.journal.memory import InMemoryJournal
from deskbreak.adapters.journal.reader import JournalInvalidError, JournalReader
from deskbreak.core.settings.values import Record
from deskbreak.core.words import Words
from deskbreak.ports import JournalUnavailableError, KeptJournal

if TYPE_CHECKING:
    # Only their names: at rest nothing is imported.
    from deskbreak.adapters.journal.merging import Read
    from deskbreak.core.record.items import Item
    from deskbreak.core.record.merged import Came, Merged


def open_journal(
    path: Path,
    backups: Path,
    now: Callable[[], int],
    tr: Words,
    record: Callable[[], Record] = Record,
    alarm: Callable[[str], object] = str,
) -> KeptJournal:
    """Open the journal for the running program; its notices say what went wrong, if anything.

    Args:
        path: the file; it and its folder are made when missing.
        backups: the folder of the daily copies.
        now: says the program's time, in UTC seconds.
        tr: the person's language.
        record: says whether daily copies are made, and for how many years entries are kept.
        alarm: is told what a person should know without looking for it.
    """
    notice = aside.offered(path, backups, tr)
    try:
        try:
            conn = opening.open_writer(path)
        except faults.DamagedError:
            notice = aside.recovered_sentence(aside.recover(path, backups, now()), path, tr)
            conn = opening.open_writer(path)
    except (faults.DamagedError, faults.ForeignError, OSError, sqlite3.Error) as error:
        notices = tuple(filter(None, (notice, unsaved(error, path, tr))))
        alarm("\n".join(notices))
        return InMemoryJournal(*notices)
    care = DailyCare(path, backups, now, tr, record)
    journal = SqliteJournal(conn, path, now, tr, care)
    if notice:
        journal.say(notice)
        alarm(notice)
    elif reminder := aside.reminder(path, now(), tr):
        journal.say(reminder)
    journal.probe()
    return journal


def read_journal(path: Path, tr: Words) -> JournalReader:
    """Open the journal only to look at it, while the program runs or not; none is an empty one.

    Raises:
        JournalInvalidError: the file is damaged or belongs to somebody else.
        JournalUnavailableError: it cannot be read now.
    """
    with _told(path, tr):
        try:
            return JournalReader(opening.open_reader(path), path, tr)
        except FileNotFoundError:
            return JournalReader(None, path, tr)


def write_journal(
    path: Path,
    backups: Path,
    now: Callable[[], int],
    tr: Words,
    record: Callable[[], Record] = Record,
) -> SqliteJournal:
    """Open the journal to change it while no program runs; it is made when it is missing.

    A damaged file stays where it is: the program itself sets it aside at its next start. The
    arguments are those of `open_journal`, the errors those of `read_journal`.
    """
    with _told(path, tr):
        care = DailyCare(path, backups, now, tr, record)
        return SqliteJournal(opening.open_writer(path), path, now, tr, care)


def merge_into(path: Path, read: Read, tr: Words) -> Merged:
    """Bring items into the journal, all or none; it is made when it is missing and there are any.

    A program may run and write meanwhile: the journal is locked only while what is new is
    written. `read` is asked for all items first, and then for those that are new.

    Raises:
        ClashError: an item cannot be true beside what the journal holds.
        JournalInvalidError, JournalUnavailableError: as `read_journal`.
    """
    from deskbreak.adapters.journal.day_rows import keep_days  # noqa: PLC0415 - not at rest
    from deskbreak.adapters.journal.merging import look  # noqa: PLC0415 - likewise
    from deskbreak.core.record.merged import merged  # noqa: PLC0415 - likewise

    with _told(path, tr):
        try:
            with closing(opening.open_reader(path)) as conn:
                news, counts = look(conn, read)
        except FileNotFoundError:
            news, counts = look(None, read)
        if news:
            with closing(opening.open_writer(path)) as conn:
                counts += _kept(conn, read(news), path, tr)
                with suppress(sqlite3.Error):  # else the care of the program does
                    keep_days(conn)
    return merged(counts)


def merge_trial(path: Path, read: Read, tr: Words) -> Merged:
    """Return what `merge_into` would do; it is tried on a copy that is thrown away."""
    from deskbreak.adapters.journal.merging import merge  # noqa: PLC0415 - not at rest
    from deskbreak.core.record.merged import merged  # noqa: PLC0415

    with _told(path, tr), closing(opening.copy_aside(path)) as conn:
        return merged(merge(conn, read(None)))


def _kept(
    conn: sqlite3.Connection, items: Iterable[tuple[int, Item]], path: Path, tr: Words
) -> Counter[Came]:
    from deskbreak.adapters.journal.merging import merge  # noqa: PLC0415 - not at rest

    try:
        return merge(conn, items)
    except sqlite3.Error as error:
        raise JournalUnavailableError(faults.sentence(error, path, tr)) from error


@contextmanager
def _told(path: Path, tr: Words) -> Iterator[None]:
    """Turn what goes wrong into the errors that `read_journal` names."""
    try:
        yield
    except faults.ForeignError as error:
        raise JournalInvalidError(unsaved(error, path, tr)) from error
    except faults.DamagedError as error:
        raise JournalInvalidError(
            tr(
                "The journal {path} is damaged ({detail}). At its next start deskbreak keeps it "
                "aside and goes on with the last good backup and with what can still be read.",
                path=str(path),
                detail=str(error),
            )
        ) from error
    except (OSError, sqlite3.Error) as error:
        raise JournalUnavailableError(
            tr("The journal {path} cannot be read ({detail}).", path=str(path), detail=str(error))
        ) from error


def unsaved(error: Exception, path: Path, tr: Words) -> str:
    """Return why a journal cannot be used, and that nothing is saved meanwhile."""
    where = str(path)
    if isinstance(error, faults.ForeignError) and error.newer:
        return tr(
            "Not saved: the journal {path} was written by a newer deskbreak. It was left as it "
            "is; install that version again to go on with it.",
            path=where,
        )
    if isinstance(error, faults.ForeignError):
        return tr(
            "Not saved: {path} belongs to another program. It was left as it is; move it away "
            "and start deskbreak again.",
            path=where,
        )
    detail = error.strerror or str(error) if isinstance(error, OSError) else str(error)
    return tr(
        "Not saved: the journal {path} cannot be opened ({detail}). What happens now is shown "
        "until deskbreak ends.",
        path=where,
        detail=detail,
    )
