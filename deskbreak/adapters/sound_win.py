"""Chimes on Windows, by the system's own player of short sounds."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path


class WinPlayer:
    """Plays files by winsound, which returns at once and never plays two."""

    def play(self, file: Path) -> None:
        """Play a file, unless another one plays or there is no device."""
        if sys.platform == "win32":
            import winsound  # noqa: PLC0415 - Windows alone has it

            flags = winsound.SND_FILENAME | winsound.SND_ASYNC
            with suppress(RuntimeError):  # no device, or another sound: silence is right
                winsound.PlaySound(str(file), flags | winsound.SND_NODEFAULT | winsound.SND_NOSTOP)

    def close(self) -> None:
        """Stop what plays."""
        if sys.platform == "win32":
            import winsound  # noqa: PLC0415 - as above

            with suppress(RuntimeError):
                winsound.PlaySound(None, 0)
