from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from deskbreak.core.command import Drive, SessionVerb
from deskbreak.core.session_view import Stage
from deskbreak.ui import theme
from deskbreak.ui.place import Memory
from deskbreak.ui.session.break_window import BreakWindow
from deskbreak.ui.session.frames import FRAME_MS, STILL_MS
from tests.ui.break_window_fakes import TR, Driver, show_at, texts


def test_the_clock_begins_with_the_first_paint_and_once(
    window: BreakWindow, driver: Driver, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: driver.painted_times == 1)
    window.repaint()
    QApplication.processEvents()
    assert driver.painted_times == 1


def test_a_step_is_announced_once(window: BreakWindow, driver: Driver) -> None:
    spoken = [window.announced]
    for tick in range(650):
        show_at(window, driver, tick / 10)
        if window.announced != spoken[-1]:
            spoken.append(window.announced)
    assert len(spoken) == len(set(spoken))
    starts = [text for text in spoken if text.startswith(("Circles.", "Twist.", "Tilt."))]
    assert len(starts) == 3
    assert len(spoken) <= 1 + 3 + 2 + 1


def test_frames_come_fast_in_motion_and_rarely_when_still(
    window: BreakWindow, driver: Driver
) -> None:
    show_at(window, driver, 12.0)
    paces = [window.pace_ms]
    driver.send(Drive(SessionVerb.PAUSE))
    show_at(window, driver, 14.0)
    paces.append(window.pace_ms)
    window.hide()
    paces.append(window.pace_ms)
    window.show()
    paces.append(window.pace_ms)
    assert paces == [FRAME_MS, STILL_MS, None, FRAME_MS]


def test_reduced_motion_shows_stills(qtbot: QtBot, driver: Driver) -> None:
    window = BreakWindow(driver, driver.send, TR, reduced_motion=True)
    qtbot.addWidget(window, before_close_func=lambda w: w.dismiss())
    window.open()
    show_at(window, driver, 12.0)
    assert window.pace_ms == STILL_MS


def test_a_session_that_is_gone_shows_nothing_new(window: BreakWindow, driver: Driver) -> None:
    before = texts(window)
    driver.gone = True
    window.refresh()
    assert texts(window) == before


def test_it_remembers_its_size(qtbot: QtBot, driver: Driver) -> None:
    kept = [""]
    memory = Memory(load=lambda: kept[0], save=lambda text: kept.__setitem__(0, text))
    for size in (QSize(760, 500), QSize(-1, -1)):
        window = BreakWindow(driver, driver.send, TR, memory)
        qtbot.addWidget(window)
        window.open()
        if size.isValid():
            window.resize(size)
        assert window.size() == QSize(760, 500)
        window.dismiss()
    assert kept[0].isascii()


def test_every_control_has_a_name(window: BreakWindow, driver: Driver) -> None:
    show_at(window, driver, 12.0)
    for button in window.findChildren(QAbstractButton):
        assert button.accessibleName(), button.text()
    assert window.stepper.accessibleName() == "Exercise 1 of 3"


def cut_texts(window: BreakWindow) -> list[str]:
    cut = []
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.text():
            wraps = label.wordWrap()
            high = label.heightForWidth(label.width()) if wraps else label.sizeHint().height()
            wide = 0 if wraps else label.sizeHint().width()
            cut += [label.text()] if label.height() < high or label.width() < wide else []
    for button in window.findChildren(QAbstractButton):
        narrow = button.width() < button.minimumSizeHint().width()
        cut += [button.text()] if button.isVisible() and narrow else []
    for area in window.findChildren(QScrollArea):
        sideways = area.isVisible() and area.horizontalScrollBar().maximum() > 0
        cut += ["a page scrolls sideways"] if sideways else []
    return cut


@pytest.mark.parametrize("factor", [1.0, 2.0])
@pytest.mark.parametrize("t", [1.0, 12.0, 26.0, 40.0])
def test_no_text_is_cut(
    qapp: QApplication, qtbot: QtBot, driver: Driver, t: float, factor: float
) -> None:
    font = qapp.font()
    qapp.setFont(theme.scaled_font(font, factor))
    try:
        window = BreakWindow(driver, driver.send, TR)
        qtbot.addWidget(window, before_close_func=lambda w: w.dismiss())
        window.open()
        window.resize(window.minimumSize())
        show_at(window, driver, t)
        qtbot.waitUntil(lambda: cut_texts(window) == [])
    finally:
        qapp.setFont(font)


def test_the_stage_names_cover_all_cards(driver: Driver) -> None:
    seen = set()
    for t in (1.0, 12.0, 26.0, 500.0):
        driver.at(t)
        view = driver.frame()
        assert view is not None
        seen.add(view.stage)
    assert seen == set(Stage)
