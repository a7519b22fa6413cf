"""How parts of the person are put on the picture: filled shapes, ready in the painter's pixels."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF, QTransform

from deskbreak.ui.drawing.camera import Seen
from deskbreak.ui.drawing.palette import brush
from deskbreak.ui.drawing.shapes import CIRCLE, SMALL, SMALL_CIRCLE, Flat, chain, limb

EDGE = 0.5
"""How wide the line around every part is, percent of body height."""

Limb = tuple[Seen, Seen, float, float]
"""From, to, and the radius at each end."""

Joint = tuple[Seen, float]
"""Where a joint is, and the radius of what is drawn around it."""

Fill = tuple[str, QPainterPath]
"""A tone and the shape that it fills, in the painter's pixels."""

_HALF = EDGE / 2


def paint_fills(painter: QPainter, fills: Sequence[Fill]) -> None:
    """Fill shapes one after the other; the painter's transform has to be the identity."""
    last = ""
    for tone, path in fills:
        if tone != last:
            painter.setBrush(brush(tone))
            last = tone
        painter.drawPath(path)


@dataclass(slots=True)
class Ink:
    """Collects the fills of one part; takes places in the drawing plane (y up, body heights).

    Nothing is stroked: that costs five times as much as filling. An edge is a wider shape below.
    Shapes of one tone that touch are one fill, which is cheaper again and leaves no seam; all of
    them turn the same way, for where shapes that turn against each other overlap there are holes.
    """

    placed: QTransform
    fills: list[Fill] = field(default_factory=list)

    def limbs(
        self,
        tone: str,
        edge: str,
        *limbs: Limb,
        body: Sequence[Flat] = (),
        around: Sequence[Flat] = (),
    ) -> None:
        """Fill limbs, and a free shape with them, as one: edged only around the whole.

        Args:
            tone: what fills them.
            edge: the tone of the line around them.
            limbs: the limbs.
            body: the free shape, clockwise in the plane.
            around: the same shape, wider by the edge.
        """
        self._filled(edge, [(a, b, ra + _HALF, rb + _HALF) for a, b, ra, rb in limbs], around)
        self._filled(tone, [(a, b, ra - _HALF, rb - _HALF) for a, b, ra, rb in limbs], body)

    def chain(self, tone: str, edge: str, *joints: Joint) -> None:
        """Fill limbs from joint to joint as one, edged around the whole."""
        for colour, wider in ((edge, _HALF), (tone, -_HALF)):
            placed = [self._on_screen(at, radius + wider) for at, radius in joints]
            path = chain(placed)
            if path is None:
                path = QPainterPath()
                for one, two in itertools.pairwise(placed):
                    path.addPath(limb(one, two, one[2], two[2]))
            path.setFillRule(Qt.FillRule.WindingFill)
            self.fills.append((colour, path))

    def plain(self, tone: str, *limbs: Limb) -> None:
        """Fill limbs without an edge."""
        self._filled(tone, limbs)

    def shape(self, tone: str, path: QPainterPath) -> None:
        """Fill a shape of the drawing plane."""
        self.fills.append((tone, self.placed.map(path)))

    def ovals(self, tone: str, *ovals: QPolygonF) -> None:
        """Fill ellipses that lie apart from each other."""
        path = QPainterPath()
        for oval in ovals:
            path.addPolygon(oval)
            path.closeSubpath()
        self.fills.append((tone, path))

    def round(self, at: Flat, wide: float, high: float, lean: float = 0.0) -> QPolygonF:
        """Return an ellipse, turned by `lean` radians, in the painter's pixels."""
        size, x, y = self._at(at)
        cos, sin = math.cos(lean) * size, -math.sin(lean) * size
        circle = SMALL_CIRCLE if max(wide, high) * size < SMALL else CIRCLE
        return QTransform(cos * wide, sin * wide, -sin * high, cos * high, x, y).map(circle)

    def common(self, tone: str, one: QPolygonF, others: Sequence[QPolygonF]) -> None:
        """Fill what a shape has in common with others; an SVG file cannot clip."""
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        for two in others:
            path.addPolygon(one.intersected(two))
            path.closeSubpath()
        self.fills.append((tone, path))

    def line(self, tone: str, points: Sequence[Flat], width: float) -> None:
        """Fill a soft line through points, with round ends."""
        half = width / 2
        left: list[Flat] = []
        right: list[Flat] = []
        last = len(points) - 1
        for i, (x, y) in enumerate(points):
            (x0, y0), (x1, y1) = points[max(i - 1, 0)], points[min(i + 1, last)]
            far = math.hypot(x1 - x0, y1 - y0) or 1.0
            nx, ny = (y0 - y1) / far * half, (x1 - x0) / far * half
            left.append((x + nx, y + ny))
            right.append((x - nx, y - ny))
        ends = [(*end, 0.0) for end in (points[0], points[last])]
        self._filled(tone, [(end, end, half, half) for end in ends], (*left, *reversed(right)))

    def _at(self, point: Flat | Seen) -> tuple[float, float, float]:
        placed = self.placed
        size = placed.m11()
        return size, placed.dx() + size * point[0], placed.dy() - size * point[1]

    def _on_screen(self, at: Seen, radius: float) -> tuple[float, float, float]:
        size, x, y = self._at(at)
        return x, y, size * radius

    def _filled(self, tone: str, limbs: Sequence[Limb], body: Sequence[Flat] = ()) -> None:
        size, x, y = self._at((0.0, 0.0))
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        if body:
            path.addPolygon(QPolygonF([QPointF(x + size * a, y - size * b) for a, b in body]))
            path.closeSubpath()
        for a, b, ra, rb in limbs:
            one = (x + size * a[0], y - size * a[1], 0.0)
            two = (x + size * b[0], y - size * b[1], 0.0)
            path.addPath(limb(one, two, size * ra, size * rb))
        self.fills.append((tone, path))
