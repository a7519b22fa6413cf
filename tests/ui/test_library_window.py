"""The Library window: cards by keys and filters, pages of exercises, on and off, try it now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from deskbreak.core.command import Start
from deskbreak.core.library import Looker
from deskbreak.core.restrictions import Restrictions
from deskbreak.core.settings.values import RoutineChoice
from deskbreak.core.unfit import TurnOn
from deskbreak.core.words import English
from deskbreak.ui import theme
from deskbreak.ui.library_sources import LibrarySources
from deskbreak.ui.library_window import LibraryWindow
from tests.ui.library_samples import CATALOG, Desk

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def library(qtbot: QtBot, desk: Desk) -> Iterator[LibraryWindow]:
    window = desk.window()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()


def texts(window: QWidget) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def cut(window: QWidget) -> list[str]:
    """Return the texts that have less height than they need."""
    wrapping = [each for each in window.findChildren(QLabel) if each.isVisible()]
    return [each.text() for each in wrapping if each.height() < each.heightForWidth(each.width())]


def names(library: LibraryWindow) -> list[str]:
    return [card.exercise.id for card in library.gallery.shown()]


def focused(library: LibraryWindow) -> str:
    return next(c.exercise.id for c in library.gallery.cards.values() if c.hasFocus())


def press(library: LibraryWindow, key: Qt.Key) -> None:
    QTest.keyClick(library.focusWidget(), key)


def test_every_exercise_has_its_card_below_its_heading(library: LibraryWindow) -> None:
    assert sorted(names(library)) == sorted(CATALOG)
    said = texts(library)
    for heading in ("At the desk", "Posture checks", "Warm-up", "Lesson", "Cool-down"):
        assert heading in said
    assert "Your own" not in said
    assert "31 exercises" in said
    card = library.gallery.cards["fitball_bridge"]
    assert card.accessibleName() == CATALOG["fitball_bridge"].title
    assert "On the floor \u00b7 Exercise ball" in card.accessibleDescription()
    assert library.windowTitle() == "deskbreak - Library"


def test_ones_own_exercises_have_a_shelf(qtbot: QtBot, desk: Desk) -> None:
    mine = replace(CATALOG["back_twist"], id="mine", title="My twist", group="own")
    desk.catalog = {**CATALOG, "mine": mine}
    window = desk.window()
    qtbot.addWidget(window)
    window.show()
    assert "Your own" in texts(window)
    desk.catalog = CATALOG
    window.refresh()
    assert "mine" not in names(window)
    qtbot.waitUntil(window.gallery.isVisible)


def test_arrows_lead_from_card_to_card_and_tab_reaches_one(library: LibraryWindow) -> None:
    assert focused(library) == "shoulder_rotation"
    press(library, Qt.Key.Key_Right)
    assert focused(library) == "back_twist"
    press(library, Qt.Key.Key_Left)
    press(library, Qt.Key.Key_Left)
    assert focused(library) == "shoulder_rotation"
    press(library, Qt.Key.Key_Up)
    assert focused(library) == "shoulder_rotation"
    press(library, Qt.Key.Key_End)
    assert focused(library) == "cool_breath_stretch"
    press(library, Qt.Key.Key_Home)
    press(library, Qt.Key.Key_Down)
    there = library.gallery.cards[focused(library)]
    first = library.gallery.cards["shoulder_rotation"]
    assert there.mapTo(library, QPoint()).x() == first.mapTo(library, QPoint()).x()
    assert there is not first
    press(library, Qt.Key.Key_Up)
    assert focused(library) == "shoulder_rotation"
    reached = [
        card
        for card in library.gallery.cards.values()
        if card.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert [card.exercise.id for card in reached] == ["shoulder_rotation"]


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


def test_chips_and_words_narrow_it_down(library: LibraryWindow) -> None:
    filters = library.gallery.filters
    assert not filters.reset.isVisible()
    filters.chips["place", "chair"].click()
    filters.chips["region", "upper"].click()
    assert names(library) == ["shoulder_rotation", "posture_shoulder_drop"]
    assert "2 of 31 exercises" in texts(library)
    assert "Warm-up" not in texts(library)
    filters.search.setText("zeppelin")
    assert names(library) == []
    assert 'Nothing fits all of that. Take a filter away, or press "Show all".' in texts(library)
    filters.reset.click()
    assert sorted(names(library)) == sorted(CATALOG)
    assert filters.search.hasFocus()


def test_the_keys_that_search_lead_to_the_search(library: LibraryWindow, qtbot: QtBot) -> None:
    library.show_exercise("cat_cow")
    QTest.keyClick(library.details.start, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(library.gallery.filters.search.hasFocus)
    QTest.keyClicks(library.gallery.filters.search, "lunge")
    assert names(library) == ["lunge"]
    card = library.gallery.current()
    assert card is not None
    assert card.exercise.id == "lunge"


def test_badges_say_what_is_left_out(library: LibraryWindow, desk: Desk) -> None:
    desk.looker = Looker(
        RoutineChoice(off=("side_tilt",)),
        Restrictions(off=frozenset({"back_twist"}), paused=frozenset({"cat_cow"})),
    )
    library.refresh()
    cards = library.gallery.cards
    assert cards["side_tilt"].words.badge == "Off"
    assert cards["back_twist"].words.badge == "Off: it hurt"
    assert cards["cat_cow"].words.badge == "Rests today"
    assert cards["hyperextension"].words.badge == "Later"
    assert cards["shoulder_rotation"].words.badge == ""
    assert cards["side_tilt"].accessibleDescription().startswith("Off. ")


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
        bring_in=lambda: asked.append("import"),
        share=lambda name: asked.append(f"share {name}"),
    )
    window = LibraryWindow(replace(desk.sources(), library=more), desk.sent.append, English())
    qtbot.addWidget(window)
    window.show_exercise("cat_cow")
    window.bring_in.click()
    window.details.copy.click()
    window.details.share.click()
    assert asked == ["import", "edit cat_cow", "share cat_cow"]
    assert window.details.export is None


def test_an_empty_catalog_is_an_empty_window(qtbot: QtBot, desk: Desk) -> None:
    desk.catalog = {}
    window = desk.window()
    qtbot.addWidget(window)
    window.show()
    assert "There are no exercises to show." in texts(window)


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
