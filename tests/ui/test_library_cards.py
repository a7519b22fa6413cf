"""The cards of the Library: shelves, keys, filters, badges."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from deskbreak.core.library import Looker
from deskbreak.core.restrictions import Restrictions
from deskbreak.core.settings.values import RoutineChoice
from deskbreak.ui.library.window import LibraryWindow
from tests.ui.library_samples import CATALOG, Desk, focused, names, press, texts

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


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


def test_an_empty_catalog_is_an_empty_window(qtbot: QtBot, desk: Desk) -> None:
    desk.catalog = {}
    window = desk.window()
    qtbot.addWidget(window)
    window.show()
    assert "There are no exercises to show." in texts(window)
