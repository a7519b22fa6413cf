"""One question that may be left alone: how the energy is after a break, in one click."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from deskbreak.core.words import Words
from deskbreak.ui import theme

_WIDTH = 2.6
"""The width of an answer in text heights."""


class EnergyRow(QWidget):
    """Five small answers from low to high; the last click counts."""

    rated = Signal(int)

    def __init__(self, tr: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._said = theme.body(tr("Your energy now, 1 (low) to 5 (high)?"))
        names = (tr("very low"), tr("low"), tr("so-so"), tr("good"), tr("very good"))
        self.answers = [self._answer(number, name) for number, name in enumerate(names, 1)]
        row = QHBoxLayout()
        row.setSpacing(theme.GAP_TINY)
        for button in self.answers:
            row.addWidget(button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_TINY)
        column.addWidget(self._said)
        column.addLayout(row)

    def _answer(self, number: int, name: str) -> QPushButton:
        button = theme.tiny(QPushButton(str(number)))
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setAccessibleName(self._tr("Energy {number}: {name}", number=number, name=name))
        button.setToolTip(name)
        button.setFixedWidth(round(_WIDTH * self.fontMetrics().height()))
        button.clicked.connect(partial(self._choose, number))
        return button

    def _choose(self, number: int, _checked: object = None) -> None:
        self._said.setText(self._tr("Thank you, that is noted."))
        self.rated.emit(number)
