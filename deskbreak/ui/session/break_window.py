"""The break window: an ordinary window that guides a session and never takes more than its own.

It paints view after view and hands what a person wants on as commands. It is movable, resizable,
not modal and not on top, and it grabs no keys.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QHideEvent,
    QKeyEvent,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskbreak.core.command import Ate, Drive, Rate, SessionVerb
from deskbreak.core.entry import Discomfort
from deskbreak.core.session_view import SILENT, SessionResult, SessionView
from deskbreak.core.words import Words
from deskbreak.ports import Send, SessionDriver
from deskbreak.ui import theme
from deskbreak.ui.announce import Announcer
from deskbreak.ui.enter_key import press_focused
from deskbreak.ui.keys import bind
from deskbreak.ui.on_screen import OnScreen
from deskbreak.ui.place import Memory, remember, scaled, settle
from deskbreak.ui.session.controls import Controls
from deskbreak.ui.session.end_card import EndCard
from deskbreak.ui.session.figure_pane import FigurePane
from deskbreak.ui.session.frames import Frames
from deskbreak.ui.session.side_pages import Answers, SidePages
from deskbreak.ui.session.stepper import Stepper
from deskbreak.ui.sources import Heed, nobody

SMALLEST = QSize(720, 480)
USUAL = QSize(940, 620)


class BreakWindow(QWidget):
    """Guides one session after another; hidden between them.

    `heed` is told what is shown. `smaller` is emitted when the small window is wanted instead.
    """

    smaller = Signal()

    def __init__(
        self,
        driver: SessionDriver,
        send: Send,
        tr: Words,
        memory: Memory | None = None,
        *,
        reduced_motion: bool = False,
        heed: Heed = nobody,
    ) -> None:
        super().__init__()
        self._send, self._tr = send, tr
        self._memory = memory or Memory()
        self._view: SessionView | None = None
        self._asking = self._over = False
        self.setWindowTitle(tr("deskbreak - Break"))
        self.setMinimumSize(scaled(self, SMALLEST))
        self._announcer, self._noticer = Announcer(self), Announcer(self)
        self._frames = Frames(
            self, driver, self._show_view, reduced_motion=reduced_motion, heed=heed
        )
        self._build(reduced_motion=reduced_motion)
        self._keys()
        self._on_screen = OnScreen(self, self._stand)

    @property
    def announced(self) -> str:
        """Return what a screen reader was told last."""
        return self._announcer.said

    @property
    def pace_ms(self) -> int | None:
        """Return the milliseconds between frames; None while it asks for none."""
        return self._frames.pace_ms

    def _build(self, *, reduced_motion: bool) -> None:
        tr = self._tr
        # Everything under its last parent from the start: to move it later would style it again.
        self.stepper = Stepper(self)
        self.pane = FigurePane(tr, reduced_motion=reduced_motion, parent=self)
        hurts = partial(self._drive, SessionVerb.HURTS)
        answers = Answers(drive=self._drive, hurts=hurts, ate=self._ate, wait=self._stand)
        self.pages = SidePages(tr, answers, self)
        self.controls = Controls(tr, self)
        self.controls.asked.connect(self._drive)
        self.pane.tuning.asked.connect(self._drive)
        self.controls.closed.connect(self.close)
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
        bind(
            self,
            {
                Qt.Key.Key_Left: partial(self._drive, SessionVerb.BACK),
                Qt.Key.Key_Right: partial(self._drive, SessionVerb.NEXT),
                Qt.Key.Key_H: partial(self._drive, SessionVerb.HURTS),
                Qt.Key.Key_Minus: self.pane.tuning.easier.click,
                Qt.Key.Key_Plus: self.pane.tuning.harder.click,
                Qt.Key.Key_D: self._shrink,
                Qt.Key.Key_Escape: self._escape,
            },
        )

    def open(self) -> None:
        """Show the window for a new session; the session's clock waits for the first paint."""
        self._asking = self._over = False
        self._frames.renew()
        self._announcer.said = self._noticer.said = ""
        self.controls.renew()
        self.pages.forget_end()
        if not self.isVisible():
            settle(self, self._memory, scaled(self, USUAL), afloat=True)
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
        self._frames.look()

    def _show_view(self, view: SessionView) -> None:
        self._view = view
        if self.stepper.show_steps(view.titles, view.done, view.step - 1):
            self.stepper.setAccessibleName(
                self._tr("Exercise {step} of {steps}", step=view.step, steps=view.steps)
            )
        self.pane.show_view(view)
        self.controls.show_view(view)
        self._asking = self._asking and view.paused and view.halt in SILENT
        if self.pages.show_view(view, asking=self._asking):
            self.controls.focus()
        self._announcer.say(view.announce)
        self._noticer.say(view.notice)

    def show_end(self, result: SessionResult, next_break: str) -> None:
        """Show what was done and when the next break comes; the session is over."""
        self._frames.end()
        self._over = True
        titles = self._view.titles if self._view else tuple(s.exercise for s in result.steps)
        self.stepper.show_end(titles, tuple(step.outcome for step in result.steps))
        card = EndCard(result, titles, next_break, self._tr)
        card.rated.connect(lambda energy: self._send(Rate(energy)))
        self.pages.show_end(card)
        self.controls.end()
        self.pane.show_end()

    def dismiss(self) -> None:
        """Close without asking, for when the program ends."""
        self._frames.end()
        self._over = True
        self.close()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for frames while visible."""
        super().showEvent(event)
        self._frames.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while hidden."""
        self._frames.stop()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Pause when the window is minimised: nobody sees what comes next."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and self.isMinimized():
            self._stand()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Note the first paint: the session's clock begins after it."""
        super().paintEvent(event)
        self._frames.painted()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close at the end; before it, pause and ask."""
        if self._over:
            remember(self, self._memory)
            event.accept()
            return
        event.ignore()
        self.ask()

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
            self.ask()

    def ask(self) -> None:
        """Pause and ask whether to finish; where another question stands, that one stays."""
        self._asking = True
        self._stand()
        self.refresh()

    def _shrink(self) -> None:
        if self._view is not None and self._view.halt in SILENT and not self._over:
            self.smaller.emit()

    def _stand(self) -> None:
        if self._view is not None and self._view.halt is None:
            self._drive(SessionVerb.PAUSE)

    def _ate(self) -> None:
        self._send(Ate())
        self._drive(SessionVerb.LATER)
