"""Keeps a window's size for the eye when it is moved to a screen of another scale.

Window managers of X11 know pixels alone: on a screen of twice the scale a window that is moved
there would have half of its room, and its words would be cut.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from deskbreak.ui.place import FREE
from deskbreak.ui.screens import free_room


class SameSize(QObject):
    """Looks after one window; elsewhere than on X11 the desktop or Qt does it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._scale = window, 0.0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._look)
        if QGuiApplication.platformName() == "xcb":
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the scale at first, and look when it changes; once for many changes."""
        if event.type() == QEvent.Type.Show and not self._scale:
            self._scale = self._window.devicePixelRatioF()
        elif event.type() == QEvent.Type.DevicePixelRatioChange:
            self._soon.start(0)
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        before, self._scale = self._scale, self._window.devicePixelRatioF()
        if before and before != self._scale and not self._window.isMaximized():
            self._resize(self._scale / before)

    def _resize(self, factor: float) -> None:
        """Resize it about its middle, which decides the screen: else it could come and go."""
        middle = self._window.frameGeometry().center()
        room = free_room(self._window).size() * FREE
        self._window.resize((self._window.size() * factor).boundedTo(room))
        frame = self._window.frameGeometry()
        frame.moveCenter(middle)
        top = free_room(self._window).top()
        self._window.move(frame.left(), max(top, frame.top()))
