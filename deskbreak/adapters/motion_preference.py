"""Does this desktop ask for less motion? Puts its sources together; "no" where none can say.

It is asked when a window opens. One source that asks for less is enough: a portal of one desktop
often tells the untouched defaults of another.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from deskbreak.adapters.motion_told import Source, Told


class MotionPreference:
    """The sources of this system; without any it is the null member."""

    def __init__(self, sources: tuple[Source, ...] = ()) -> None:
        """Keep the sources; nothing is asked yet."""
        self._sources = sources

    def told(self) -> tuple[Told, ...]:
        """Return what every source says, for `deskbreak doctor`."""
        return tuple(told for source in self._sources for told in source())

    def moves_less(self) -> bool:
        """Return whether the desktop asks for less motion; the first that does ends the asking."""
        return any(told.less for source in self._sources for told in source())


def find_motion_preference() -> MotionPreference:
    """Return the sources of this system."""
    sources: tuple[Source, ...]
    if sys.platform in {"win32", "darwin"}:
        from deskbreak.adapters.motion_native import native_motion  # noqa: PLC0415 - not on Linux

        sources = (native_motion,)
    else:
        from deskbreak.adapters.motion_files import file_motion  # noqa: PLC0415 - not elsewhere
        from deskbreak.adapters.motion_portal import portal_motion  # noqa: PLC0415 - as above

        home = Path(os.environ.get("HOME", "/nonexistent"))
        folder = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
        sources = (lambda: file_motion(folder), portal_motion)
    return MotionPreference(sources)


def desktop_moves_less() -> bool:
    """Return whether the desktop asks for less motion now."""
    return find_motion_preference().moves_less()
