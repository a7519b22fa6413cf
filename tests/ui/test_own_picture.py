"""A picture of the person's own in the Library: shown instead of the figure, or the figure is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPixmap
from pytestqt.qtbot import QtBot

from deskbreak.adapters.catalog import shipped_exercises
from deskbreak.adapters.own_pictures import OwnPictures
from deskbreak.core.dose import Demand
from deskbreak.core.exercise import Level
from deskbreak.core.session_view import Picture
from deskbreak.core.words import English
from deskbreak.ui.library.card import CardWords, ExerciseCard
from deskbreak.ui.library.own_picture import fitted, picture_of
from deskbreak.ui.library.player import ExercisePlayer

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">'
    '<rect width="20" height="10" fill="#ff0000"/></svg>'
)
TWIST = shipped_exercises()["back_twist"]
MINE = replace(TWIST, picture="mine.svg")
RED = QColor("#ff0000")


def pictures(tmp_path: Path) -> OwnPictures:
    (tmp_path / "mine.svg").write_text(SVG, "utf-8")
    return OwnPictures(tmp_path)


def test_a_picture_is_as_large_as_it_fits_and_in_the_middle(tmp_path: Path, qtbot: QtBot) -> None:
    del qtbot
    shown = picture_of(MINE, pictures(tmp_path).png)
    field = fitted(shown, QSize(40, 40), 2.0).toImage()
    assert (field.width(), field.height()) == (80, 80)
    assert field.pixelColor(40, 40) == RED
    assert field.pixelColor(40, 10).alpha() == 0
    assert picture_of(TWIST, pictures(tmp_path).png).isNull()


def test_the_details_show_it_instead_of_the_figure(tmp_path: Path, qtbot: QtBot) -> None:
    player = ExercisePlayer(English(), lambda: 0.0, reduced_motion=False)
    player.pictures = pictures(tmp_path).png
    qtbot.addWidget(player)
    player.show()
    demand = Demand(Level.NORMAL, 1)
    player.show_exercise(MINE, demand)
    assert (player.own.isVisible(), player.figure.isVisible()) == (True, False)
    assert player.own.accessibleName() == "Back twist"
    image = player.own.grab().toImage()
    assert image.pixelColor(image.width() // 2, image.height() // 2) == RED
    player.show_exercise(TWIST, demand)
    assert (player.own.isVisible(), player.figure.isVisible()) == (False, True)


def test_a_bad_picture_falls_back_to_the_figure(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "mine.svg").write_text(SVG.replace("<rect", "<script/><rect"), "utf-8")
    player = ExercisePlayer(English(), lambda: 0.0, reduced_motion=False)
    player.pictures = OwnPictures(tmp_path).png
    qtbot.addWidget(player)
    player.show()
    player.show_exercise(MINE, Demand(Level.NORMAL, 1))
    assert (player.own.isVisible(), player.figure.isVisible()) == (False, True)


def test_a_card_shows_it_too(tmp_path: Path, qtbot: QtBot) -> None:
    pose = dict(TWIST.keyframes)["rest"]
    card = ExerciseCard(MINE, CardWords("Mine", ()), lambda: Picture(MINE, pose))
    qtbot.addWidget(card)
    card.resize(card.sizeHint())
    before = card.grab().toImage()
    card.own = picture_of(MINE, pictures(tmp_path).png)
    after = card.grab().toImage()
    middle = after.width() // 2, after.width() * 3 // 8
    assert after.pixelColor(*middle) == RED
    assert before.pixelColor(*middle) != RED
    card.own = QPixmap()
    assert card.grab().toImage().pixelColor(*middle) != RED
