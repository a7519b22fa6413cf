"""What the break window does besides guiding: cards with answers, a rest, a lost screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from deskbreak.core import session as guided
from deskbreak.core.command import Ate, Command, Drive, Rate, SessionVerb
from deskbreak.core.entry import Discomfort
from deskbreak.core.session_view import SessionView
from deskbreak.ui.session.break_window import BreakWindow
from deskbreak.ui.session.energy_row import EnergyRow
from tests.core.test_session_home import home
from tests.ui.break_window_fakes import TR, Driver, press, show_at, texts

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|propagateSizeHints)\(\)")


def unpleasant(window: BreakWindow, driver: Driver) -> None:
    show_at(window, driver, 12.0)
    press(window, "It hurts")
    press(window, "Unpleasant")


def test_a_rest_is_counted_down_and_the_figure_breathes(
    window: BreakWindow, driver: Driver
) -> None:
    unpleasant(window, driver)
    assert "Rest a little" in texts(window)
    assert "45 seconds" in texts(window)
    show_at(window, driver, 14.0)
    assert "43 seconds" in texts(window)
    assert "Breathe in" in texts(window)
    show_at(window, driver, 17.0)
    assert "Breathe out" in texts(window)
    said = window.announced
    show_at(window, driver, 30.0)
    assert window.announced == said
    show_at(window, driver, 60.0)
    assert "How shall it go on?" in texts(window)
    assert window.announced != said


@pytest.mark.parametrize(
    ("choice", "verb"),
    [
        ("Easier version", SessionVerb.EASIER),
        ("Skip this one", SessionVerb.NEXT),
        ("Finish", SessionVerb.FINISH),
    ],
)
def test_after_a_rest_there_are_three_ways_on(
    window: BreakWindow, driver: Driver, choice: str, verb: SessionVerb
) -> None:
    unpleasant(window, driver)
    press(window, "I have rested enough")
    window.controls.hide()
    press(window, choice)
    assert driver.verbs[-2:] == [SessionVerb.READY, verb]


def test_escape_leaves_a_question_about_pain_standing(window: BreakWindow, driver: Driver) -> None:
    show_at(window, driver, 12.0)
    press(window, "It hurts")
    sent = list(driver.sent)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert "How does it feel?" in texts(window)
    press(window, "Unpleasant")
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert "Rest a little" in texts(window)
    assert driver.sent == [*sent, Drive(SessionVerb.HURTS, Discomfort.UNPLEASANT)]


def test_later_puts_it_off(window: BreakWindow, driver: Driver) -> None:
    assert "Last meal more than two hours ago?" in texts(window)
    press(window, "Later")
    assert driver.verbs == [SessionVerb.LATER]


def test_who_comes_by_keyboard_need_not_hurry(window: BreakWindow, driver: Driver) -> None:
    (start,) = (b for b in window.findChildren(QPushButton) if b.text() == "Start")
    start.setFocus(Qt.FocusReason.TabFocusReason)
    assert driver.verbs == [SessionVerb.PAUSE]
    show_at(window, driver, 60.0)
    assert "Get ready" in texts(window)
    QTest.keyClick(start, Qt.Key.Key_Return)
    assert driver.verbs == [SessionVerb.PAUSE, SessionVerb.READY]
    assert "Circles" in texts(window)
    assert "Paused" not in texts(window)


def test_just_eaten_tells_of_the_meal_first(driver: Driver, qtbot: QtBot) -> None:
    sent: list[Command] = []
    window = BreakWindow(driver, sent.append, TR)
    qtbot.addWidget(window, before_close_func=lambda w: w.dismiss())
    window.open()
    press(window, "I have just eaten")
    assert sent == [Ate(), Drive(SessionVerb.LATER)]


def test_the_pace_is_chosen_from_a_menu(window: BreakWindow, driver: Driver) -> None:
    show_at(window, driver, 8.0)
    assert window.pane.tuning.pace.text() == "Pace 1"
    actions = window.pane.tuning.pace.menu().actions()
    assert [action.isChecked() for action in actions] == [False, True, False]
    actions[0].trigger()
    assert driver.verbs == [SessionVerb.SLOW]
    assert window.pane.tuning.pace.text() == "Pace 0.75"
    assert "From the next repetition at pace 0.75." in texts(window)
    assert [action.isChecked() for action in actions] == [True, False, False]


def test_the_words_say_what_became_easier(window: BreakWindow, driver: Driver) -> None:
    show_at(window, driver, 8.0)
    press(window, "Easier")
    assert "Easier: 1 turns per side, not 2. A smaller movement." in texts(window)


def test_the_warm_up_ends_with_a_question(window: BreakWindow, driver: Driver) -> None:
    driver.session = guided.begin(home(), 0.0, 1e9)
    show_at(window, driver, 2.0)
    assert "Find your place" in texts(window)
    show_at(window, driver, 500.0)
    assert "Do you feel warm?" in texts(window)
    press(window, "Once more")
    show_at(window, driver, 999.0)
    press(window, "Go on")
    assert driver.verbs == [SessionVerb.BACK, SessionVerb.RESUME]


def test_at_the_end_the_figure_stands_alone(window: BreakWindow, driver: Driver) -> None:
    show_at(window, driver, 12.0)
    driver.send(Drive(SessionVerb.FINISH))
    over = guided.result(driver.session)
    assert over is not None
    before = window.pane.figure.picture
    window.show_end(over, "")
    after = window.pane.figure.picture
    assert before is not None
    assert before.trail_to is not None
    assert after is not None
    assert after.trail_to is None
    assert not window.pane.tuning.isVisible()


def test_the_energy_goes_to_the_journal(driver: Driver, qtbot: QtBot) -> None:
    sent: list[Command] = []
    window = BreakWindow(driver, sent.append, TR)
    qtbot.addWidget(window)
    window.open()
    driver.at(500.0)
    over = guided.result(driver.session)
    assert over is not None
    window.show_end(over, "")
    (asked,) = window.findChildren(EnergyRow)
    asked.answers[4].click()
    assert sent == [Rate(5)]


def test_when_its_screen_goes_it_pauses_on_another(
    window: BreakWindow, driver: Driver, qtbot: QtBot
) -> None:
    show_at(window, driver, 12.0)
    window.move(20000, 20000)
    app = QApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.screenRemoved.emit(app.primaryScreen())
    qtbot.waitUntil(lambda: driver.verbs == [SessionVerb.PAUSE])
    assert app.primaryScreen().availableGeometry().contains(window.geometry().center())


def test_minimising_it_pauses(window: BreakWindow, driver: Driver) -> None:
    show_at(window, driver, 12.0)
    window.setWindowState(Qt.WindowState.WindowMinimized)
    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowStateChange))
    assert driver.verbs == [SessionVerb.PAUSE]


def test_who_heeds_is_told_each_view_and_the_end_once(driver: Driver, qtbot: QtBot) -> None:
    told: list[SessionView | None] = []
    window = BreakWindow(driver, driver.send, TR, heed=told.append)
    qtbot.addWidget(window, before_close_func=lambda w: w.dismiss())
    window.open()
    show_at(window, driver, 500.0)
    over = guided.result(driver.session)
    assert over is not None
    window.show_end(over, "")
    window.dismiss()
    assert told.count(None) == 1
    assert told[-1] is None
    assert told[0] is not None
    assert told[0].title == "Get ready"
