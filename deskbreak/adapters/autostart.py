"""Starting with the desktop: the member of this family that fits the system."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from deskbreak import ports
from deskbreak.adapters.autostart_mac import LaunchAgentAutostart
from deskbreak.adapters.autostart_xdg import XdgAutostart

if sys.platform == "win32":
    from deskbreak.adapters.autostart_win import RunKeyAutostart, UserRunRegistry


_log = logging.getLogger(__name__)
_IN_FLATPAK = Path("/.flatpak-info")  # every Flatpak has it, and nothing else does


class RepairingAutostart(ports.Autostart, Protocol):
    """Autostart that can mend itself after the program moved."""

    def repair(self) -> bool:
        """Point an own entry that is on to this program, if it moved; return whether it was."""
        ...

    def settled(self) -> str:
        """Wait until the desktop has answered to the last switch; return "" or why it refused."""
        ...


class NoAutostart:
    """The member for systems where nothing is known about starting programs."""

    def is_on(self) -> bool:
        """Return False."""
        return False

    def note(self) -> str:
        """Return "": there is nothing to know."""
        return ""

    def switch(self, *, on: bool) -> str:
        """Return why it cannot be switched on; off it already is."""
        return "deskbreak does not know how this system starts programs." if on else ""

    def repair(self) -> bool:
        """Return False: there is nothing to mend."""
        return False

    def settled(self) -> str:
        """Return "": nothing is asked."""
        return ""


def program_command(executable: str, script: str, *, frozen: bool) -> tuple[str, ...]:
    """Return what starts this very program in the background.

    Args:
        executable: the running Python, or the program itself when frozen.
        script: the file that was started, `sys.argv[0]`.
        frozen: whether the program was built into one executable.
    """
    if frozen:
        return executable, "run"
    quiet = Path(executable).absolute().with_name("pythonw.exe")
    if quiet.is_file():  # on Windows: whatever else starts it opens a console
        return str(quiet), "-m", "deskbreak", "run"
    started = Path(script).absolute()
    beside = Path(executable).absolute().with_name("deskbreak")
    for candidate in (started, beside):
        if candidate.stem == "deskbreak" and candidate.is_file():
            return str(candidate), "run"
    return str(Path(executable).absolute()), "-m", "deskbreak", "run"


def mend(autostart: RepairingAutostart) -> None:
    """Point the start with the desktop to this program, and say in the log what came of it."""
    if autostart.repair():
        _log.info("The program has moved: its start with the desktop was mended.")
    note = autostart.note()
    if note:
        _log.info("%s", note)


def find_autostart(command: tuple[str, ...], environment: Mapping[str, str]) -> RepairingAutostart:
    """Return how this system starts `command` with the desktop."""
    found: RepairingAutostart
    if sys.platform == "win32":
        found = RunKeyAutostart(command, UserRunRegistry())
    elif sys.platform == "darwin":
        found = LaunchAgentAutostart(command, Path.home())
    elif sys.platform == "linux":
        found = XdgAutostart(command, environment)
    else:
        found = NoAutostart()
    return found


def own_autostart(
    environment: Mapping[str, str], tell: Callable[[str], None] = lambda _said: None
) -> RepairingAutostart:
    """Return how this system starts this very program with the desktop.

    `tell` is told when the desktop refuses what it was asked.
    """
    frozen = hasattr(sys, "frozen")
    command = program_command(sys.executable, sys.argv[0], frozen=frozen)
    if _IN_FLATPAK.is_file():
        # The portal needs a line to the bus, which nobody else needs here.
        from deskbreak.adapters.autostart_portal import PortalAutostart  # noqa: PLC0415
        from deskbreak.adapters.paths import find_paths  # noqa: PLC0415

        return PortalAutostart(find_paths().state / "autostart", tell)
    return find_autostart(command, environment)
