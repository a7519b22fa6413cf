"""The words beside the figure: exercise, one instruction, repetition, what comes, a caution."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from deskbreak.core.guide.words import side_name
from deskbreak.core.session_view import SessionView, Stage
from deskbreak.core.words import Words
from deskbreak.ui import theme
from deskbreak.ui.rep_dots import RepDots

INSTRUCTION = 1.6
"""The instruction's size; it is read from where one sits and moves."""

INSTRUCTION_LINES = 3
"""Room kept for the instruction, so that nothing jumps when it changes."""


class GuidePage(QWidget):
    """Shows the words of a view. `ready` is emitted by the button on a card."""

    ready = Signal()

    def __init__(self, tr: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
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
        keeps = self._side.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        self._side.setSizePolicy(keeps)
        self._go = theme.primary(QPushButton(tr("I am ready")))
        self._go.setAccessibleName(tr("I am ready"))
        self._go.setAccessibleDescription(tr("Start the exercise now"))
        self._go.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._go.clicked.connect(self.ready)
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
        counted.addWidget(self._reps)
        counted.addWidget(self._side, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._counter)
        column.addWidget(self._go, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(2)
        line = QFrame()
        line.setProperty(theme.ROLE, "line")
        line.setFixedHeight(1)
        column.addWidget(line)
        column.addSpacing(theme.GAP_TINY)
        column.addWidget(self._coming)
        column.addWidget(self._caution)

    def show_view(self, view: SessionView) -> None:
        """Show one view; only what differs is touched."""
        card = view.stage in {Stage.READY, Stage.TRANSITION}
        _put(self._place, self._where(view))
        _put(self._title, view.title)
        _put(self._instruction, view.instruction)
        _put(self._reps, view.rep_text)
        _put(self._side, side_name(view.side, self._tr) if view.side else "")
        self._side.setVisible(view.side is not None)
        _put(self._coming, view.coming)
        _put(self._caution, view.caution)
        self._dots.show_reps(0 if card else view.rep, 0 if card else view.reps)
        self._counter.setVisible(not card)
        self._go.setVisible(card)

    def _where(self, view: SessionView) -> str:
        minutes = max(1, round(view.remaining_s / 60))
        left = self._tr.plural("about {n} minute left", "about {n} minutes left", minutes)
        if view.stage is Stage.READY:
            return left
        step = self._tr("Exercise {step} of {steps}", step=view.step, steps=view.steps)
        return f"{step} · {left}"


def _put(label: QLabel, text: str) -> None:
    if label.text() != text:
        label.setText(text)
