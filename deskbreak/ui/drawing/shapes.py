"""Shapes in the drawing plane: tapered limbs, smooth curves."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF

from deskbreak.ui.drawing.camera import Seen

_TINY = 1e-6
_RAYS = 56
_FACET = 0.4
"""Radians between the corners of a circle of radius 1; they are never 0.02 % of height off."""
_CIRCLE = tuple(
    (math.cos(2.0 * math.pi * i / _RAYS), math.sin(2.0 * math.pi * i / _RAYS)) for i in range(_RAYS)
)


def limb(a: Seen, b: Seen, ra: float, rb: float) -> QPainterPath:
    """Return a limb with round ends: radius `ra` around a, `rb` around b, straight flanks.

    The ends are polygons: painting them takes a quarter of the time that curves take.
    """
    dx, dy = b[0] - a[0], b[1] - a[1]
    far = math.hypot(dx, dy)
    if far <= abs(ra - rb) + _TINY:
        big, r = (a, ra) if ra >= rb else (b, rb)
        return disc(big[0], big[1], r, r)
    along = math.atan2(dy, dx)
    lean = math.acos((ra - rb) / far)
    points = _arc(a, ra, along + lean, 2.0 * math.pi - 2.0 * lean)
    points += _arc(b, rb, along - lean, 2.0 * lean)
    return _closed(points)


def _arc(centre: Seen, radius: float, start: float, sweep: float) -> list[QPointF]:
    # A small circle looks round with fewer corners than a large one.
    steps = int(sweep * math.sqrt(radius) / _FACET) + 1
    x, y = centre[0], centre[1]
    return [
        QPointF(
            x + radius * math.cos(start + sweep * i / steps),
            y + radius * math.sin(start + sweep * i / steps),
        )
        for i in range(steps + 1)
    ]


def disc(x: float, y: float, wide: float, high: float) -> QPainterPath:
    """Return an ellipse as a polygon."""
    return _closed([QPointF(x + wide * cos, y + high * sin) for cos, sin in _CIRCLE])


def _closed(points: list[QPointF]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF(points))
    path.closeSubpath()
    return path


def smooth(points: Sequence[tuple[float, float]], *, closed: bool = False) -> QPainterPath:
    """Return a curve through all points without corners (Catmull-Rom as Bezier pieces)."""
    path = QPainterPath(QPointF(*points[0]))
    count = len(points)
    last = count if closed else count - 1
    for i in range(last):
        p0 = points[(i - 1) % count] if closed or i > 0 else points[0]
        p1, p2 = points[i], points[(i + 1) % count]
        p3 = points[(i + 2) % count] if closed or i + 2 < count else points[-1]
        path.cubicTo(
            QPointF(p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6),
            QPointF(p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6),
            QPointF(*p2),
        )
    if closed:
        path.closeSubpath()
    return path


@dataclass(frozen=True, slots=True)
class Oval:
    """An ellipse: centre, radii along its own axes, and how far those are turned, in radians."""

    x: float
    y: float
    wide: float
    high: float
    lean: float = 0.0

    def way_out(self, x: float, y: float, dx: float, dy: float) -> float:
        """Return how far it is from a point inside to the edge in a direction."""
        cos, sin = math.cos(self.lean), math.sin(self.lean)
        ox, oy = x - self.x, y - self.y
        px, py = (ox * cos + oy * sin) / self.wide, (oy * cos - ox * sin) / self.high
        vx, vy = (dx * cos + dy * sin) / self.wide, (dy * cos - dx * sin) / self.high
        along, size = px * vx + py * vy, vx * vx + vy * vy
        inside = 1.0 - px * px - py * py
        return (math.sqrt(max(0.0, along * along + size * inside)) - along) / size


def overlap(x: float, y: float, *ovals: Oval) -> QPainterPath:
    """Return what ovals have in common, seen from a point that is inside all of them.

    Clipping would do the same on a screen, but an SVG file cannot clip.
    """
    points: list[QPointF] = []
    for dx, dy in _CIRCLE:
        far = min(oval.way_out(x, y, dx, dy) for oval in ovals)
        points.append(QPointF(x + dx * far, y + dy * far))
    return _closed(points)


def polygon(points: Sequence[Seen]) -> QPainterPath:
    """Return a closed shape with straight sides."""
    path = QPainterPath(QPointF(points[0][0], points[0][1]))
    for point in points[1:]:
        path.lineTo(QPointF(point[0], point[1]))
    path.closeSubpath()
    return path
