"""Settings: which routine the breaks have."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from deskbreak.core.command import ChangeSettings
from deskbreak.core.settings.values import RoutineChoice, Settings
from deskbreak.ui.settings.view import SettingsView
from tests.ui.test_settings_window import FILE, named, opened, press, shown_text

ROUTINES = (("desk", "Desk routine"), ("home", "Home programme"), ("evening", "My evening"))


def view(chosen: str = "desk") -> SettingsView:
    settings = replace(Settings(), routine=RoutineChoice(default=chosen))
    return SettingsView(settings, frozenset(), FILE, autostart=False, routines=lambda: ROUTINES)


def test_titles_are_shown_and_the_id_is_stored(qtbot: QtBot) -> None:
    window, sent = opened(qtbot, view())
    box = named(window, QComboBox, "Routine of my breaks")
    assert [box.itemText(n) for n in range(box.count())] == [title for _, title in ROUTINES]
    assert box.currentText() == "Desk routine"
    box.setCurrentIndex(box.findText("My evening"))
    press(window, "Save")
    assert sent == [ChangeSettings((("routine.default", "evening"),))]


def test_a_routine_that_is_gone_stays_and_is_explained(qtbot: QtBot) -> None:
    window, sent = opened(qtbot, view("moon"))
    box = named(window, QComboBox, "Routine of my breaks")
    assert (box.currentText(), box.count()) == ("moon", 4)
    said = "There is no routine \u201cmoon\u201d, so no break can start with it."
    assert said in shown_text(window)
    assert said in box.accessibleDescription()
    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert said not in shown_text(window)
    box.setCurrentIndex(3)
    press(window, "Save")
    assert sent == []


def test_another_look_shows_what_there_is_by_then(qtbot: QtBot) -> None:
    window, _ = opened(qtbot, view("moon"))
    window.show_settings(replace(view("evening"), routines=lambda: ROUTINES[1:]))
    box = named(window, QComboBox, "Routine of my breaks")
    assert [box.itemData(n) for n in range(box.count())] == ["home", "evening"]
    assert box.currentText() == "My evening"
    assert "There is no routine" not in shown_text(window)


@pytest.mark.parametrize("chosen", ["desk", "moon"])
def test_a_choice_that_the_site_holds_fast_says_so(qtbot: QtBot, chosen: str) -> None:
    held = replace(view(chosen), locked=frozenset({"routine.default"}))
    window, sent = opened(qtbot, held)
    assert not named(window, QComboBox, "Routine of my breaks").isEnabled()
    assert "Your site has set this" in shown_text(window)
    press(window, "Save")
    assert sent == []
