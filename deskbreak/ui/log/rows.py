"""Bars that lie below each other, each with its name before and its figure behind."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from deskbreak.ui.log.chart import Chart, Item
from deskbreak.ui.theme import Theme, scaled_font

_ROW = 1.7
"""How high a row is, in heights of a line of text."""

_NAME, _MOST_FIGURE = 0.36, 0.45
"""The part of the width that names have, and the most that figures take from the bars."""


class Rows(Chart):
    """Draws each item as a lying bar; a strong one is the sum of those that follow it."""

    def sizeHint(self) -> QSize:
        """Return room for a row for each item."""
        line = self.fontMetrics().height()
        return QSize(30 * line, round(_ROW * line * len(self.items)) + 1)

    def steps(self) -> dict[int, int]:
        """Up and down go by rows."""
        return {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}

    def areas(self) -> tuple[QRectF, ...]:
        """Return the row of each item."""
        high = _ROW * self.fontMetrics().height()
        return tuple(QRectF(0, n * high, self.width(), high) for n in range(len(self.items)))

    def draw(self, painter: QPainter, theme: Theme) -> None:
        """Draw all rows."""
        room = self.figure_room()
        for item, area in zip(self.items, self.areas(), strict=True):
            self._draw_row(painter, theme, item, area, room)

    def figure_room(self) -> float:
        """Return the width that shows every figure in full, where there is as much."""
        bold = QFontMetricsF(scaled_font(self.font(), 1.0, strong=True))
        need = max((bold.horizontalAdvance(item.figure) for item in self.items), default=0.0)
        return min(need + bold.height(), _MOST_FIGURE * self.width())

    def _draw_row(
        self, painter: QPainter, theme: Theme, item: Item, area: QRectF, figures: float
    ) -> None:
        line = self.fontMetrics().height()
        indent = 0.4 * line if item.strong else 1.4 * line
        font = scaled_font(self.font(), 1.0, strong=item.strong)
        painter.setFont(font)
        painter.setPen(theme.color("text"))
        name = QRectF(indent, area.top(), _NAME * area.width() - indent - 6, area.height())
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, self._cut(item.label, name, painter))
        figure = QRectF(area.right() - figures, area.top(), 0, area.height())
        figure.setRight(area.right() - 0.4 * line)
        behind = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(figure, behind, self._cut(item.figure, figure, painter))
        room = figure.left() - name.right() - line
        bar = QRectF(name.right() + 6, 0, max(2.0, room * item.share), line * 0.7)
        bar.moveTop(area.center().y() - bar.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent" if item.strong else "accent_soft"))
        painter.drawRoundedRect(bar, 2, 2)

    def _cut(self, text: str, area: QRectF, painter: QPainter) -> str:
        metrics, room = painter.fontMetrics(), int(area.width())
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
