"""What the settings window and the welcome window show."""

from __future__ import annotations

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
        asking: why the safety page is to be answered before the next exercise, if it is.
    """

    settings: Settings
    locked: frozenset[str]
    file: str
    autostart: bool
    asking: Asking | None = None
