"""What the settings window and the welcome window show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from deskbreak.core.safety import Asking
from deskbreak.core.settings.values import Settings


@dataclass(frozen=True, slots=True)
class SettingsView:
    """What the window shows.

    Attributes:
        settings: the settings that hold.
        locked: keys that the site holds fast.
        file: the path of the settings file.
        autostart: whether deskbreak truly starts with the desktop.
        routines: gives the id and the title of every routine.
        asking: why the safety page is to be answered before the next exercise, if it is.
        autostart_note: what a person should know about that start besides on and off.
    """

    settings: Settings
    locked: frozenset[str]
    file: str
    autostart: bool
    routines: Callable[[], tuple[tuple[str, str], ...]] = tuple
    asking: Asking | None = None
    autostart_note: str = ""
