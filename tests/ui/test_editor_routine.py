"""The editor of own routines: name, order, saving, and asking before anything is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from deskbreak.adapters.catalog import shipped_exercises
from deskbreak.core.routine import Kind, Recipe
from deskbreak.ui.editor.room import EditorRoom
from deskbreak.ui.editor.routine import RoutineWindow
from tests.ui.editor_samples import Shop

pytestmark = pytest.mark.qt_log_ignore("does not support raise")

TWIST = replace(shipped_exercises()["back_twist"], id="my_twist", title="My twist")
EVENING = Recipe("evening", "Evening", ("my_twist", "side_tilt"))


def routine(room: EditorRoom) -> RoutineWindow:
    (window,) = [each for each in room.windows.values() if isinstance(each, RoutineWindow)]
    assert window.isVisible()
    return window


def added(window: RoutineWindow, title: str) -> None:
    (item,) = window.all.findItems(title, Qt.MatchFlag.MatchExactly)
    window.all.setCurrentItem(item)
    window.add.click()


def test_a_routine_is_made_named_saved_and_started(room: EditorRoom, shop: Shop) -> None:
    room.edit("")
    window = routine(room)
    assert window.said.text() == "Give the routine a name."
    QTest.keyClicks(window.title, "My lunch")
    assert "no exercise yet" in window.said.text()
    added(window, "Back twist")
    assert window.said.text().startswith("Nothing here strengthens.")
    assert not window.save.isEnabled()
    added(window, "Lateral tilt")
    assert window.said.text() == ""
    assert window.time.text().startswith("About ")
    window.save.click()
    recipe = shop.workshop.recipes()[-1]
    assert (recipe.id, recipe.title) == ("my_lunch", "My lunch")
    assert recipe.order == ("back_twist", "side_tilt")
    window.start.click()
    assert shop.started == ["my_lunch"]
    window.usual.click()
    assert shop.usual == "my_lunch"
    assert window.said.text() == "Your breaks have this routine from now on."
    added(window, "Seated cat-cow")
    assert not window.usual.isEnabled()


def test_the_order_is_changed_by_keys(room: EditorRoom, shop: Shop, qtbot: QtBot) -> None:
    shop.bench.keeper.save(TWIST)
    shop.bench.keeper.save(EVENING)
    room.edit("evening")
    window = routine(room)
    window.chosen.setFocus()
    qtbot.waitUntil(window.chosen.hasFocus)
    assert window.chosen.currentRow() == 0
    QTest.keyClick(window.chosen, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert window.recipe.order == ("side_tilt", "my_twist")
    QTest.keyClick(window.chosen, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert window.recipe.order == ("my_twist", "side_tilt")
    QTest.keyClick(window.chosen, Qt.Key.Key_Delete)
    assert list(window.recipe.order) == ["side_tilt"]
    window.kind.setCurrentIndex(window.kind.findData("posture"))
    window.kind.activated.emit(0)
    assert window.recipe.kind is Kind.POSTURE
    window.title.selectAll()
    QTest.keyClick(window.title, Qt.Key.Key_Delete)
    assert window.keep() is False


def test_a_changed_routine_asks_before_it_closes(
    room: EditorRoom, shop: Shop, qtbot: QtBot
) -> None:
    shop.bench.keeper.save(TWIST)
    shop.bench.keeper.save(EVENING)
    room.edit("evening")
    window = routine(room)
    window.close()
    assert not window.isVisible()
    room.edit("evening")
    window = routine(room)
    QTest.keyClicks(window.title, "!")
    for answer, stays in (
        (QMessageBox.StandardButton.Cancel, True),
        (QMessageBox.StandardButton.Save, False),
    ):
        window.close()
        assert window.isVisible()
        assert window.question is not None
        window.question.button(answer).click()
        qtbot.waitUntil(lambda: window.isVisible() is stays)  # noqa: B023 - read in this round
    assert shop.workshop.recipes()[-1].title == "Evening!"


def test_changes_of_a_routine_can_be_thrown_away(
    room: EditorRoom, shop: Shop, qtbot: QtBot
) -> None:
    room.edit("")
    window = routine(room)
    added(window, "Back twist")
    window.close()
    assert window.question is not None
    window.question.button(QMessageBox.StandardButton.Save).click()
    assert window.isVisible()
    assert window.said.text() == "Give the routine a name."
    window.close()
    window.question.button(QMessageBox.StandardButton.Discard).click()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert shop.workshop.own() == frozenset()
