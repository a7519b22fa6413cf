"""A window floats above tiles: its size is fixed until it has been painted once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from deskbreak.ui.afloat import appear_afloat
from deskbreak.ui.place import Memory, settle

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|propagateSizeHints)\(\)")

SIZE, LEAST = QSize(320, 240), QSize(100, 90)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.setMinimumSize(LEAST)
    return made


def test_its_size_is_free_again_after_the_first_paint(
    window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    most = window.maximumSize()
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "wayland")
    settle(window, Memory(), SIZE, afloat=True)
    assert (window.minimumSize(), window.maximumSize()) == (SIZE, SIZE)
    window.show()
    qtbot.waitUntil(lambda: window.minimumSize() == LEAST)
    assert window.maximumSize() == most


def test_elsewhere_it_is_always_free(window: QWidget) -> None:
    window.resize(SIZE)
    appear_afloat(window)
    assert window.minimumSize() == LEAST
