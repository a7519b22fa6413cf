"""Values as a TOML file holds them, before and after they become settings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import TypeAlias

Plain: TypeAlias = "str | int | float | bool | date | time | list[Plain] | dict[str, Plain]"
"""One value of a TOML file (`datetime` is a `date`)."""

Tree: TypeAlias = Mapping[str, Plain]
"""A whole file, or one section of it."""

SHOWN = 60
"""How many characters of a wrong value a sentence quotes."""

_MOST_BITS = 4096
"""Beyond this Python refuses to write a number in decimal."""

_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


class NotRightError(ValueError):
    """A value does not fit its key; the text is what is wrong, or "" when that is plain."""


def toml_text(value: Plain) -> str:
    """Return `value` as TOML writes it on one line."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return '"' + "".join(_escaped(char) for char in value) + '"'
        case list():
            return "[" + ", ".join(toml_text(item) for item in value) + "]"
        case dict():
            inside = ", ".join(f"{_key(name)} = {toml_text(item)}" for name, item in value.items())
            return "{ " + inside + " }" if inside else "{}"
        case date() | time():
            return value.isoformat()
        case int() if value.bit_length() > _MOST_BITS:
            return hex(value)
        case _:
            return repr(value)


def shown(value: Plain) -> str:
    """Return `value` as TOML, cut to what a sentence can carry."""
    text = toml_text(value)
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def lookup(tree: Tree, key: str) -> Plain | None:
    """Return the value under a dotted key, None when it is not there."""
    here: Plain = dict(tree)
    for part in key.split("."):
        if not isinstance(here, dict) or part not in here:
            return None
        here = here[part]
    return here


def _escaped(char: str) -> str:
    if char in _SHORT:
        return _SHORT[char]
    return char if char.isprintable() else f"\\U{ord(char):08x}"


def _key(name: str) -> str:
    bare = name and name.isascii() and name.replace("-", "").replace("_", "").isalnum()
    return name if bare else toml_text(name)
