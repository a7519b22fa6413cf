"""The words beside the figure: exercise, one instruction, repetition, what comes, a caution."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from deskbreak.core.guide.words import side_name
from deskbreak.core.session_view import SessionView, Stage
from deskbreak.core.words import Words
from deskbreak.ui import theme
from deskbreak.ui.session.rep_dots import RepDots
from deskbreak.ui.style_sheet import RADIUS

INSTRUCTION = 1.6
"""The instruction's size; it is read from where one sits and moves."""

INSTRUCTION_LINES = 3
"""Room kept for the instruction, so that nothing jumps when it changes."""


class GuidePage(QWidget):
    """Shows the words of a view.

    `ready` is emitted by the button on a card; `later` and `ate` only by the get-ready card's;
    `considering` when the keyboard comes to one of them, so that nobody has to hurry.
    """

    considering = Signal()
    ready = Signal()
    later = Signal()
    ate = Signal()

    def __init__(self, tr: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._shown: tuple[object, ...] = ()
        self._place = theme.muted("")
        self._title = theme.heading("")
        self._instruction = theme.body("")
        self._instruction.setFont(theme.scaled_font(self.font(), INSTRUCTION))
        self._instruction.setAlignment(Qt.AlignmentFlag.AlignTop)
        lines = INSTRUCTION_LINES * self._instruction.fontMetrics().lineSpacing()
        self._instruction.setMinimumHeight(lines)
        self._dots = RepDots()
        self._dots.setFont(theme.scaled_font(self.font(), theme.TITLE))
        self._counter = QWidget()
        self._reps = theme.heading("")
        self._side = theme.chip("")
        self._side.setFont(theme.scaled_font(self.font(), 1.0, strong=True))
        self._side.setMinimumHeight(2 * RADIUS + 2)  # less would have square corners
        keeps = self._side.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        self._side.setSizePolicy(keeps)
        self._answer_cards()
        self._coming = theme.body("")
        self._coming.setFont(theme.scaled_font(self.font(), 1.0, strong=True))
        for label in (self._reps, self._side):
            label.setWordWrap(False)
        self._caution = theme.muted("")
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_SMALL)
        column.addWidget(self._place)
        column.addWidget(self._title)
        column.addSpacing(theme.GAP_SMALL)
        column.addStretch(1)
        column.addWidget(self._instruction)
        column.addSpacing(theme.GAP)
        counted = QVBoxLayout(self._counter)
        counted.setContentsMargins(0, 0, 0, 0)
        counted.addWidget(self._dots)
        counted.addLayout(_row(self._reps, self._side))
        column.addWidget(self._counter)
        column.addLayout(_row(self._go, self._later))
        column.addWidget(self._ate, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(2)
        line = QFrame()
        line.setProperty(theme.ROLE, "line")
        line.setFixedHeight(1)
        column.addWidget(line)
        column.addSpacing(theme.GAP_TINY)
        column.addWidget(self._coming)
        column.addWidget(self._caution)

    def _answer_cards(self) -> None:
        tr = self._tr
        self._go = theme.primary(self._answer(tr("Start"), tr("Start the exercise now")))
        self._go.clicked.connect(self.ready)
        self._later = self._answer(tr("Later"), tr("Close this and ask again in a while"))
        self._later.clicked.connect(self.later)
        self._ate = self._answer(
            tr("I have just eaten"), tr("Close this; exercise waits until the meal has settled")
        )
        self._ate.clicked.connect(self.ate)

    def _answer(self, name: str, tip: str) -> QPushButton:
        button = QPushButton(name)
        button.setAccessibleName(name)
        button.setAccessibleDescription(tip)
        button.setToolTip(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.installEventFilter(self)
        return button

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when Tab leads to an answer."""
        tab = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() in tab:
            self.considering.emit()
        return super().eventFilter(watched, event)

    def show_view(self, view: SessionView) -> None:
        """Show one view; only what differs is touched."""
        minutes = max(1, round(view.remaining_s / 60))
        told = (view.stage, view.step, view.title, view.instruction, view.rep_text, view.rep)
        shown = (*told, view.side, view.notice, view.coming, view.caution, view.reps, minutes)
        if shown == self._shown:  # most frames move the figure alone
            return
        self._shown = shown
        card = view.stage in {Stage.READY, Stage.TRANSITION}
        _put(self._place, self._where(view, minutes))
        _put(self._title, view.title)
        _put(self._instruction, view.instruction)
        _put(self._reps, view.rep_text)
        _put(self._side, side_name(view.side, self._tr) if view.side else "")
        self._side.setVisible(view.side is not None)
        _put(self._coming, view.notice or view.coming)
        _put(self._caution, "" if view.stage is Stage.READY else view.caution)
        self._dots.show_reps(0 if card else view.rep, 0 if card else view.reps)
        self._counter.setVisible(not card)
        # Start goes last: the focus that it loses must not seem to be led to another answer.
        for button in (self._later, self._ate):
            button.setVisible(view.stage is Stage.READY)
        self._go.setVisible(card)

    def _where(self, view: SessionView, minutes: int) -> str:
        left = self._tr.plural("about {n} minute left", "about {n} minutes left", minutes)
        if view.stage is Stage.READY:
            return left
        step = self._tr("Exercise {step} of {steps}", step=view.step, steps=view.steps)
        return f"{step} · {left}"


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.GAP_SMALL)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch()
    return row


def _put(label: QLabel, text: str) -> None:
    if label.text() != text:
        label.setText(text)
