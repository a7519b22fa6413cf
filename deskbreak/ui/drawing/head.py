"""The head: hair, face and a few hints of it, turned as the neck turns; no sex, no age."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from deskbreak.core.figure.space import column
from deskbreak.core.rig import HEAD_RADIUS, Skeleton
from deskbreak.ui.drawing.camera import Seen, View
from deskbreak.ui.drawing.palette import Palette, colour
from deskbreak.ui.drawing.shapes import Oval, disc, overlap

R = HEAD_RADIUS
EDGE = 0.5
_EYE = 0.58
_SIDEWAYS = 0.45
_FRONTAL = 0.25
_NAPE = 0.7


def draw_head(painter: QPainter, skeleton: Skeleton, view: View, palette: Palette) -> None:
    """Draw the head of a solved pose."""
    frame = skeleton.frames["head"]
    at = view(skeleton.joints["head"])
    right, up, face = (view(column(frame, axis)) for axis in range(3))
    skull = _skull(at, up)
    painter.setPen(Qt.PenStyle.NoPen)
    _ears(painter, at, (right, up, face), palette)
    if math.hypot(face[0], face[1]) > _SIDEWAYS:
        _nose_edge(painter, at, face, up, palette)
    painter.setBrush(colour(palette.hair))
    painter.setPen(QPen(colour(palette.outline), EDGE))
    painter.drawPath(skull.path())
    painter.setPen(Qt.PenStyle.NoPen)
    _face(painter, at, face, up, palette)
    _features(painter, at, (right, up, face), palette)


def _skull(at: Seen, up: Seen) -> Oval:
    """Return the head's outline: a little higher than wide, tilted with the neck."""
    lean = math.atan2(up[1], up[0]) - math.pi / 2
    return Oval(at[0], at[1], R * 0.95, R * 1.04, lean)


def _face(painter: QPainter, at: Seen, face: Seen, up: Seen, palette: Palette) -> None:
    """Fill the part of the head that is skin: it wanders with where the figure looks."""
    if face[2] < -0.55 and abs(face[0]) <= 0.5:  # noqa: PLR2004 - the back of the head
        return
    skull = _skull(at, up)
    # All within the edge, so that the outline stays whole.
    inner = Oval(skull.x, skull.y, skull.wide - EDGE / 2, skull.high - EDGE / 2, skull.lean)
    painter.setBrush(colour(palette.skin))
    nape = Oval(at[0] - up[0] * R * 1.12, at[1] - up[1] * R * 1.12, R * 0.8, R * 0.8)
    low = (at[0] - up[0] * R * _NAPE, at[1] - up[1] * R * _NAPE)
    painter.drawPath(overlap(*low, inner, nape))
    x = at[0] + face[0] * R * 0.66 - up[0] * R * 0.36
    y = at[1] + face[1] * R * 0.66 - up[1] * R * 0.36
    radius = R * (0.96 if face[2] > -0.2 else 0.82)  # noqa: PLR2004 - smaller when it turns away
    painter.drawPath(overlap(at[0], at[1], inner, Oval(x, y, radius, radius)))


def _ears(painter: QPainter, at: Seen, axes: tuple[Seen, Seen, Seen], palette: Palette) -> None:
    right, up, face = axes
    for side in (-1.0, 1.0):
        if side * right[2] < -0.35:  # noqa: PLR2004 - behind the head
            continue
        x = at[0] + side * right[0] * R * 0.95 - up[0] * 0.9 - face[0] * 0.6
        y = at[1] + side * right[1] * R * 0.95 - up[1] * 0.9 - face[1] * 0.6
        painter.setBrush(colour(palette.skin_far))
        painter.drawPath(disc(x, y, 1.25, 1.5))


def _nose_edge(painter: QPainter, at: Seen, face: Seen, up: Seen, palette: Palette) -> None:
    """Let the nose stand out of the outline when the face is seen from the side."""
    size = math.hypot(face[0], face[1])
    x = at[0] + face[0] * R * 0.97 - up[0] * 0.9
    y = at[1] + face[1] * R * 0.97 - up[1] * 0.9
    painter.setBrush(colour(palette.skin))
    painter.drawPath(disc(x, y, 1.2 * size, 1.2 * size))


def _features(painter: QPainter, at: Seen, axes: tuple[Seen, Seen, Seen], palette: Palette) -> None:
    right, up, face = axes
    painter.setBrush(colour(palette.face))
    if face[2] > _FRONTAL:
        base = (at[0] + face[0] * R * 0.85, at[1] + face[1] * R * 0.85)
        for side in (-1.0, 1.0):
            painter.drawEllipse(_on(base, right, up, (2.25 * side, -0.1)), _EYE, _EYE)
        _lines(painter, base, right, up, palette)
    elif math.hypot(face[0], face[1]) > 0.6:  # noqa: PLR2004 - a profile shows one eye
        x = at[0] + face[0] * R * 0.64 - up[0] * 0.2
        y = at[1] + face[1] * R * 0.64 - up[1] * 0.2
        painter.drawPath(disc(x, y, _EYE * 0.9, _EYE))
        painter.setBrush(colour(palette.skin_far))
        ear = QPointF(at[0] - face[0] * 0.5 - up[0] * 1.2, at[1] - face[1] * 0.5 - up[1] * 1.2)
        painter.drawEllipse(ear, 0.95, 1.3)


def _lines(
    painter: QPainter, base: tuple[float, float], right: Seen, up: Seen, palette: Palette
) -> None:
    """Draw nose and mouth as two soft strokes."""
    pen = QPen(colour(palette.skin_far), 0.62)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(_on(base, right, up, (0.0, -0.9)), _on(base, right, up, (0.0, -1.9)))
    pen.setColor(colour(palette.face))
    pen.setWidthF(0.42)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    mouth = QPainterPath(_on(base, right, up, (-1.15, -3.25)))
    mouth.quadTo(_on(base, right, up, (0.0, -3.75)), _on(base, right, up, (1.15, -3.25)))
    painter.drawPath(mouth)
    painter.setPen(Qt.PenStyle.NoPen)


def _on(base: tuple[float, float], right: Seen, up: Seen, at: tuple[float, float]) -> QPointF:
    return QPointF(
        base[0] + right[0] * at[0] + up[0] * at[1], base[1] + right[1] * at[0] + up[1] * at[1]
    )
