"""The break window: an ordinary window that guides a session and never takes more than its own.

It asks the driver for a view once a frame, paints it, and hands what a person wants on as
commands. It is movable, resizable, not modal and not on top, and it grabs no keys.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskbreak.core.command import Drive, SessionVerb
from deskbreak.core.entry import Discomfort
from deskbreak.core.session_view import Halt, SessionResult, SessionView
from deskbreak.core.words import Words
from deskbreak.ports import Send, SessionDriver
from deskbreak.ui import theme
from deskbreak.ui.announce import Announcer
from deskbreak.ui.controls import Controls
from deskbreak.ui.end_card import EndCard
from deskbreak.ui.enter_key import press_focused
from deskbreak.ui.figure_pane import FigurePane
from deskbreak.ui.place import Memory, remember, scaled, settle
from deskbreak.ui.side_pages import Answers, SidePages
from deskbreak.ui.stepper import Stepper

SMALLEST = QSize(720, 480)
USUAL = QSize(940, 620)
FRAME_MS = 16
STILL_MS = 500
"""Milliseconds between frames in motion; and with reduced motion or while standing still."""


class BreakWindow(QWidget):
    """Guides one session after another; hidden between them."""

    def __init__(
        self,
        driver: SessionDriver,
        send: Send,
        tr: Words,
        memory: Memory | None = None,
        *,
        reduced_motion: bool = False,
    ) -> None:
        super().__init__()
        self._driver, self._send, self._tr = driver, send, tr
        self._memory = memory or Memory()
        self._reduced = reduced_motion
        self._view: SessionView | None = None
        self._asking = self._over = self._begun = False
        self.setWindowTitle(tr("deskbreak - Break"))
        self.setMinimumSize(scaled(self, SMALLEST))
        self._announcer = Announcer(self)
        self._build()
        self._keys()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.refresh)
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.timeout.connect(self._begin)

    @property
    def announced(self) -> str:
        """Return what a screen reader was told last."""
        return self._announcer.said

    @property
    def pace_ms(self) -> int | None:
        """Return the milliseconds between frames; None while it asks for none."""
        return self._timer.interval() if self._timer.isActive() else None

    def _build(self) -> None:
        tr = self._tr
        self.stepper = Stepper()
        self.pane = FigurePane(tr, reduced_motion=self._reduced)
        self.pages = SidePages(
            tr,
            Answers(
                ready=partial(self._drive, SessionVerb.READY),
                go_on=partial(self._drive, SessionVerb.RESUME),
                skip=partial(self._drive, SessionVerb.NEXT),
                finish=partial(self._drive, SessionVerb.FINISH),
                hurts=partial(self._drive, SessionVerb.HURTS),
            ),
        )
        self.controls = Controls(tr)
        self.controls.asked.connect(self._drive)
        middle = QHBoxLayout()
        middle.setSpacing(theme.GAP_LARGE)
        middle.addWidget(self.pane, 11)
        middle.addWidget(self.pages, 10)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP_LARGE, theme.GAP, theme.GAP_LARGE, theme.GAP)
        column.setSpacing(theme.GAP)
        column.addWidget(self.stepper)
        column.addLayout(middle, 1)
        column.addWidget(self.controls)

    def _keys(self) -> None:
        for key, act in (
            (Qt.Key.Key_Left, partial(self._drive, SessionVerb.BACK)),
            (Qt.Key.Key_Right, partial(self._drive, SessionVerb.NEXT)),
            (Qt.Key.Key_H, partial(self._drive, SessionVerb.HURTS)),
            (Qt.Key.Key_Escape, self._escape),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act)

    def open(self) -> None:
        """Show the window for a new session; the session's clock waits for the first paint."""
        self._asking = self._over = self._begun = False
        self._announcer.said = ""
        self.controls.show()
        self.pages.forget_end()
        if not self.isVisible():
            settle(self, self._memory, scaled(self, USUAL))
        self.refresh()
        if self.isVisible():
            self.bring_forward()
        else:
            self.show()
            self.activateWindow()
        self.controls.focus()

    def bring_forward(self) -> None:
        """Bring the open window to the front, because a person asked for it."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def refresh(self) -> None:
        """Ask for the view of now and show it."""
        if self._over:
            return
        view = self._driver.frame()
        if view is None:
            return
        self._view = view
        self.stepper.show_steps(view.titles, view.done, view.step - 1)
        self.stepper.setAccessibleName(
            self._tr("Exercise {step} of {steps}", step=view.step, steps=view.steps)
        )
        self.pane.show_view(view)
        self.controls.show_view(view)
        self._asking = self._asking and view.halt in {Halt.PERSON, Halt.LOCK}
        if self.pages.show_view(view, asking=self._asking):
            self.controls.focus()
        self._announcer.say(view.announce)
        self._pace(view)

    def _pace(self, view: SessionView) -> None:
        still = self._reduced or not (view.moving or not view.paused)
        wanted = STILL_MS if still else FRAME_MS
        if self._timer.isActive() and self._timer.interval() != wanted:
            self._timer.setInterval(wanted)

    def show_end(self, result: SessionResult, next_break: str) -> None:
        """Show what was done and when the next break comes; the session is over."""
        self._timer.stop()
        self._over = True
        titles = self._view.titles if self._view else tuple(s.exercise for s in result.steps)
        self.stepper.show_end(titles, tuple(step.outcome for step in result.steps))
        card = EndCard(result, titles, next_break, self._tr)
        card.closed.connect(self.close)
        self.pages.show_end(card)
        self.controls.hide()
        self.pane.show_end()

    def dismiss(self) -> None:
        """Close without asking, for when the program ends."""
        self._over = True
        self.close()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for frames while visible."""
        super().showEvent(event)
        if not self._over:
            self._timer.start(STILL_MS if self._reduced else FRAME_MS)

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while hidden."""
        self._timer.stop()
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Note the first paint: the session's clock begins after it."""
        super().paintEvent(event)
        if not self._begun:
            self._begun = True
            self._first.start(0)

    def _begin(self) -> None:
        self._driver.painted()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close at the end; before it, pause and ask."""
        if self._over:
            remember(self, self._memory)
            event.accept()
            return
        event.ignore()
        self._ask()

    def _drive(self, verb: SessionVerb, discomfort: Discomfort | None = None) -> None:
        if not self._over:
            self._send(Drive(verb, discomfort))
            self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space pauses and resumes unless a button has taken it; Enter presses a button."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.controls.pause.click()
        elif not press_focused(self, event):
            super().keyPressEvent(event)

    def _escape(self) -> None:
        if self._over:
            self.close()
        elif self._asking:
            self._asking = False
            self.refresh()
        else:
            self._ask()

    def _ask(self) -> None:
        self._asking = True
        self._drive(SessionVerb.PAUSE)
