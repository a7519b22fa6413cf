"""Shapes in the drawing plane: tapered limbs, smooth curves."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF, QTransform

from deskbreak.ui.drawing.camera import Seen

Flat = tuple[float, float]
_TINY = 1e-6
_RAYS, _FEW_RAYS = 40, 16
_CAP, _FEW_CAP = 9, 6
"""Corners of a circle and of the half circle that ends a limb, and of small ones."""

SMALL = 8.0
"""The radius in pixels from which on corners would be seen in a circle with few of them."""


def _circle(rays: int) -> QPolygonF:
    turns = (2.0 * math.pi * i / rays for i in range(rays))
    return QPolygonF([QPointF(math.cos(turn), math.sin(turn)) for turn in turns])


CIRCLE, SMALL_CIRCLE = _circle(_RAYS), _circle(_FEW_RAYS)
"""The unit circle as a polygon, its first corner not repeated; and one for a few pixels."""

_APART = 1.2
_STRAIGHT = math.cos(math.radians(40.0))
"""Joints of a chain lie so many radii apart at least; the cosine of the sharpest bend."""


def _half_circle(corners: int) -> QPainterPath:
    """Return the half of the unit circle behind its centre, from the top to the bottom."""
    path = QPainterPath(QPointF(0.0, 1.0))
    for turn in (math.pi * i / corners for i in range(1, corners + 1)):
        path.lineTo(QPointF(-math.sin(turn), math.cos(turn)))
    return path


_HALF_CIRCLE, _SMALL_HALF_CIRCLE = _half_circle(_CAP), _half_circle(_FEW_CAP)


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
    path = _end(a, -cos, -sin, ra)
    path.connectPath(_end(b, cos, sin, rb))
    path.closeSubpath()
    return path


def chain(joints: Sequence[tuple[float, float, float]]) -> QPainterPath | None:
    """Return one shape around joints (x, y, radius) that lie nearly in a line, with round ends.

    It is what limbs from joint to joint would look like together, without the edges inside that
    cost time. None where a joint bends sharply or two lie within each other: then it is not.
    """
    ways: list[Flat] = []
    for (x0, y0, r0), (x1, y1, r1) in itertools.pairwise(joints):
        far = math.hypot(x1 - x0, y1 - y0)
        if far <= max(r0, r1) * _APART:
            return None
        ways.append(((x1 - x0) / far, (y1 - y0) / far))
    left: list[QPointF] = []
    right: list[QPointF] = []
    for (x, y, r), one, two in zip(joints[1:-1], ways, ways[1:], strict=False):
        if one[0] * two[0] + one[1] * two[1] < _STRAIGHT:
            return None
        nx, ny = -(one[1] + two[1]) / 2, (one[0] + two[0]) / 2
        left.append(QPointF(x - nx * r, y - ny * r))
        right.append(QPointF(x + nx * r, y + ny * r))
    path = _end(joints[0], -ways[0][0], -ways[0][1], joints[0][2])
    for point in left:
        path.lineTo(point)
    path.connectPath(_end(joints[-1], *ways[-1], joints[-1][2]))
    for point in reversed(right):
        path.lineTo(point)
    path.closeSubpath()
    return path


def _end(at: Seen, cos: float, sin: float, r: float) -> QPainterPath:
    """Return the half circle that ends a limb which goes (cos, sin) to its end."""
    half = _SMALL_HALF_CIRCLE if r < SMALL else _HALF_CIRCLE
    return QTransform(-cos * r, -sin * r, sin * r, -cos * r, at[0], at[1]).map(half)


def disc(x: float, y: float, wide: float, high: float) -> QPainterPath:
    """Return an ellipse as a path of straight pieces."""
    path = QPainterPath()
    path.addPolygon(QTransform(wide, 0.0, 0.0, high, x, y).map(CIRCLE))
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
