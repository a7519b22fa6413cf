"""A checksum over each row: SQLite's own pages have none, so a flipped bit would pass."""

from __future__ import annotations

import json

# The module behind hashlib's blake2b; hashlib itself would load OpenSSL into a resting program.
from _blake2 import blake2b

from deskbreak.core.record.as_json import Json

SIZE = 8


canonical = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode
"""Writes JSON in the one form that is summed: sorted keys, no spaces, UTF-8 as it is."""


def checksum(value: Json) -> bytes:
    """Return the sum of a value's canonical form."""
    return blake2b(canonical(value).encode("utf-8", "replace"), digest_size=SIZE).digest()
