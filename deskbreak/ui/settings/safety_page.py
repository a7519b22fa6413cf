"""The page that is read before the first break: what deskbreak is, and who should not start."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from deskbreak.core.safety import (
    SafetyAnswer,
    SafetyText,
    by_doctor,
    is_answered,
    is_cleared,
    wants_therapist,
)
from deskbreak.ui.scrolling import scrolling
from deskbreak.ui.settings.tick_line import TickLine
from deskbreak.ui.theme import GAP, GAP_LARGE, GAP_SMALL, ROLE, body, card, heading, primary, title


class SafetyPage(QWidget):
    """Shows the safety text; says `accepted(cleared, doctor_agreed)` or `put_off()`."""

    accepted = Signal(bool, bool)
    put_off = Signal()

    def __init__(self, text: SafetyText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._title = heading(text.title)
        self._conditions = tuple(TickLine(condition) for condition in text.conditions)
        self._none = TickLine(text.none)
        self._doctor = body(text.first_doctor)
        self._doctor.setProperty(ROLE, "warn")
        self._waiting = body(text.waiting)
        self._agreed = TickLine(text.agreed)
        self._guided = TickLine(text.guided)
        self._why = body("")
        self._why.setProperty(ROLE, "warn")
        self._why.hide()
        self.accept_button = primary(QPushButton(text.accept))
        self.later_button = QPushButton(text.later)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scrolling(self._page(text)), 1)
        outer.addLayout(self._foot())
        for line in self._conditions:
            line.box.toggled.connect(self._condition_ticked)
        self._none.box.toggled.connect(self._none_ticked)
        for each in (self._agreed, self._guided):
            each.box.toggled.connect(self._show_answer)
        self.accept_button.clicked.connect(self._accept)
        self.later_button.clicked.connect(self.put_off)
        self.forget()

    def forget(self) -> None:
        """Clear every box."""
        for line in (*self._conditions, self._none):
            line.box.setChecked(False)
        self._show_answer()

    def begin(self, sentence: str, *, again: bool) -> None:
        """Clear every box, and say on top of the page why it comes `again` ("" says nothing)."""
        self.forget()
        self._title.setText(self._text.again if again else self._text.title)
        self._why.setText(sentence)
        self._why.setVisible(bool(sentence))

    def _page(self, text: SafetyText) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP)
        column.setSpacing(GAP)
        column.addWidget(self._title)
        column.addWidget(self._why)
        for paragraph in text.paragraphs:
            column.addWidget(body(paragraph))
        boxes = _panel(text.ask)
        for line in (*self._conditions, self._none):
            boxes[1].addWidget(line)
        column.addWidget(boxes[0])
        moving = _panel(text.moving_title)
        for sentence in text.moving:
            moving[1].addWidget(body(sentence))
        column.addWidget(moving[0])
        column.addStretch(1)
        return page

    def _foot(self) -> QVBoxLayout:
        foot = QVBoxLayout()
        foot.setContentsMargins(GAP_LARGE, GAP_SMALL, GAP_LARGE, GAP)
        foot.setSpacing(GAP_SMALL)
        for line in (self._waiting, self._doctor, self._agreed, self._guided):
            foot.addWidget(line)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.later_button)
        row.addWidget(self.accept_button)
        foot.addLayout(row)
        return foot

    def _answer(self) -> SafetyAnswer:
        ticked = (number for number, line in enumerate(self._conditions) if line.box.isChecked())
        return SafetyAnswer(
            frozenset(ticked),
            none=self._none.box.isChecked(),
            agreed=self._agreed.box.isChecked(),
            guided=self._guided.box.isChecked(),
        )

    def _condition_ticked(self, on: bool) -> None:  # noqa: FBT001 - a slot of `toggled`
        if on:
            self._none.box.setChecked(False)
        self._show_answer()

    def _none_ticked(self, on: bool) -> None:  # noqa: FBT001 - a slot of `toggled`
        if on:
            for line in self._conditions:
                line.box.setChecked(False)
        self._show_answer()

    def _show_answer(self) -> None:
        answer = self._answer()
        asks = bool(answer.ticked)
        _show(self._agreed, on=asks)
        _show(self._guided, on=asks and answer.agreed and wants_therapist(answer))
        first = asks and not by_doctor(answer)
        self._doctor.setVisible(first)
        answered = is_answered(answer)
        waits = not answered and not asks
        self._waiting.setVisible(waits)
        why = self._doctor.text() if first else self._text.waiting if waits else ""
        self.accept_button.setAccessibleDescription(why)
        self.accept_button.setEnabled(answered)
        self.accept_button.setDefault(answered)

    def _accept(self) -> None:
        answer = self._answer()
        self.forget()
        self.accepted.emit(is_cleared(answer), by_doctor(answer))


def _show(line: TickLine, *, on: bool) -> None:
    """Show a box or hide it; one that is hidden is not ticked."""
    line.setVisible(on)
    if not on and line.box.isChecked():
        line.box.setChecked(False)


def _panel(text: str) -> tuple[QWidget, QVBoxLayout]:
    panel = card()
    column = QVBoxLayout(panel)
    column.setContentsMargins(GAP, GAP, GAP, GAP)
    column.setSpacing(GAP_SMALL + 2)
    column.addWidget(title(text))
    return panel, column
