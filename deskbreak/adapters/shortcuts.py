"""Keys that work everywhere, where the desktop gives any: asked for only when a person wants them.

What asks is loaded then, and not at rest.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from deskbreak.adapters.key_record import KeyRecord
from deskbreak.core.key_action import KeyAction

NO_KEYS = (
    "This desktop gives no keys that work everywhere. A key of its own settings can run a command: "
    "docs/shortcuts.md has the commands."
)
"""Said to who switches them on where nothing can."""

_log = logging.getLogger(__name__)


class Keys(Protocol):
    """Keys that were asked for."""

    def close(self) -> None:
        """Give them back."""
        ...


class Shortcuts:
    """The keys, asked for and given back as the settings say.

    Args:
        act: is told which key was pressed.
        tell: is told a sentence for the person.
        names: what each action is called on the desktop's own list.
        file: keeps which keys were given.
        address: the bus; "" for the session's own.
    """

    def __init__(
        self,
        act: Callable[[KeyAction], None],
        tell: Callable[[str], None],
        names: Mapping[KeyAction, str],
        file: Path,
        address: str = "",
    ) -> None:
        self._act, self._tell, self._names = act, tell, names
        self._record = KeyRecord(file)
        self._address = address
        self._keys: Keys | None = None
        self._on: bool | None = None
        self._by_hand = False

    def choose(self, *, on: bool) -> None:
        """Switch them on or off; the first choice is what was left, the next ones a person's."""
        if on == self._on:
            return
        self._by_hand, self._on = self._on is not None, on
        self.close()
        if on:
            self._keys = self._asked()
        else:
            self._record.write("", {})

    def close(self) -> None:
        """Give them back."""
        keys, self._keys = self._keys, None
        if keys is not None:
            keys.close()

    def _asked(self) -> Keys | None:
        keys: Keys | None = None
        if sys.platform == "linux":
            # The line to the bus is for Linux, and only for who wants keys.
            from deskbreak.adapters.shortcuts_portal import PortalShortcuts  # noqa: PLC0415

            made = PortalShortcuts(self._act, self._told, self._names, self._address)
            made.begin()
            keys = made
        else:
            self._told("no portal on this system", {})
        return keys

    def _told(self, why: str, given: Mapping[KeyAction, str]) -> None:
        """Keep what was given; `why` is "" or why nothing was."""
        self._record.write(why, given)
        if why:
            _log.info("no keys that work everywhere: %s", why)
            if self._by_hand:
                self._tell(NO_KEYS)
        self._by_hand = False
