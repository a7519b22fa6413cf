"""Keeps a window where it can be seen when screens go, come, or change."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from deskbreak.ui.afloat import appear_afloat
from deskbreak.ui.place import FREE
from deskbreak.ui.same_size import SameSize
from deskbreak.ui.screens import is_on


class OnScreen(QObject):
    """Looks after one window; `moved` is called when it had to be brought back.

    Qt tells of a screen before it takes it away, so the look comes one turn of the loop later.
    """

    def __init__(self, window: QWidget, moved: Callable[[], None], *, afloat: bool = True) -> None:
        """Look after `window`; one that is `afloat` floats above tiles again after its return."""
        super().__init__(window)
        self._window, self._moved, self._afloat = window, moved, afloat
        self._was_there = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._look)
        SameSize(window)
        app = QApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self._removed)
            app.screenAdded.connect(self._added)
            for screen in app.screens():
                screen.geometryChanged.connect(self._changed)

    def _added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._changed)
        self._soon.start(0)

    def _changed(self, _now: QRect) -> None:
        self._soon.start(0)

    def _removed(self, screen: QScreen) -> None:
        self._was_there = self._was_there or is_on(self._window, screen)
        self._soon.start(0)

    def _look(self) -> None:
        if not QGuiApplication.screens():
            return  # the last one went; what happened is remembered until another comes
        lost, self._was_there = self._was_there or not _seen(self._window), False
        if not lost or not self._window.isVisible():
            return
        if _on_wayland():
            self._appear_anew()
        else:
            bring_back(self._window)
        self._moved()

    def _appear_anew(self) -> None:
        """Let the compositor place it again.

        Qt (6.11 at least) draws a window for the scale of the screen that is left, but keeps the
        scale of the lost one in what it tells the compositor: it would be shown far too large.
        """
        room = QGuiApplication.primaryScreen().availableSize() * FREE
        self._window.hide()
        self._window.resize(self._window.size().boundedTo(room))
        if self._afloat:
            appear_afloat(self._window)
        self._window.show()


def _seen(window: QWidget) -> bool:
    """Return whether the middle of a window is on some screen.

    Under Wayland nobody but the compositor knows where a window is, and it keeps its windows seen.
    """
    if _on_wayland():
        return True
    return QGuiApplication.screenAt(window.frameGeometry().center()) is not None


def _on_wayland() -> bool:
    return QGuiApplication.platformName().startswith("wayland")


def bring_back(window: QWidget) -> None:
    """Put a window into the middle of the main screen, within its free space."""
    room = QGuiApplication.primaryScreen().availableGeometry()
    border = window.frameGeometry().size() - window.size()
    window.resize(window.size().boundedTo(room.size() * FREE - border))
    frame = window.frameGeometry()
    frame.moveCenter(room.center())
    window.move(max(room.left(), frame.left()), max(room.top(), frame.top()))
