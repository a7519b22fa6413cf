"""What moves in the Library and when, and the controls of the large figure."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from deskbreak.core.exercise import Exercise
from deskbreak.core.session_view import Picture
from deskbreak.ui.library.motion import CALM_S
from deskbreak.ui.library.window import LibraryWindow
from tests.ui.library_samples import Desk

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


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


def test_the_card_with_the_keys_moves_and_one_other_at_a_time(
    library: LibraryWindow, desk: Desk, qtbot: QtBot
) -> None:
    qtbot.waitUntil(library.isActiveWindow)
    lead = library.gallery.cards["shoulder_rotation"]
    assert lead.hasFocus()
    assert "shoulder_rotation" in beat(library, desk, 1.0)
    first = lead.picture
    assert len(beat(library, desk, 0.1) | beat(library, desk, 0.1)) == 2
    assert lead.picture != first
    turns = set()
    for _ in range(12):
        library.motion.stir()
        turns |= beat(library, desk, 9.0) | beat(library, desk, 0.1)
    seen = {card.exercise.id for card in library.gallery.in_view()}
    assert 2 < len(turns) < 31
    assert turns <= seen


def test_a_turn_begins_and_ends_in_the_still_pose(library: LibraryWindow, desk: Desk) -> None:
    card = library.gallery.cards["back_twist"]
    still = card.grab().toImage()
    library.gallery.focus("back_twist")
    beat(library, desk, 0.0)
    card.clearFocus()
    assert card.grab().toImage() == still


def test_without_a_sign_of_the_person_nothing_runs(library: LibraryWindow, desk: Desk) -> None:
    assert beat(library, desk, 1.0)
    assert beat(library, desk, CALM_S + 1.0) == set()
    assert not library.motion.is_moving()
    QTest.keyClick(library.gallery.cards["shoulder_rotation"], Qt.Key.Key_Right)
    assert library.motion.is_moving()
    assert "back_twist" in beat(library, desk, 0.04)
    beat(library, desk, CALM_S + 1.0)
    QApplication.sendEvent(library, QEvent(QEvent.Type.WindowActivate))
    assert library.motion.is_moving()


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
