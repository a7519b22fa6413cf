"""The Library window: pages of exercises, on and off, try it now, and how it looks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from deskbreak.core.command import Start
from deskbreak.core.library import Looker
from deskbreak.core.restrictions import Restrictions
from deskbreak.core.unfit import TurnOn
from deskbreak.core.words import English
from deskbreak.ui import theme
from deskbreak.ui.library.window import LibraryWindow
from deskbreak.ui.library_sources import LibrarySources
from tests.ui.library_samples import CATALOG, Desk, cut, focused, names, press, texts

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_enter_opens_a_card_and_escape_leads_back_to_it(
    library: LibraryWindow, qtbot: QtBot
) -> None:
    press(library, Qt.Key.Key_Right)
    press(library, Qt.Key.Key_Return)
    assert library.details.isVisible()
    assert library.details.start.hasFocus()
    assert library.details.name.text() == CATALOG["back_twist"].title
    press(library, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not library.details.isVisible())
    assert focused(library) == "back_twist"
    press(library, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not library.isVisible())


def test_previous_and_next_go_round_among_what_is_looked_for(library: LibraryWindow) -> None:
    library.gallery.filters.chips["equipment", "ball"].click()
    library.show_exercise("fitball_bridge")
    library.details.after.setFocus()
    library.details.after.click()
    assert library.details.exercise == CATALOG["fitball_extension"]
    assert library.details.after.hasFocus()
    library.details.before.click()
    assert library.details.exercise == CATALOG["fitball_bridge"]
    library.show_exercise("cat_cow")
    library.details.after.click()
    assert library.details.exercise == CATALOG["cat_cow"]
    library.show_exercise("moon")
    assert library.details.exercise == CATALOG["cat_cow"]


def test_off_and_on_are_settings(library: LibraryWindow, desk: Desk) -> None:
    library.show_exercise("side_tilt")
    box = library.details.switch.box
    assert box.isChecked()
    box.click()
    assert "side_tilt" in desk.looker.choice.off
    assert "You have turned this exercise off, so no routine has it." in texts(library)
    assert library.gallery.cards["side_tilt"].words.badge == "Off"
    box.click()
    assert not desk.looker.choice.off
    desk.refusal = "The file cannot be written."
    box.click()
    assert desk.refusal in texts(library)
    assert box.isChecked()


def test_what_pain_switched_off_is_turned_on_by_a_wish_of_its_own(
    library: LibraryWindow, desk: Desk
) -> None:
    desk.looker = Looker(restrictions=Restrictions(off=frozenset({"back_twist"})))
    library.show_exercise("back_twist")
    assert not library.details.start.isEnabled()
    library.details.switch.box.click()
    assert desk.sent == [TurnOn("back_twist")]


def test_a_switch_that_is_held_fast_says_by_whom(qtbot: QtBot, desk: Desk) -> None:
    desk.locked = frozenset({"routine.off"})
    window = desk.window()
    qtbot.addWidget(window)
    window.show_exercise("side_tilt")
    box = window.details.switch.box
    assert not box.isEnabled()
    assert box.accessibleDescription().startswith("Who set up this computer")


def test_what_changes_elsewhere_is_seen_when_one_comes_back(
    library: LibraryWindow, desk: Desk
) -> None:
    mine = replace(CATALOG["cat_cow"], id="mine", group="own", title="My cat")
    desk.catalog = {**CATALOG, "mine": mine}
    QApplication.sendEvent(library, QEvent(QEvent.Type.WindowActivate))
    library.show_exercise("mine")
    assert "My cat" in texts(library)
    desk.catalog = {**CATALOG, "mine": replace(mine, title="My cow")}
    QApplication.sendEvent(library, QEvent(QEvent.Type.WindowActivate))
    assert "My cow" in texts(library)
    desk.catalog = CATALOG
    QApplication.sendEvent(library, QEvent(QEvent.Type.WindowActivate))
    assert not library.details.isVisible()
    assert "mine" not in names(library)


def test_try_it_now_starts_that_exercise(library: LibraryWindow, desk: Desk) -> None:
    library.show_exercise("back_twist")
    press(library, Qt.Key.Key_Return)
    assert desk.sent == [Start("back_twist")]


def test_what_nobody_offers_is_no_button(library: LibraryWindow, qtbot: QtBot, desk: Desk) -> None:
    library.show_exercise("back_twist")
    assert not library.details.copy.isVisible()
    assert not library.details.share.isVisible()
    asked: list[str] = []
    more = LibrarySources(
        lambda: desk.looker,
        editor=lambda name: asked.append(f"edit {name}"),
        copy=lambda name: asked.append(f"copy {name}"),
        own=lambda: frozenset({"back_twist"}),
        bring_in=lambda: asked.append("import"),
        share=lambda name: asked.append(f"share {name}"),
    )
    window = LibraryWindow(replace(desk.sources(), library=more), desk.sent.append, English())
    qtbot.addWidget(window)
    window.show_exercise("cat_cow")
    window.bring_in.click()
    window.details.copy.click()
    window.details.share.click()
    assert asked == ["import", "copy cat_cow", "share cat_cow"]
    assert window.details.edit.isHidden()
    window.show_exercise("back_twist")
    assert not window.details.edit.isHidden()
    window.details.edit.click()
    window.details.copy.click()
    assert asked[3:] == ["edit back_twist", "copy back_twist"]
    assert window.details.export is None


@pytest.mark.parametrize("page", ["", "fitball_bridge"])
@pytest.mark.parametrize("width", [560, 1100])
def test_everything_has_a_name_and_nothing_is_cut(
    library: LibraryWindow, qtbot: QtBot, page: str, width: int
) -> None:
    library.show_exercise(page)
    library.resize(width, 700)
    qtbot.waitUntil(lambda: cut(library) == [])
    for button in library.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.accessibleName() or button.text() or button.parent() is None
            assert button.height() >= button.minimumSizeHint().height() or not button.text()
    assert library.minimumSizeHint().width() <= width


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_light_and_dark(qtbot: QtBot, qapp: QApplication, desk: Desk, choice: str) -> None:
    before = qapp.palette(), qapp.styleSheet()
    colours = theme.apply(qapp, choice)
    window = desk.window()
    qtbot.addWidget(window)
    image = window.grab().toImage()
    assert image.pixelColor(3, 3).name() == colours.window
    card = window.gallery.cards["shoulder_rotation"]
    assert card.grab().toImage().pixelColor(card.width() // 2, 12).name() == colours.card
    qapp.setPalette(before[0])
    qapp.setStyleSheet(before[1])


def test_a_screen_reader_toggles_without_a_click(library: LibraryWindow) -> None:
    gallery = library.gallery
    gallery.filters.chips["equipment", "ball"].toggle()
    assert len(gallery.shown()) < len(CATALOG)
    library.show_exercise("back_twist")
    player = library.details.player
    player.paces.button(0).toggle()
    assert player.playback is not None
    assert player.playback.pace == 0.5
