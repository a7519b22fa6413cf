"""The pulse of a session's window: asks for the view of now, as often as there is news to see."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer

from deskbreak.core.session_view import SessionView
from deskbreak.ports import SessionDriver
from deskbreak.ui.sources import Heed, nobody

FRAME_MS = 16
STILL_MS = 500
"""Milliseconds between frames in motion; and with reduced motion or while standing still."""


class Frames(QObject):
    """Hands each view on to `show`, and to `heed` (for sounds) after it."""

    def __init__(
        self,
        parent: QObject,
        driver: SessionDriver,
        show: Callable[[SessionView], None],
        *,
        reduced_motion: bool,
        heed: Heed = nobody,
    ) -> None:
        super().__init__(parent)
        self._driver, self._show, self._heed = driver, show, heed
        self._reduced = reduced_motion
        self._painted = self._over = False
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.timeout.connect(self._begin)

    @property
    def pace_ms(self) -> int | None:
        """Return the milliseconds between frames; None while it asks for none."""
        return self._timer.interval() if self._timer.isActive() else None

    def renew(self) -> None:
        """Wait for the first paint of another session."""
        self._painted = self._over = False

    def start(self) -> None:
        """Ask for frames from now on, unless the session is over."""
        if not self._over:
            self._timer.start(STILL_MS if self._reduced else FRAME_MS)

    def stop(self) -> None:
        """Ask for no frames while nobody sees them."""
        self._timer.stop()

    def end(self) -> None:
        """Ask for no more frames: the session is over."""
        self.stop()
        if not self._over:
            self._over = True
            self._heed(None)

    def look(self) -> None:
        """Ask for the view of now and show it."""
        view = None if self._over else self._driver.frame()
        if view is None:
            return
        self._show(view)
        self._heed(view)
        wanted = self._wanted_ms(view)
        if self._timer.isActive() and self._timer.interval() != wanted:
            self._timer.setInterval(wanted)

    def _wanted_ms(self, view: SessionView) -> int:
        """Return the milliseconds to the next frame; stills change in time with their phase."""
        if view.paused and not view.moving:
            return STILL_MS
        ends_ms = round(view.phase_left_s * 1000) + 1
        return max(FRAME_MS, min(STILL_MS, ends_ms)) if self._reduced else FRAME_MS

    def painted(self) -> None:
        """Note a paint; after the first one the session's clock begins."""
        if not self._painted:
            self._painted = True
            self._first.start(0)

    def _begin(self) -> None:
        self._driver.painted()
