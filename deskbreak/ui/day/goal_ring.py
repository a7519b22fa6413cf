"""Today's minutes of exercise against the goal, as a ring with the figure inside."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskbreak.core.journal_words import goal_sentence
from deskbreak.core.status import Tally
from deskbreak.core.wording.times import span_text
from deskbreak.core.words import Words
from deskbreak.ui.theme import SMALL, TITLE, scaled_font, theme_of

SIDE = 7.4
WIDTH = 0.55
FULL = 360 * 16
TOP = 90 * 16


class GoalRing(QWidget):
    """Fills clockwise from the top; says its figure in words to a screen reader."""

    def __init__(self, tr: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._figures = Tally()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(goal_sentence(tr, self._figures))

    def show_figures(self, figures: Tally) -> None:
        """Show a day's figures."""
        self._figures = figures
        told = goal_sentence(self._tr, figures)
        if told != self.accessibleName():
            self.setAccessibleName(told)
            self.setToolTip(told)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size that shows all of it."""
        side = round(self.fontMetrics().height() * SIDE)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the colours that fit now."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = theme_of(self)
        unit = self.fontMetrics().height()
        wide = unit * WIDTH
        inset = wide / 2 + 1
        ring = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(theme.color("soft"), wide))
        painter.drawEllipse(ring)
        share = min(1.0, self._figures.seconds / max(1, self._figures.goal_s))
        if share > 0:
            reached = share >= 1
            pen = QPen(theme.color("good" if reached else "accent"), wide)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(ring, TOP, -round(share * FULL))
        self._paint_text(painter, unit)
        painter.end()

    def _paint_text(self, painter: QPainter, unit: int) -> None:
        theme = theme_of(self)
        middle = self.height() / 2
        painter.setFont(scaled_font(self.font(), TITLE, strong=True))
        painter.setPen(theme.color("text"))
        above = QRectF(0, middle - 1.5 * unit, self.width(), 1.6 * unit)
        painter.drawText(
            above, Qt.AlignmentFlag.AlignCenter, span_text(self._figures.seconds, self._tr)
        )
        painter.setFont(scaled_font(self.font(), SMALL))
        painter.setPen(theme.color("muted"))
        below = QRectF(0, middle + 0.1 * unit, self.width(), 1.3 * unit)
        goal = span_text(self._figures.goal_s, self._tr)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._tr("of {goal}", goal=goal))
