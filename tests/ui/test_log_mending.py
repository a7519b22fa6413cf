"""The Log window mends the record, and says what came of it."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from deskbreak.core.wishes import AddBreak, DeleteBreak, NoteBreak, UndoMend
from deskbreak.ui.log.mend_forms import AddForm, MendForm, NoteForm
from deskbreak.ui.log.window import LogWindow
from tests.ui.day_samples import DAY
from tests.ui.log_samples import Record, button, log_of

pytestmark = pytest.mark.qt_log_ignore("does not support raise")

Form = TypeVar("Form", bound=MendForm)


@pytest.fixture
def record() -> Record:
    return Record()


@pytest.fixture
def window(record: Record, qtbot: QtBot) -> LogWindow:
    made = log_of(record)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_break_is_deleted_and_brought_back(window: LogWindow, record: Record) -> None:
    card = "11:00-11:05, desk, Done"
    button(window, f"Delete: {card}").click()
    assert window.bar.isVisible()
    assert window.bar.said.text() == "So it is."
    window.bar.undo.click()
    assert record.wishes == [DeleteBreak("e1"), UndoMend()]
    assert not window.bar.undo.isVisible()
    record.refuses = True
    button(window, f"Delete: {card}").click()
    assert not window.bar.undo.isVisible()


def test_a_note_is_written_and_a_break_added(window: LogWindow, record: Record) -> None:
    button(window, "Note\u2026: 11:00-11:05, desk, Done").click()
    note = _form(window, NoteForm)
    note.note.setPlainText("At the window.")
    note.save.click()
    button(window, "Add a break").click()
    add = _form(window, AddForm)
    add.minutes.setValue(7)
    add.save.click()
    wrote, added = record.wishes
    assert wrote == NoteBreak("e1", "At the window.")
    assert isinstance(added, AddBreak)
    assert (added.minutes, added.day, added.routine) == (7, DAY, "")


def _form(window: LogWindow, kind: type[Form]) -> Form:
    (found,) = window.findChildren(kind)
    return found


def test_the_last_missed_break_can_be_done_now(window: LogWindow, record: Record) -> None:
    name = "Do it now: 10:58-11:05, A break was offered, Missed"
    assert not [each for each in window.findChildren(QPushButton) if each.text() == "Do it now"]
    record.missed = True
    window.refresh()
    QApplication.processEvents()  # a new button shows itself a moment later
    button(window, name).click()
    assert (record.redone, window.bar.isVisible()) == (1, False)
    record.refuses = True
    button(window, name).click()
    assert window.bar.said.text() == "Not now."
