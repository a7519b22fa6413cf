from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from deskbreak.core import session as guided
from deskbreak.core.command import Drive, SessionVerb
from deskbreak.core.session_view import SessionResult, SessionView
from deskbreak.ui.session.break_window import BreakWindow
from deskbreak.ui.session.discreet_window import DiscreetWindow
from deskbreak.ui.session.windows import SessionWindows
from tests.ui.break_window_fakes import TR, Driver, texts
from tests.ui.test_stage import SOURCES

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|propagateSizeHints)\(\)")


@pytest.fixture
def driver() -> Driver:
    return Driver()


@pytest.fixture
def told() -> list[tuple[str, str]]:
    return []


@pytest.fixture
def windows(
    driver: Driver, told: list[tuple[str, str]], qapp: QApplication
) -> Iterator[SessionWindows]:
    made = SessionWindows(
        driver, driver.send, SOURCES, TR, lambda title, text: told.append((title, text))
    )
    yield made
    made.dismiss()
    qapp.processEvents()


def shown() -> list[QWidget]:
    there = QApplication.topLevelWidgets()
    kinds = (BreakWindow, DiscreetWindow)
    return [each for each in there if isinstance(each, kinds) and each.isVisible()]


def press(key: Qt.Key) -> None:
    """Press a key in the only window, once it has the keyboard."""
    (window,) = shown()
    assert QTest.qWaitForWindowActive(window)
    QTest.keyClick(window, key)


def over(driver: Driver, *, later: bool = False) -> SessionResult:
    driver.at(1e6)
    result = guided.result(driver.session)
    assert result is not None
    return replace(result, later=later)


def test_a_key_changes_between_the_large_and_the_small_window(
    windows: SessionWindows, driver: Driver
) -> None:
    windows.open(discreet=False)
    driver.at(12.0)
    for kind in (DiscreetWindow, BreakWindow, DiscreetWindow):
        press(Qt.Key.Key_D)
        (window,) = shown()
        assert isinstance(window, kind)
        windows.bring_forward()
    assert driver.sent == []


def test_it_begins_small_where_that_is_set_and_ends_small(
    windows: SessionWindows, driver: Driver
) -> None:
    windows.open(discreet=True)
    (window,) = shown()
    assert isinstance(window, DiscreetWindow)
    windows.end(over(driver), "Next break at 14:10.")
    assert window.count.text() == "✓ Done"


def test_it_hurts_in_the_small_window_is_asked_in_the_large_one(
    windows: SessionWindows, driver: Driver
) -> None:
    windows.open(discreet=True)
    driver.at(12.0)
    press(Qt.Key.Key_H)
    (window,) = shown()
    assert isinstance(window, BreakWindow)
    assert "How does it feel?" in texts(window)
    press(Qt.Key.Key_D)
    assert shown() == [window]


def test_escape_in_the_small_window_is_asked_in_the_large_one(
    windows: SessionWindows, driver: Driver
) -> None:
    windows.open(discreet=True)
    driver.at(12.0)
    press(Qt.Key.Key_Escape)
    (window,) = shown()
    assert isinstance(window, BreakWindow)
    assert "Finish or go on?" in texts(window)
    assert driver.verbs == [SessionVerb.PAUSE]
    driver.send(Drive(SessionVerb.FINISH))
    windows.end(over(driver), "")
    assert "Good that you moved" in texts(window)


def test_a_break_that_was_put_off_leaves_a_word_and_no_window(
    windows: SessionWindows, driver: Driver, told: list[tuple[str, str]]
) -> None:
    windows.open(discreet=False)
    windows.end(over(driver, later=True), "Next break at 14:10.")
    assert shown() == []
    assert told == [("Later, then", "Next break at 14:10.")]
    windows.end(over(driver), "")
    windows.bring_forward()
    assert shown() == []


def test_a_new_session_has_new_windows(windows: SessionWindows, driver: Driver) -> None:
    windows.open(discreet=False)
    (first,) = shown()
    windows.open(discreet=False)
    (second,) = shown()
    assert second is not first
    assert driver.sent == []


def test_for_who_listens_a_session_stands_still_once_it_is_small(
    driver: Driver, qapp: QApplication
) -> None:
    heard: list[SessionView | None] = []
    sources = replace(SOURCES, heed=heard.append)
    made = SessionWindows(driver, driver.send, sources, TR, lambda _title, _text: None)
    made.open(discreet=False)
    driver.at(12.0)
    press(Qt.Key.Key_D)
    made.dismiss()
    qapp.processEvents()
    assert heard[-1] is None
    assert heard[-2] is not None
    assert heard[-2].paused
    assert not any(view.paused for view in heard[:-2] if view is not None)
