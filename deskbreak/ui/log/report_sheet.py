"""A page of paper to draw on: points as units, a cursor that goes down, text and rules."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPageLayout, QPageSize, QPainter, QPdfWriter

DOTS_PER_INCH = 1200
POINT = DOTS_PER_INCH / 72
"""Device dots in a point."""

_MARGIN_MM = 18
_FIRST = 1.5
"""How much wider than the others the first figure is: it is a span."""

_DASHES = [1.0, 1.6]

Cell = tuple[str, float, Qt.AlignmentFlag]
"""A text, the part of the width that it has, and on which side it stands."""

LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignHCenter


def set_up(writer: QPdfWriter) -> None:
    """Choose the paper: A4, upright, with margins that every printer can keep."""
    writer.setResolution(DOTS_PER_INCH)
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    size = QPageSize(QPageSize.PageSizeId.A4)
    upright = QPageLayout.Orientation.Portrait
    writer.setPageLayout(QPageLayout(size, upright, margins, QPageLayout.Unit.Millimeter))


class Sheet:
    """Draws in points from the corner of the margins; `top` is where the next thing goes."""

    def __init__(self, painter: QPainter, writer: QPdfWriter, colours: dict[str, QColor]) -> None:
        """Begin at the top; `colours` are those of the theme by name."""
        self._painter, self._colours = painter, colours
        self.width = writer.width() / POINT
        self.height = writer.height() / POINT
        self.top = 0.0

    def begin(self) -> None:
        """Begin at the top again, on a new page."""
        self.top = 0.0

    def text(self, text: str, size: float, colour: str = "text", *, strong: bool = False) -> None:
        """Write a paragraph over the whole width and go on below it."""
        font = _font(size, strong=strong)
        room = QRectF(0, 0, self.width * POINT, 1e9)
        wrapped = Qt.TextFlag.TextWordWrap
        high = QFontMetricsF(font).boundingRect(room, wrapped, text).height() / POINT
        self._write(QRectF(0, self.top, self.width, high), text, font, colour, wrapped)
        self.top += high

    def at(
        self,
        area: QRectF,
        text: str,
        size: float,
        colour: str,
        side: Qt.AlignmentFlag,
        *,
        strong: bool = False,
    ) -> None:
        """Write one line of text into an area (in points), in its middle from top to bottom."""
        font = _font(size, strong=strong)
        metrics = QFontMetricsF(font)
        cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width() * POINT + 1)
        self._write(area, cut, font, colour, side | Qt.AlignmentFlag.AlignVCenter)

    def wide_of(self, texts: Sequence[str], size: float) -> float:
        """Return the points that the longest of some texts needs in a line."""
        metrics = QFontMetricsF(_font(size))
        return max(metrics.horizontalAdvance(text) for text in texts) / POINT

    def row(self, cells: Sequence[Cell], size: float, colour: str = "text") -> None:
        """Write a row of a table and go on below it."""
        high, left = size * 1.55, 0.0
        for text, part, side in cells:
            wide = self.width * part
            gap = 0 if side == RIGHT else 6
            self.at(QRectF(left, self.top, wide - gap, high), text, size, colour, side)
            left += wide
        self.top += high

    def facts(self, found: Sequence[tuple[str, str]]) -> None:
        """Write figures side by side, each large above what it is of."""
        wide, left = self.width / (len(found) + _FIRST - 1), 0.0
        for n, (figure, of) in enumerate(found):
            own = wide * (1 if n else _FIRST)
            place = QRectF(left, self.top, own - 6, 22)
            self.at(place, figure, 15, "accent", LEFT, strong=True)
            below = QRectF(left, self.top + 22, own - 8, 24)
            self._write(below, of, _font(8.5), "muted", LEFT | Qt.TextFlag.TextWordWrap)
            left += own
        self.top += 50

    def rule(self, top: float, colour: str = "line", *, dotted: bool = False) -> None:
        """Draw a line over the whole width."""
        self.line(QLineF(0, top, self.width, top), 0.6, colour, dotted=dotted)

    def line(self, line: QLineF, wide: float, colour: str, *, dotted: bool = False) -> None:
        """Draw a line."""
        pen = self._painter.pen()
        pen.setColor(self._colours[colour])
        pen.setWidthF(wide * POINT)
        pen.setStyle(Qt.PenStyle.CustomDashLine if dotted else Qt.PenStyle.SolidLine)
        if dotted:
            pen.setDashPattern(_DASHES)
        self._painter.setPen(pen)
        self._painter.drawLine(
            QLineF(line.x1() * POINT, line.y1() * POINT, line.x2() * POINT, line.y2() * POINT)
        )

    def box(self, area: QRectF, colour: str) -> None:
        """Fill an area."""
        self._painter.fillRect(_dots(area), self._colours[colour])

    def _write(self, area: QRectF, text: str, font: QFont, colour: str, how: int) -> None:
        self._painter.setFont(font)
        self._painter.setPen(self._colours[colour])
        self._painter.drawText(_dots(area), int(how), text)


def _dots(area: QRectF) -> QRectF:
    return QRectF(area.x() * POINT, area.y() * POINT, area.width() * POINT, area.height() * POINT)


def _font(points: float, *, strong: bool = False) -> QFont:
    font = QFont()
    font.setPixelSize(round(points * POINT))
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return font
