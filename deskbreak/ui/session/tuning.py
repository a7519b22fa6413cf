"""The quiet row below the figure: easier, harder, and another pace."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from deskbreak.core.command import SessionVerb
from deskbreak.core.guide.allowed import BRISK, SLOW, USUAL
from deskbreak.core.session_view import SILENT, SessionView
from deskbreak.core.words import Words
from deskbreak.ui import theme


class Tuning(QWidget):
    """Easier, Harder and Pace. `asked` carries the verb; a click leaves the focus where it is."""

    asked = Signal(SessionVerb)

    def __init__(self, tr: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._pace = 0.0
        self._choices: dict[float, QAction] = {}
        less, more = tr("Fewer and smaller movements: -"), tr("More and wider movements: +")
        self.easier = self._button(tr("Easier"), less)
        self.harder = self._button(tr("Harder"), more)
        self.pace = self._button("", tr("How fast the figure moves"))
        self.pace.setMenu(self._paces())
        self.easier.clicked.connect(partial(self._ask, SessionVerb.EASIER))
        self.harder.clicked.connect(partial(self._ask, SessionVerb.HARDER))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP_TINY)
        for button in (self.easier, self.harder, self.pace):
            row.addWidget(button)
        row.addStretch()

    def _button(self, name: str, tip: str) -> QPushButton:
        button = theme.quiet(QPushButton(name))
        button.setAccessibleName(name)
        button.setToolTip(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _paces(self) -> QMenu:
        tr, menu = self._tr, QMenu(self)
        menu.setAccessibleName(tr("Pace"))
        group = QActionGroup(menu)
        for pace, name, verb in (
            (SLOW, tr("Slower (0.75)"), SessionVerb.SLOW),
            (USUAL, tr("As usual (1)"), SessionVerb.USUAL),
            (BRISK, tr("Faster (1.5)"), SessionVerb.BRISK),
        ):
            action = QAction(name, group, checkable=True)
            action.triggered.connect(partial(self._ask, verb))
            menu.addAction(action)
            self._choices[pace] = action
        return menu

    def _ask(self, verb: SessionVerb, _checked: object = None) -> None:
        self.asked.emit(verb)

    def show_view(self, view: SessionView) -> None:
        """Fit names and states to a view."""
        self.easier.setEnabled(view.may_ease)
        self.harder.setEnabled(view.may_harden)
        self.pace.setEnabled(view.halt in SILENT)
        if view.pace != self._pace:
            self._show_pace(view.pace)

    def _show_pace(self, pace: float) -> None:
        self._pace = pace
        name = self._tr("Pace {pace}", pace=f"{pace:g}")
        self.pace.setText(name)
        self.pace.setAccessibleName(name)
        for each, action in self._choices.items():
            action.setChecked(each == pace)
