"""`deskbreak import`: brings an export into the journal, with the program running or closed."""

from __future__ import annotations

import json
from contextlib import suppress
from functools import partial
from pathlib import Path

from deskbreak.adapters.instance import AlreadyRunningError, InstanceLock
from deskbreak.adapters.journal.merging import ClashError, Read
from deskbreak.adapters.journal.reader import JournalInvalidError
from deskbreak.adapters.journal_sqlite import merge_into, merge_trial
from deskbreak.adapters.paths import Paths, find_paths, make_folders
from deskbreak.adapters.record_file import RecordFileError, UnreadError, WrongLinesError, read_items
from deskbreak.cli.client import ask
from deskbreak.cli.say import complain, say
from deskbreak.core.exit_code import DONE, FAILED, INVALID_FILE, USAGE
from deskbreak.core.record.merged import Merged, merged_sentence
from deskbreak.core.words import English
from deskbreak.ports import JournalUnavailableError

_USE = "Use: deskbreak import [--check] [--json] FILE"


class _InvalidError(Exception):
    """The file cannot be brought in; each argument is a sentence without its beginning."""


def run(args: list[str]) -> int:
    """Bring in the file that is named, or only look at it, and return the exit code."""
    flags = {word for word in args if word.startswith("--")}
    names = [word for word in args if word not in flags]
    if len(names) != 1 or not names[0] or not flags <= {"--check", "--json"}:
        complain(_USE)
        return USAGE
    path = Path(names[0])
    try:
        result = _merge(path, only_try="--check" in flags)
    except _InvalidError as error:
        for sentence in error.args:
            complain(f"{path}{sentence}")
        complain("Nothing was brought in.")
        return INVALID_FILE
    except JournalInvalidError as error:
        complain(str(error))
        return INVALID_FILE
    except UnreadError as error:
        complain(f"{path} cannot be read: {error}.")
        return FAILED
    except (JournalUnavailableError, OSError) as error:
        complain(str(error))
        return FAILED
    _tell(result, flags)
    return DONE


def _merge(path: Path, *, only_try: bool) -> Merged:
    paths, read = find_paths(), partial(read_items, path)
    try:
        if only_try:
            return merge_trial(paths.journal_file, read, English())
        return _merge_locked(paths, read)
    except WrongLinesError as error:
        raise _InvalidError(*_wrong(error)) from error
    except ClashError as error:
        said = f', line {error.line}: "id" belongs to another entry in the record.'
        raise _InvalidError(said) from error
    except RecordFileError as error:
        raise _InvalidError(f": {error}.") from error


def _merge_locked(paths: Paths, read: Read) -> Merged:
    """Hold the program's lock, so that it does not start; one that runs is told afterwards."""
    for excuse in make_folders(paths):
        complain(excuse)
    lock: InstanceLock | None = None
    with suppress(AlreadyRunningError):
        lock = InstanceLock(paths.lock)
    try:
        result = merge_into(paths.journal_file, read, English())
    finally:
        if lock is not None:
            lock.release()
    if lock is None:
        ask("reread")
    return result


def _wrong(error: WrongLinesError) -> list[str]:
    lines = [f", line {line}: {said}." for line, said in error.said]
    more = error.count - len(lines)
    return [*lines, *([f": {more} more lines are not right."] if more else [])]


def _tell(result: Merged, flags: set[str]) -> None:
    done = "--check" not in flags
    if "--json" in flags:
        say(json.dumps({"done": done, **dict(result.counts)}, indent=2))
    else:
        say(merged_sentence(result, English(), done=done))
