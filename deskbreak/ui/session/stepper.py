"""The exercises of a break as a row of marks: done, running, to come."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskbreak.core.entry import StepOutcome
from deskbreak.ui.theme import GAP_SMALL, GAP_TINY, SMALL, Theme, scaled_font, theme_of

NONE_RUNS = -1

NAME_WIDTH = 4.5
"""The least width for a name, in text heights."""


class Stepper(QWidget):
    """A line of marks with the exercises' names below; read out as one sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles: tuple[str, ...] = ()
        self._done: tuple[bool, ...] = ()
        self._current = 0
        self._progress = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_steps(self, titles: tuple[str, ...], done: tuple[bool, ...], current: int) -> bool:
        """Show the names, which of them are done, and the running one (counted from 0).

        Returns whether that is another picture than before.
        """
        if (titles, done, current) == (self._titles, self._done, self._current):
            return False
        self._titles, self._done, self._current = titles, done, current
        self.updateGeometry()
        self.update()
        return True

    def show_end(self, titles: tuple[str, ...], outcomes: tuple[StepOutcome, ...]) -> None:
        """Show a break that is over: its finished exercises ticked, none running."""
        done = tuple(outcome is StepOutcome.COMPLETED for outcome in outcomes)
        self.show_steps(titles, done, NONE_RUNS)

    def sizeHint(self) -> QSize:
        """Return room for a mark and the lines of the longest name."""
        line = self.fontMetrics().height()
        return QSize(40 * line, self._mark() * 2 + GAP_SMALL + self._lines() * line)

    def minimumSizeHint(self) -> QSize:
        """Return the least room; long names wrap."""
        return QSize(20 * self.fontMetrics().height(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take another height where names wrap otherwise at another width."""
        super().resizeEvent(event)
        self.updateGeometry()

    def _crowded(self) -> bool:
        """Return whether there is room for the name of the running exercise only."""
        return self.width() < len(self._titles) * NAME_WIDTH * self.fontMetrics().height()

    def _lines(self) -> int:
        if self._crowded() or not self._titles:
            return 1
        cell = self.width() / len(self._titles) - 2 * GAP_TINY
        font = QFontMetrics(scaled_font(self.font(), SMALL, strong=True))
        return 2 if any(font.horizontalAdvance(title) > cell for title in self._titles) else 1

    def _mark(self) -> int:
        return round(self.fontMetrics().height() * 0.62)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line, the marks and the names."""
        if not self._titles:
            return
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell = self.width() / len(self._titles)
        mark = self._mark()
        middles = [QPointF(cell * (i + 0.5), mark + 1.0) for i in range(len(self._titles))]
        for index in range(len(middles) - 1):
            reached = index < self._current or all(self._done[index : index + 2])
            painter.setPen(QPen(theme.color("accent" if reached else "line"), 2.0))
            gap = QPointF(mark + 6.0, 0.0)
            painter.drawLine(middles[index] + gap, middles[index + 1] - gap)
        for index, middle in enumerate(middles):
            self._paint_mark(painter, theme, middle, index)
            self._paint_name(painter, theme, QRectF(cell * index, 0, cell, self.height()), index)

    def _paint_mark(self, painter: QPainter, theme: Theme, middle: QPointF, index: int) -> None:
        mark = float(self._mark())
        current, done = index == self._current, self._done[index]
        painter.setPen(QPen(theme.color("accent" if current or done else "line"), 2.0))
        painter.setBrush(theme.color("accent" if done else "accent_soft" if current else "window"))
        painter.drawEllipse(middle, mark, mark)
        if done:
            painter.setPen(QPen(theme.color("on_accent"), 2.4, c=Qt.PenCapStyle.RoundCap))
            a, b, c = (-0.42, 0.02), (-0.1, 0.36), (0.46, -0.32)
            points = [middle + QPointF(x * mark, y * mark) for x, y in (a, b, c)]
            painter.drawPolyline(QPolygonF(points))
            return
        painter.setPen(theme.color("accent" if current else "muted"))
        painter.setFont(scaled_font(self.font(), SMALL, strong=current))
        box = QRectF(middle.x() - mark, middle.y() - mark, 2 * mark, 2 * mark)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(index + 1))

    def _paint_name(self, painter: QPainter, theme: Theme, cell: QRectF, index: int) -> None:
        current = index == self._current
        if self._crowded():
            if not current:
                return
            cell = QRectF(0, 0, self.width(), self.height())
        painter.setPen(theme.color("text" if current else "muted"))
        painter.setFont(scaled_font(self.font(), SMALL, strong=current))
        top = self._mark() * 2 + GAP_SMALL
        box = cell.adjusted(4, top, -4, 0)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(box, flags | Qt.TextFlag.TextWordWrap, self._titles[index])
