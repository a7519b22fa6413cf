"""What the settings files of KDE and GTK say about motion, for desktops without a portal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from deskbreak.adapters.motion_told import Told

_LARGEST = 256 * 1024
_GTK = ("gtk-4.0", "gtk-3.0")


def file_motion(folder: Path) -> Iterator[Told]:
    """Tell what the files in a configuration folder say; a file that is not there says nothing."""
    factor = value_in(folder / "kdeglobals", "KDE", "AnimationDurationFactor")
    yield Told("KDE's settings", _no_duration(factor))
    for name in _GTK:
        enabled = value_in(folder / name / "settings.ini", "Settings", "gtk-enable-animations")
        yield Told(f"the settings of {name}", _switched_off(enabled))


def value_in(file: Path, section: str, key: str) -> str | None:
    """Return a key's value in a file of `[sections]` with `key=value` lines, the last one wins."""
    try:
        with file.open(encoding="utf-8", errors="replace") as opened:
            lines = opened.read(_LARGEST).splitlines()
    except OSError:
        return None
    inside, found = False, None
    for line in lines:
        name, equals, value = line.partition("=")
        if line.startswith("["):
            inside = line.strip() == f"[{section}]"
        elif inside and equals and name.strip() == key:
            found = value.strip()
    return found


def _no_duration(factor: str | None) -> bool | None:
    try:
        return None if factor is None else float(factor) == 0.0
    except ValueError:
        return None


def _switched_off(enabled: str | None) -> bool | None:
    return None if enabled is None else enabled.lower() in {"false", "0"}
