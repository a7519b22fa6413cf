"""A year of days: a column for each week, Monday on top, fuller squares for fuller days."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen

from deskbreak.ui.log.chart import Chart
from deskbreak.ui.theme import SMALL, Theme, scaled_font

_WEEK = 7
_WEEKS = 54
_NAMED = (0, 2, 4)
"""The weekdays whose names stand before their row."""

_SMALLEST = 0.28
"""How much of its square the least exercise fills: told apart without colour."""

_KEY = (0.0, 0.01, 0.5, 1.0)
"""The squares that explain the others."""


@dataclass(frozen=True, slots=True)
class MapWords:
    """The names of months and weekdays (Monday first), and what the least and the most mean."""

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    least: str
    most: str


class HeatMap(Chart):
    """Draws each item as a square that is filled by its share; `begins` is the first weekday."""

    def __init__(self, name: str, words: MapWords) -> None:
        """Draw nothing yet."""
        super().__init__(name)
        self._words = words
        self._begins = 0
        self._firsts: tuple[int, ...] = ()

    def begin(self, weekday: int, firsts: tuple[int, ...]) -> None:
        """Begin on a weekday (0 for Monday); `firsts` are the items that begin a month."""
        if (weekday, firsts) != (self._begins, self._firsts):
            self._begins, self._firsts = weekday, firsts
            self.update()

    def sizeHint(self) -> QSize:
        """Return room for the weeks of a year, the months above and the key below."""
        line = self.fontMetrics().height()
        return QSize(40 * line, round(self._side() * _WEEK + 3.6 * line))

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
        side, top, left = self._side(), 1.4 * self.fontMetrics().height(), self._before()
        places = (divmod(n + self._begins, _WEEK) for n in range(len(self.items)))
        return tuple(
            QRectF(left + week * side, top + day * side, side, side) for week, day in places
        )

    def draw(self, painter: QPainter, theme: Theme) -> None:
        """Draw the squares, the names around them and what they mean."""
        areas, side = self.areas(), self._side()
        painter.setFont(scaled_font(self.font(), SMALL))
        painter.setPen(theme.color("muted"))
        line = self.fontMetrics().height()
        for name, n in zip(self._words.months, self._firsts, strict=False):
            painter.drawText(QRectF(areas[n].left(), 0, 6 * line, 1.3 * line), 0, name)
        middle = Qt.AlignmentFlag.AlignVCenter
        for weekday in _NAMED:
            top = 1.4 * line + (weekday + 0.5) * side - line
            place = QRectF(0, top, self._before(), 2 * line)
            painter.drawText(place, middle, self._words.weekdays[weekday])
        for item, area in zip(self.items, areas, strict=True):
            _draw_square(painter, theme, area, item.share, strong=item.strong)
        self._draw_key(painter, theme)

    def _draw_key(self, painter: QPainter, theme: Theme) -> None:
        """Explain the squares: the least before them, the most behind."""
        line, side = self.fontMetrics().height(), min(self._side(), self.fontMetrics().height())
        metrics = painter.fontMetrics()
        top, left = self.height() - 1.6 * line, self._before()
        for text, after in ((self._words.least, False), (self._words.most, True)):
            if after:
                for n, share in enumerate(_KEY):
                    square = QRectF(left + n * side, top + (line - side) / 2, side, side)
                    _draw_square(painter, theme, square, share)
                left += side * len(_KEY) + 0.4 * line
            painter.setPen(theme.color("muted"))
            wide = metrics.horizontalAdvance(text) + 2
            painter.drawText(QRectF(left, top, wide, line), Qt.AlignmentFlag.AlignVCenter, text)
            left += wide + 0.4 * line

    def _before(self) -> float:
        """Return the room for the names of weekdays."""
        metrics = self.fontMetrics()
        named = (metrics.horizontalAdvance(self._words.weekdays[n]) for n in _NAMED)
        return max(named) + 0.4 * metrics.height()

    def _side(self) -> float:
        line = self.fontMetrics().height()
        room = (max(self.width(), 20 * line) - self._before()) / _WEEKS
        return max(6.0, min(room, 1.6 * line))


def _draw_square(
    painter: QPainter, theme: Theme, area: QRectF, share: float, *, strong: bool = False
) -> None:
    inset = max(1.0, area.width() * 0.08)
    square = area.adjusted(inset, inset, -inset, -inset)
    painter.setPen(QPen(theme.color("text" if strong else "line"), 1))
    painter.setBrush(theme.color("soft"))
    painter.drawRoundedRect(square, 2, 2)
    if share > 0:
        part = _SMALLEST + (1 - _SMALLEST) * min(1.0, share)
        cut = square.width() * (1 - part) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("good" if share >= 1 else "accent"))
        painter.drawRoundedRect(square.adjusted(cut, cut, -cut, -cut), 2, 2)
