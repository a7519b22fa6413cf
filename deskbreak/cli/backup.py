"""`deskbreak backup`: a checked copy of the journal under any name; running or closed."""

from __future__ import annotations

from pathlib import Path

from deskbreak.adapters.journal import faults
from deskbreak.adapters.journal.restoring import copy_to
from deskbreak.adapters.journal_sqlite import unsaved
from deskbreak.adapters.paths import find_paths
from deskbreak.cli.say import complain, say
from deskbreak.core.exit_code import DONE, FAILED, INVALID_FILE, USAGE
from deskbreak.core.words import English


def run(args: list[str]) -> int:
    """Copy the journal to the file that is named and return the exit code."""
    if len(args) != 1 or not args[0] or args[0].startswith("-"):
        complain("Use: deskbreak backup FILE")
        return USAGE
    journal, target = find_paths().journal_file, Path(args[0])
    try:
        copy_to(journal, target)
    except FileExistsError:
        complain(f"{target} is there already; name a file that is not.")
        return FAILED
    except FileNotFoundError:
        missing = target.parent.is_dir()
        complain("There is no journal yet." if missing else f"There is no folder {target.parent}.")
        return FAILED
    except faults.ForeignError as error:
        complain(unsaved(error, journal, English()))
        return INVALID_FILE
    except faults.DamagedError:
        complain(f"The journal {journal} is damaged; “deskbreak restore --list” shows the backups.")
        return INVALID_FILE
    except OSError as error:
        complain(f"{target} cannot be written: {reason_of(error)}.")
        return FAILED
    say(f"Copied to {target}, and checked. “deskbreak restore {target}” brings it back.")
    return DONE


def reason_of(error: OSError) -> str:
    """Return what the system says of an error, without its number."""
    return error.strerror or str(error)
