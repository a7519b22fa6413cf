"""What senses reasons to hold back on a Linux desktop."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from deskbreak.adapters.activity.linux import Surroundings
from deskbreak.adapters.attention.family import Member
from deskbreak.adapters.attention.fullscreen_wayland import WaylandFullscreen
from deskbreak.adapters.attention.fullscreen_x11 import find_x11_fullscreen
from deskbreak.adapters.attention.meeting_linux import LinuxCamera, LinuxMicrophone
from deskbreak.adapters.attention.quiet_bus import BusQuiet
from deskbreak.adapters.attention.quiet_gnome import GnomeQuiet, is_gnome
from deskbreak.adapters.attention.told import Missing
from deskbreak.core.senses import NotUsed, Sense


def linux_members(platform: str, changed: Callable[[], None]) -> Sequence[Member]:
    """Return the members; each calls `changed` when it has news."""
    return (
        LinuxMicrophone(changed),
        LinuxCamera(changed),
        _quiet(changed),
        _window(platform, changed),
        Missing(Sense.SHARING, "no desktop tells it; the call's microphone or camera is noticed"),
    )


def _quiet(changed: Callable[[], None]) -> Member:
    gnome = is_gnome(os.environ.get("XDG_CURRENT_DESKTOP", ""))
    return GnomeQuiet(changed) if gnome else BusQuiet(changed)


def _window(platform: str, changed: Callable[[], None]) -> Member:
    around = Surroundings(platform, os.environ)
    session = "wayland" if around.is_wayland else os.environ.get("XDG_SESSION_TYPE", "")
    found = find_x11_fullscreen(changed, platform, session)
    if not isinstance(found, str):
        return found
    x11 = NotUsed("X11", found)
    if around.is_wayland and around.wayland_socket:
        return WaylandFullscreen(changed, around.wayland_socket, (x11,))
    others = (x11, NotUsed("wlr-foreign-toplevel", "no Wayland session here"))
    return Missing(Sense.FULLSCREEN, "nothing here tells what fills the screen", others)
