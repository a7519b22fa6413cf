"""Where the movement goes: a ghost of the pose to come, its path, an arrow along it."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath, QPainterPathStroker

from deskbreak.core.exercise import Camera, Exercise
from deskbreak.core.figure.space import Vec, add, column, mul
from deskbreak.core.pose import Pose, blend
from deskbreak.core.rig import HEAD_RADIUS, Skeleton, solve
from deskbreak.ui.drawing.camera import view_of
from deskbreak.ui.drawing.legs import leg_limbs
from deskbreak.ui.drawing.palette import Palette
from deskbreak.ui.drawing.part import Part
from deskbreak.ui.drawing.shapes import Flat, disc, limb, polygon, smooth
from deskbreak.ui.drawing.trunk import trunk_of

_STEPS = 14
_SHORTEST = 0.9
_TIP, _BARB = 2.8, 1.8
_CLEAR = 2.4
_ARROW, _DASH = 0.95, 0.7
_FINE = 0.02
"""How finely a stroke's curves are followed: it is made in body heights, shown in pixels."""
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


@lru_cache(maxsize=64)
def arrow_of(points: tuple[Flat, ...]) -> QPainterPath:
    """Return a path with an arrow head at its end; a path too short to matter is left out."""
    way = sum(math.hypot(b[0] - a[0], b[1] - a[1]) for a, b in itertools.pairwise(points))
    if way < _SHORTEST:
        return QPainterPath()
    (x0, y0), (x1, y1) = points[-3], points[-1]
    far = math.hypot(x1 - x0, y1 - y0) or 1.0
    dx, dy = (x1 - x0) / far, (y1 - y0) / far
    head = (
        (x1 + dx * _TIP, y1 + dy * _TIP, 0.0),
        (x1 - dy * _BARB, y1 + dx * _BARB, 0.0),
        (x1 + dy * _BARB, y1 - dx * _BARB, 0.0),
    )
    shape = _stroked(smooth(points), _ARROW)
    return shape.united(polygon(head))


@lru_cache(maxsize=32)
def dashes_of(points: tuple[Flat, ...]) -> QPainterPath:
    """Return a closed path in dashes."""
    return _stroked(smooth(points, closed=True), _DASH, (2.2, 2.6))


def _stroked(path: QPainterPath, width: float, dashes: tuple[float, ...] = ()) -> QPainterPath:
    stroker = QPainterPathStroker()
    stroker.setWidth(width)
    stroker.setCurveThreshold(_FINE)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    if dashes:
        stroker.setDashPattern(dashes)
    shape = stroker.createStroke(path)
    shape.setFillRule(Qt.FillRule.WindingFill)
    return shape


def trail_parts(
    exercise: Exercise, ends: tuple[Pose, Pose] | None, loop: tuple[Pose, ...], palette: Palette
) -> tuple[Part, ...]:
    """Return the dashed circle and the arrows that lie over the person."""
    parts: list[Part] = []
    for joint in exercise.trails:
        if loop:
            way = loop_of(loop, joint, exercise.camera)
            parts.append(_part("loop " + joint, way, dashes_of, palette.path))
        if ends is not None:
            way = path_between(*ends, joint, exercise.camera)
            parts.append(_part("arrow " + joint, way, arrow_of, palette.accent))
    return tuple(parts)


def _part(
    name: str, way: tuple[Flat, ...], shape: Callable[[tuple[Flat, ...]], QPainterPath], tone: str
) -> Part:
    return Part(name, math.inf, way, lambda ink: ink.shape(tone, shape(way)))


def ghost_part(pose: Pose, camera: Camera, palette: Palette) -> Part:
    """Return a pose as one flat, pale shape that lies behind the person."""
    return Part(
        "ghost", -math.inf, (pose,), lambda ink: ink.shape(palette.ghost, ghost_of(pose, camera))
    )


@lru_cache(maxsize=8)
def ghost_of(pose: Pose, camera: Camera) -> QPainterPath:
    """Return the outline of a pose; it stands still for a whole movement."""
    skeleton, view = solve(pose), view_of(camera)
    seen = {name: view(at) for name, at in skeleton.joints.items()}
    trunk = trunk_of(skeleton, view)
    # Turned like the limbs: where shapes that turn against each other overlap, holes would be.
    shape = polygon([(x, y, 0.0) for x, y in trunk.outline()]).toReversed()
    shape.addPath(limb(*trunk.seat()))
    shape.addPath(limb(seen["c7"], seen["skull"], 2.8, 2.6))
    shape.addPath(disc(seen["head"][0], seen["head"][1], 6.2, 6.6))
    for end in ("l", "r"):
        shape.addPath(limb(seen["shoulder_" + end], seen["elbow_" + end], 3.2, 2.55))
        shape.addPath(limb(seen["elbow_" + end], seen["wrist_" + end], 2.25, 1.6))
        shape.addPath(limb(seen["wrist_" + end], seen["hand_" + end], 1.75, 1.45))
        # Legs that stay where they are hide those of the ghost.
        for bone in leg_limbs(seen, end):
            shape.addPath(limb(*bone))
    shape.setFillRule(Qt.FillRule.WindingFill)
    return shape
