"""`deskbreak autostart`: start with the desktop or not, and whether it truly does."""

from __future__ import annotations

import os

from deskbreak.adapters.autostart import own_autostart
from deskbreak.cli.say import complain, say
from deskbreak.core.exit_code import DONE, FAILED, USAGE


def run(args: list[str]) -> int:
    """Run `deskbreak autostart` with the words after it and return its exit code."""
    autostart = own_autostart(os.environ)
    match args:
        case ["status"]:
            say("on" if autostart.is_on() else "off")
            complain(autostart.note())
            return DONE
        case ["on" | "off" as wanted]:
            why = autostart.switch(on=wanted == "on") or autostart.settled()
            if not why and autostart.is_on() != (wanted == "on"):
                why = f"deskbreak was switched {wanted}, but the desktop does not follow."
            complain(why)
            return FAILED if why else DONE
        case _:
            complain("Use: deskbreak autostart on|off|status")
            return USAGE
