"""Finds keys so long that parsing them would cost seconds and gigabytes."""

from __future__ import annotations

import re

MOST_DOTS = 16
"""A key with more dots than this is refused before it is parsed."""

MOST_IN_A_LINE = 200
"""No line of an honest file has more; it also bounds what the pattern below may cost."""

_DOTTED = re.compile(r"^[^=#\n]*(?:\.[^=#\n.]*){" + str(MOST_DOTS + 1) + r",}=", re.MULTILINE)


def has_long_key(text: str) -> bool:
    """Return whether a TOML text has a key with too many dots, in an inline table too.

    A key never leaves its line, and a line never ends but at a line feed.
    """
    if any(line.count(".") > MOST_IN_A_LINE for line in text.split("\n")):
        return True
    return _DOTTED.search(text) is not None
