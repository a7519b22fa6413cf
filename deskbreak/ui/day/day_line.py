"""A day drawn as a line: what was, what is planned, and now; with its legend."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from deskbreak.core.timeline import DayLine, LineMark, LineSpan, MarkKind, SpanKind
from deskbreak.core.timeline_words import line_description, told_at
from deskbreak.core.words import Words
from deskbreak.ui.day.line_paint import paint_mark, paint_span
from deskbreak.ui.theme import SMALL, scaled_font, theme_of

TRACK = 1.15
MARK = 0.95
LANE = 1.25
"""Heights of the track, a mark and a lane of marks, as factors of the text's height."""

LEAST_BREAK = 4.0
UPPER = frozenset({MarkKind.OFFERED, MarkKind.SNOOZED})


class DayLineView(QWidget):
    """Draws one `DayLine`; hovering tells what is there, a screen reader gets it all in words."""

    def __init__(self, tr: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._line: DayLine | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("The day as a line"))

    def show_line(self, line: DayLine) -> None:
        """Show a day."""
        self._line = line
        told = line_description(self._tr, line)
        if told != self.accessibleDescription():
            self.setAccessibleDescription(told)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size that shows all of it."""
        return QSize(560, round(self._track().bottom() + 2.1 * self._unit()))

    def minimumSizeHint(self) -> QSize:
        """Return the least width that can be read."""
        return QSize(240, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Tell what is under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.told_at(event.pos().x()), self)
            return True
        return super().event(event)

    def told_at(self, x: int) -> str:
        """Return in words what is drawn at a horizontal position, "" beside the line."""
        line = self._line
        if line is None:
            return ""
        track = self._track()
        at = line.start + round((x - track.left()) / track.width() * (line.end - line.start))
        reach = round(MARK * self._unit() / 2 / track.width() * (line.end - line.start))
        return told_at(self._tr, line, at, reach)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the colours that fit now."""
        line = self._line
        if line is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_scale(painter, line)
        for span in line.spans:
            paint_span(painter, self._area(line, span), span.kind, theme_of(self))
        self._paint_marks(painter, line)
        self._paint_now(painter, line)
        painter.end()

    def _unit(self) -> float:
        return float(self.fontMetrics().height())

    def _track(self) -> QRectF:
        unit = self._unit()
        side = unit * 1.4
        top = 2 * LANE * unit + 6
        return QRectF(side, top, max(1.0, self.width() - 2 * side), TRACK * unit)

    def _x(self, line: DayLine, at: int) -> float:
        track = self._track()
        return track.left() + (at - line.start) / (line.end - line.start) * track.width()

    def _area(self, line: DayLine, span: LineSpan) -> QRectF:
        track = self._track()
        left = self._x(line, span.start)
        width = self._x(line, span.end) - left
        if span.kind is SpanKind.BREAK:
            width = max(width, LEAST_BREAK)
        return QRectF(left, track.top(), width, track.height())

    def _paint_scale(self, painter: QPainter, line: DayLine) -> None:
        theme = theme_of(self)
        track = self._track()
        painter.setFont(scaled_font(self.font(), SMALL))
        painter.setPen(QPen(theme.color("line"), 1))
        painter.setBrush(theme.color("window"))
        painter.drawRect(track)
        room = float(painter.fontMetrics().horizontalAdvance("00:00")) + 8
        last = track.left() - room
        for tick in line.ticks:
            x = self._x(line, tick.at)
            painter.setPen(QPen(theme.color("line"), 1))
            painter.drawLine(QPointF(x, track.bottom()), QPointF(x, track.bottom() + 5))
            if x - last >= room:
                last = x
                painter.setPen(theme.color("muted"))
                area = QRectF(x - room, track.bottom() + 6, 2 * room, 1.3 * self._unit())
                painter.drawText(area, Qt.AlignmentFlag.AlignHCenter, tick.text)

    def _paint_marks(self, painter: QPainter, line: DayLine) -> None:
        """Offers and snoozes stand in the upper lane, breaks in the lower; none covers another."""
        size = MARK * self._unit()
        track = self._track()
        for upper in (True, False):
            lane = [mark for mark in line.marks if (mark.kind in UPPER) is upper]
            y = track.top() - 6 - (1.5 if upper else 0.5) * LANE * self._unit()
            for mark, x in zip(lane, self._spread(line, lane, size + 2), strict=True):
                paint_mark(painter, QPointF(x, y), size, mark.kind, theme_of(self))

    def _spread(self, line: DayLine, lane: list[LineMark], room: float) -> list[float]:
        places: list[float] = []
        for mark in lane:
            x = self._x(line, mark.at)
            places.append(max(x, places[-1] + room) if places else x)
        # What was pushed over the right end moves back to the left.
        edge = self.width() - room / 2
        for number in range(len(places) - 1, -1, -1):
            places[number] = min(places[number], edge)
            edge = places[number] - room
        return places

    def _paint_now(self, painter: QPainter, line: DayLine) -> None:
        if line.now is None or not line.start <= line.now <= line.end:
            return
        theme = theme_of(self)
        track = self._track()
        x = self._x(line, line.now)
        painter.setPen(QPen(theme.color("text"), 2))
        painter.drawLine(QPointF(x, track.top() - 5), QPointF(x, track.bottom() + 5))
        head = [QPointF(x - 5, track.top() - 10), QPointF(x + 5, track.top() - 10)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("text"))
        painter.drawPolygon(QPolygonF([*head, QPointF(x, track.top() - 3)]))
