from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from deskbreak.core.command import Autostart, ChangeSettings, Command, Show, Window
from deskbreak.core.settings.values import Office, Settings, Span
from deskbreak.core.words import English
from deskbreak.ui.settings.view import SettingsView
from deskbreak.ui.settings.window import SettingsWindow

W = TypeVar("W", bound=QWidget)
FILE = "/home/anna/.config/deskbreak/config.toml"
VIEW = SettingsView(Settings(), frozenset(), FILE, autostart=False)


def named(window: QWidget, kind: type[W], name: str) -> W:
    return next(one for one in window.findChildren(kind) if one.accessibleName() == name)


def opened(
    qtbot: QtBot, view: SettingsView = VIEW, refusal: str = ""
) -> tuple[SettingsWindow, list[Command]]:
    sent: list[Command] = []

    def store(changes: ChangeSettings) -> str:
        sent.append(changes)
        return refusal

    window = SettingsWindow(English(), sent.append, store)
    qtbot.addWidget(window)
    window.show_settings(view)
    window.show()
    return window, sent


def press(window: QWidget, text: str) -> None:
    button = next(one for one in window.findChildren(QPushButton) if one.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def shown_text(window: QWidget) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def test_saving_what_was_not_changed_sends_nothing(qtbot: QtBot) -> None:
    window, sent = opened(qtbot)
    assert window.windowTitle() == "deskbreak - Settings"
    press(window, "Save")
    assert sent == []
    assert not window.isVisible()


def test_every_field_is_sent_when_changed(qtbot: QtBot) -> None:
    window, sent = opened(qtbot)
    named(window, QCheckBox, "Saturday").setChecked(True)
    named(window, QLineEdit, "Office hours").setText("08:00-12:00, 13-17")
    named(window, QLineEdit, "Lunch").setText("")
    named(window, QSpinBox, "At the earliest after").setValue(90)
    named(window, QSpinBox, "At the latest after").setValue(150)
    named(window, QSpinBox, "Snooze for").setValue(15)
    named(window, QSpinBox, "Snoozes per break").setValue(0)
    named(
        window, QCheckBox, "Spare my neck: arms crossed instead of hands behind the head"
    ).setChecked(True)
    colours = named(window, QComboBox, "Colours")
    colours.setCurrentIndex(colours.findText("Dark"))
    named(window, QCheckBox, "Start deskbreak with the desktop").setChecked(True)
    press(window, "Save")
    assert sent == [
        ChangeSettings(
            (
                ("office.days", "mon-sat"),
                ("office.hours", ["08:00-12:00", "13:00-17:00"]),
                ("office.lunch", ""),
                ("schedule.earliest_min", 90),
                ("schedule.latest_min", 150),
                ("offer.snooze_min", 15),
                ("offer.max_snoozes", 0),
                ("routine.neck_free", True),
                ("display.theme", "dark"),
            )
        ),
        Autostart(on=True),
    ]


def test_a_wrong_value_is_said_beside_it(qtbot: QtBot) -> None:
    window, sent = opened(qtbot)
    hours = named(window, QLineEdit, "Office hours")
    hours.setText("9-25")
    press(window, "Save")
    assert window.isVisible()
    said = '"25" is no time of the day; for example 09:00-12:00, 13:00-18:00.'
    assert said in shown_text(window)
    assert hours.accessibleDescription() == said
    assert window.focusWidget() is hours
    hours.setText("9-17")
    press(window, "Save")
    assert sent == [ChangeSettings((("office.hours", ["09:00-17:00"]),))]


def test_earliest_must_come_before_latest(qtbot: QtBot) -> None:
    window, sent = opened(qtbot)
    named(window, QSpinBox, "At the earliest after").setValue(200)
    press(window, "Save")
    assert window.isVisible()
    assert "at least as long as the earliest" in shown_text(window)
    assert sent == []


def test_refused_changes_keep_the_window_and_say_why(qtbot: QtBot) -> None:
    window, sent = opened(qtbot, refusal="The file cannot be written.")
    named(window, QLineEdit, "Lunch").setText("")
    named(window, QCheckBox, "Start deskbreak with the desktop").setChecked(True)
    press(window, "Save")
    assert sent == [ChangeSettings((("office.lunch", ""),))]
    assert window.isVisible()
    assert "The file cannot be written." in shown_text(window)
    assert named(window, QLineEdit, "Lunch").text() == ""
    window.show_settings(VIEW)
    assert "The file cannot be written." not in shown_text(window)


def test_locked_fields_say_so_and_stay(qtbot: QtBot) -> None:
    window, sent = opened(qtbot, replace(VIEW, locked=frozenset({"offer.snooze_min"})))
    snooze = named(window, QSpinBox, "Snooze for")
    assert not snooze.isEnabled()
    assert "Your site has set this" in shown_text(window)
    snooze.setValue(30)
    press(window, "Save")
    assert sent == []


def test_it_shows_what_holds(qtbot: QtBot) -> None:
    office = Office(days=(1, 6), hours=(Span(1320, 360),), lunch=None)
    schedule = replace(Settings().schedule, earliest_min=5, latest_min=10)
    held = replace(Settings(), office=office, schedule=schedule)
    window, sent = opened(qtbot, SettingsView(held, frozenset(), FILE, autostart=True))
    assert named(window, QCheckBox, "Tuesday").isChecked()
    assert not named(window, QCheckBox, "Monday").isChecked()
    assert named(window, QLineEdit, "Office hours").text() == "22:00-06:00"
    assert named(window, QLineEdit, "Lunch").text() == ""
    assert named(window, QSpinBox, "At the earliest after").value() == 5
    assert named(window, QCheckBox, "Start deskbreak with the desktop").isChecked()
    press(window, "Save")
    assert sent == []


def test_cancel_and_filling_again_forget_what_was_typed(qtbot: QtBot) -> None:
    window, sent = opened(qtbot)
    named(window, QLineEdit, "Lunch").setText("nonsense")
    press(window, "Save")
    press(window, "Cancel")
    assert not window.isVisible()
    window.show_settings(VIEW)
    window.show()
    assert named(window, QLineEdit, "Lunch").text() == "12:30-13:30"
    assert "nonsense" not in shown_text(window)
    assert sent == []


def test_the_safety_page_is_one_press_away(qtbot: QtBot) -> None:
    window, sent = opened(qtbot)
    press(window, "Safety page")
    assert sent == [Show(Window.SAFETY)]


def test_what_fits_a_break_to_a_person_is_saved(qtbot: QtBot) -> None:
    window, sent = opened(qtbot)
    seat = named(window, QComboBox, "The figure's seat")
    seat.setCurrentIndex(seat.findData("wheelchair"))
    named(window, QSpinBox, "Posture check after").setValue(50)
    named(window, QCheckBox, "A large exercise ball").click()
    press(window, "Save")
    changed = {"routine.equipment": ["ball"], "schedule.posture_nudge_min": 50}
    assert sent == [ChangeSettings((*changed.items(), ("display.seat", "wheelchair")))]


def test_the_files_path_can_be_copied(qtbot: QtBot) -> None:
    window, _ = opened(qtbot)
    press(window, "Copy path")
    assert QGuiApplication.clipboard().text() == FILE


def test_a_click_on_the_words_ticks_the_box(qtbot: QtBot) -> None:
    window, _ = opened(qtbot)
    box = named(window, QCheckBox, "Start deskbreak with the desktop")
    words = next(
        label for label in window.findChildren(QLabel) if label.text() == box.accessibleName()
    )
    QTest.mouseClick(words, Qt.MouseButton.LeftButton)
    assert box.isChecked()
    QTest.mouseClick(words, Qt.MouseButton.RightButton)
    assert box.isChecked()


def test_the_wheel_scrolls_and_changes_nothing(qtbot: QtBot) -> None:
    window, _ = opened(qtbot)
    colours = named(window, QComboBox, "Colours")
    snooze = named(window, QSpinBox, "Snooze for")
    for one in (colours, snooze):
        middle = QPointF(one.rect().center())
        wheel = QWheelEvent(
            middle,
            QPointF(one.mapToGlobal(one.rect().center())),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003 - Qt's signature
        )
        wheel.accept()
        one.event(wheel)
        assert not wheel.isAccepted()
    assert (colours.currentIndex(), snooze.value()) == (0, 10)


@pytest.mark.parametrize("kind", [QCheckBox, QComboBox, QLineEdit, QSpinBox])
def test_every_control_has_a_name(qtbot: QtBot, kind: type[QWidget]) -> None:
    window, _ = opened(qtbot)
    own = [
        one
        for one in window.findChildren(kind)
        if not isinstance(one.parent(), QSpinBox | QComboBox)
    ]
    assert own
    assert all(one.accessibleName() for one in own)
