"""Everything that the program keeps about a person, by name, and its deletion.

Only ordinary files that the program itself names so are deleted. A link is left alone, and so is
what lies behind it; other files in the same folders stay.
"""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from deskbreak.adapters.paths import Paths

_DATA: Final = ("deskbreak.db", "deskbreak.db-*", "deskbreak.db.damaged-*", "deskbreak.db.tmp*")
_BACKUPS: Final = ("deskbreak-*.db", "deskbreak-*.db-*", "deskbreak-*.db.tmp*")
_STATE: Final = (
    *("state.json", ".state-*.tmp", "deskbreak.log", "deskbreak.log.[0-9]"),
    *("*.place", "shortcuts.json", ".deskbreak-*.tmp"),
)
_CONFIG: Final = ("config.toml", "config.toml.damaged-*", ".deskbreak-*.tmp")
_OWN: Final = ("*.toml", "*.toml.bak", ".deskbreak-*.tmp")
_PICTURES: Final = ("*.png", "*.svg", ".deskbreak-*.tmp")


@dataclass(frozen=True, slots=True)
class Belongings:
    """The files that go, and those of the same names that stay because they are links."""

    files: tuple[Path, ...]
    links: tuple[Path, ...]


def belongings(paths: Paths, *, settings: bool) -> Belongings:
    """Return what is kept of a person; with `settings` also those, and their own exercises."""
    places = [(paths.data, _DATA), (paths.backups, _BACKUPS), (paths.state, _STATE)]
    if settings:
        places += [
            (paths.config, _CONFIG),
            (paths.state, ("autostart",)),
            (paths.own_exercises, _OWN),
            (paths.own_routines, _OWN),
            (paths.own_pictures, _PICTURES),
        ]
    files: list[Path] = []
    links: list[Path] = []
    for folder, names in places:
        if folder.is_symlink() and folder.parent == paths.data:
            links.append(folder)
            continue
        for path in _named(folder, names):
            if path.is_symlink():
                links.append(path)
            elif stat.S_ISREG(path.lstat().st_mode):
                files.append(path)
    return Belongings(tuple(files), tuple(links))


def delete(paths: Paths, files: Iterable[Path]) -> tuple[tuple[Path, str], ...]:
    """Delete files, and folders of the program's own that are empty then.

    Returns what could not be deleted, with the reason.
    """
    failed: list[tuple[Path, str]] = []
    for path in files:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            failed.append((path, error.strerror or str(error)))
    own = (paths.backups, paths.own_exercises, paths.own_routines, paths.own_pictures)
    for folder in (*own, paths.data, paths.state, paths.config):
        with suppress(OSError):  # not empty, or never made
            folder.rmdir()
    return tuple(failed)


def _named(folder: Path, names: Iterable[str]) -> Iterator[Path]:
    for name in names:
        with suppress(OSError):
            yield from sorted(folder.glob(name))
