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


def test_a_screen_that_changes_under_a_window_brings_it_back(
    window: QWidget, moved: list[str], qtbot: QtBot
) -> None:
    window.show()
    screen = QGuiApplication.primaryScreen()
    screen.geometryChanged.emit(screen.geometry())
    window.move(50_000, 50_000)
    screen.geometryChanged.emit(screen.geometry())
    qtbot.waitUntil(lambda: moved == ["moved"])
    room = QGuiApplication.primaryScreen().availableGeometry()
    assert room.contains(window.geometry().center())


def test_when_the_only_screen_goes_it_waits_for_the_next(
    window: QWidget, moved: list[str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.show()
    looked: list[str] = []

    def none_yet() -> list[object]:
        looked.append("looked")
        return []

    with monkeypatch.context() as patched:
        patched.setattr(QGuiApplication, "screens", none_yet)
        lose_screen()
        qtbot.waitUntil(lambda: bool(looked))  # windows of other tests may look too
    assert moved == []
    app = QApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.screenAdded.emit(app.primaryScreen())
    qtbot.waitUntil(lambda: moved == ["moved"])


def test_under_wayland_only_the_loss_of_its_own_screen_counts(
    window: QWidget, moved: list[str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "wayland")
    window.show()
    window.move(50_000, 50_000)
    here = QGuiApplication.primaryScreen()
    seen: list[str] = []
    here.geometryChanged.connect(lambda _: seen.append("changed"))
    here.geometryChanged.emit(here.geometry())
    qtbot.waitUntil(lambda: seen == ["changed"])
    QApplication.processEvents()
    assert moved == []
    lose_screen()
    qtbot.waitUntil(lambda: moved == ["moved"])


def test_the_top_of_a_window_is_never_above_the_screen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.move(-4000, -4000)
    bring_back(window)
    room = QGuiApplication.primaryScreen().availableGeometry()
    assert window.frameGeometry().top() >= room.top()
    assert window.frameGeometry().left() >= room.left()
