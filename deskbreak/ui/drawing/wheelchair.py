"""A wheelchair: what the figure sits in instead of the office chair, when a person wants that."""

from __future__ import annotations

import itertools
import math

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPainterPathStroker, QTransform

from deskbreak.core.figure.space import Vec
from deskbreak.ui.drawing.camera import View
from deskbreak.ui.drawing.palette import Palette, brush, colour
from deskbreak.ui.drawing.solid import bar, rounded, slab

GROUND = -2.4
"""How high the ground is: the feet stand on rests, a little above it."""

_WHEEL, _RIM, _HUB, _APART = 16.8, 14.6, 1.5, 16.4
_BEHIND = 20.0
"""How far the axle lies behind the front of the seat."""

_CASTER, _CASTER_APART = 3.6, 11.5
_SEAT_LOW, _SEAT_TOP, _SEAT_HALF, _SEAT_DEEP = 20.8, 23.6, 13.0, 27.0
_BACK_LOW, _BACK_TOP, _BACK_HALF = 31.0, 53.0, 11.5
_REST = (6.0, 14.4)
_TYRE, _PUSH, _SPOKE = 1.7, 0.8, 0.35
_SPOKES = 8
_FLAT = 0.12
_FINE = 0.02


def draw_wheelchair(painter: QPainter, view: View, palette: Palette, front: float) -> None:
    """Draw all of it that the figure covers, farthest first."""
    back = front - _SEAT_DEEP
    sides = sorted((-1.0, 1.0), key=lambda side: view((side, 0.0, 0.0))[2])
    _wheel(painter, view, palette, sides[0] * _APART, front)
    if view((0.0, 0.0, -1.0))[2] <= 0.0:
        _back(painter, view, palette, back)
    for side in sides:
        _front(painter, view, palette, side, front)
    tones = (palette.seat, palette.seat_edge)
    across = (-_SEAT_HALF, _SEAT_HALF)
    slab(painter, view, across, (_SEAT_LOW, _SEAT_TOP - 0.8), (back + 1.0, front - 1.0), tones)
    if view((0.0, 0.0, -1.0))[2] > 0.0:
        _back(painter, view, palette, back)
    if near_side(view) == 0.0:
        _wheel(painter, view, palette, sides[1] * _APART, front)


def near_side(view: View) -> float:
    """Return which wheel is nearer than the figure: -1 or 1; 0 when it is seen from the front."""
    depth = view((1.0, 0.0, 0.0))[2]
    return 0.0 if abs(depth) < math.sin(math.radians(30.0)) else math.copysign(1.0, depth)


def near_wheel(view: View, front: float) -> tuple[QPainterPath, QPainterPath]:
    """Return tyre, and rim with spokes, of the wheel that is nearer than the figure."""
    return _wheel_shapes(view, near_side(view) * _APART, front)


def _wheel(painter: QPainter, view: View, palette: Palette, x: float, front: float) -> None:
    tyre, rim = _wheel_shapes(view, x, front)
    painter.fillPath(rim, brush(palette.metal))
    painter.fillPath(tyre, brush(palette.wheel))


def _wheel_shapes(view: View, x: float, front: float) -> tuple[QPainterPath, QPainterPath]:
    centre: Vec = (x, GROUND + _WHEEL, front - _BEHIND)
    turned = _turned(view, centre)
    tyre = _stroked(turned.map(_circle(_WHEEL - _TYRE / 2)), _TYRE)
    rim = _stroked(turned.map(_circle(_RIM)), _PUSH)
    rim.addPath(turned.map(_circle(_HUB)))
    if abs(view((1.0, 0.0, 0.0))[2]) > _FLAT:
        spokes = QPainterPath()
        for n in range(_SPOKES):
            angle = 2.0 * math.pi * n / _SPOKES
            spokes.moveTo(turned.map(QPointF(0.0, 0.0)))
            spokes.lineTo(turned.map(QPointF(_RIM * math.cos(angle), _RIM * math.sin(angle))))
        rim.addPath(_stroked(spokes, _SPOKE))
    rim.setFillRule(Qt.FillRule.WindingFill)
    return tyre, rim


def _turned(view: View, centre: Vec) -> QTransform:
    """Return what lays a circle of the plane into a wheel: up stays up, right goes forward."""
    ahead, up, at = view((0.0, 0.0, 1.0)), view((0.0, 1.0, 0.0)), view(centre)
    return QTransform(ahead[0], ahead[1], up[0], up[1], at[0], at[1])


def _circle(radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(0.0, 0.0), radius, radius)
    return path


def _stroked(path: QPainterPath, width: float) -> QPainterPath:
    stroker = QPainterPathStroker()
    stroker.setWidth(width)
    stroker.setCurveThreshold(_FINE)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    shape = stroker.createStroke(path)
    shape.setFillRule(Qt.FillRule.WindingFill)
    return shape


def _front(painter: QPainter, view: View, palette: Palette, side: float, front: float) -> None:
    """Draw a caster, the bar that leads down in front, and the rest for a foot."""
    x = side * _CASTER_APART
    caster: Vec = (x, GROUND + _CASTER, front - 4.0)
    bar(painter, view, ((x, _SEAT_LOW, front - 3.0), caster), palette.metal, 1.5)
    small = _turned(view, caster)
    painter.fillPath(_stroked(small.map(_circle(_CASTER - 0.8)), 1.6), brush(palette.wheel))
    painter.fillPath(small.map(_circle(1.0)), brush(palette.metal))
    down = ((x, _SEAT_LOW + 0.8, front - 1.0), (x, 17.0, front + 4.0), (x, -0.4, front + 8.0))
    bar(painter, view, down, palette.metal, 1.4)
    inner, outer = sorted((side * _REST[0], side * _REST[1]))
    rest = ((inner, outer), (-1.5, -0.7), (front + 4.0, front + 19.0))
    slab(painter, view, *rest, (palette.metal, palette.wheel))


def _back(painter: QPainter, view: View, palette: Palette, back: float) -> None:
    """Draw the backrest between its two canes, which end in handles."""
    half = _BACK_HALF
    for side in (-half, half):
        cane = (
            (side, _SEAT_LOW, back + 1.0),
            (side, _BACK_TOP + 2.0, back - 2.2),
            (side, _BACK_TOP + 2.6, back - 6.5),
        )
        for one, two in itertools.pairwise(cane):
            bar(painter, view, (one, two), palette.metal, 1.6)
        bar(painter, view, (cane[-1], (side, _BACK_TOP + 2.6, back - 4.5)), palette.wheel, 2.2)
    for ahead, tone in ((-1.4, palette.seat_edge), (0.0, palette.seat)):
        z = back + ahead
        corners = (
            (-half, _BACK_LOW, z),
            (half, _BACK_LOW, z),
            (half, _BACK_TOP, z - 1.8),
            (-half, _BACK_TOP, z - 1.8),
        )
        rounded(painter, [view(corner) for corner in corners], colour(tone), 2.4)
