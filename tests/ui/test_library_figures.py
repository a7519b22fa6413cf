"""What moves in the Library and when, the large figure's controls, and pictures out of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from deskbreak.core.exercise import Exercise
from deskbreak.core.session_view import Picture
from deskbreak.ui.library_export import PictureExport
from deskbreak.ui.library_motion import CALM_S
from deskbreak.ui.library_window import LibraryWindow
from tests.ui.library_samples import Desk

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def library(qtbot: QtBot, desk: Desk) -> Iterator[LibraryWindow]:
    window = desk.window()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    yield window
    window.close()


def beat(library: LibraryWindow, desk: Desk, seconds: float) -> set[str]:
    """Let time pass; return which cards move."""
    desk.now += seconds
    library.motion.beat()
    cards = library.gallery.cards
    return {name for name, card in cards.items() if card.picture is not None}


def shown(library: LibraryWindow) -> Picture:
    library.details.player.refresh()
    picture = library.details.player.figure.picture
    assert picture is not None
    return picture


def exporting(library: LibraryWindow) -> PictureExport:
    made = library.details.export
    assert made is not None
    return made


def test_the_card_with_the_keys_moves_and_the_seen_ones_in_turn(
    library: LibraryWindow, desk: Desk, qtbot: QtBot
) -> None:
    qtbot.waitUntil(library.isActiveWindow)
    lead = library.gallery.cards["shoulder_rotation"]
    assert lead.hasFocus()
    assert "shoulder_rotation" in beat(library, desk, 1.0)
    first = lead.picture
    seen = {card.exercise.id for card in library.gallery.in_view()}
    assert 1 < len(seen) < 31
    for _ in range(2 * len(seen)):
        beat(library, desk, 0.04)
    assert beat(library, desk, 0.04) == seen
    assert lead.picture != first


def test_without_a_sign_of_the_person_only_the_lead_moves_on(
    library: LibraryWindow, desk: Desk, qtbot: QtBot
) -> None:
    qtbot.waitUntil(library.isActiveWindow)
    for _ in range(40):
        beat(library, desk, 0.04)
    assert beat(library, desk, CALM_S + 1.0) == {"shoulder_rotation"}
    QTest.keyClick(library.gallery.cards["shoulder_rotation"], Qt.Key.Key_Right)
    QApplication.sendEvent(library, QEvent(QEvent.Type.WindowActivate))
    assert "back_twist" in beat(library, desk, 0.04)
    assert len(beat(library, desk, 0.04)) > 1


def test_the_card_below_the_pointer_leads(library: LibraryWindow, desk: Desk) -> None:
    card = library.gallery.cards["cat_cow"]
    there = QPoint(5, 5).toPointF()
    QApplication.sendEvent(card, QEnterEvent(there, there, there))
    card.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    beat(library, desk, 1.0)
    before = card.picture
    beat(library, desk, 1.0)
    assert before is not None
    assert card.picture != before
    assert card.picture is not None
    assert card.picture.trail_from is None


def test_nothing_moves_while_hidden_or_elsewhere(library: LibraryWindow, desk: Desk) -> None:
    beat(library, desk, 1.0)
    assert library.motion.is_moving()
    library.show_exercise("cat_cow")
    assert not library.motion.is_moving()
    assert library.details.player.is_moving()
    assert all(card.picture is None for card in library.gallery.cards.values())
    library.hide()
    assert not library.is_moving()
    library.show()
    assert library.details.player.is_moving()
    library.show_all()
    assert library.motion.is_moving()
    assert not library.details.player.is_moving()
    library.hide()
    assert not library.is_moving()


def test_reduced_motion_shows_stills(qtbot: QtBot, desk: Desk) -> None:
    window = desk.window(reduced_motion=True)
    qtbot.addWidget(window)
    window.show()
    assert not window.motion.is_moving()
    window.show_exercise("side_tilt")
    desk.now += 4.0
    first = shown(window)
    desk.now += 0.5
    assert shown(window) is first


def test_a_card_is_drawn_once_and_then_kept(library: LibraryWindow, desk: Desk) -> None:
    card = library.gallery.cards["cool_breath_stretch"]
    before = card.grab().toImage()
    assert card.grab().toImage() == before
    card.show_picture(card.picture)
    beat(library, desk, 2.0)
    library.gallery.focus("cool_breath_stretch")
    beat(library, desk, 2.0)
    assert card.grab().toImage() != before


def test_pause_stands_still_and_goes_on_where_it_was(library: LibraryWindow, desk: Desk) -> None:
    library.show_exercise("cat_cow")
    player = library.details.player
    desk.now += 6.0
    pose = shown(library).pose
    player.pause.click()
    assert player.pause.text() == "Resume"
    assert not player.is_moving()
    desk.now += 3.3
    assert shown(library).pose == pose
    library.hide()
    library.show()
    assert not player.is_moving()
    player.pause.click()
    assert shown(library).pose == pose
    desk.now += 1.0
    assert shown(library).pose != pose
    player.pause.click()
    library.show_exercise("side_tilt")
    assert player.pause.text() == "Pause"
    assert player.is_moving()


def test_it_plays_at_another_pace(library: LibraryWindow, desk: Desk) -> None:
    library.show_exercise("back_twist")
    playback = library.details.player.playback
    assert playback is not None
    library.details.player.paces.button(0).click()
    slow = library.details.player.playback
    assert slow is not None
    assert slow.position(desk.now + 10.0) == pytest.approx(5.0)
    library.show_exercise("side_tilt")
    again = library.details.player.playback
    assert again is not None
    assert again.pace == 0.5


def test_level_form_and_direction_can_be_chosen(library: LibraryWindow) -> None:
    player = library.details.player
    library.show_exercise("back_twist")
    assert not player.way.isVisible()
    player.form.setCurrentIndex(1)
    player.form.activated.emit(1)
    assert player.variant == "neck_free"
    crossed = dict(player_exercise(library).variant_steps)["neck_free"][1]
    said = [each.text() for each in library.details.findChildren(QLabel)]
    assert f"1. {crossed}" in said
    player.level.setCurrentIndex(3)
    player.level.activated.emit(3)
    playback = player.playback
    assert playback is not None
    assert playback.films[0].planned.reach == 1.0
    assert playback.films[0].planned.variant == "neck_free"
    library.show_exercise("shoulder_rotation")
    assert player.variant == ""
    assert player.way.isVisible()
    assert not player.form.isVisible()
    player.way.setCurrentIndex(2)
    player.way.activated.emit(2)
    playback = player.playback
    assert playback is not None
    assert len(playback.films) == 1


def player_exercise(library: LibraryWindow) -> Exercise:
    exercise = library.details.exercise
    assert exercise is not None
    return exercise


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
