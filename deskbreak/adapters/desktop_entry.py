"""A desktop file: its own group read as desktops read it, and single keys of it written anew."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

GROUP = "[Desktop Entry]"
_MOST_BYTES = 64 * 1024


def read_entry(path: Path) -> dict[str, str] | None:
    """Return the keys of a desktop file's own group; None when there is no file."""
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES)
    except OSError:
        return None
    text = ""
    with suppress(ValueError):
        text = data.decode("utf-8")
    found: dict[str, str] = {}
    for key, value, _ in _lines(text):
        found.setdefault(key, value)
    return found


def with_values(text: str, values: Mapping[str, str]) -> str:
    """Return the text with other values for keys that it has; every other line stays."""
    lines = text.splitlines(keepends=True)
    for key, _, at in _lines(text):
        if key in values:
            lines[at] = f"{key}={values[key]}\n"
    return "".join(lines)


def is_wanted(entry: Mapping[str, str], desktops: frozenset[str]) -> bool:
    """Return whether a person left it switched on for this desktop."""
    if entry.get("Hidden") == "true" or entry.get("X-GNOME-Autostart-enabled") == "false":
        return False
    only, never = _names(entry.get("OnlyShowIn")), _names(entry.get("NotShowIn"))
    return (not only or bool(only & desktops)) and not never & desktops


def _names(value: str | None) -> frozenset[str]:
    return frozenset(name for name in (value or "").split(";") if name)


def _lines(text: str) -> list[tuple[str, str, int]]:
    """Return key, value and line number of each line of the entry's own group."""
    found: list[tuple[str, str, int]] = []
    group = ""
    for at, line in enumerate(text.splitlines()):
        if line.startswith("["):
            group = line.strip()
        elif group == GROUP and "=" in line and not line.startswith("#"):
            key, _, value = line.partition("=")
            found.append((key.strip(), value.strip(), at))
    return found
