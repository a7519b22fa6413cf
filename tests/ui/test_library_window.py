"""The Library window: the list, the figure that moves only while seen, and the words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from deskbreak.adapters.catalog_files import load_catalog
from deskbreak.core.session_view import Picture
from deskbreak.core.words import English
from deskbreak.ui import theme
from deskbreak.ui.library_window import LibraryWindow

CATALOG, _ = load_catalog(Path(__file__).parents[2] / "resources" / "exercises")


class Watch:
    """Seconds as the test wants them."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def library(qtbot: QtBot, watch: Watch) -> Iterator[LibraryWindow]:
    window = LibraryWindow(CATALOG, English(), watch)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()


def shown(window: LibraryWindow) -> Picture:
    picture = window.figure.picture
    assert picture is not None
    return picture


def texts(window: QWidget) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def later(window: LibraryWindow, watch: Watch, seconds: float) -> Picture:
    watch.now += seconds
    window.refresh()
    return shown(window)


def test_every_exercise_is_listed_below_its_group(library: LibraryWindow) -> None:
    rows = [library.exercises.item(row) for row in range(library.exercises.count())]
    assert [row.text() for row in rows if not row.flags()] == ["At the desk", "Posture checks"]
    assert [row.text() for row in rows if row.flags()] == [
        *("Shoulder rotation", "Back twist", "Lateral tilt", "Seated cat-cow"),
        *("Tall seat", "Shoulders down", "Feet and knees"),
    ]
    heard = [row.data(Qt.ItemDataRole.AccessibleTextRole) for row in rows if row.flags()]
    assert heard == [each.title for each in CATALOG.values()]
    assert library.windowTitle() == "deskbreak - Library"


def test_the_first_exercise_is_chosen_with_all_its_words(library: LibraryWindow) -> None:
    exercise = CATALOG["shoulder_rotation"]
    said = texts(library)
    for text in (exercise.title, exercise.goal, exercise.setup, exercise.safety, exercise.easier):
        assert text in said
    assert f"1. {exercise.steps[0]}" in said
    assert f"\u2013 {exercise.mistakes[0]}" in said
    assert any(text.startswith("Circles per direction: 4 for beginners, 8 norm") for text in said)
    assert shown(library).exercise.id == "shoulder_rotation"


def test_arrow_keys_choose_another_and_skip_the_headings(
    library: LibraryWindow, qtbot: QtBot
) -> None:
    for _ in range(4):
        QTest.keyClick(library.exercises, Qt.Key.Key_Down)
    assert shown(library).exercise.id == "posture_tall_sit"
    qtbot.waitUntil(lambda: CATALOG["posture_tall_sit"].setup in texts(library))
    assert CATALOG["shoulder_rotation"].setup not in texts(library)


def test_an_exercise_can_be_chosen_by_its_id(library: LibraryWindow) -> None:
    library.show_exercise("cat_cow")
    assert shown(library).exercise.id == "cat_cow"
    library.show_exercise("moon")
    assert shown(library).exercise.id == "cat_cow"


def test_the_figure_takes_its_place_and_then_repeats(library: LibraryWindow, watch: Watch) -> None:
    library.show_exercise("back_twist")
    start = shown(library).pose
    assert later(library, watch, 1.5).pose != start
    turned = later(library, watch, 1.5 + 3.0)
    assert turned.pose.thorax[2] == pytest.approx(32.0, abs=0.01)
    assert later(library, watch, 14.0).pose == turned.pose


def test_both_directions_are_shown_in_turn(library: LibraryWindow, watch: Watch) -> None:
    exercise = CATALOG["shoulder_rotation"]
    frames = dict(exercise.keyframes)
    first = later(library, watch, 5.0 + 0.1)
    assert first.trail_to == frames["low_front"]
    other = later(library, watch, 3 * 5.0)
    assert other.trail_to == frames["low_back"]
    assert later(library, watch, 3 * 5.0).trail_to == frames["low_front"]


def test_pause_stands_still_and_goes_on_where_it_was(library: LibraryWindow, watch: Watch) -> None:
    library.show_exercise("cat_cow")
    pose = later(library, watch, 6.0).pose
    library.pause.click()
    assert library.pause.text() == "Resume"
    assert later(library, watch, 3.3).pose == pose
    library.pause.click()
    library.refresh()
    assert shown(library).pose == pose
    assert later(library, watch, 1.0).pose != pose


def test_it_moves_by_itself_while_seen_and_rests_while_hidden(
    library: LibraryWindow, watch: Watch, qtbot: QtBot
) -> None:
    watch.now += 2.0
    before = shown(library)
    qtbot.waitUntil(lambda: shown(library) != before)
    library.hide()
    assert not library.is_moving()
    library.show()
    assert library.is_moving()
    library.pause.click()
    library.hide()
    library.show()
    assert not library.is_moving()


def test_another_exercise_moves_after_a_pause(library: LibraryWindow) -> None:
    library.pause.click()
    library.show_exercise("side_tilt")
    assert library.pause.text() == "Pause"
    assert library.is_moving()


def test_escape_closes(library: LibraryWindow, qtbot: QtBot) -> None:
    QTest.keyClick(library.exercises, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not library.isVisible())


def test_reduced_motion_shows_stills(qtbot: QtBot, watch: Watch) -> None:
    window = LibraryWindow(CATALOG, English(), watch, reduced_motion=True)
    qtbot.addWidget(window)
    window.show_exercise("side_tilt")
    window.show()
    first = later(window, watch, 4.0)
    assert later(window, watch, 0.5) is first


def test_an_empty_catalog_is_an_empty_window(qtbot: QtBot, watch: Watch) -> None:
    window = LibraryWindow({}, English(), watch)
    qtbot.addWidget(window)
    window.refresh()
    assert window.figure.picture is None
    assert not window.pause.isEnabled()
    said = [label.text() for label in window.findChildren(QLabel)]
    assert said == ["There are no exercises to show."]


def test_everything_has_a_name_and_nothing_is_cut(
    library: LibraryWindow, qapp: QApplication
) -> None:
    for control in (library, library.exercises, library.figure, library.pause):
        assert control.accessibleName() or control is library.pause
    library.resize(library.minimumSizeHint())
    qapp.processEvents()
    for label in library.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())
    assert library.minimumSizeHint().width() <= 800


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_light_and_dark(qtbot: QtBot, qapp: QApplication, watch: Watch, choice: str) -> None:
    before = qapp.palette(), qapp.styleSheet()
    colours = theme.apply(qapp, choice)
    window = LibraryWindow(CATALOG, English(), watch)
    qtbot.addWidget(window)
    image = window.grab().toImage()
    assert image.pixelColor(3, 3).name() == colours.window
    qapp.setPalette(before[0])
    qapp.setStyleSheet(before[1])
