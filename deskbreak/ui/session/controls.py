"""The row of buttons below the figure."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from deskbreak.core.command import SessionVerb
from deskbreak.core.session_view import Halt, SessionView, Stage
from deskbreak.core.words import Words
from deskbreak.ui import theme


class Controls(QWidget):
    """Pause or Resume, Back, Next; It hurts, Finish. `asked` carries the verb.

    At the end there is only Close, and `closed`. A click leaves the focus where it is, so that
    Space goes on to mean pause and resume.
    """

    asked = Signal(SessionVerb)
    closed = Signal()

    def __init__(self, tr: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._resumes = False
        self.pause = theme.primary(self._button(tr("Pause"), tr("Pause or resume: Space")))
        self.back = self._button(tr("Back"), tr("Repeat, or the one before: Left"))
        self.next = self._button(tr("Next"), tr("Leave this one out: Right"))
        self.hurts = self._button(tr("It hurts"), tr("Stop at once: H"))
        self.finish = self._button(tr("Finish"), tr("End the break here"))
        self.pause.clicked.connect(self._toggle)
        for button, verb in (
            (self.back, SessionVerb.BACK),
            (self.next, SessionVerb.NEXT),
            (self.hurts, SessionVerb.HURTS),
            (self.finish, SessionVerb.FINISH),
        ):
            button.clicked.connect(partial(self._ask, verb))
        self.close_button = theme.primary(self._button(tr("Close"), tr("Close the window")))
        self.close_button.clicked.connect(self.closed)
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP_SMALL)
        self.driving = (self.pause, self.back, self.next, self.hurts, self.finish)
        for button in self.driving:
            if button is self.hurts:
                row.addStretch()
            row.addWidget(button)
        row.addWidget(self.close_button)
        self.close_button.hide()

    def renew(self) -> None:
        """Be ready for another session."""
        self._show_close(shown=False)

    def end(self) -> None:
        """Leave nothing but Close, which has the focus."""
        self._show_close(shown=True)
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_close(self, *, shown: bool) -> None:
        self.close_button.setVisible(shown)
        for button in self.driving:
            button.setVisible(not shown)

    def _button(self, name: str, tip: str) -> QPushButton:
        button = QPushButton(name)
        button.setAccessibleName(name)
        button.setToolTip(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _ask(self, verb: SessionVerb, _checked: object = None) -> None:
        self.asked.emit(verb)

    def _toggle(self) -> None:
        self._ask(SessionVerb.RESUME if self._resumes else SessionVerb.PAUSE)

    def show_view(self, view: SessionView) -> None:
        """Fit names and states to a view."""
        asking, resting = view.halt is Halt.ASKING, view.halt is Halt.RESTING
        if view.paused != self._resumes:
            self._resumes = view.paused
            name = self._tr("Resume") if view.paused else self._tr("Pause")
            self.pause.setText(name)
            self.pause.setAccessibleName(name)
        self.pause.setEnabled(not asking)
        self.back.setEnabled(not asking and not resting and view.stage is not Stage.READY)
        self.next.setEnabled(not asking)
        self.hurts.setEnabled(not asking)

    def focus(self) -> None:
        """Put the keyboard focus on Pause."""
        self.pause.setFocus(Qt.FocusReason.OtherFocusReason)
