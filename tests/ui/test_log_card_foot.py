"""The buttons below a break of the Log stand where its words stand."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from deskbreak.ui.theme import GAP_SMALL
from tests.ui.log_samples import Record, button, log_of


def test_the_first_button_begins_where_the_words_begin(qtbot: QtBot) -> None:
    log = log_of(Record())
    qtbot.addWidget(log)
    log.refresh()
    log.show()
    qtbot.waitExposed(log)
    words = next(each for each in log.findChildren(QLabel) if each.text().startswith("back_twist"))
    card = words.parentWidget()
    assert card is not None
    first = button(log, f"Note…: {card.accessibleName()}")
    left = first.mapTo(log, QPoint()).x() + GAP_SMALL
    assert left == words.mapTo(log, QPoint()).x()
    delete = button(log, f"Delete: {card.accessibleName()}")
    assert delete.y() == first.y()
    assert delete.x() > first.geometry().right()
