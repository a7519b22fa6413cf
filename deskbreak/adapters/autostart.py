"""Starting with the desktop: the member of this family that fits the system."""

from __future__ import annotations

import logging
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from deskbreak import ports
from deskbreak.adapters.autostart_mac import LaunchAgentAutostart
from deskbreak.adapters.autostart_xdg import XdgAutostart

if sys.platform == "win32":
    from deskbreak.adapters.autostart_win import RunKeyAutostart


_log = logging.getLogger(__name__)


class RepairingAutostart(ports.Autostart, Protocol):
    """Autostart that can mend itself after the program moved."""

    def repair(self) -> bool:
        """Mend what is on but points to a program that is gone; return whether it was mended."""
        ...


class NoAutostart:
    """The member for systems where nothing is known about starting programs."""

    def is_on(self) -> bool:
        """Return False."""
        return False

    def switch(self, *, on: bool) -> str:
        """Return why it cannot be switched on; off it already is."""
        return "deskbreak does not know how this system starts programs." if on else ""

    def repair(self) -> bool:
        """Return False: there is nothing to mend."""
        return False


def program_command(executable: str, script: str, *, frozen: bool) -> tuple[str, ...]:
    """Return what starts this very program in the background.

    Args:
        executable: the running Python, or the program itself when frozen.
        script: the file that was started, `sys.argv[0]`.
        frozen: whether the program was built into one executable.
    """
    if frozen:
        return executable, "run"
    started = Path(script).absolute()
    beside = Path(executable).absolute().with_name("deskbreak")
    for candidate in (started, beside):
        if candidate.stem == "deskbreak" and candidate.is_file():
            return str(candidate), "run"
    return str(Path(executable).absolute()), "-m", "deskbreak", "run"


def mend(autostart: RepairingAutostart) -> None:
    """Mend what is on but points to a program that is gone, and say so in the log."""
    if autostart.repair():
        _log.info("The program has moved: its start with the desktop was mended.")


def find_autostart(command: tuple[str, ...], environment: Mapping[str, str]) -> RepairingAutostart:
    """Return how this system starts `command` with the desktop."""
    found: RepairingAutostart
    if sys.platform == "win32":
        found = RunKeyAutostart(command)
    elif sys.platform == "darwin":
        found = LaunchAgentAutostart(command, Path.home())
    elif sys.platform == "linux":
        found = XdgAutostart(command, environment)
    else:
        found = NoAutostart()
    return found


def own_autostart(environment: Mapping[str, str]) -> RepairingAutostart:
    """Return how this system starts this very program with the desktop."""
    frozen = hasattr(sys, "frozen")
    return find_autostart(program_command(sys.executable, sys.argv[0], frozen=frozen), environment)
