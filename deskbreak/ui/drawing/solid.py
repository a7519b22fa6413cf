"""Boxes and rounded slabs, from any side: what furniture is made of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from deskbreak.core.figure.space import Vec
from deskbreak.ui.drawing.camera import Seen, View
from deskbreak.ui.drawing.palette import colour
from deskbreak.ui.drawing.shapes import polygon

Span = tuple[float, float]

_FACES = (
    ((0, 1, 3, 2), (0.0, 0.0, -1.0)),
    ((4, 5, 7, 6), (0.0, 0.0, 1.0)),
    ((0, 1, 5, 4), (0.0, -1.0, 0.0)),
    ((2, 3, 7, 6), (0.0, 1.0, 0.0)),
    ((0, 2, 6, 4), (-1.0, 0.0, 0.0)),
    ((1, 3, 7, 5), (1.0, 0.0, 0.0)),
)
_FACING = 0.02
_UP = 0.5


def rounded(painter: QPainter, corners: Sequence[Seen], tone: QColor, width: float) -> None:
    """Fill a shape and round its corners by a stroke of the same tone."""
    pen = QPen(tone, width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(tone)
    painter.drawPath(polygon(corners))


def slab(
    painter: QPainter, view: View, across: Span, up: Span, along: Span, tones: tuple[str, str]
) -> None:
    """Draw a box with slightly rounded corners: its top in the first tone, the rest in the other.

    Args:
        painter: where to.
        view: the camera.
        across: from left to right. `up`: from below. `along`: from behind.
        up: see above.
        along: see above.
        tones: of the top, and of the sides.
    """
    corners: list[Vec] = [(x, y, z) for z in along for y in up for x in across]
    seen = [view(corner) for corner in corners]
    for upwards in (False, True):
        for face, normal in _FACES:
            if (normal[1] > _UP) is upwards and view(normal)[2] > _FACING:
                tone = tones[0] if upwards else tones[1]
                rounded(painter, [seen[n] for n in face], colour(tone), 1.2)


def bar(painter: QPainter, view: View, points: Sequence[Vec], tone: str, width: float) -> None:
    """Draw a bent tube."""
    pen = QPen(colour(tone), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    flat = [view(point) for point in points]
    painter.drawPolyline([QPointF(x, y) for x, y, _ in flat])
