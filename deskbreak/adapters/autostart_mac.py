"""Starting with the desktop on macOS: a launch agent."""

from __future__ import annotations

import plistlib
import shutil
from pathlib import Path

from deskbreak import APP_ID
from deskbreak.adapters.atomic_file import write_atomically


class LaunchAgentAutostart:
    """A `ports.Autostart` as a property list in `~/Library/LaunchAgents`."""

    def __init__(self, command: tuple[str, ...], home: Path) -> None:
        self._command = command
        self.path = home / "Library" / "LaunchAgents" / f"{APP_ID}.plist"

    def is_on(self) -> bool:
        """Return whether the agent runs at login and its program exists."""
        command = self._agent()
        return command is not None and shutil.which(command) is not None

    def switch(self, *, on: bool) -> str:
        """Switch it; return "" or a sentence that says why it could not be done."""
        try:
            if on:
                write_atomically(self.path, agent_plist(self._command))
            else:
                self.path.unlink(missing_ok=True)
        except OSError as error:
            return f"{self.path} cannot be changed: {error.strerror}."
        return ""

    def repair(self) -> bool:
        """Write the agent anew when it is on but its program moved; return whether it was."""
        return self._agent() is not None and not self.is_on() and self.switch(on=True) == ""

    def _agent(self) -> str | None:
        """Return the program that the agent starts at login, None when it starts none."""
        try:
            found = plistlib.loads(self.path.read_bytes())
            wanted = found["RunAtLoad"] is True and not found.get("Disabled")
            return str(found["ProgramArguments"][0]) if wanted else None
        except (OSError, ValueError, KeyError, IndexError, TypeError, AttributeError):
            return None


def agent_plist(command: tuple[str, ...]) -> bytes:
    """Return the property list that starts `command` at login."""
    return plistlib.dumps(
        {"Label": APP_ID, "ProgramArguments": list(command), "RunAtLoad": True},
        sort_keys=True,
    )
