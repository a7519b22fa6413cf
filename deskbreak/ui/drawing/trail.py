"""Where the movement goes: a ghost of the pose to come, its path, an arrow along it."""

from __future__ import annotations

import itertools
import math
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from deskbreak.core.exercise import Camera
from deskbreak.core.figure.space import Vec, add, column, mul
from deskbreak.core.pose import Pose, blend
from deskbreak.core.rig import HEAD_RADIUS, Skeleton, solve
from deskbreak.ui.drawing.camera import view_of
from deskbreak.ui.drawing.palette import Palette, colour
from deskbreak.ui.drawing.shapes import disc, limb, polygon, smooth
from deskbreak.ui.drawing.trunk import trunk_of

Flat = tuple[float, float]
_STEPS = 14
_SHORTEST = 2.0
_TIP, _BARB = 2.8, 1.8
_CLEAR = 2.4
_BACK = 5.2
"""How far the middle of the spine is from the skin of the back."""


@lru_cache(maxsize=64)
def path_between(a: Pose, b: Pose, joint: str, camera: Camera) -> tuple[Flat, ...]:
    """Return the way of a joint between two poses on the drawing plane."""
    view = view_of(camera)
    solved = (solve(blend(a, b, i / _STEPS)) for i in range(_STEPS + 1))
    points = (view(_beside(skeleton, joint)) for skeleton in solved)
    return tuple((x, y) for x, y, _ in points)


def _beside(skeleton: Skeleton, joint: str) -> Vec:
    """Return where a joint's path is drawn: clear of the face, and behind the back."""
    at = skeleton.joints[joint]
    match joint:
        case "head":
            return add(at, mul(column(skeleton.frames["head"], 1), HEAD_RADIUS + _CLEAR))
        case "t12":
            return add(at, mul(column(skeleton.frames["lumbar"], 2), -_BACK - 2.0 * _CLEAR))
        case _:
            return at


@lru_cache(maxsize=32)
def loop_of(poses: tuple[Pose, ...], joint: str, camera: Camera) -> tuple[Flat, ...]:
    """Return the whole way of a joint through a cycle of poses, a point for each but the last.

    The last pose is the first again.
    """
    view = view_of(camera)
    seen = (view(_beside(solve(pose), joint)) for pose in poses[:-1])
    return tuple((x, y) for x, y, _ in seen)


def draw_arrow(painter: QPainter, points: tuple[Flat, ...], palette: Palette) -> None:
    """Draw a path with an arrow head at its end; a path too short to matter is left out."""
    way = sum(math.hypot(b[0] - a[0], b[1] - a[1]) for a, b in itertools.pairwise(points))
    if way < _SHORTEST:
        return
    pen = QPen(colour(palette.accent), 0.95)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(smooth(points))
    (x0, y0), (x1, y1) = points[-3], points[-1]
    far = math.hypot(x1 - x0, y1 - y0) or 1.0
    dx, dy = (x1 - x0) / far, (y1 - y0) / far
    head = (
        (x1 + dx * _TIP, y1 + dy * _TIP, 0.0),
        (x1 - dy * _BARB, y1 + dx * _BARB, 0.0),
        (x1 + dy * _BARB, y1 - dx * _BARB, 0.0),
    )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(palette.accent))
    painter.drawPath(polygon(head))


def draw_loop(painter: QPainter, points: tuple[Flat, ...], palette: Palette) -> None:
    """Draw a closed path in dashes."""
    pen = QPen(colour(palette.path), 0.7)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([2.2, 2.6])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(smooth(points, closed=True))


def draw_ghost(painter: QPainter, pose: Pose, camera: Camera, palette: Palette) -> None:
    """Draw a pose as one flat, pale shape."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(palette.ghost))
    painter.drawPath(ghost_of(pose, camera))


@lru_cache(maxsize=8)
def ghost_of(pose: Pose, camera: Camera) -> QPainterPath:
    """Return the outline of a pose; it stands still for a whole movement."""
    skeleton, view = solve(pose), view_of(camera)
    seen = {name: view(at) for name, at in skeleton.joints.items()}
    trunk = trunk_of(skeleton, view)
    # Turned like the limbs: where shapes that turn against each other overlap, holes would be.
    shape = smooth((*trunk.left, *reversed(trunk.right)), closed=True).toReversed()
    shape.addPath(limb(seen["c7"], seen["skull"], 2.8, 2.6))
    shape.addPath(disc(seen["head"][0], seen["head"][1], 6.2, 6.6))
    for end in ("l", "r"):
        shape.addPath(limb(seen["shoulder_" + end], seen["elbow_" + end], 3.2, 2.55))
        shape.addPath(limb(seen["elbow_" + end], seen["wrist_" + end], 2.25, 1.6))
        shape.addPath(limb(seen["wrist_" + end], seen["hand_" + end], 1.75, 1.45))
    shape.setFillRule(Qt.FillRule.WindingFill)
    return shape
