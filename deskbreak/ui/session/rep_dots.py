"""Repetitions as a row of dots: what is done, what runs, what is left."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskbreak.ui.theme import theme_of

MOST = 20
"""More than this are seconds, which the text counts down; dots would only shimmer."""


class RepDots(QWidget):
    """Dots for the repetitions of this side or direction."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rep, self._reps = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_reps(self, rep: int, reps: int) -> None:
        """Show that repetition `rep` of `reps` runs (0: none yet)."""
        if (rep, reps) != (self._rep, self._reps):
            self._rep, self._reps = rep, reps
            self.update()

    def sizeHint(self) -> QSize:
        """Return one line of dots."""
        height = round(1.5 * self.fontMetrics().height())
        return QSize(12 * height, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dots, smaller where many must fit."""
        if not 0 < self._reps <= MOST:
            return
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pitch = min(self.height() * 1.35, self.width() / self._reps)
        radius = pitch * 0.27
        for index in range(self._reps):
            number = index + 1
            middle = QPointF(pitch * (index + 0.5), self.height() / 2)
            painter.setPen(QPen(theme.color("accent" if number <= self._rep else "line"), 2.0))
            name = "accent" if number < self._rep else "accent_soft"
            painter.setBrush(theme.color(name if number <= self._rep else "card"))
            grown = radius * 1.25 if number == self._rep else radius
            painter.drawEllipse(middle, grown, grown)
