"""The library: every exercise can be chosen, read and watched; hidden it stands still."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from deskbreak.adapters.catalog_files import load_catalog
from deskbreak.core.words import English
from deskbreak.ui.library_window import LibraryWindow

CATALOG, _ = load_catalog(Path(__file__).parents[2] / "resources" / "exercises")


class Seconds:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def opened(qtbot: QtBot, seconds: Seconds, *, reduced_motion: bool = False) -> LibraryWindow:
    window = LibraryWindow(CATALOG, English(), seconds, reduced_motion=reduced_motion)
    qtbot.addWidget(window)
    window.show()
    return window


def texts(window: LibraryWindow) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def told(window: LibraryWindow, text: str) -> bool:
    return text in texts(window)


def seen(window: LibraryWindow) -> bytes:
    window.refresh()
    image = window.figure.grab().toImage()  # kept: its bits live only as long as it does
    return bytes(image.constBits())


def timer(window: LibraryWindow) -> QTimer:
    found = window.findChild(QTimer)
    assert isinstance(found, QTimer)
    return found


def button(window: LibraryWindow) -> QPushButton:
    found = window.findChild(QPushButton)
    assert isinstance(found, QPushButton)
    return found


def test_every_exercise_is_listed_and_told_whole(qtbot: QtBot) -> None:
    window = opened(qtbot, Seconds())
    names = window.findChild(QListWidget)
    assert isinstance(names, QListWidget)
    assert [names.item(row).text() for row in range(names.count())] == [
        exercise.title for exercise in CATALOG.values()
    ]
    for exercise in CATALOG.values():
        window.show_exercise(exercise.id)
        qtbot.waitUntil(partial(told, window, exercise.goal))
        said = texts(window)
        for text in (exercise.title, exercise.goal, exercise.setup, exercise.safety):
            assert text in said
        for text in (*exercise.steps, *exercise.mistakes):
            assert text in said
        assert window.figure.accessibleName() == exercise.title


def test_the_figure_moves_with_the_clock_and_stops_on_pause(qtbot: QtBot) -> None:
    seconds = Seconds()
    window = opened(qtbot, seconds)
    assert timer(window).isActive()
    first = seen(window)
    seconds.now += 1.0
    later = seen(window)
    assert later != first
    button(window).click()
    assert not timer(window).isActive()
    seconds.now += 1.0
    assert seen(window) == later
    assert button(window).text() == "Move"
    button(window).click()
    assert seen(window) == later
    seconds.now += 1.0
    assert seen(window) != later


def test_a_hidden_library_costs_nothing(qtbot: QtBot) -> None:
    window = opened(qtbot, Seconds())
    window.hide()
    assert not timer(window).isActive()
    window.show()
    assert timer(window).isActive()


def test_with_reduced_motion_it_stands_until_asked(qtbot: QtBot) -> None:
    window = opened(qtbot, Seconds(), reduced_motion=True)
    assert not timer(window).isActive()
    button(window).click()
    assert timer(window).isActive()


def test_an_unknown_exercise_changes_nothing(qtbot: QtBot) -> None:
    window = opened(qtbot, Seconds())
    before = texts(window)
    window.show_exercise("handstand")
    assert texts(window) == before


def test_an_empty_catalog_says_so(qtbot: QtBot) -> None:
    window = LibraryWindow({}, English(), Seconds())
    qtbot.addWidget(window)
    window.show()
    assert "There are no exercises to show." in texts(window)
    assert not button(window).isEnabled()
