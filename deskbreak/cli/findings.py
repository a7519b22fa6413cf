"""What `deskbreak doctor` looks at, one function for each thing."""

from __future__ import annotations

import os
import platform
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from deskbreak import __version__
from deskbreak.adapters.paths import Paths, find_paths, site_config_file
from deskbreak.cli.client import ask

_OPEN_TO_OTHERS = 0o077


class State(StrEnum):
    """How something is: in order, worth knowing, or broken."""

    OK = "ok"
    NOTE = "note"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at, and one sentence on it."""

    area: str
    state: State
    said: str


Found = Iterator[Finding]


def program() -> Found:
    """Say which versions are at work, and whether the program runs."""
    import PySide6  # noqa: PLC0415 - only when asked

    said = f"deskbreak {__version__}, Python {platform.python_version()}, Qt {PySide6.__version__}"
    yield Finding("program", State.OK, f"{said}, on {platform.platform(terse=True)}.")
    answer = ask("status", {"form": "json"})
    if answer is None:
        yield Finding("program", State.NOTE, "It is not running.")
    elif answer.code:
        yield Finding("program", State.BROKEN, f"It runs, but: {answer.text}")
    else:
        yield Finding("program", State.OK, "It is running and answers.")


def folders() -> Found:
    """Say where the files are and who may read them."""
    paths = find_paths()
    named = {
        "settings": paths.config,
        "journal": paths.data,
        "state and log": paths.state,
        "lock and socket": paths.runtime,
    }
    for what, folder in named.items():
        yield _folder(what, folder)
    for file in _files(paths):
        mode = stat.S_IMODE(file.stat().st_mode)
        if mode & _OPEN_TO_OTHERS and sys.platform != "win32":
            said = f"{file} can be read by others (mode {mode:o}); chmod 600 closes it."
            yield Finding("folders", State.NOTE, said)


def _files(paths: Paths) -> list[Path]:
    files = (paths.config_file, paths.journal_file, paths.state_file, paths.log_file)
    return [file for file in files if file.is_file()]


def _folder(what: str, folder: Path) -> Finding:
    try:
        mode = stat.S_IMODE(folder.stat().st_mode)
    except FileNotFoundError:
        return Finding("folders", State.OK, f"{what}: {folder} (made at the first start).")
    except OSError as error:
        return Finding("folders", State.BROKEN, f"{what}: {folder}: {error.strerror}.")
    if not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
        return Finding("folders", State.BROKEN, f"{what}: {folder} cannot be written to.")
    if mode & _OPEN_TO_OTHERS and sys.platform != "win32":
        said = f"{what}: {folder} is open to others (mode {mode:o}); chmod 700 closes it."
        return Finding("folders", State.NOTE, said)
    return Finding("folders", State.OK, f"{what}: {folder}")


def settings() -> Found:
    """Say what is wrong with the settings."""
    from deskbreak.adapters.settings_toml import SettingsToml  # noqa: PLC0415 - only when asked

    path = find_paths().config_file
    _, said = SettingsToml(path, site=site_config_file()).check()
    for one in said:
        line = f":{one.problem.line}" if one.problem.line else ""
        state = State.BROKEN if one.problem.fatal else State.NOTE
        yield Finding("settings", state, f"{one.path}{line}: {one.problem.said}")
    if not said:
        which = str(path) if path.exists() else "the defaults, no file yet"
        yield Finding("settings", State.OK, f"No problems ({which}).")


def own_files() -> Found:
    """Say what is the person's own, and what is wrong with it."""
    from deskbreak.adapters.catalog import shelf  # noqa: PLC0415 - only when asked

    own = shelf().own()
    if own is None:
        yield Finding("exercises", State.OK, "None of your own; those that ship are there.")
        return
    for said in shelf().problems():
        yield Finding("exercises", State.NOTE, f"Left out: {said}")
    said = f"Of your own: {len(own.exercises)} exercises, {len(own.recipes)} routines."
    yield Finding("exercises", State.OK, said)


def desktop() -> Found:
    """Say what the desktop offers: a tray, notifications."""
    from deskbreak.adapters import desktop_probe as probe  # noqa: PLC0415 - loads Qt

    bus = probe.session_bus()
    if probe.presence(bus, probe.TRAY_HOST) is probe.Presence.RUNNING:
        yield Finding("tray", State.OK, "A panel shows tray icons (StatusNotifierItem).")
    else:
        said = "No StatusNotifierItem panel; an older X11 panel may still show the icon. "
        yield Finding("tray", State.NOTE, said + "Without one, deskbreak opens its Today window.")
    found = probe.notifications(bus)
    yield _notifications(found.presence.value, found.server, "actions" in found.abilities)
    yield from _small_windows()


def _small_windows() -> Found:
    """Say, under Wayland, how the repeats of an offer can show without taking the focus."""
    from deskbreak.adapters.layer.probe import has_layers  # noqa: PLC0415 - only when asked

    layers = has_layers(os.environ)
    if layers:
        said = "The compositor has layers: small windows take no focus."
        yield Finding("windows", State.OK, said)
    elif layers is not None:
        said = "The compositor has no layers (wlr-layer-shell), and a window would take the focus: "
        yield Finding("windows", State.NOTE, said + "repeats of an offer are notifications alone.")


def _notifications(presence: str, server: str, buttons: bool) -> Finding:  # noqa: FBT001 - private
    if presence == "running" and buttons:
        return Finding("notifications", State.OK, f"{server} shows them, with buttons.")
    said = {
        "running": f"{server} shows them without buttons; the tray menu and the window have them.",
        "startable": "A service starts when the first one is shown.",
        "absent": "No service shows them; deskbreak uses a small window of its own.",
        "no_bus": "No session bus, so none can be shown; deskbreak uses a window of its own.",
    }
    state = State.OK if presence == "startable" else State.NOTE
    return Finding("notifications", state, said[presence])


def time() -> Found:
    """Say which clocks and which zone count."""
    from deskbreak.adapters.clock import SystemClock  # noqa: PLC0415 - only when asked

    now = SystemClock().read()
    said = f"It is {now.local():%Y-%m-%d %H:%M} in {now.zone_name}"
    slept = now.boot - now.mono
    yield Finding("time", State.OK, f"{said}; the machine slept {slept} s since its start.")


def autostart() -> Found:
    """Say whether deskbreak starts with the desktop."""
    from deskbreak.adapters.autostart import (  # noqa: PLC0415 - only when asked
        own_autostart,
    )

    own = own_autostart(os.environ)
    is_on, note = own.is_on(), own.note()
    said = "It starts with the desktop." if is_on else "It does not start with the desktop."
    good = is_on and not note
    yield Finding("autostart", State.OK if good else State.NOTE, f"{said} {note}".strip())
