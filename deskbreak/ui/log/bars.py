"""Columns side by side, with a line where the goal of each is."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen

from deskbreak.ui.log.chart import Chart
from deskbreak.ui.theme import SMALL, Theme, scaled_font

_WIDEST = 3.2
"""The widest column, in heights of a line of text."""


class Bars(Chart):
    """Draws each item as a column; a full one is as high as the chart, which `top` says."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.top = ""

    def sizeHint(self) -> QSize:
        """Return room for columns and the letters below them."""
        line = self.fontMetrics().height()
        return QSize(30 * line, 12 * line)

    def areas(self) -> tuple[QRectF, ...]:
        """Return a strip from top to bottom for each column."""
        count = len(self.items)
        if not count:
            return ()
        wide = self.width() / count
        return tuple(QRectF(n * wide, 0, wide, self.height()) for n in range(count))

    def draw(self, painter: QPainter, theme: Theme) -> None:
        """Draw columns, goals and letters."""
        line = self.fontMetrics().height()
        foot = self.height() - 1.5 * line
        top = 1.3 * line
        painter.setFont(scaled_font(self.font(), SMALL))
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(QLineF(0, foot + 0.5, self.width(), foot + 0.5))
        if self.top:
            painter.drawLine(QLineF(0, top, self.width(), top))
            painter.setPen(theme.color("muted"))
            over = QRectF(0, 0, self.width(), top)
            painter.drawText(over, Qt.AlignmentFlag.AlignRight, self.top)
        every = self._every()
        for n, (item, area) in enumerate(zip(self.items, self.areas(), strict=True)):
            wide = min(area.width() * 0.7, _WIDEST * line)
            left = area.center().x() - wide / 2
            high = (foot - top) * item.share
            if item.share > 0:
                painter.setPen(Qt.PenStyle.NoPen)
                reached = 0 < item.mark <= item.share
                painter.setBrush(theme.color("good" if reached else "accent"))
                painter.drawRoundedRect(QRectF(left, foot - high, wide, high), 3, 3)
            if item.mark:
                at = foot - (foot - top) * item.mark
                painter.setPen(QPen(theme.color("text"), 1.5, Qt.PenStyle.DotLine))
                painter.drawLine(QLineF(left - 2, at, left + wide + 2, at))
            if n % every == 0:
                painter.setPen(theme.color("text" if item.strong else "muted"))
                self._draw_label(painter, item.label, area.center().x(), foot)

    def _draw_label(self, painter: QPainter, label: str, middle: float, foot: float) -> None:
        """Draw letters below a column; those at an edge keep inside."""
        room = painter.fontMetrics().horizontalAdvance(label) + 2
        left = max(0.0, min(middle - room / 2, self.width() - room))
        below = QRectF(left, foot, room, self.height() - foot)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, label)

    def _every(self) -> int:
        """Return at every which column there is room for letters."""
        letters = max((len(item.label) for item in self.items), default=0)
        need = self.fontMetrics().averageCharWidth() * (letters + 1.5)
        wide = self.width() / max(1, len(self.items))
        return max(1, -int(-need // max(1.0, wide)))
