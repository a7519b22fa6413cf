"""Pictures out of the Library: the file dialog, the bar, and how it ended."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from deskbreak.ui.library.export import PictureExport
from deskbreak.ui.library.window import LibraryWindow
from tests.ui.library_samples import Desk

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def exporting(library: LibraryWindow) -> PictureExport:
    made = library.details.export
    assert made is not None
    return made


def test_a_picture_is_asked_for_by_a_file_dialog(
    library: LibraryWindow, desk: Desk, qtbot: QtBot
) -> None:
    library.show_exercise("back_twist")
    made = exporting(library)
    made.picture.click()
    dialog = made.dialog
    assert dialog is not None
    assert dialog.defaultSuffix() == "png"
    dialog.filterSelected.emit("SVG (*.svg)")
    assert dialog.defaultSuffix() == "svg"
    dialog.fileSelected.emit("/x/twist.svg")
    dialog.close()
    (order,) = desk.orders
    assert (order.kind, order.film.planned.exercise.id, order.at) == ("svg", "back_twist", None)
    assert made.is_writing()
    assert made.bar.isVisible()
    assert not made.animation.isEnabled()
    made.write_to("/x/other.svg")
    assert len(desk.orders) == 1
    desk.writing.done = 0.5
    qtbot.waitUntil(lambda: made.bar.value() == 50)
    desk.writing.sentence = ""
    qtbot.waitUntil(lambda: not made.is_writing())
    assert made.said.text() == "twist.svg is written."
    assert made.picture.isEnabled()


def test_a_paused_moment_and_a_failure(library: LibraryWindow, desk: Desk, qtbot: QtBot) -> None:
    library.show_exercise("back_twist")
    desk.now += 4.5
    library.details.player.pause.click()
    made = exporting(library)
    desk.writing.sentence = "/x/a.png cannot be written: No space left."
    made.write_to("/x/a.png")
    assert desk.orders[0].at == pytest.approx(4.5)
    qtbot.waitUntil(made.said.isVisible)
    assert made.said.text() == desk.writing.sentence
    library.show_exercise("cat_cow")
    assert not made.said.isVisible()


def test_an_animation_is_a_gif(library: LibraryWindow) -> None:
    library.show_exercise("back_twist")
    made = exporting(library)
    made.animation.click()
    assert made.dialog is not None
    assert made.dialog.defaultSuffix() == "gif"
    assert made.dialog.selectedFiles()[0].endswith("back_twist.gif")
    made.dialog.close()
