from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from deskbreak.core.command import Command, Show, Start, Window
from deskbreak.core.words import English
from deskbreak.ui.day.today_window import TodayWindow


@pytest.mark.parametrize(("name", "command"), [("Start", Start()), ("Log", Show(Window.LOG))])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_the_focused_button_as_space_does(
    qtbot: QtBot, name: str, command: Command, key: Qt.Key
) -> None:
    sent: list[Command] = []
    window = TodayWindow(sent.append, English())
    qtbot.addWidget(window)
    window.show()
    button = next(each for each in window.findChildren(QPushButton) if each.text() == name)
    button.setFocus()
    assert window.focusWidget() is button
    QTest.keyClick(button, key)
    assert sent == [command]
    QTest.keyClick(button, Qt.Key.Key_A)
    assert sent == [command]
