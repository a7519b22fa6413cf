"""Says in plain words why a value of a file does not fit its form."""

from __future__ import annotations

import re
from collections.abc import Collection
from difflib import get_close_matches

_PLACE = re.compile(r" - at `\$\.?(?P<key>[^`]*)`$")
_UNKNOWN = re.compile(r"Object contains unknown field `(?P<key>[^`]*)`")
_MISSING = re.compile(r"Object missing required field `(?P<key>[^`]*)`")
_KIND = re.compile(r"Expected `(?P<right>[^`]*)`, got `(?P<wrong>[^`]*)`")
_KINDS = {
    "str": "a text in quotes",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list in [ ]",
    "object": "a table of keys and values",
}


def plain_fault(error: Exception, known: Collection[str] = ()) -> tuple[str, str]:
    """Return the key that a value was refused for, and what would be right.

    Args:
        error: What msgspec said.
        known: The keys that are right at the top of the file; one like the wrong key is offered.
    """
    found = _PLACE.search(str(error))
    place = found["key"] if found else ""
    said = _PLACE.sub("", str(error))
    if unknown := _UNKNOWN.fullmatch(said):
        return _below(place, unknown["key"]), _unknown(unknown["key"], () if place else known)
    if missing := _MISSING.fullmatch(said):
        return _below(place, missing["key"]), "is missing; write it into the file"
    if kind := _KIND.fullmatch(said):
        return place, f"has to be {_named(kind['right'])}, and is {_named(kind['wrong'])}"
    return place, said


def _below(place: str, key: str) -> str:
    return f"{place}.{key}" if place else key


def _unknown(key: str, known: Collection[str]) -> str:
    like = get_close_matches(key, known, 1)
    return f'is no key of this file; write "{like[0]}"' if like else "is no key here; remove it"


def _named(kinds: str) -> str:
    """Name kinds of values, of which one or more are right."""
    names = (kind.strip() for kind in kinds.split("|"))
    return " or ".join(_KINDS.get(name, "nothing" if name == "null" else name) for name in names)
