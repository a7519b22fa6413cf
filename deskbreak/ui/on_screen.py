"""Keeps a window where it can be seen when the screen that it was on goes away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget


class OnScreen(QObject):
    """Looks after one window; `moved` is called when it had to be brought back.

    Qt tells of a screen before it takes it away, so the look comes one turn of the loop later.
    """

    def __init__(self, window: QWidget, moved: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._moved = window, moved
        self._was_there = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._look)
        app = QApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self._removed)

    def _removed(self, screen: QScreen) -> None:
        self._was_there = self._was_there or self._window.screen() is screen
        self._soon.start(0)

    def _look(self) -> None:
        lost, self._was_there = self._was_there or not _seen(self._window), False
        if not lost or not self._window.isVisible():
            return
        bring_back(self._window)
        self._moved()


def _seen(window: QWidget) -> bool:
    """Return whether the middle of a window is on some screen."""
    return QGuiApplication.screenAt(window.frameGeometry().center()) is not None


def bring_back(window: QWidget) -> None:
    """Put a window into the middle of the main screen, no larger than its free space."""
    room = QGuiApplication.primaryScreen().availableGeometry()
    border = window.frameGeometry().size() - window.size()
    window.resize(window.size().boundedTo(room.size() - border))
    frame = window.frameGeometry()
    frame.moveCenter(room.center())
    window.move(max(room.left(), frame.left()), max(room.top(), frame.top()))
