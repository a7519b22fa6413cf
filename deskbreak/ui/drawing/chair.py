"""An office chair: a star of feet, a column, a cushion, a backrest."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from deskbreak.core.figure.space import Vec
from deskbreak.ui.drawing.camera import Seen, View
from deskbreak.ui.drawing.palette import Palette, colour
from deskbreak.ui.drawing.shapes import limb
from deskbreak.ui.drawing.solid import rounded

SEAT_TOP = 23.6
SEAT_THICK = 2.6
SEAT_DEEP = 27.0
SEAT_HALF = 13.0
BACK_LOW, BACK_HIGH, BACK_HALF = 33.0, 56.5, 11.5
BASE_REACH = 14.5
_FEET = 5
_ROUND = 2.2


def draw_chair(painter: QPainter, view: View, palette: Palette, front: float) -> None:
    """Draw the chair whose seat ends at `front`."""
    back = front - SEAT_DEEP
    middle = (front + back) / 2
    _base(painter, view, palette, middle)
    if view((0.0, BACK_HIGH, back))[2] <= view((0.0, SEAT_TOP, middle))[2]:
        _backrest(painter, view, palette, back)
        _seat(painter, view, palette, front)
    else:
        _seat(painter, view, palette, front)
        _backrest(painter, view, palette, back)


def _base(painter: QPainter, view: View, palette: Palette, middle: float) -> None:
    """Draw the star of the base and the column that carries the seat."""
    hub: Vec = (0.0, 5.0, middle)
    painter.setPen(Qt.PenStyle.NoPen)
    spokes: list[Seen] = []
    for n in range(_FEET):
        angle = math.radians(90.0 + 360.0 / _FEET * n)
        tip = (BASE_REACH * math.cos(angle), 1.5, middle + BASE_REACH * math.sin(angle))
        spokes.append(view(tip))
    for tip in sorted(spokes, key=lambda seen: seen[2]):
        painter.setBrush(colour(palette.metal))
        painter.drawPath(limb(view(hub), tip, 1.5, 1.0))
        painter.setBrush(colour(palette.seat_edge))
        painter.drawEllipse(QPointF(tip[0], tip[1]), 1.5, 1.2)
    painter.setBrush(colour(palette.metal))
    painter.drawPath(limb(view(hub), view((0.0, SEAT_TOP - SEAT_THICK, middle)), 1.7, 1.4))


def _slab(view: View, corners: tuple[Vec, ...]) -> list[Seen]:
    return [view(corner) for corner in corners]


def _seat(painter: QPainter, view: View, palette: Palette, front: float) -> None:
    """Draw the cushion as a rounded box: its top, then its front and side edges."""
    back, half, low = front - SEAT_DEEP, SEAT_HALF - _ROUND, SEAT_TOP - SEAT_THICK
    near, far = front - _ROUND, back + _ROUND
    for level, tone in ((low + 1.0, palette.seat_edge), (SEAT_TOP - 1.2, palette.seat)):
        rounded(
            painter,
            _slab(view, ((-half, level, far), (half, level, far), (half, level, near),
                         (-half, level, near))),
            colour(tone),
            2.2,
        )  # fmt: skip


def _backrest(painter: QPainter, view: View, palette: Palette, back: float) -> None:
    """Draw the backrest, leaning back a little, on its bar."""
    half = BACK_HALF - _ROUND
    bar = QPen(colour(palette.metal), 2.6)
    bar.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(bar)
    foot, low = view((0.0, SEAT_TOP - 1.5, back + 6.0)), view((0.0, SEAT_TOP - 1.0, back - 1.5))
    top = view((0.0, (BACK_LOW + BACK_HIGH) / 2, back - 2.4))
    painter.drawLine(QPointF(foot[0], foot[1]), QPointF(low[0], low[1]))
    painter.drawLine(QPointF(low[0], low[1]), QPointF(top[0], top[1]))
    for ahead, tone in ((-1.6, palette.seat_edge), (0.0, palette.seat)):
        z = back + ahead
        corners = (
            (-half, BACK_LOW + _ROUND, z),
            (half, BACK_LOW + _ROUND, z),
            (half - 0.8, BACK_HIGH - _ROUND, z - 1.8),
            (-half + 0.8, BACK_HIGH - _ROUND, z - 1.8),
        )
        rounded(painter, _slab(view, corners), colour(tone), _ROUND * 2)
