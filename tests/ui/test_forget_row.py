"""The question before everything is deleted, and what is said when something stayed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from deskbreak.core.command import Command
from deskbreak.core.leaving import Forget
from deskbreak.core.words import English
from deskbreak.ui.left_behind import left_behind
from deskbreak.ui.settings.forget_row import ForgetRow
from tests.ui.test_settings_window import opened, press


def asked(qtbot: QtBot) -> tuple[ForgetRow, QMessageBox, list[Command]]:
    window, sent = opened(qtbot)
    press(window, "Delete all my data…")
    row = window.findChild(ForgetRow)
    assert row is not None
    assert row.question is not None
    qtbot.waitExposed(row.question)
    return row, row.question, sent


def button(box: QMessageBox, text: str) -> QPushButton:
    return next(one for one in box.findChildren(QPushButton) if one.text() == text)


def test_the_question_says_what_goes_and_what_stays(qtbot: QtBot) -> None:
    _, box, sent = asked(qtbot)
    said = box.informativeText()
    for words in ("record", "backups", "state", "log", "nothing brings them back", "elsewhere"):
        assert words in said
    assert not box.checkBox().isChecked()
    assert box.checkBox().text() == "Settings and my own exercises too"
    assert sent == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape])
@pytest.mark.parametrize("ticked", [False, True])
def test_enter_and_escape_delete_nothing(qtbot: QtBot, key: Qt.Key, *, ticked: bool) -> None:
    row, box, sent = asked(qtbot)
    if ticked:
        box.checkBox().click()
        box.checkBox().setFocus()
    QTest.keyClick(box.focusWidget(), key)
    assert row.question is None
    assert sent == []


def test_closing_the_question_deletes_nothing_and_it_can_be_asked_again(qtbot: QtBot) -> None:
    row, box, sent = asked(qtbot)
    box.checkBox().click()
    box.close()
    assert row.question is None
    row.ask()
    again = row.window().findChildren(QMessageBox)[-1]
    assert again is not box
    assert not again.checkBox().isChecked()
    assert sent == []


@pytest.mark.parametrize("ticked", [False, True])
def test_only_the_button_deletes_and_the_box_says_how_much(qtbot: QtBot, *, ticked: bool) -> None:
    _, box, sent = asked(qtbot)
    box.checkBox().setChecked(ticked)
    QTest.keyClick(button(box, "Delete all"), Qt.Key.Key_Space)
    assert sent == [Forget(settings=ticked)]


def test_a_second_press_asks_no_second_time(qtbot: QtBot) -> None:
    row, box, sent = asked(qtbot)
    row.ask()
    assert row.question is box
    assert len(row.window().findChildren(QMessageBox)) == 1
    button(box, "Delete all").click()
    assert sent == [Forget()]


def test_what_stayed_is_named_with_the_reason(qtbot: QtBot) -> None:
    seen: list[str] = []
    failed = [("/home/anna/deskbreak.db", "Permission denied")]
    box = left_behind(failed, ["/home/anna/backups"], English(), lambda: seen.append("seen"))
    qtbot.addWidget(box)
    said = box.informativeText()
    assert "/home/anna/deskbreak.db could not be deleted: Permission denied." in said
    assert "/home/anna/backups is a link" in said
    assert seen == []
    button(box, "Close").click()
    assert seen == ["seen"]


def test_a_long_list_is_cut_and_says_where_the_whole_one_is(qtbot: QtBot) -> None:
    failed = [(f"/b/{number}.db", "Permission denied") for number in range(30)]
    box = left_behind(failed, (), English(), str)
    qtbot.addWidget(box)
    said = box.informativeText()
    assert "/b/4.db" in said
    assert "/b/5.db" not in said
    assert "And 25 more." in said
    assert "deskbreak forget" in said
    box.close()
