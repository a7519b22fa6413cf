"""On X11 a window that goes to a screen of another scale keeps its size for the eye."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from deskbreak.ui.same_size import SameSize
from deskbreak.ui.screens import free_room

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|propagateSizeHints)\(\)")


class Window(QWidget):
    """A window whose screen has the scale that a test wants."""

    scale = 1.0

    def devicePixelRatioF(self) -> float:  # noqa: N802 - the name is Qt's
        return self.scale

    def moves_to(self, scale: float) -> None:
        self.scale = scale
        for _ in range(2):
            QApplication.sendEvent(self, QEvent(QEvent.Type.DevicePixelRatioChange))


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Window:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    made = Window()
    qtbot.addWidget(made)
    SameSize(made)
    made.setGeometry(100, 100, 200, 120)
    made.show()
    return made


def test_it_grows_and_shrinks_about_its_middle(window: Window, qtbot: QtBot) -> None:
    middle = window.frameGeometry().center()
    window.moves_to(2.0)
    qtbot.waitUntil(lambda: window.size() == QSize(400, 240))
    assert (window.frameGeometry().center() - middle).manhattanLength() <= 2
    window.moves_to(1.0)
    qtbot.waitUntil(lambda: window.size() == QSize(200, 120))


def test_it_never_outgrows_the_screen(window: Window, qtbot: QtBot) -> None:
    window.moves_to(50.0)
    room = free_room(window).size()
    qtbot.waitUntil(lambda: window.width() > 400)
    assert window.width() < room.width()
    assert window.height() < room.height()


def test_a_maximised_window_is_left_alone(window: Window, qtbot: QtBot) -> None:
    window.setWindowState(Qt.WindowState.WindowMaximized)
    qtbot.waitUntil(lambda: window.width() > 400)
    before = window.size()
    window.moves_to(2.0)
    timers = window.findChild(SameSize)
    assert timers is not None
    qtbot.waitUntil(lambda: not timers._soon.isActive())  # noqa: SLF001 - it has looked
    assert window.size() == before


def test_elsewhere_the_desktop_does_it(qtbot: QtBot) -> None:
    made = Window()
    qtbot.addWidget(made)
    SameSize(made)
    made.resize(200, 120)
    made.show()
    made.moves_to(2.0)
    QApplication.processEvents()
    assert made.size() == QSize(200, 120)
