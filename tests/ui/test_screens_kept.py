"""A closed window that is collected takes no screen of the desktop with it."""

from __future__ import annotations

import gc
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from deskbreak.ui import screens

SOURCES = Path(screens.__file__).parents[1]


class Closed(QWidget):
    """A window that knows itself, so that only the collector takes it down."""

    def __init__(self) -> None:
        super().__init__()
        self.me = self


@pytest.mark.usefixtures("qapp")
def test_the_screen_of_a_closed_window_stays(qtbot: QtBot) -> None:
    for _ in range(3):
        older = QGuiApplication.primaryScreen()  # the collector would come to it first
        window = Closed()
        window.show()
        qtbot.waitExposed(window)
        assert screens.free_room(window) == QGuiApplication.primaryScreen().availableGeometry()
        assert not Shiboken.isValid(older), "it is no child of the window any more"
        del older, window
        gc.collect()
        assert QGuiApplication.primaryScreen().size().width() > 0


def test_a_window_is_on_its_screen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    assert screens.is_on(window, QGuiApplication.primaryScreen())


def test_nobody_else_asks_a_widget_for_its_screen() -> None:
    asks = re.compile(r"\.(screen|windowHandle)\(\)")
    found = [path.name for path in SOURCES.rglob("*.py") if asks.search(path.read_text("utf-8"))]
    assert found == ["screens.py"]
