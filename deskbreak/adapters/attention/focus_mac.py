"""Focus and do-not-disturb of macOS: it publishes them nowhere, but keeps them in a file.

Only programs with full disk access may read it; any other is told so by `doctor`.
"""

from __future__ import annotations

import json
from pathlib import Path

from deskbreak.core.timing.sensed import Cause, Hold

_FILE = "Library/DoNotDisturb/DB/Assertions.json"
_MOST_BYTES = 1_000_000


def mac_focus(home: Path) -> frozenset[Cause]:
    """Return the reason, while a focus is on.

    Raises:
        OSError: the file may not be read, or is not there.
    """
    with (home / _FILE).open("rb") as file:
        raw = file.read(_MOST_BYTES)
    try:
        tree: object = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise OSError("the file of the focus cannot be understood") from error
    records = tree.get("data") if isinstance(tree, dict) else None
    on = isinstance(records, list) and any(
        isinstance(each, dict) and each.get("storeAssertionRecords") for each in records
    )
    return frozenset({Cause(Hold.DO_NOT_DISTURB)}) if on else frozenset()
