from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from deskbreak.core import session as guided
from deskbreak.core.command import SessionVerb
from deskbreak.core.session_view import SessionResult
from deskbreak.ui.session.discreet_window import DiscreetWindow
from tests.ui.break_window_fakes import TR, Driver

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|propagateSizeHints)\(\)")


@pytest.fixture
def window(driver: Driver, qtbot: QtBot, request: pytest.FixtureRequest) -> DiscreetWindow:
    request.getfixturevalue("daylight")
    made = DiscreetWindow(driver, driver.send, TR)
    qtbot.addWidget(made, before_close_func=lambda w: w.dismiss())
    made.open()
    return made


def look(window: DiscreetWindow, driver: Driver, t: float) -> None:
    driver.at(t)
    window.refresh()


def over(driver: Driver) -> SessionResult:
    driver.at(1e6)
    result = guided.result(driver.session)
    assert result is not None
    return result


def test_it_stands_in_the_corner_with_figure_and_count_only(
    window: DiscreetWindow, driver: Driver
) -> None:
    look(window, driver, 12.0)
    room = QGuiApplication.primaryScreen().availableGeometry()
    assert room.contains(window.geometry())
    assert window.geometry().center().x() > room.center().x()
    assert window.geometry().center().y() > room.center().y()
    words = [label.text() for label in window.findChildren(QLabel) if label.text()]
    assert words == ["2/2 · backward"]
    assert window.figure.picture is not None
    assert max(window.width(), window.height()) < 320


def test_its_first_frame_begins_the_session(
    window: DiscreetWindow, driver: Driver, qtbot: QtBot
) -> None:
    assert window.isVisible()
    qtbot.waitUntil(lambda: driver.painted_times == 1)


@pytest.mark.parametrize(
    ("key", "verb"),
    [
        (Qt.Key.Key_Space, SessionVerb.PAUSE),
        (Qt.Key.Key_Left, SessionVerb.BACK),
        (Qt.Key.Key_Right, SessionVerb.NEXT),
        (Qt.Key.Key_H, SessionVerb.HURTS),
        (Qt.Key.Key_Escape, SessionVerb.PAUSE),
    ],
)
def test_each_key_sends_its_verb(
    window: DiscreetWindow, driver: Driver, key: Qt.Key, verb: SessionVerb
) -> None:
    look(window, driver, 12.0)
    QTest.keyClick(window, key)
    assert driver.verbs == [verb]


def test_space_resumes_what_it_paused(window: DiscreetWindow, driver: Driver) -> None:
    look(window, driver, 12.0)
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert window.buttons.pause.accessibleName() == "Resume"
    assert window.count.text() == "❚❚"
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert driver.verbs == [SessionVerb.PAUSE, SessionVerb.RESUME]
    window.buttons.pause.setFocus()
    QTest.keyClick(window.buttons.pause, Qt.Key.Key_Return)
    assert driver.verbs[-1] is SessionVerb.PAUSE


def test_what_needs_words_asks_for_the_large_window(
    window: DiscreetWindow, driver: Driver, qtbot: QtBot
) -> None:
    look(window, driver, 12.0)
    with qtbot.waitSignal(window.larger):
        window.buttons.hurts.click()
    with qtbot.waitSignal(window.leaving):
        window.buttons.finish.click()
    with qtbot.waitSignal(window.larger):
        QTest.keyClick(window, Qt.Key.Key_D)
    closing = QCloseEvent()
    with qtbot.waitSignal(window.leaving):
        window.closeEvent(closing)
    assert not closing.isAccepted()


def test_buttons_show_only_while_somebody_turns_to_it(window: DiscreetWindow) -> None:
    for button in window.findChildren(QAbstractButton):
        assert button.accessibleName()
    assert window.buttons.isVisible() == (window.isActiveWindow() or window.underMouse())
    window.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on=True)
    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))
    assert window.buttons.isVisible()


def test_a_screen_reader_hears_each_step(window: DiscreetWindow, driver: Driver) -> None:
    look(window, driver, 12.0)
    assert window.announced.startswith("Circles.")


def test_the_end_is_one_sign_and_escape_closes_it(window: DiscreetWindow, driver: Driver) -> None:
    window.show_end(over(driver), "Next break at 14:10.")
    assert window.count.text() == "✓ Done"
    assert window.announced == "Done. Next break at 14:10."
    assert not window.buttons.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Space)
    QTest.keyClick(window, Qt.Key.Key_D)
    assert driver.sent == []
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_when_its_screen_goes_it_pauses_in_the_corner_of_another(
    window: DiscreetWindow, driver: Driver, qtbot: QtBot
) -> None:
    look(window, driver, 12.0)
    window.move(20000, 20000)
    app = QApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.screenRemoved.emit(app.primaryScreen())
    qtbot.waitUntil(lambda: driver.verbs == [SessionVerb.PAUSE])
    assert app.primaryScreen().availableGeometry().contains(window.geometry())
