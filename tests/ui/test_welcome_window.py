from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSpinBox,
)
from pytestqt.qtbot import QtBot

from deskbreak.core.command import Acknowledge, Autostart, ChangeSettings, Show, Window
from deskbreak.core.words import English
from deskbreak.ui.settings.coach_fields import recommendation
from tests.ui.welcome_samples import TEXT, VIEW, box, button, focused, opened, shown_text


def test_the_whole_text_is_there(qtbot: QtBot) -> None:
    window, _ = opened(qtbot)
    assert window.windowTitle() == "deskbreak - Welcome"
    shown = shown_text(window)
    for sentence in (TEXT.title, *TEXT.paragraphs, *TEXT.conditions, TEXT.none, *TEXT.moving):
        assert sentence in shown
    assert TEXT.first_doctor not in shown


def test_nobody_goes_on_without_a_tick(qtbot: QtBot) -> None:
    window, sent = opened(qtbot)
    accept = button(window, TEXT.accept)
    assert not accept.isEnabled()
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert sent == []
    box(window, TEXT.none).click()
    assert accept.isEnabled()
    box(window, TEXT.none).click()
    assert not accept.isEnabled()


def test_not_now_sends_nothing_and_forgets_the_ticks(qtbot: QtBot) -> None:
    window, sent = opened(qtbot)
    box(window, TEXT.conditions[0]).click()
    QTest.mouseClick(button(window, TEXT.later), Qt.MouseButton.LeftButton)
    assert sent == []
    assert not window.isVisible()
    assert not any(box(window, name).isChecked() for name in (*TEXT.conditions, TEXT.none))


def test_the_second_page_sends_what_was_changed(qtbot: QtBot) -> None:
    window, sent = opened(qtbot)
    box(window, TEXT.none).click()
    button(window, TEXT.accept).click()
    lines = {line.accessibleName(): line for line in window.findChildren(QLineEdit)}
    assert lines["Office hours"].text() == "09:00-18:00"
    assert not lines["Lunch"].isEnabled()
    lines["Office hours"].setText("never")
    button(window, "Done").click()
    assert window.isVisible()
    assert "no span" in shown_text(window)
    lines["Office hours"].setText("10-19")
    box(window, "Start deskbreak with the desktop").click()
    button(window, "Done").click()
    assert not window.isVisible()
    assert sent[1:] == [
        ChangeSettings((("office.hours", ["10:00-19:00"]),)),
        Autostart(on=True),
        Show(Window.TODAY),
    ]


def test_all_of_it_by_keyboard(qtbot: QtBot) -> None:
    window, sent = opened(qtbot)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert window.focusWidget() is box(window, TEXT.conditions[0])
    for _ in TEXT.conditions:
        QTest.keyClick(focused(window), Qt.Key.Key_Tab)
    assert window.focusWidget() is box(window, TEXT.none)
    QTest.keyClick(focused(window), Qt.Key.Key_Space)
    QTest.keyClick(focused(window), Qt.Key.Key_Return)
    assert sent == [Acknowledge(cleared=True)]
    assert focused(window).accessibleName() == "Hours at the computer a day"
    QTest.keyClick(focused(window), Qt.Key.Key_Down)
    QTest.keyClick(focused(window), Qt.Key.Key_Tab)
    assert window.focusWidget() is box(window, "Monday")
    QTest.keyClick(focused(window), Qt.Key.Key_Space)
    QTest.keyClick(focused(window), Qt.Key.Key_Return)
    changed = {
        "person.hours_at_computer": "<5",
        "office.days": "tue-fri",
        "schedule.earliest_min": 150,
        "schedule.latest_min": 210,
    }
    assert sent[1:] == [ChangeSettings(tuple(changed.items())), Show(Window.TODAY)]
    assert not window.isVisible()


def test_the_interval_follows_the_hours_until_somebody_chooses_it(qtbot: QtBot) -> None:
    window, _ = opened(qtbot)
    box(window, TEXT.none).click()
    button(window, TEXT.accept).click()
    hours = next(
        one
        for one in window.findChildren(QComboBox)
        if one.accessibleName() == "Hours at the computer a day"
    )
    boxes = {one.accessibleName(): one for one in window.findChildren(QSpinBox)}
    latest = boxes["A break at the latest after"]
    hours.setCurrentIndex(hours.findData("<5"))
    assert latest.value() == 210
    assert recommendation("<5", English()) in shown_text(window)
    hours.setCurrentIndex(hours.findData(">6"))
    assert latest.value() == 180
    latest.setValue(200)
    hours.setCurrentIndex(hours.findData("<5"))
    assert latest.value() == 200
    hours.setCurrentIndex(hours.findData(""))
    assert "suits such days" not in shown_text(window)


def test_it_begins_anew_each_time(qtbot: QtBot) -> None:
    window, _ = opened(qtbot)
    box(window, TEXT.none).click()
    button(window, TEXT.accept).click()
    button(window, "Done").click()
    window.show_settings(VIEW)
    window.show()
    assert TEXT.title in shown_text(window)
    assert not button(window, TEXT.accept).isEnabled()


def test_on_a_small_screen_it_scrolls_and_cuts_nothing(qtbot: QtBot) -> None:
    window, _ = opened(qtbot)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.resize(window.minimumSizeHint())
    area = next(one for one in window.findChildren(QScrollArea) if one.isVisible())
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    QTest.keyClick(focused(window), Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0
    page = area.widget()
    assert page is not None
    assert page.width() <= area.viewport().width()
    for label in filter(QLabel.text, page.findChildren(QLabel)):
        metrics = QFontMetrics(label.font())
        longest = max(metrics.horizontalAdvance(word) for word in label.text().split())
        assert label.width() >= longest
        assert label.height() >= label.heightForWidth(label.width())


def test_it_is_said_why_nobody_can_go_on_yet(qtbot: QtBot) -> None:
    window, _ = opened(qtbot)
    accept = button(window, TEXT.accept)
    assert TEXT.waiting in shown_text(window)
    assert accept.accessibleDescription() == TEXT.waiting
    box(window, TEXT.none).click()
    assert TEXT.waiting not in shown_text(window)
    assert accept.accessibleDescription() == ""
    box(window, TEXT.conditions[0]).click()
    assert TEXT.waiting not in shown_text(window)
    assert accept.accessibleDescription() == TEXT.first_doctor
