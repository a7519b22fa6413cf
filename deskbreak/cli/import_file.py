"""`deskbreak import`: brings an export into the journal, with the program running or closed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from deskbreak.adapters.instance import AlreadyRunningError, InstanceLock
from deskbreak.adapters.journal.merging import ClashError
from deskbreak.adapters.journal.reader import JournalInvalidError
from deskbreak.adapters.journal_sqlite import merge_into, merge_trial
from deskbreak.adapters.paths import Paths, find_paths, make_folders
from deskbreak.adapters.record_file import RecordFileError, Wrong, read_items
from deskbreak.cli.client import ask
from deskbreak.cli.say import complain, say
from deskbreak.core.exit_code import DONE, FAILED, INVALID_FILE, USAGE
from deskbreak.core.record.items import Item
from deskbreak.core.record.merged import Merged, merged_sentence
from deskbreak.core.words import English
from deskbreak.ports import JournalUnavailableError

_USE = "Use: deskbreak import [--check] [--json] FILE"
_MOST_TOLD = 20


class _InvalidError(Exception):
    """The file is not as an export writes it; each argument is a sentence."""


def run(args: list[str]) -> int:
    """Bring in the file that is named, or only look at it, and return the exit code."""
    flags = {word for word in args if word.startswith("--")}
    names = [word for word in args if word not in flags]
    if len(names) != 1 or not names[0] or not flags <= {"--check", "--json"}:
        complain(_USE)
        return USAGE
    path = Path(names[0])
    try:
        _look_over(path)
        result = _merge(path, only_try="--check" in flags)
    except _InvalidError as error:
        for sentence in error.args:
            complain(f"{path}{sentence}")
        complain("Nothing was brought in.")
        return INVALID_FILE
    except JournalInvalidError as error:
        complain(str(error))
        return INVALID_FILE
    except (JournalUnavailableError, OSError) as error:
        complain(_why(path, error))
        return FAILED
    _tell(result, flags)
    return DONE


def _look_over(path: Path) -> None:
    """Read the whole file once before anything is written.

    Raises:
        _InvalidError: some of its lines are not right.
        OSError: it cannot be read.
    """
    wrong: list[str] = []
    more = 0
    try:
        for found in read_items(path):
            if isinstance(found, Wrong):
                if len(wrong) < _MOST_TOLD:
                    wrong.append(f", line {found.line}: {found.said}.")
                else:
                    more += 1
    except RecordFileError as error:
        raise _InvalidError(f": {error}.") from error
    if more:
        wrong.append(f": {more} more lines are not right.")
    if wrong:
        raise _InvalidError(*wrong)


def _items(path: Path) -> Iterator[tuple[int, Item]]:
    """Read the file again; what has changed in it since then ends the import."""
    for found in read_items(path):
        if isinstance(found, Wrong):
            raise _InvalidError(f", line {found.line}: {found.said}.")
        yield found


def _merge(path: Path, *, only_try: bool) -> Merged:
    paths, tr = find_paths(), English()
    try:
        if only_try:
            return merge_trial(paths.journal_file, _items(path), tr)
        return _merge_locked(paths, path)
    except ClashError as error:
        said = f', line {error.line}: "id" belongs to another entry in the record.'
        raise _InvalidError(said) from error
    except RecordFileError as error:
        raise _InvalidError(f": {error}.") from error


def _merge_locked(paths: Paths, path: Path) -> Merged:
    """Hold the program's lock, so that it does not start; one that runs is told afterwards."""
    for excuse in make_folders(paths):
        complain(excuse)
    lock: InstanceLock | None = None
    with suppress(AlreadyRunningError):
        lock = InstanceLock(paths.lock)
    try:
        result = merge_into(paths.journal_file, _items(path), English())
    finally:
        if lock is not None:
            lock.release()
    if lock is None:
        ask("reread")
    return result


def _tell(result: Merged, flags: set[str]) -> None:
    done = "--check" not in flags
    if "--json" in flags:
        say(json.dumps({"done": done, **dict(result.counts)}, indent=2))
    else:
        say(merged_sentence(result, English(), done=done))


def _why(path: Path, error: Exception) -> str:
    if isinstance(error, OSError):
        return f"{error.filename or path} cannot be read: {error.strerror or error}."
    return str(error)
