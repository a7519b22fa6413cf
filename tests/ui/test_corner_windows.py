from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from deskbreak import __version__
from deskbreak.core.command import Command, Skip, Snooze, Start
from deskbreak.core.offer_view import OfferView
from deskbreak.core.words import English
from deskbreak.ui.about_window import AboutWindow
from deskbreak.ui.corner_window import CornerWindow, corner_of
from deskbreak.ui.message_window import MessageWindow
from deskbreak.ui.offer_window import OfferWindow

pytestmark = pytest.mark.qt_log_ignore(
    r"does not support (raise|propagateSizeHints)\(\)",
    "does not support grabbing the keyboard",
)  # limits of Qt's offscreen platform

TR = English()
VIEW = OfferView(
    title="Time to loosen up",
    text="About 4 minutes, seated.",
    urgency=1,
    snooze_min=10,
    snooze_choices=(5, 90),
    can_snooze=True,
    quiet=False,
    snoozes_left=2,
)


@pytest.fixture
def sent() -> list[Command]:
    return []


@pytest.fixture
def window(qtbot: QtBot, sent: list[Command]) -> OfferWindow:
    made = OfferWindow(sent.append, TR)
    qtbot.addWidget(made)
    made.show_offer(VIEW)
    return made


def button(window: CornerWindow, name: str) -> QPushButton:
    for each in window.findChildren(QPushButton):
        if name in {each.text(), each.accessibleName()}:
            return each
    raise LookupError(name)


def words(window: CornerWindow) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisibleTo(window)]


@pytest.mark.parametrize(
    ("name", "command"),
    [("Start", Start()), ("Snooze 10 min", Snooze(10)), ("Skip", Skip())],
)
def test_each_button_sends_its_command(
    window: OfferWindow, sent: list[Command], name: str, command: Command
) -> None:
    button(window, name).click()
    assert sent == [command]


def test_other_snoozes_open_within_the_window(window: OfferWindow, sent: list[Command]) -> None:
    low = window.height()
    more = button(window, "Snooze for another time")
    more.click()
    assert window.height() > low
    other = button(window, "Snooze 90 min")
    assert other.isVisible()
    other.click()
    assert sent == [Snooze(90)]
    more.click()
    assert not other.isVisible()
    assert window.height() == low


def test_a_repeat_closes_the_other_snoozes(window: OfferWindow) -> None:
    button(window, "Snooze for another time").click()
    window.show_offer(replace(VIEW, urgency=2, snooze_choices=(5, 10, 15, 30, 60)))
    assert not button(window, "Snooze 5 min").isVisible()


def test_it_says_what_and_how_often_it_can_wait(window: OfferWindow) -> None:
    assert window.windowTitle() == "deskbreak - Offer"
    assert words(window) == ["Time to loosen up", "About 4 minutes, seated.", "2 snoozes left"]
    window.show_offer(replace(VIEW, snoozes_left=0, can_snooze=False))
    assert "0 snoozes left" in words(window)
    assert not button(window, "Snooze 10 min").isEnabled()
    assert not button(window, "Snooze for another time").isEnabled()
    window.show_offer(replace(VIEW, snoozes_left=None))
    assert len(words(window)) == 2


def test_closing_is_no_answer(window: OfferWindow, sent: list[Command]) -> None:
    button(window, "Close").click()
    assert not window.isVisible()
    assert sent == []


def test_it_takes_no_focus_and_no_keys(window: OfferWindow, sent: list[Command]) -> None:
    assert window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    buttons = window.findChildren(QAbstractButton)
    assert all(each.focusPolicy() is Qt.FocusPolicy.NoFocus for each in buttons)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_S):
        QTest.keyClick(window, key)
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert QApplication.sendEvent(window, event)
    assert window.isVisible()
    assert sent == []


def test_every_control_has_a_name_and_nothing_is_cut(window: OfferWindow) -> None:
    for each in window.findChildren(QAbstractButton):
        assert each.accessibleName() or each.text()
        assert each.width() >= each.fontMetrics().horizontalAdvance(each.text())
    for label in window.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())


def test_it_stands_in_the_corner_of_the_free_space(window: OfferWindow) -> None:
    free = QGuiApplication.primaryScreen().availableGeometry()
    assert free.contains(window.frameGeometry())
    assert free.right() - window.frameGeometry().right() < 40
    huge = QRect(0, 0, free.width() * 2, free.height() * 2)
    assert corner_of(QGuiApplication.primaryScreen(), huge) == free.topLeft()


def test_a_message_shows_its_words_and_closes(qtbot: QtBot) -> None:
    window = MessageWindow(TR)
    qtbot.addWidget(window)
    window.tell("Saved", "All is well.")
    window.tell("Not saved", "The disk is full.")
    assert words(window) == ["Not saved", "The disk is full."]
    assert window.isVisible()
    button(window, "Close").click()
    assert not window.isVisible()


def test_about_names_version_licences_and_what_is_missing(qtbot: QtBot) -> None:
    window = AboutWindow(TR)
    qtbot.addWidget(window)
    window.show()
    text = " ".join(label.text() for label in window.findChildren(QLabel))
    for part in (__version__, "No physiotherapist", "Lesser General Public License", "MIT"):
        assert part in text
    (close,) = window.findChildren(QPushButton)
    close.click()
    assert not window.isVisible()
