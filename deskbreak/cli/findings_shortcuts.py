"""What `deskbreak doctor` says of keys that work everywhere: who gives them, and which."""

from __future__ import annotations

import sys

from deskbreak.adapters.desktop_probe import Presence, portal_part, session_bus
from deskbreak.adapters.key_record import KeyRecord
from deskbreak.adapters.paths import find_paths, site_config_file
from deskbreak.adapters.settings_toml import SettingsToml
from deskbreak.cli.findings import Finding, Found, State
from deskbreak.core.key_action import key_names
from deskbreak.core.words import English

_PART = "org.freedesktop.portal.GlobalShortcuts"
_ELSE = "docs/shortcuts.md says how to give a key to a command."
_THERE = {
    Presence.NO_BUS: "No session bus, so nothing gives keys that work everywhere.",
    Presence.ABSENT: "No portal here gives keys that work everywhere.",
    Presence.STARTABLE: "A portal that may give keys that work everywhere starts when asked.",
    Presence.RUNNING: "The portal gives keys that work everywhere (GlobalShortcuts).",
}


def shortcuts() -> Found:
    """Say whether the portal is there, whether it is asked, and which keys it gave."""
    there = portal_part(session_bus(), _PART) if sys.platform == "linux" else Presence.ABSENT
    may = there in {Presence.RUNNING, Presence.STARTABLE}
    said = _THERE[there] if may else f"{_THERE[there]} {_ELSE}"
    yield Finding("shortcuts", State.OK if may else State.NOTE, said)
    settings, _ = SettingsToml(find_paths().config_file, site=site_config_file()).load()
    if not settings.shortcuts.everywhere:
        switch = "deskbreak config set shortcuts.everywhere true"
        yield Finding("shortcuts", State.OK, f"Off in the settings; {switch} asks for them.")
        return
    why, given = KeyRecord(find_paths().state / "shortcuts.json").read()
    names = key_names(English())
    keys = "; ".join(f"{names[action]}: {key}" for action, key in given.items())
    if keys:
        yield Finding("shortcuts", State.OK, f"Given last: {keys}.")
    else:
        yield Finding("shortcuts", State.NOTE, f"Asked for; none given ({why or 'not yet'}).")
