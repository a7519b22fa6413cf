"""A Welcome window for tests, and how to find what is on it."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from deskbreak.core.command import Command
from deskbreak.core.safety import safety_text
from deskbreak.core.settings.values import Settings
from deskbreak.core.words import English
from deskbreak.ui.settings.view import SettingsView
from deskbreak.ui.settings.welcome_window import WelcomeWindow

TEXT = safety_text(English())
VIEW = SettingsView(Settings(), frozenset({"office.lunch"}), "/x/config.toml", autostart=False)


def opened(qtbot: QtBot) -> tuple[WelcomeWindow, list[Command]]:
    sent: list[Command] = []
    window = WelcomeWindow(English(), sent.append)
    qtbot.addWidget(window)
    window.show_settings(VIEW)
    window.show()
    return window, sent


def box(window: QWidget, name: str) -> QCheckBox:
    return next(one for one in window.findChildren(QCheckBox) if one.accessibleName() == name)


def focused(window: QWidget) -> QWidget:
    there = window.focusWidget()
    assert there is not None
    return there


def button(window: QWidget, text: str) -> QPushButton:
    return next(one for one in window.findChildren(QPushButton) if one.text() == text)


def shown_text(window: QWidget) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())
