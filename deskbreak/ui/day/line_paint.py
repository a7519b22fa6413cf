"""The shapes of a day's line: each kind has its own form, so that colour is never needed."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF

from deskbreak.core.timeline import MarkKind, SpanKind
from deskbreak.ui.theme import Theme

THIN = 1.0
STROKE = 1.8
DOT_GAP = 5.0


def paint_span(  # noqa: C901 - one arm for each kind reads best as one table
    painter: QPainter, area: QRectF, kind: SpanKind, theme: Theme
) -> None:
    """Fill an area of the track in the way of one kind of span."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    match kind:
        case SpanKind.OFFICE:
            low = area.height() * 0.3
            painter.fillRect(area.adjusted(0, low, 0, -low), theme.color("line"))
        case SpanKind.SITTING:
            painter.fillRect(area, theme.color("accent_soft"))
        case SpanKind.LUNCH:
            _dots(painter, area, theme.color("muted"), theme.color("card"))
        case SpanKind.AWAY:
            painter.fillRect(area, theme.color("card"))
            _edges(painter, area, theme.color("muted"))
        case SpanKind.PAUSED:
            _hatch(painter, area, theme.color("muted"), theme.color("card"))
        case SpanKind.HELD:
            strip = QRectF(area.left(), area.top(), area.width(), max(3.0, area.height() * 0.28))
            painter.fillRect(strip, theme.color("warm"))
        case SpanKind.PLANNED:
            _outline(painter, area, theme.color("accent"))
        case SpanKind.BREAK:
            grown = area.adjusted(0, -4, 0, 4)
            painter.setBrush(theme.color("accent"))
            painter.drawRoundedRect(grown, 2, 2)
    painter.restore()


def paint_mark(  # noqa: C901 - one arm for each kind reads best as one table
    painter: QPainter, centre: QPointF, size: float, kind: MarkKind, theme: Theme
) -> None:
    """Draw a mark, `size` wide, in its own shape."""
    painter.save()
    r = size / 2
    circle = QRectF(centre.x() - r, centre.y() - r, size, size)
    match kind:
        case MarkKind.COMPLETED:
            _disc(painter, circle, theme.color("good"))
            _tick(painter, centre, r, theme.color("card"))
        case MarkKind.MANUAL:
            _disc(painter, circle, theme.color("good"))
            _cross(painter, centre, r * 0.6, theme.color("card"), turned=False)
        case MarkKind.PARTIAL:
            _ring(painter, circle, theme.color("good"))
            painter.setBrush(theme.color("good"))
            painter.drawPie(circle, 90 * 16, 180 * 16)
        case MarkKind.DISCOMFORT:
            _polygon(painter, centre, r, theme.color("warn"), corners=3, filled=True)
        case MarkKind.SKIPPED:
            _cross(painter, centre, r * 0.75, theme.color("muted"), turned=True)
        case MarkKind.MISSED:
            _polygon(painter, centre, r, theme.color("warn"), corners=4, filled=False)
        case MarkKind.OFFERED:
            _ring(painter, circle.adjusted(1, 1, -1, -1), theme.color("warm"))
        case MarkKind.SNOOZED:
            _zed(painter, centre, r * 0.62, theme.color("warm"))
        case MarkKind.PLANNED:
            _ring(painter, circle, theme.color("accent"), Qt.PenStyle.DotLine)
    painter.restore()


def _pen(colour: QColor, width: float = STROKE) -> QPen:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _disc(painter: QPainter, area: QRectF, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(area)


def _ring(
    painter: QPainter,
    area: QRectF,
    colour: QColor,
    style: Qt.PenStyle = Qt.PenStyle.SolidLine,
) -> None:
    pen = _pen(colour)
    pen.setStyle(style)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(area.adjusted(0.9, 0.9, -0.9, -0.9))


def _tick(painter: QPainter, centre: QPointF, r: float, colour: QColor) -> None:
    painter.setPen(_pen(colour))
    painter.drawPolyline(
        QPolygonF(
            [
                centre + QPointF(-0.45 * r, 0.02 * r),
                centre + QPointF(-0.1 * r, 0.38 * r),
                centre + QPointF(0.48 * r, -0.35 * r),
            ]
        )
    )


def _cross(painter: QPainter, centre: QPointF, r: float, colour: QColor, *, turned: bool) -> None:
    painter.setPen(_pen(colour, STROKE + 0.4))
    arms = ((r, r), (r, -r)) if turned else ((r, 0.0), (0.0, r))
    for x, y in arms:
        arm = QPointF(x, y)
        painter.drawLine(centre - arm, centre + arm)


def _zed(painter: QPainter, centre: QPointF, r: float, colour: QColor) -> None:
    painter.setPen(_pen(colour))
    corners = ((-r, -r), (r, -r), (-r, r), (r, r))
    painter.drawPolyline(QPolygonF([centre + QPointF(x, y) for x, y in corners]))


def _polygon(
    painter: QPainter, centre: QPointF, r: float, colour: QColor, *, corners: int, filled: bool
) -> None:
    shapes = {
        3: ((0.0, -r), (r, 0.85 * r), (-r, 0.85 * r)),
        4: ((0.0, -r), (r, 0.0), (0.0, r), (-r, 0.0)),
    }
    painter.setPen(_pen(colour))
    painter.setBrush(QBrush(colour) if filled else QBrush(Qt.BrushStyle.NoBrush))
    painter.drawPolygon(QPolygonF([centre + QPointF(x, y) for x, y in shapes[corners]]))


def _edges(painter: QPainter, area: QRectF, colour: QColor) -> None:
    painter.setPen(_pen(colour, THIN))
    painter.drawLine(area.topLeft(), area.topRight())
    painter.drawLine(area.bottomLeft(), area.bottomRight())


def _outline(painter: QPainter, area: QRectF, colour: QColor) -> None:
    pen = _pen(colour, STROKE)
    pen.setDashPattern([2.2, 2.4])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 4, 4)


def _hatch(painter: QPainter, area: QRectF, colour: QColor, ground: QColor) -> None:
    painter.fillRect(area, ground)
    path = QPainterPath()
    x = area.left() - area.height()
    while x < area.right():
        path.moveTo(x, area.bottom())
        path.lineTo(x + area.height(), area.top())
        x += DOT_GAP
    painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
    painter.strokePath(path, _pen(colour, THIN))


def _dots(painter: QPainter, area: QRectF, colour: QColor, ground: QColor) -> None:
    painter.fillRect(area, ground)
    painter.setBrush(colour)
    rows = max(1, int(area.height() // DOT_GAP))
    for row in range(rows):
        y = area.top() + (row + 0.5) * area.height() / rows
        x = area.left() + DOT_GAP * (0.5 if row % 2 else 1.0)
        while x < area.right() - 1:
            painter.drawEllipse(QPointF(x, y), 1.0, 1.0)
            x += DOT_GAP
