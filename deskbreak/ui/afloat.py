"""Lets a window float above tiles: a break has its own size, and leaves the other windows theirs.

Tiling compositors (sway, Hyprland) give a new window a tile, however narrow, unless its size is
fixed at the moment it appears. So it is, for that moment.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


def appear_afloat(window: QWidget) -> None:
    """Fix the size of a window that is about to be shown, until it has been painted."""
    if QGuiApplication.platformName().startswith("wayland"):
        Afloat(window)


class Afloat(QObject):
    """Holds one window's size until its first paint has gone out."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._least, self._most = window.minimumSize(), window.maximumSize()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._let_go)
        window.setFixedSize(window.size())
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first paint; the picture goes out at the end of it."""
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            self._soon.start(0)
        return super().eventFilter(watched, event)

    def _let_go(self) -> None:
        self._window.setMinimumSize(self._least)
        self._window.setMaximumSize(self._most)
        self.deleteLater()
