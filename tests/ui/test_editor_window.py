"""The editor of an exercise: fields, movements, joints, undo, saving only what is right."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPlainTextEdit,
    QSlider,
    QWidget,
)
from pytestqt.qtbot import QtBot

from deskbreak.core.dress import Dress
from deskbreak.ui.drawing.palette import palette_for
from deskbreak.ui.editor.window import EditorWindow
from tests.ui.editor_samples import Shop, line, named, typed

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'


def test_a_copy_can_be_saved_and_is_found_among_the_exercises(
    editor: EditorWindow, shop: Shop
) -> None:
    assert not editor.start.isEnabled()
    typed(editor, "Title", "Slow twist")
    editor.save.click()
    assert shop.workshop.exercises()["back_twist_own"].title == "Slow twist"
    assert editor.said.text() == "Saved. You find it in the Library."
    assert not editor.save.isEnabled()
    editor.start.click()
    assert shop.started == ["back_twist_own"]


def test_what_is_wrong_stands_beside_its_field_at_once(editor: EditorWindow, shop: Shop) -> None:
    typed(editor, "Title", "")
    assert line(editor, "Title").accessibleDescription() == "Is empty; write one sentence"
    assert not editor.save.isEnabled()
    assert editor.said.text() == "1 thing is not right yet."
    assert editor.keep() is False
    assert editor.said.text() == "Not saved yet: title is empty; write one sentence."
    assert shop.workshop.own() == frozenset()
    typed(editor, "Title", "T")
    assert line(editor, "Title").accessibleDescription() == ""
    assert editor.save.isEnabled()


def test_texts_of_several_lines_are_one_each(editor: EditorWindow) -> None:
    steps = named(editor, QPlainTextEdit, "Step by step")
    assert isinstance(steps, QPlainTextEdit)
    steps.setPlainText("One.\n\n  Two.\n")
    assert editor.draft.exercise.steps == ("One.", "Two.")
    steps.setPlainText("x" * 141)
    assert "141 characters" in steps.accessibleDescription()


def test_a_sentence_wraps_so_that_all_of_it_is_seen(editor: EditorWindow) -> None:
    for name in ("What it is for", "Set up", "Breathing", "Easier", "Harder", "Take care"):
        page = named(editor, QPlainTextEdit, name)
        assert isinstance(page, QPlainTextEdit)
        needed = page.document().size().height() * page.fontMetrics().lineSpacing()
        assert needed <= page.viewport().height(), name
    typed(editor, "Set up", "Sit tall")
    QTest.keyClick(named(editor, QWidget, "Set up"), Qt.Key.Key_Return)
    assert editor.draft.exercise.setup == "Sit tall "


def test_typing_is_undone_field_by_field(editor: EditorWindow) -> None:
    before = editor.draft.exercise
    typed(editor, "Title", "New")
    typed(editor, "Easier", "Less")
    editor.undo.click()
    assert (editor.draft.exercise.easier, editor.draft.exercise.title) == (before.easier, "New")
    easier = named(editor, QPlainTextEdit, "Easier")
    assert isinstance(easier, QPlainTextEdit)
    assert easier.toPlainText() == before.easier
    editor.undo.click()
    assert editor.draft.exercise == before
    assert not editor.undo.isEnabled()
    editor.redo.click()
    editor.redo.click()
    assert editor.draft.exercise.easier == "Less"


def test_the_keyboard_never_slides_from_undo_to_close(editor: EditorWindow) -> None:
    typed(editor, "Title", "New")
    editor.undo.setFocus()
    QTest.keyClick(editor.undo, Qt.Key.Key_Space)
    assert not editor.undo.isEnabled()
    assert editor.focusWidget() is editor.pages.tabBar()
    assert editor.isVisible()


def test_doses_change_and_are_checked(editor: EditorWindow) -> None:
    editor.pages.setCurrentIndex(1)
    box = named(editor, QWidget, "Normally")
    box.setProperty("value", 9.0)
    assert editor.draft.exercise.dose.normal == 9
    assert "must be from 0 to the cap, 8" in box.accessibleDescription().lower()
    named(editor, QWidget, "At most").setProperty("value", 10.0)
    assert editor.draft.faults == ()
    named(editor, QWidget, "Range normally").setProperty("value", 70.0)
    assert editor.draft.exercise.ranges.normal == 0.7


def test_movements_change_their_tempo_breath_and_order(editor: EditorWindow) -> None:
    page = editor.phases
    editor.pages.setCurrentIndex(2)
    page.seconds.setValue(5.0)
    page.cue.setFocus()
    page.cue.selectAll()
    QTest.keyClicks(page.cue, "Go")
    first = editor.draft.exercise.cycle[0]
    assert (first.seconds, first.cue) == (5.0, "Go")
    page.breath.setCurrentIndex(page.breath.findData("in"))
    page.breath.activated.emit(page.breath.currentIndex())
    assert editor.draft.exercise.cycle[0].breath.value == "in"
    page.down.click()
    assert editor.draft.exercise.cycle[1].cue == "Go"
    assert "starts from" in page.problem.text()
    assert editor.preview.note.text() == "The figure moves again when the movements are whole."
    page.up.click()
    assert page.problem.text() == ""
    page.more.click()
    assert len(editor.draft.exercise.cycle) == 7
    page.less.click()
    page.to.setCurrentText("left")
    page.to.activated.emit(0)
    assert editor.draft.exercise.cycle[1].to == "left"
    page.start.setCurrentText("rest")
    page.start.activated.emit(0)
    assert editor.draft.exercise.cycle[1].start == "rest"


def test_all_movements_of_a_part_can_be_taken_away_and_brought_back(editor: EditorWindow) -> None:
    page = editor.phases
    for _ in range(len(editor.draft.exercise.cycle)):
        page.less.click()
    assert editor.draft.exercise.cycle == ()
    assert not page.less.isEnabled()
    assert not editor.save.isEnabled()
    while editor.undo.isEnabled():
        editor.undo.click()
    assert len(editor.draft.exercise.cycle) == 6


def test_another_movement_is_chosen_by_the_arrow_keys(editor: EditorWindow) -> None:
    editor.pages.setCurrentIndex(2)
    page = editor.phases
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert page.cue.text() == "Stay"
    assert page.seconds.value() == 1.0


def test_the_figure_plays_pauses_and_rests_when_hidden(editor: EditorWindow, shop: Shop) -> None:
    preview = editor.preview
    before = preview.figure.picture
    shop.now += 1.5
    preview.refresh()
    assert preview.figure.picture != before
    preview.pause.click()
    assert (preview.pause.text(), preview.is_moving()) == ("Resume", False)
    preview.pause.click()
    assert preview.is_moving()
    editor.hide()
    assert not preview.is_moving()


def test_the_figure_wears_what_the_person_has_chosen(editor: EditorWindow, shop: Shop) -> None:
    figure = editor.preview.figure
    chosen = palette_for(dark=False, skin="dark", clothes="plum")
    worn = {QColor(tone).rgb() for tone in (chosen.skin, chosen.shirt, chosen.wheel)}

    def shown() -> set[int]:
        image = figure.grab().toImage()
        return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}

    assert not worn & shown()
    shop.dress = Dress("dark", "plum", "wheelchair")
    editor.hide()
    editor.show()
    assert worn <= shown()


def test_a_picture_is_let_in_or_refused_with_a_sentence(
    editor: EditorWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    bad, good = tmp_path / "bad.svg", tmp_path / "good.svg"
    bad.write_text(SVG.replace("<rect", "<script/><rect"), "utf-8")
    good.write_text(SVG, "utf-8")
    editor.picture.take(str(bad))
    qtbot.waitUntil(lambda: "holds <script>" in editor.picture.problem.text())
    editor.picture.take(str(good))
    qtbot.waitUntil(lambda: editor.draft.exercise.picture == "back_twist_own.png")
    assert not editor.picture.shown.pixmap().isNull()
    editor.picture.remove.click()
    assert editor.draft.exercise.picture == ""


def test_closing_asks_before_anything_is_lost(
    editor: EditorWindow, shop: Shop, qtbot: QtBot
) -> None:
    typed(editor, "Title", "Other")
    editor.close()
    assert editor.isVisible()
    box = editor.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    box.button(QMessageBox.StandardButton.Cancel).click()
    assert editor.isVisible()
    editor.close()
    box = editor.question
    assert isinstance(box, QMessageBox)
    box.button(QMessageBox.StandardButton.Save).click()
    qtbot.waitUntil(lambda: not editor.isVisible())
    assert shop.workshop.exercises()["back_twist_own"].title == "Other"


def test_changes_can_be_thrown_away(editor: EditorWindow, shop: Shop, qtbot: QtBot) -> None:
    typed(editor, "Title", "Other")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    box = editor.question
    assert isinstance(box, QMessageBox)
    box.button(QMessageBox.StandardButton.Discard).click()
    qtbot.waitUntil(lambda: not editor.isVisible())
    assert shop.workshop.own() == frozenset()


def test_every_control_has_a_name(editor: EditorWindow) -> None:
    for kind in (QLineEdit, QPlainTextEdit, QComboBox, QSlider, QListWidget, QAbstractButton):
        for each in editor.findChildren(kind):
            if not each.objectName().startswith("qt_"):
                name = each.accessibleName() or getattr(each, "text", str)()
                assert name, each
