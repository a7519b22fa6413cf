"""What a process is called, so that a person knows which program is meant."""

from __future__ import annotations

from pathlib import Path


def program_name(pid: int, proc: Path = Path("/proc")) -> str:
    """Return the name of a process's program, "" when that cannot be told.

    The file that runs says more than the process's own short name, except for an interpreter.
    """
    folder = proc / str(pid)
    try:
        file = (folder / "exe").readlink().name.removesuffix(" (deleted)")
    except (OSError, ValueError):
        file = ""
    if file and not file.startswith(("python", "perl", "ruby", "node", "bash", "sh")):
        return file
    try:
        return (folder / "comm").read_text("utf-8", "replace").strip() or file
    except OSError:
        return file
