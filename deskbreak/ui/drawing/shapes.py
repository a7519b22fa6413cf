"""Shapes in the drawing plane: tapered limbs, smooth curves."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF, QTransform

from deskbreak.ui.drawing.camera import Seen

Flat = tuple[float, float]
_TINY = 1e-6
_RAYS = 40
_CAP = 9
"""Corners of a whole circle, and of the half circle that ends a limb."""

_CIRCLE = tuple(
    (math.cos(2.0 * math.pi * i / _RAYS), math.sin(2.0 * math.pi * i / _RAYS)) for i in range(_RAYS)
)
CIRCLE = QPolygonF([QPointF(cos, sin) for cos, sin in _CIRCLE])
"""The unit circle as a polygon, its first corner not repeated."""

_HALF_CIRCLE = QPolygonF(
    [QPointF(-math.sin(math.pi * i / _CAP), math.cos(math.pi * i / _CAP)) for i in range(_CAP + 1)]
)
"""The half of the unit circle that lies behind its centre, from the top to the bottom."""


def limb(a: Seen, b: Seen, ra: float, rb: float) -> QPainterPath:
    """Return a limb with round ends: radius `ra` around a, `rb` around b, straight flanks.

    The ends are half polygons, turned into place by Qt: painting these takes a quarter of the
    time that curves take, and making them in Python would take longer than painting.
    """
    dx, dy = b[0] - a[0], b[1] - a[1]
    far = math.hypot(dx, dy)
    if far <= abs(ra - rb) + _TINY:
        big, r = (a, ra) if ra >= rb else (b, rb)
        return disc(big[0], big[1], r, r)
    cos, sin = dx / far, dy / far
    path = QPainterPath()
    back = QTransform(cos * ra, sin * ra, -sin * ra, cos * ra, a[0], a[1])
    front = QTransform(-cos * rb, -sin * rb, sin * rb, -cos * rb, b[0], b[1])
    path.addPolygon(back.map(_HALF_CIRCLE))
    path.connectPath(_open(front.map(_HALF_CIRCLE)))
    path.closeSubpath()
    return path


def _open(points: QPolygonF) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(points)
    return path


def disc(x: float, y: float, wide: float, high: float) -> QPainterPath:
    """Return an ellipse as a polygon."""
    return _closed(QTransform(wide, 0.0, 0.0, high, x, y).map(CIRCLE))


def _closed(points: QPolygonF) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(points)
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


def polygon(points: Sequence[Seen]) -> QPainterPath:
    """Return a closed shape with straight sides."""
    path = QPainterPath(QPointF(points[0][0], points[0][1]))
    for point in points[1:]:
        path.lineTo(QPointF(point[0], point[1]))
    path.closeSubpath()
    return path
