from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from deskbreak.ui.on_screen import OnScreen, bring_back

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|propagateSizeHints)\(\)")


def lose_screen() -> None:
    app = QApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.screenRemoved.emit(app.primaryScreen())


@pytest.fixture
def moved() -> list[str]:
    return []


@pytest.fixture
def window(qtbot: QtBot, moved: list[str]) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    OnScreen(made, lambda: moved.append("moved"))
    return made


def test_a_window_on_the_lost_screen_comes_back(
    window: QWidget, moved: list[str], qtbot: QtBot
) -> None:
    window.resize(5000, 300)
    window.show()
    lose_screen()
    qtbot.waitUntil(lambda: moved == ["moved"])
    room = QGuiApplication.primaryScreen().availableGeometry()
    assert room.contains(window.geometry())


def test_a_hidden_window_is_left_alone(window: QWidget, moved: list[str], qtbot: QtBot) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    seen: list[str] = []
    OnScreen(other, lambda: seen.append("moved"))
    other.show()
    lose_screen()
    qtbot.waitUntil(lambda: seen == ["moved"])  # both looked at the same turn of the loop
    assert not window.isVisible()
    assert moved == []


def test_the_top_of_a_window_is_never_above_the_screen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.move(-4000, -4000)
    bring_back(window)
    room = QGuiApplication.primaryScreen().availableGeometry()
    assert window.frameGeometry().top() >= room.top()
    assert window.frameGeometry().left() >= room.left()
