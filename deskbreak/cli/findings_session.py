"""What `deskbreak doctor` says of a guided session: what is heard of it, and how much moves."""

from __future__ import annotations

import sys
from pathlib import Path

from deskbreak.adapters.paths import find_paths, site_config_file
from deskbreak.adapters.settings_toml import SettingsToml
from deskbreak.cli.findings import Finding, Found, State
from deskbreak.core.settings.values import Display


def _display() -> Display:
    settings, _ = SettingsToml(find_paths().config_file, site=site_config_file()).load()
    return settings.display


def sound() -> Found:
    """Say what plays chimes and what speaks, or why nothing is heard."""
    from deskbreak.adapters.sound_process import find_commands  # noqa: PLC0415 - loads Qt
    from deskbreak.adapters.voice_plyer import find_speaker  # noqa: PLC0415 - loads Qt

    chosen = _display().sound
    switched = " (off in the settings)" if chosen == "off" else ""
    players = [Path(command[0]).name for command in find_commands()]
    player = "winsound" if sys.platform == "win32" else next(iter(players), "")
    if player:
        yield Finding("sound", State.OK, f"Chimes: {player} plays them{switched}.")
    else:
        said = "Chimes: no program here plays sounds (pw-play, paplay, canberra-gtk-play, aplay)."
        yield Finding("sound", State.NOTE, said)
    speaker = find_speaker()
    if speaker:
        yield Finding("sound", State.OK, f"Voice: {speaker} speaks{switched}.")
    else:
        said = "Voice: nothing here speaks; espeak does once it is installed."
        yield Finding("sound", State.NOTE, said)


def motion() -> Found:
    """Say whether figures move or stand still, and who wants it so."""
    from deskbreak.adapters.motion_preference import find_motion_preference  # noqa: PLC0415 - Qt

    chosen = _display().reduced_motion
    if chosen != "system":
        figures = "stand still" if chosen == "on" else "move"
        yield Finding("motion", State.OK, f"Figures {figures}: the settings say so.")
        return
    told = find_motion_preference().told()
    less = next((each.source for each in told if each.less), "")
    known = next((each.source for each in told if each.less is not None), "")
    if less:
        yield Finding("motion", State.OK, f"Figures stand still: {less}: less motion is wished.")
    elif known:
        yield Finding("motion", State.OK, f"Figures move: {known}: no wish for less.")
    else:
        said = "Figures move: this desktop says nothing about motion; the settings can."
        yield Finding("motion", State.OK, said)
