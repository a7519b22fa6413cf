"""A month as a calendar: each day with its minutes, and a bar that is full at its goal."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from deskbreak.ui.log.chart import Chart, Item
from deskbreak.ui.theme import SMALL, Theme, scaled_font

_WEEK = 7
_HEAD = 1.6
_CELL = 3.4
"""How high the names of the weekdays and a day are, in heights of a line of text."""


class MonthMap(Chart):
    """Draws each item as a day; weeks are rows that begin on Monday."""

    def __init__(self, name: str, weekdays: tuple[str, ...]) -> None:
        """Draw nothing yet; `weekdays` are the names above the columns, Monday first."""
        super().__init__(name)
        self._weekdays = weekdays
        self._begins = 0

    def begin(self, weekday: int) -> None:
        """Begin on a weekday, 0 for Monday."""
        if weekday != self._begins:
            self._begins = weekday
            self.updateGeometry()  # the same days may lie in one week more
            self.update()

    def sizeHint(self) -> QSize:
        """Return room for the weeks of this month."""
        line = self.fontMetrics().height()
        weeks = -(-(len(self.items) + self._begins) // _WEEK)
        return QSize(30 * line, round(line * (_HEAD + _CELL * max(1, weeks))) + 1)

    def steps(self) -> dict[int, int]:
        """Left and right go by days, up and down by weeks."""
        return {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -_WEEK,
            Qt.Key.Key_Down: _WEEK,
        }

    def areas(self) -> tuple[QRectF, ...]:
        """Return the place of each day."""
        line = self.fontMetrics().height()
        wide, high = self.width() / _WEEK, _CELL * line
        places = (divmod(n + self._begins, _WEEK) for n in range(len(self.items)))
        return tuple(
            QRectF(day * wide, _HEAD * line + week * high, wide, high) for week, day in places
        )

    def draw(self, painter: QPainter, theme: Theme) -> None:
        """Draw the names of the weekdays and the days below them."""
        line, wide = self.fontMetrics().height(), self.width() / _WEEK
        painter.setFont(scaled_font(self.font(), SMALL))
        painter.setPen(theme.color("muted"))
        for n, name in enumerate(self._weekdays):
            place = QRectF(n * wide + 0.5 * line, 0, wide, _HEAD * line)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, name)
        for item, area in zip(self.items, self.areas(), strict=True):
            self._draw_day(painter, theme, item, area.adjusted(2, 2, -2, -2))

    def _draw_day(self, painter: QPainter, theme: Theme, item: Item, area: QRectF) -> None:
        line = self.fontMetrics().height()
        painter.setPen(QPen(theme.color("text" if item.strong else "line"), 1))
        painter.setBrush(theme.color("card" if item.empty else "soft"))
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        inner = area.adjusted(0.45 * line, 0.2 * line, -0.45 * line, -0.4 * line)
        painter.setFont(scaled_font(self.font(), SMALL, strong=item.strong))
        painter.setPen(theme.color("muted" if item.empty else "text"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop, item.label)
        if item.empty:
            return
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        below = inner.adjusted(0, 1.05 * line, 0, 0)
        painter.setFont(scaled_font(self.font(), SMALL))
        painter.drawText(below, right, item.figure)
        full = item.share >= 1
        bar = QRectF(inner.left(), inner.bottom() - 4, inner.width(), 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("line"))
        painter.drawRoundedRect(bar, 2, 2)
        bar.setWidth(bar.width() * min(1.0, item.share))
        painter.setBrush(theme.color("good" if full else "accent"))
        painter.drawRoundedRect(bar, 2, 2)
        if full:
            _tick(painter, theme, QPointF(inner.right() - 0.35 * line, inner.top()), line)


def _tick(painter: QPainter, theme: Theme, at: QPointF, line: float) -> None:
    """Draw the sign of a day whose goal was reached, left of a point and below it."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(theme.color("good"), max(1.6, line * 0.12))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    corners = ((-0.3, 0.5), (-0.08, 0.72), (0.32, 0.25))
    painter.drawPolyline(QPolygonF([at + QPointF(x * line, y * line) for x, y in corners]))
