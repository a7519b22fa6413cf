"""What changes the journal while no program runs: the lock is held, so that none can start."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

from deskbreak.adapters.catalog import load_exercises, load_recipes
from deskbreak.adapters.clock import SystemClock
from deskbreak.adapters.instance import AlreadyRunningError, InstanceLock
from deskbreak.adapters.journal.reader import JournalInvalidError
from deskbreak.adapters.journal_sqlite import write_journal
from deskbreak.adapters.paths import find_paths, make_folders, site_config_file
from deskbreak.adapters.settings_toml import SettingsToml
from deskbreak.cli.act import Args
from deskbreak.cli.say import complain, say
from deskbreak.core.command import Command
from deskbreak.core.exit_code import DONE, FAILED, INVALID_FILE, USAGE
from deskbreak.core.protocol import Query, Request, parse, response_of
from deskbreak.core.protocol_args import ProtocolError
from deskbreak.core.settings.values import Settings
from deskbreak.core.wishes import AddBreak, DeleteBreak, NoteBreak, UndoMend
from deskbreak.core.words import English
from deskbreak.mending import Mender
from deskbreak.ports import JournalUnavailableError, KeptJournal


def mend_closed(verb: str, args: Args) -> int:
    """Mend the journal without the program; say what came of it and return the exit code."""
    try:
        wish = parse(Request(verb, args))
    except ProtocolError as error:
        complain(str(error))
        return USAGE
    return with_closed(lambda journal, settings: _mend(journal, settings, wish))


def with_closed(use: Callable[[KeptJournal, Settings], int]) -> int:
    """Hand on the journal, open for writing, and the settings; return an exit code."""
    paths = find_paths()
    for excuse in make_folders(paths):
        complain(excuse)
    try:
        lock = InstanceLock(paths.lock)
    except AlreadyRunningError:
        complain("deskbreak is just starting or does not answer; try again in a moment.")
        return FAILED
    except OSError as error:
        complain(f"{paths.lock} cannot be locked: {error.strerror}.")
        return FAILED
    try:
        settings, _ = SettingsToml(paths.config_file, site=site_config_file()).load()
        clock = SystemClock()
        opened = write_journal(
            paths.journal_file,
            paths.backups,
            lambda: clock.read().utc,
            English(),
            lambda: settings.record,
        )
        with closing(opened) as journal:
            return use(journal, settings)
    except JournalInvalidError as error:
        complain(str(error))
        return INVALID_FILE
    except JournalUnavailableError as error:
        complain(str(error))
        return FAILED
    finally:
        lock.release()


def _mend(journal: KeptJournal, settings: Settings, wish: Command | Query) -> int:
    if not isinstance(wish, AddBreak | NoteBreak | DeleteBreak | UndoMend):
        return USAGE
    mender = Mender(journal, SystemClock(), _knows, English())
    response = response_of(mender.mend(wish, settings.office))
    (say if response.code == DONE else complain)(response.text)
    return response.code


def _knows(name: str) -> bool:
    return name in load_exercises() or any(recipe.id == name for recipe in load_recipes())
