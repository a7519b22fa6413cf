"""Ids for what a person makes: from the title, so that the journal stays readable for ever."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

LONGEST = 40
_NAMELESS = "own"
_FITS = re.compile(r"[a-z][a-z0-9_]{0,39}")


def is_id(name: str) -> bool:
    """Return whether a name can be an id: small letters, digits and underscores."""
    return _FITS.fullmatch(name) is not None


def id_for(title: str, taken: Container[str]) -> str:
    """Return an id that reads like the title and is not taken."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii")
    words = re.sub(r"[^a-z0-9]+", "_", plain.lower()).strip("_")
    name = words if words[:1].isalpha() else f"{_NAMELESS}_{words}".strip("_")
    return free(name[:LONGEST].strip("_"), taken)


def free(name: str, taken: Container[str]) -> str:
    """Return the name, with a number where it is taken."""
    number, found = 1, name
    while found in taken:
        number += 1
        end = f"_{number}"
        found = name[: LONGEST - len(end)] + end
    return found
