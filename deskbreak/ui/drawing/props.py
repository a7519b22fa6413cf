"""What stands around the figure: shadow, mat, ball, support, wall and seat."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QRadialGradient

from deskbreak.core.exercise import Exercise, Prop
from deskbreak.core.figure.space import Vec
from deskbreak.ui.drawing.camera import View
from deskbreak.ui.drawing.chair import draw_chair
from deskbreak.ui.drawing.palette import Palette, colour
from deskbreak.ui.drawing.solid import bar, rounded, slab
from deskbreak.ui.drawing.wheelchair import GROUND, draw_wheelchair

CHAIR, WHEELCHAIR = "chair", "wheelchair"

_MAT_THICK = 1.8
_CUSHION = 5.0
_LEG = 3.4
_STANDING, _LYING = 25.0, 44.0
_SEATED, _SEATED_AT = 40.0, 8.0
_LEAST_HIGH = 4.5
_BEYOND = 7.0
_ROUND = 4.0
_HOLD_BEHIND, _HOLD_HIGH, _HOLD_ROUND = 11.0, 40.5, 2.3
"""Where the roll is that keeps the ankles down, behind the support and above the ground."""


def draw_surroundings(
    painter: QPainter, exercise: Exercise, view: View, palette: Palette, seat: str
) -> None:
    """Draw every prop of an exercise, farthest first; `seat` is chair or wheelchair."""
    things = {prop.kind: prop for prop in exercise.props}
    wall, mat, box, ball, chair = (
        things.get(kind) for kind in ("wall", "mat", "box", "ball", "chair")
    )
    if wall is not None:
        _wall(painter, view, palette, wall)
    if "floor" in things:
        ground = GROUND if chair is not None and seat == WHEELCHAIR else 0.0
        centre, reach = _ground(exercise, mat, chair)
        _shadow(painter, view, palette, (centre[0], ground, centre[2]), reach)
    if mat is not None:
        _mat(painter, view, palette, mat)
    if box is not None:
        _support(painter, view, palette, box)
    if ball is not None:
        _ball(painter, view, palette, ball)
    if chair is not None:
        draw = draw_wheelchair if seat == WHEELCHAIR else draw_chair
        draw(painter, view, palette, chair.front)


def _ground(exercise: Exercise, mat: Prop | None, chair: Prop | None) -> tuple[Vec, float]:
    """Return the middle of the shadow, and how far it reaches."""
    if chair is not None:
        return (0.0, 0.0, _SEATED_AT), _SEATED
    if mat is not None:
        return (0.0, 0.0, (mat.z0 + mat.z1) / 2), (mat.z1 - mat.z0) / 2 + _BEYOND
    reach = _LYING if exercise.place == "floor" else _STANDING
    camera = exercise.camera
    across = math.radians(camera.yaw)
    along = camera.centre[0]
    return (along * math.cos(across), 0.0, along * math.sin(across)), reach


def _shadow(painter: QPainter, view: View, palette: Palette, centre: Vec, reach: float) -> None:
    """Lay a soft ellipse on the ground."""
    at = view(centre)
    high = max(reach * abs(view.sin_pitch), _LEAST_HIGH)
    fade = QRadialGradient(QPointF(0.0, 0.0), 1.0)
    tone = colour(palette.shadow)
    fade.setColorAt(0.0, tone)
    fade.setColorAt(0.62, tone)
    clear = QColor(tone)
    clear.setAlpha(0)
    fade.setColorAt(1.0, clear)
    painter.save()
    painter.translate(at[0], at[1])
    painter.scale(reach, high)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fade)
    painter.drawEllipse(QPointF(0.0, 0.0), 1.0, 1.0)
    painter.restore()


def _mat(painter: QPainter, view: View, palette: Palette, mat: Prop) -> None:
    """Draw a mat; the body lies on the ground's level, so it reaches a little below that."""
    top = max(mat.y1, 0.0)
    for level, tone in ((top - _MAT_THICK, palette.mat_edge), (top - 0.5, palette.mat)):
        w, z0, z1 = mat.w - _ROUND / 2, mat.z0 + _ROUND / 2, mat.z1 - _ROUND / 2
        corners = ((-w, level, z0), (w, level, z0), (w, level, z1), (-w, level, z1))
        seen = [view(corner) for corner in corners]
        flat = abs(view.sin_pitch) * mat.w < _ROUND
        rounded(painter, seen, colour(tone), _MAT_THICK if flat else _ROUND)


def _ball(painter: QPainter, view: View, palette: Palette, ball: Prop) -> None:
    """Draw an exercise ball with a soft light on it and two seams."""
    x, y, _ = view((0.0, ball.y, ball.z))
    r = ball.r
    light = QRadialGradient(QPointF(x - r * 0.35, y + r * 0.4), r * 1.35)
    light.setColorAt(0.0, colour(palette.ball_light))
    light.setColorAt(0.45, colour(palette.ball))
    light.setColorAt(1.0, colour(palette.ball).darker(128))
    painter.setPen(QPen(colour(palette.ball).darker(150), 0.4))
    painter.setBrush(light)
    painter.drawEllipse(QPointF(x, y), r - 0.2, r - 0.2)
    seam = QPen(colour(palette.ball).darker(118), 0.45)
    painter.setPen(seam)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for part in (0.36, 0.72):
        painter.drawEllipse(QPointF(x, y), (r - 0.6) * part, r - 0.6)


def _support(painter: QPainter, view: View, palette: Palette, box: Prop) -> None:
    """Draw a padded support: a cushion on a frame."""
    across = (-box.w, box.w)
    metal = (palette.metal, palette.metal)
    for z0, z1 in ((box.z0 + 2.0, box.z0 + 2.0 + _LEG), (box.z1 - 2.0 - _LEG, box.z1 - 2.0)):
        slab(painter, view, across, (box.y0 + 0.6, box.y1 - _CUSHION), (z0, z1), metal)
    hold = box.z0 - _HOLD_BEHIND
    rail = (box.y0 + 3.0, box.y0 + 5.0)
    slab(painter, view, across, rail, (hold, box.z1 - 3.0), metal)
    bar(painter, view, ((0.0, box.y0 + 4.0, hold), (0.0, _HOLD_HIGH, hold)), palette.metal, 2.4)
    roll = view((0.0, _HOLD_HIGH, hold))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(palette.seat_edge))
    painter.drawEllipse(QPointF(roll[0], roll[1]), _HOLD_ROUND, _HOLD_ROUND)
    along = (box.z0 + 0.6, box.z1 - 0.6)
    under, tones = box.y1 - _CUSHION, (palette.seat, palette.seat)
    slab(painter, view, across, (under, under + 1.4), along, (palette.seat_edge,) * 2)
    slab(painter, view, across, (under + 2.0, box.y1 - 0.6), along, tones)


def _wall(painter: QPainter, view: View, palette: Palette, wall: Prop) -> None:
    """Draw a piece of wall behind `z`, with its skirting board."""
    back = (wall.z - 2.4, wall.z - 0.6)
    half = wall.w + 30.0
    slab(painter, view, (-half, half), (0.0, 94.0), back, (palette.mat, palette.mat))
    slab(painter, view, (-half, half), (0.6, 5.0), back, (palette.mat_edge, palette.mat_edge))
