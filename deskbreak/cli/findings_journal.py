"""What `deskbreak doctor` finds in the journal: whether it opens, and which rows are bad."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from deskbreak.adapters.paths import find_paths
from deskbreak.cli.findings import Finding, Found, State
from deskbreak.core.words import English

_MOST_NAMED = 20


def journal() -> Found:
    """Say whether the journal can be read, every row of it."""
    from deskbreak.adapters.journal_sqlite import read_journal  # noqa: PLC0415 - only when asked
    from deskbreak.ports import JournalUnavailableError  # noqa: PLC0415 - only when asked

    paths = find_paths()
    yield from _aside(paths.journal_file)
    if not paths.journal_file.exists():
        yield Finding("journal", State.OK, "None yet; the first start makes it.")
        return
    try:
        with closing(read_journal(paths.journal_file, English())) as reader:
            entries = len(reader.breaks("0000-01-01", "9999-12-31"))
        yield from _bad_rows(paths.journal_file, paths.backups)
    except (JournalUnavailableError, OSError) as error:
        yield Finding("journal", State.BROKEN, str(error))
        yield _newest(paths.backups)
        return
    yield Finding("journal", State.OK, f"{paths.journal_file} opens; {entries} breaks are in it.")
    yield _newest(paths.backups)


def _newest(backups: Path) -> Finding:
    """Name the backup that would take the journal's place."""
    from deskbreak.adapters.journal.backup import newest_good  # noqa: PLC0415 - only when asked
    from deskbreak.adapters.journal.restoring import look_at  # noqa: PLC0415 - likewise

    good = newest_good(backups)
    if good is None:
        return Finding("journal", State.NOTE, f"There is no whole backup in {backups}.")
    held = look_at(good)
    breaks = English().plural("{n} break", "{n} breaks", held.breaks)
    up_to = f" up to {held.last_day}" if held.breaks else ""
    said = (
        f"The newest whole backup is {good.name}: {breaks}{up_to}. "
        "“deskbreak restore --list” shows all."
    )
    return Finding("journal", State.OK, said)


def _bad_rows(path: Path, backups: Path) -> Found:
    """Name each row that does not fit its checksum, and the way to have it back."""
    from deskbreak.adapters.journal.bad_rows import (  # noqa: PLC0415 - only when asked
        bad_rows,
        newest_with,
    )

    bad = bad_rows(path)
    for row in bad[:_MOST_NAMED]:
        said = (
            f"The {row.what} {row.id} of {row.day} was changed from outside: its checksum does "
            "not fit. It is left out."
        )
        yield Finding("journal", State.BROKEN, said)
    if len(bad) > _MOST_NAMED:
        said = f"{len(bad) - _MOST_NAMED} more rows were changed from outside and are left out."
        yield Finding("journal", State.BROKEN, said)
    if bad:
        good = newest_with(backups, bad)
        name = "NAME" if good is None else good.name
        first = (
            "No backup has all of these rows whole; “deskbreak restore --list” shows what there is."
            if good is None
            else f"The backup {name} has these rows whole."
        )
        said = (
            f"{first} To lose nothing: quit deskbreak, “deskbreak export rest.jsonl”, "
            f"“deskbreak restore {name} --yes”, “deskbreak import rest.jsonl”."
        )
        yield Finding("journal", State.NOTE, said)


def _aside(path: Path) -> Found:
    """Name the damaged journals that were kept."""
    for kept in sorted(path.parent.glob(f"{path.name}.damaged-*Z*")):
        if kept.is_file() and not kept.name.endswith(("-journal", "-wal", "-shm")):
            said = f"A damaged journal is kept as {kept}; delete it when nothing is missed."
            yield Finding("journal", State.NOTE, said)
