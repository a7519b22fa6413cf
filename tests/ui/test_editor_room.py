"""Own routines, the list of one's own, sharing and importing: as a person does it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from deskbreak.adapters.catalog import shipped_exercises
from deskbreak.core.authoring.share import share_text
from deskbreak.core.routine import Recipe
from deskbreak.ui.editor.importing import ImportWindow
from deskbreak.ui.editor.own import OwnWindow
from deskbreak.ui.editor.room import EditorRoom
from deskbreak.ui.editor.routine import RoutineWindow
from deskbreak.ui.editor.studio import Studio
from deskbreak.ui.editor.window import EditorWindow
from tests.ui.editor_samples import Shop

pytestmark = pytest.mark.qt_log_ignore("does not support raise")

TWIST = replace(shipped_exercises()["back_twist"], id="my_twist", title="My twist")
EVENING = Recipe("evening", "Evening", ("my_twist", "side_tilt"))


def opened(room: EditorRoom, kind: type[QWidget]) -> QWidget:
    (found,) = [each for each in room.windows.values() if isinstance(each, kind)]
    assert found.isVisible()
    return found


def routine(room: EditorRoom) -> RoutineWindow:
    window = opened(room, RoutineWindow)
    assert isinstance(window, RoutineWindow)
    return window


def looked_into(room: EditorRoom, path: Path, qtbot: QtBot) -> ImportWindow:
    before = room.windows.get(" import")
    room.look_into(str(path))
    qtbot.waitUntil(lambda: room.windows.get(" import") is not before)
    window = room.windows[" import"]
    assert isinstance(window, ImportWindow)
    assert window.isVisible()
    return window


def own(room: EditorRoom) -> OwnWindow:
    window = opened(room, OwnWindow)
    assert isinstance(window, OwnWindow)
    return window


def texts(window: QWidget) -> str:
    return "\n".join(each.text() for each in window.findChildren(QLabel) if each.isVisible())


def test_one_editor_for_each_and_a_copy_of_what_ships(room: EditorRoom, shop: Shop) -> None:
    room.edit("cat_cow")
    room.edit("cat_cow")
    assert list(room.windows) == ["seated_cat_cow_own"]
    editor = opened(room, EditorWindow)
    assert isinstance(editor, EditorWindow)
    assert editor.draft.exercise.title == "Seated cat-cow (own)"
    assert editor.keep()
    room.edit("seated_cat_cow_own")
    assert list(room.windows) == ["seated_cat_cow_own"]
    assert shop.workshop.own() == {"seated_cat_cow_own"}


def test_a_copy_of_ones_own_leaves_the_original_alone(room: EditorRoom, shop: Shop) -> None:
    shop.bench.keeper.save(TWIST)
    room.copy("moon")
    assert room.windows == {}
    room.copy("my_twist")
    editor = opened(room, EditorWindow)
    assert isinstance(editor, EditorWindow)
    assert editor.draft.exercise.title == "My twist (copy)"
    assert editor.keep()
    assert shop.workshop.own() == {"my_twist", "my_twist_copy"}
    assert shop.workshop.exercises()["my_twist"] == TWIST


def test_what_is_deleted_can_be_brought_back(room: EditorRoom, shop: Shop) -> None:
    shop.bench.keeper.save(TWIST)
    shop.bench.keeper.save(EVENING)
    room.own()
    window = own(room)
    rows = [window.list.item(row).text() for row in range(window.list.count())]
    assert rows == ["Routine: Evening", "My twist"]
    window.list.setCurrentRow(1)
    window.start.click()
    assert shop.started == ["my_twist"]
    window.remove.click()
    assert "my_twist" not in shop.workshop.own()
    assert "stays in your log" in window.said.text()
    window.back.click()
    assert "my_twist" in shop.workshop.own()
    assert not window.back.isVisible()


def test_the_list_leads_to_the_editors_and_dialogs(room: EditorRoom, shop: Shop) -> None:
    room.own()
    window = own(room)
    assert not window.edit.isEnabled()
    window.edit.click()
    shop.bench.keeper.save(TWIST)
    window.refresh()
    window.edit.click()
    assert "my_twist" in room.windows
    window.new.click()
    assert routine(room).recipe.id == ""
    window.share.click()
    assert room.dialog is not None
    assert room.dialog.selectedFiles()[0].endswith("my_twist.deskbreak.toml")
    room.dialog.close()
    window.bring.click()
    assert room.dialog.windowTitle() == "Import exercises"


def test_a_routine_is_shared_with_the_own_exercises_it_needs(
    room: EditorRoom, shop: Shop, tmp_path: Path
) -> None:
    shop.bench.keeper.save(TWIST)
    shop.bench.keeper.save(EVENING)
    room.share("evening")
    assert room.dialog is not None
    assert room.dialog.defaultSuffix() == "deskbreak.toml"
    path = tmp_path / "given.deskbreak.toml"
    room.dialog.fileSelected.emit(str(path))
    assert path.read_text("utf-8") == share_text((TWIST,), EVENING)
    assert shop.told == [f"Written to {path}."]
    assert shop.bench.share(str(path), "moon") == 'There is no "moon" to share.'
    assert shop.bench.share(str(path), "my_twist") == ""
    assert path.read_text("utf-8") == share_text((TWIST,))


def test_a_file_is_looked_at_before_it_is_added(
    room: EditorRoom, shop: Shop, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "given.toml"
    path.write_text(share_text((TWIST,), EVENING), "utf-8")
    window = looked_into(room, path, qtbot)
    said = texts(window)
    assert "1 exercise will be added." in said
    assert "The routine \u201cEvening\u201d will be added." in said
    assert TWIST.setup in said
    assert shop.workshop.own() == frozenset()
    window.add.click()
    assert shop.workshop.own() == {"my_twist", "evening"}
    assert window.said.text() == "Added. You find it in the Library."
    assert not window.add.isEnabled()


def test_a_clash_and_a_refusal_are_told(
    room: EditorRoom, shop: Shop, tmp_path: Path, qtbot: QtBot
) -> None:
    shop.bench.keeper.save(replace(TWIST, title="Another"))
    path = tmp_path / "given.toml"
    bad = replace(TWIST, id="bad")
    text = share_text((TWIST, bad)).replace('id = "bad"', 'id = "Bad"')
    path.write_text(text, "utf-8")
    said = texts(looked_into(room, path, qtbot))
    assert "\u201cmy_twist\u201d is taken here; it becomes \u201cmy_twist_2\u201d." in said
    assert f"given.toml, line {text[: text.index('Bad')].count(chr(10)) + 1}: Bad: id: " in said
    path.write_text("nothing = 1", "utf-8")
    assert "There is nothing to add." in texts(looked_into(room, path, qtbot))


def test_nothing_is_made_before_somebody_knocks(room: EditorRoom) -> None:
    made: list[EditorRoom] = []

    def make() -> EditorRoom:
        made.append(room)
        return room

    studio = Studio(make)
    assert made == []
    studio.edit("")
    studio.edit("cat_cow")
    studio.share("cat_cow")
    assert room.dialog is not None
    room.dialog.close()
    studio.bring_in()
    assert len(made) == 1
    assert {" own", "seated_cat_cow_own"} <= set(room.windows)
