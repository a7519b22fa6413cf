"""A break window with a real session behind it, at a time that the test sets."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from deskbreak.core import session as guided
from deskbreak.core.command import Command, Drive, SessionVerb
from deskbreak.core.session_view import SessionView
from deskbreak.core.words import English
from deskbreak.ui.session.break_window import BreakWindow
from tests.core.guide_samples import routine

TR = English()


class Driver:
    """Drives a real session at a time that the test sets."""

    def __init__(self) -> None:
        self.t = 0.0
        self.session = guided.begin(routine(), 0.0, 1e9)
        self.painted_times = 0
        self.sent: list[Command] = []
        self.gone = False

    def frame(self) -> SessionView | None:
        return None if self.gone else guided.view(self.session, self.t, TR)

    def painted(self) -> None:
        self.painted_times += 1

    def send(self, command: Command) -> None:
        self.sent.append(command)
        assert isinstance(command, Drive)
        self.session = guided.step(self.session, command.verb, self.t, command.discomfort)

    def at(self, t: float) -> None:
        self.t = t
        self.session = guided.advance(self.session, t)

    @property
    def verbs(self) -> list[SessionVerb]:
        return [command.verb for command in self.sent if isinstance(command, Drive)]


def opened(qtbot: QtBot, driver: Driver, *, reduced_motion: bool = False) -> BreakWindow:
    window = BreakWindow(driver, driver.send, TR, reduced_motion=reduced_motion)
    qtbot.addWidget(window, before_close_func=lambda w: w.dismiss())
    window.open()
    return window


def texts(window: BreakWindow) -> str:
    return " | ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def show_at(window: BreakWindow, driver: Driver, t: float) -> None:
    driver.at(t)
    window.refresh()


def press(window: BreakWindow, name: str) -> None:
    (button,) = (
        b for b in window.findChildren(QAbstractButton) if b.isVisible() and b.text() == name
    )
    button.click()
