"""Which startup entries are deskbreak's own doing, and which a person has written or changed."""

from __future__ import annotations

import re
from pathlib import Path

_WHOLE_PATH = re.compile(r"/|[A-Za-z]:[\\/]|\\\\")


def is_own_form(argv: tuple[str, ...]) -> bool:
    """Return whether a command is one that deskbreak writes: a whole path, and what follows."""
    program, rest = argv[0] if argv else "", argv[1:]
    if not _WHOLE_PATH.match(program):
        return False
    name = re.split("/" if program.startswith("/") else r"[\\/]", program)[-1].lower()
    as_module = rest == ("-m", "deskbreak", "run") and name.startswith("python")
    return as_module or (rest == ("run",) and name.startswith("deskbreak"))


def is_same(argv: tuple[str, ...], command: tuple[str, ...]) -> bool:
    """Return whether two commands start the same program, perhaps by another name for it."""
    if argv == command:
        return True
    # The interpreters of two environments may be one file, and yet start two programs.
    if argv[1:] != ("run",) or command[1:] != ("run",):
        return False
    try:
        return Path(argv[0]).samefile(command[0])
    except OSError:
        return False


def has_moved(argv: tuple[str, ...], command: tuple[str, ...]) -> bool:
    """Return whether deskbreak's own entry starts it from another place than `command`."""
    return is_own_form(argv) and not is_same(argv, command)


def elsewhere(where: str, program: str) -> str:
    """Say that an entry starts another deskbreak than this one."""
    return (
        f"{where} starts the deskbreak at {program}; this one puts that right when it is started."
    )


def foreign(where: str, starts: str) -> str:
    """Say that an entry is not deskbreak's own doing."""
    return (
        f"{where} was written or changed by hand and starts: {starts or 'nothing'}. "
        "It is left as it is; switch it off and on again to have it written anew."
    )
