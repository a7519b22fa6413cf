from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from deskbreak.core import session as guided
from deskbreak.core.command import Drive, SessionVerb
from deskbreak.core.entry import Discomfort
from deskbreak.ui.place import scaled
from deskbreak.ui.session.break_window import SMALLEST, BreakWindow
from tests.core.guide_samples import routine
from tests.ui.break_window_fakes import TR, Driver, press, show_at, texts

NEXT = "The next break comes between 14:10 and 15:10."


def test_it_is_an_ordinary_window(window: BreakWindow) -> None:
    assert window.windowTitle() == "deskbreak - Break"
    assert not window.isModal()
    assert not window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert not window.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert window.minimumSize() == scaled(window, SMALLEST)


def test_it_shows_the_card_then_the_exercise(window: BreakWindow, driver: Driver) -> None:
    assert "Get ready" in texts(window)
    press(window, "Start")
    assert driver.verbs == [SessionVerb.READY]
    show_at(window, driver, 3.0)
    shown = texts(window)
    assert "Exercise 1 of 3" in shown
    assert "Circles" in shown
    assert "1 of 2" in shown
    assert "backward" in shown
    assert "Breathe in" in shown
    assert "Then the same forward" in shown
    assert "Slowly." in shown


@pytest.mark.parametrize(
    ("name", "verb"),
    [
        ("Pause", SessionVerb.PAUSE),
        ("Back", SessionVerb.BACK),
        ("Next", SessionVerb.NEXT),
        ("It hurts", SessionVerb.HURTS),
        ("Finish", SessionVerb.FINISH),
        ("Easier", SessionVerb.EASIER),
        ("Harder", SessionVerb.HARDER),
    ],
)
def test_each_button_sends_its_verb(
    window: BreakWindow, driver: Driver, name: str, verb: SessionVerb
) -> None:
    show_at(window, driver, 8.0)
    press(window, name)
    assert driver.verbs == [verb]


@pytest.mark.parametrize(
    ("key", "verb"),
    [
        (Qt.Key.Key_Space, SessionVerb.PAUSE),
        (Qt.Key.Key_Left, SessionVerb.BACK),
        (Qt.Key.Key_Right, SessionVerb.NEXT),
        (Qt.Key.Key_H, SessionVerb.HURTS),
        (Qt.Key.Key_Escape, SessionVerb.PAUSE),
        (Qt.Key.Key_Return, SessionVerb.PAUSE),
        (Qt.Key.Key_Minus, SessionVerb.EASIER),
        (Qt.Key.Key_Plus, SessionVerb.HARDER),
    ],
)
def test_each_key_sends_its_verb(
    window: BreakWindow, driver: Driver, key: Qt.Key, verb: SessionVerb
) -> None:
    show_at(window, driver, 8.0)
    QTest.keyClick(window.controls.pause, key)
    assert driver.verbs == [verb]


def test_space_pauses_and_resumes_wherever_the_focus_is(
    window: BreakWindow, driver: Driver
) -> None:
    window.setFocus()
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert "Paused" in texts(window)
    assert window.controls.pause.text() == "Resume"
    QTest.keyClick(window, Qt.Key.Key_Space)
    QTest.keyClick(window, Qt.Key.Key_A)
    assert driver.verbs == [SessionVerb.PAUSE, SessionVerb.RESUME]
    assert window.controls.pause.text() == "Pause"


def test_escape_pauses_and_asks_and_escape_again_stays_paused(
    window: BreakWindow, driver: Driver
) -> None:
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert "Finish or go on?" in texts(window)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert "Finish or go on?" not in texts(window)
    assert "Paused" in texts(window)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    press(window, "Go on")
    assert "Get ready" in texts(window)
    assert driver.verbs[-1] is SessionVerb.RESUME


def test_closing_asks_while_it_runs(window: BreakWindow, driver: Driver) -> None:
    closing = QCloseEvent()
    window.closeEvent(closing)
    assert not closing.isAccepted()
    assert "Finish or go on?" in texts(window)
    assert driver.verbs == [SessionVerb.PAUSE]


@pytest.mark.parametrize(
    ("answer", "discomfort"),
    [
        ("Just a stretch feeling", Discomfort.STRETCH),
        ("Unpleasant", Discomfort.UNPLEASANT),
        ("Pain", Discomfort.PAIN),
        ("Sharp or alarming", Discomfort.SHARP),
    ],
)
def test_it_hurts_asks_and_carries_the_answer(
    window: BreakWindow, driver: Driver, answer: str, discomfort: Discomfort
) -> None:
    show_at(window, driver, 12.0)
    press(window, "It hurts")
    assert "How does it feel?" in texts(window)
    assert not window.controls.next.isEnabled()
    assert window.focusWidget() is not window.controls.finish
    press(window, answer)
    assert driver.sent[-1] == Drive(SessionVerb.HURTS, discomfort)


def test_a_slip_of_the_finger_goes_on(window: BreakWindow, driver: Driver) -> None:
    show_at(window, driver, 12.0)
    press(window, "It hurts")
    press(window, "I pressed it by mistake")
    assert driver.verbs == [SessionVerb.HURTS, SessionVerb.RESUME]


def test_the_end_card_tells_what_was_done(window: BreakWindow, driver: Driver) -> None:
    show_at(window, driver, 500.0)
    over = guided.result(driver.session)
    assert over is not None
    window.show_end(over, NEXT)
    shown = texts(window)
    assert "Well done!" in shown
    assert "Twist | 2 of 2" in shown
    assert "52 seconds of movement" in shown
    assert NEXT in shown
    sent = list(driver.sent)
    QTest.keyClick(window, Qt.Key.Key_H)
    assert driver.sent == sent
    press(window, "Close")
    assert not window.isVisible()


def test_escape_closes_the_end_card_and_the_window_can_open_again(
    window: BreakWindow, driver: Driver, qtbot: QtBot
) -> None:
    driver.at(500.0)
    over = guided.result(driver.session)
    assert over is not None
    window.show_end(over, "")
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    driver.session = guided.begin(routine(), 500.0)
    window.open()
    assert "Get ready" in texts(window)
    assert window.controls.isVisible()
    qtbot.waitUntil(lambda: driver.painted_times >= 2)


def test_an_end_before_the_first_frame_is_told_too(qtbot: QtBot, driver: Driver) -> None:
    window = BreakWindow(driver, driver.send, TR)
    qtbot.addWidget(window)
    driver.at(500.0)
    over = guided.result(driver.session)
    assert over is not None
    window.show_end(over, "")
    window.show()
    assert "circles" in texts(window)
