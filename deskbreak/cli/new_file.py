"""Writes a file that a person named: a new one, for them alone, and never half of it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from deskbreak.cli.say import complain

_BINARY: int = getattr(os, "O_BINARY", 0)
"""Windows changes the ends of lines without it."""


def write_new(path: str, parts: Iterable[bytes]) -> int | None:
    """Write parts as they come, to the disk; a file that is there already is left as it is.

    No part is asked for before the file is made.

    Returns:
        How many parts there were; None when it could not be written, which the person was told.
    """
    try:
        made = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
    except FileExistsError:
        complain(f"{path} is there already; name a file that is not.")
        return None
    except OSError as error:
        complain(f"{path} cannot be written: {error.strerror}.")
        return None
    try:
        with os.fdopen(made, "wb") as out:
            count = 0
            for part in parts:
                out.write(part)
                count += 1
            out.flush()
            os.fsync(out.fileno())
    except BaseException as error:
        with suppress(OSError):
            Path(path).unlink()  # half a file must not pass for a whole one
        if not isinstance(error, OSError):
            raise
        complain(f"{path} cannot be written: {error.strerror}.")
        return None
    return count
