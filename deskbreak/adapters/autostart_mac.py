"""Starting with the desktop on macOS: a launch agent."""

from __future__ import annotations

import os
import plistlib
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from deskbreak import APP_ID
from deskbreak.adapters.atomic_file import write_atomically
from deskbreak.adapters.autostart_form import elsewhere, foreign, has_moved, is_same

_LAUNCHCTL = "/bin/launchctl"
_LIMIT_S = 1.0
_HELD_OFF = (
    "macOS holds it switched off (System Settings, General, Login Items), "
    "so it does not start with the desktop."
)

Launchctl = Callable[[tuple[str, ...]], str]
"""Runs launchctl with these words and returns what it printed, "" when it failed."""


class LaunchAgentAutostart:
    """A `ports.Autostart` as a property list in `~/Library/LaunchAgents`."""

    def __init__(
        self, command: tuple[str, ...], home: Path, launchctl: Launchctl | None = None
    ) -> None:
        self._command = command
        self._launchctl = launchctl or run_launchctl
        self.path = home / "Library" / "LaunchAgents" / f"{APP_ID}.plist"

    def is_on(self) -> bool:
        """Return whether the agent runs at login: it says so, its program exists, macOS lets it."""
        argv = _wanted(self._agent())
        return bool(argv) and shutil.which(argv[0]) is not None and not self._held_off()

    def note(self) -> str:
        """Say what macOS holds off, and when the agent starts something else than this program."""
        argv = _wanted(self._agent())
        if not argv:
            return ""
        if self._held_off():
            return _HELD_OFF
        if is_same(argv, self._command):
            return ""
        if has_moved(argv, self._command):
            return elsewhere(str(self.path), argv[0])
        return foreign(str(self.path), " ".join(argv))

    def switch(self, *, on: bool) -> str:
        """Switch it; return "" or a sentence that says why it could not be done."""
        try:
            if on:
                write_atomically(self.path, agent_plist(self._command))
                if self._held_off():
                    self._launchctl(("enable", f"{domain()}/{APP_ID}"))
            else:
                self.path.unlink(missing_ok=True)
        except OSError as error:
            return f"{self.path} cannot be changed: {error.strerror}."
        return ""

    def repair(self) -> bool:
        """Point an own agent that is on to this program, if it moved; return whether it was.

        Other keys of the list stay as they are.
        """
        found = self._agent()
        argv = _wanted(found)
        if found is None or not has_moved(argv, self._command):
            return False
        try:
            moved = {**found, "ProgramArguments": list(self._command)}
            write_atomically(self.path, plistlib.dumps(moved))
        except OSError:
            return False
        return True

    def settled(self) -> str:
        """Return "": a file is written at once."""
        return ""

    def _agent(self) -> dict[str, object] | None:
        """Return the agent's keys, None when there is no agent that can be read."""
        try:
            found: object = plistlib.loads(self.path.read_bytes())
        except (OSError, ValueError):
            return None
        return found if isinstance(found, dict) else None

    def _held_off(self) -> bool:
        return is_disabled(self._launchctl(("print-disabled", domain())), APP_ID)


def agent_plist(command: tuple[str, ...]) -> bytes:
    """Return the property list that starts `command` at login."""
    return plistlib.dumps(
        {"Label": APP_ID, "ProgramArguments": list(command), "RunAtLoad": True},
        sort_keys=True,
    )


def is_disabled(printed: str, label: str) -> bool:
    """Return whether `launchctl print-disabled` names an agent as disabled.

    Newer systems print `"label" => disabled`, older ones `"label" => true`.
    """
    pattern = rf'^\s*"{re.escape(label)}"\s*=>\s*(?:disabled|true)\s*$'
    return re.search(pattern, printed, re.MULTILINE) is not None


def domain() -> str:
    """Return the name by which launchctl knows this person's desktop."""
    if sys.platform == "win32":
        name = ""  # there is none to be asked
    else:
        name = f"gui/{os.getuid()}"
    return name


def run_launchctl(words: tuple[str, ...]) -> str:
    """Run launchctl, which answers within milliseconds; "" when it does not."""
    try:
        ran = subprocess.run(  # noqa: S603 - a program of the system, with words of our own
            [_LAUNCHCTL, *words], capture_output=True, check=True, timeout=_LIMIT_S
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return ran.stdout.decode("utf-8", "replace")


def _wanted(agent: dict[str, object] | None) -> tuple[str, ...]:
    """Return what an agent starts at login, () when it starts nothing."""
    if agent is None or agent.get("RunAtLoad") is not True or agent.get("Disabled"):
        return ()
    argv = agent.get("ProgramArguments")
    return tuple(map(str, argv)) if isinstance(argv, list) else ()
