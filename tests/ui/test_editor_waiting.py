from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from deskbreak.ui.editor.waiting import Waiting


class Answer:
    def __init__(self) -> None:
        self.there: tuple[str, ...] = ()

    def found(self) -> tuple[str, ...]:
        return self.there


def test_an_answer_is_handed_on_once_and_only_the_last_one(qtbot: QtBot) -> None:
    got: list[str] = []
    waiting: Waiting[str] = Waiting(got.append)
    old, new = Answer(), Answer()
    waiting.wait(old)
    waiting.wait(new)
    old.there, new.there = ("old",), ("new",)
    qtbot.waitUntil(lambda: bool(got))
    assert got == ["new"]


def test_the_pointer_says_that_it_takes_a_while(qtbot: QtBot) -> None:
    got: list[str] = []
    waiting: Waiting[str] = Waiting(got.append)
    slow = Answer()
    waiting.wait(slow)
    qtbot.waitUntil(lambda: QGuiApplication.overrideCursor() is not None)
    cursor = QGuiApplication.overrideCursor()
    assert cursor is not None
    assert cursor.shape() is Qt.CursorShape.BusyCursor
    slow.there = ("late",)
    qtbot.waitUntil(lambda: got == ["late"])
    assert QGuiApplication.overrideCursor() is None
