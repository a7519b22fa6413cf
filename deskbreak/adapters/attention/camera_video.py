"""Who has a camera open, as the open files of this user's processes tell (Linux)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from deskbreak.adapters.attention.programs import program_name

_NODE = "video"


@dataclass(frozen=True, slots=True)
class Filming:
    """What was found: whether there is a camera at all, and which programs have one open."""

    there: bool
    programs: frozenset[str] = frozenset()


def has_camera(devices: Path = Path("/dev")) -> bool:
    """Return whether there is a camera at all."""
    return any(devices.glob(f"{_NODE}[0-9]*"))


def open_cameras(proc: Path = Path("/proc"), devices: Path = Path("/dev")) -> Filming:
    """Return which programs have a camera open; processes of others cannot be looked into.

    Without a camera nobody's files are looked at. A process that ends meanwhile says nothing.
    """
    if not has_camera(devices):
        return Filming(there=False)
    prefix = str(devices / _NODE)
    own = str(os.getpid())
    found = {
        program_name(int(process), proc)
        for process in _names(proc)
        if process.isdecimal() and process != own and _has_open(proc / process / "fd", prefix)
    }
    return Filming(there=True, programs=frozenset(found))


def _names(folder: Path) -> Iterator[str]:
    """Yield the names in a folder, none when it cannot be looked into."""
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                yield entry.name
    except OSError:
        return


def _has_open(folder: Path, prefix: str) -> bool:
    for name in _names(folder):
        try:
            place = os.readlink(folder / name)  # noqa: PTH115 - a million Paths would cost seconds
        except OSError:
            continue
        if place.startswith(prefix) and place[len(prefix) :].isdecimal():
            return True
    return False
