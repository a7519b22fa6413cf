"""A year of days: a column for each week, Monday on top, fuller squares for fuller days."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen

from deskbreak.ui.log.chart import Chart
from deskbreak.ui.theme import SMALL, Theme, scaled_font

_WEEK = 7
_WEEKS = 54
_SMALLEST = 0.28
"""How much of its square the least exercise fills: told apart without colour."""


class HeatMap(Chart):
    """Draws each item as a square that is filled by its share; `begins` is the first weekday."""

    def __init__(self, name: str, months: tuple[str, ...]) -> None:
        """Draw nothing yet; `months` are the names above the columns."""
        super().__init__(name)
        self._months = months
        self._begins = 0
        self._firsts: tuple[int, ...] = ()

    def begin(self, weekday: int, firsts: tuple[int, ...]) -> None:
        """Begin on a weekday (0 for Monday); `firsts` are the items that begin a month."""
        self._begins, self._firsts = weekday, firsts

    def sizeHint(self) -> QSize:
        """Return room for the weeks of a year."""
        line = self.fontMetrics().height()
        return QSize(40 * line, round(self._side() * _WEEK + 2 * line))

    def heightForWidth(self, _width: int) -> int:
        """Return the height that goes with a width."""
        return self.sizeHint().height()

    def steps(self) -> dict[int, int]:
        """Up and down go by days, left and right by weeks."""
        return {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Left: -_WEEK,
            Qt.Key.Key_Right: _WEEK,
        }

    def areas(self) -> tuple[QRectF, ...]:
        """Return the square of each day."""
        side, top = self._side(), 1.4 * self.fontMetrics().height()
        places = (divmod(n + self._begins, _WEEK) for n in range(len(self.items)))
        return tuple(QRectF(week * side, top + day * side, side, side) for week, day in places)

    def draw(self, painter: QPainter, theme: Theme) -> None:
        """Draw the squares and the months above them."""
        areas = self.areas()
        painter.setFont(scaled_font(self.font(), SMALL))
        painter.setPen(theme.color("muted"))
        line = self.fontMetrics().height()
        for name, n in zip(self._months, self._firsts, strict=False):
            painter.drawText(QRectF(areas[n].left(), 0, 6 * line, 1.3 * line), 0, name)
        for item, area in zip(self.items, areas, strict=True):
            inset = max(1.0, area.width() * 0.08)
            square = area.adjusted(inset, inset, -inset, -inset)
            painter.setPen(QPen(theme.color("text" if item.strong else "line"), 1))
            painter.setBrush(theme.color("soft"))
            painter.drawRoundedRect(square, 2, 2)
            if item.share > 0:
                part = _SMALLEST + (1 - _SMALLEST) * min(1.0, item.share)
                cut = square.width() * (1 - part) / 2
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color("good" if item.share >= 1 else "accent"))
                painter.drawRoundedRect(square.adjusted(cut, cut, -cut, -cut), 2, 2)

    def _side(self) -> float:
        room = max(self.width(), 20 * self.fontMetrics().height()) / _WEEKS
        return max(6.0, min(room, 1.6 * self.fontMetrics().height()))
