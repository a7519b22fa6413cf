"""The trunk's outline: half widths and depths along the spine, seen from any side."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass

from deskbreak.core.figure.space import Mat, Vec, add, column, lerp, mul, unit
from deskbreak.core.rig import LUMBAR, PELVIS, THORAX, Skeleton
from deskbreak.ui.drawing.camera import Seen, View

Flat = tuple[float, float]

STATIONS = (
    # share of the way from the hips to the neck, half width, half depth, how far forward
    (0.00, 8.6, 6.4, 0.6),
    (0.16, 8.7, 6.6, 0.8),
    (0.38, 7.7, 5.5, 1.1),
    (0.60, 8.9, 6.0, 1.2),
    (0.80, 10.6, 6.1, 0.9),
    (0.92, 10.4, 4.8, 0.4),
    (0.985, 6.4, 3.6, 0.2),
    (1.02, 3.0, 2.8, 0.1),
)
_LENGTH = PELVIS + LUMBAR + THORAX
_KNOTS = (0.0, PELVIS / _LENGTH, (PELVIS + LUMBAR) / _LENGTH, 1.0)
_SLICES = 20
_STRIPE = range(4, 19)


@dataclass(frozen=True, slots=True)
class Trunk:
    """What is drawn of the trunk.

    Attributes:
        left: the outline on the left of the direction hips to neck, from below upwards.
        right: the other one.
        stripe: the middle of the front, from below upwards.
        facing: how much the front shows, -1 to 1.
    """

    left: tuple[Flat, ...]
    right: tuple[Flat, ...]
    stripe: tuple[Flat, ...]
    facing: float


def trunk_of(skeleton: Skeleton, view: View) -> Trunk:
    """Return the outline of a solved pose in a view."""
    left: list[Flat] = []
    right: list[Flat] = []
    stripe: list[Flat] = []
    spine = [_spine(skeleton, i / _SLICES) for i in range(_SLICES + 1)]
    seen = [view(point) for point in spine]
    for i, (width, depth, ahead) in enumerate(_OUTLINE):
        across, front = _axes(skeleton, i / _SLICES)
        middle = add(spine[i], mul(front, ahead))
        x, y, _ = view(middle)
        nx, ny = _normal(seen[max(i - 1, 0)], seen[min(i + 1, _SLICES)])
        side, face = view(across), view(front)
        half = math.hypot(
            width * (side[0] * nx + side[1] * ny), depth * (face[0] * nx + face[1] * ny)
        )
        left.append((x + nx * half, y + ny * half))
        right.append((x - nx * half, y - ny * half))
        if i in _STRIPE:
            sx, sy, _ = view(add(middle, mul(front, depth * 0.96)))
            stripe.append((sx, sy))
    return Trunk(
        tuple(left), tuple(right), tuple(stripe), view(column(skeleton.frames["thorax"], 2))[2]
    )


def _stations() -> tuple[tuple[float, float, float], ...]:
    """Return half width, half depth and forward offset of each slice, on curves."""
    found: list[tuple[float, float, float]] = []
    for i in range(_SLICES + 1):
        t = i / _SLICES
        n = next(n for n in range(1, len(STATIONS)) if t <= STATIONS[n][0])
        low, high = STATIONS[n - 1], STATIONS[n]
        u = (t - low[0]) / (high[0] - low[0])
        before, after = STATIONS[max(n - 2, 0)], STATIONS[min(n + 1, len(STATIONS) - 1)]
        found.append(_catmull(before[1:], low[1:], high[1:], after[1:], u))
    return tuple(found)


def _spine(skeleton: Skeleton, t: float) -> Vec:
    """Return the point of the spine's curve at a share of the way up."""
    joints = skeleton.joints
    knots = (joints["hip_c"], joints["l5"], joints["t12"], joints["c7"])
    i = 0 if t < _KNOTS[1] else 1 if t < _KNOTS[2] else 2
    u = (t - _KNOTS[i]) / (_KNOTS[i + 1] - _KNOTS[i])
    p0, p1, p2 = knots[max(i - 1, 0)], knots[i], knots[i + 1]
    p3 = knots[min(i + 2, 3)]
    return _catmull(p0, p1, p2, p3, u)


def _catmull(p0: Vec, p1: Vec, p2: Vec, p3: Vec, u: float) -> Vec:
    u2, u3 = u * u, u * u * u
    a = -0.5 * u3 + u2 - 0.5 * u
    b = 1.5 * u3 - 2.5 * u2 + 1.0
    c = -1.5 * u3 + 2.0 * u2 + 0.5 * u
    d = 0.5 * u3 - 0.5 * u2
    return (
        a * p0[0] + b * p1[0] + c * p2[0] + d * p3[0],
        a * p0[1] + b * p1[1] + c * p2[1] + d * p3[1],
        a * p0[2] + b * p1[2] + c * p2[2] + d * p3[2],
    )


def _axes(skeleton: Skeleton, t: float) -> tuple[Vec, Vec]:
    """Return where right and front point at a share of the way up, blended between segments."""
    frames = skeleton.frames
    marks: tuple[tuple[float, Mat], ...] = (
        (0.0, frames["pelvis"]),
        ((_KNOTS[1] + _KNOTS[2]) / 2, frames["lumbar"]),
        ((_KNOTS[2] + 1.0) / 2, frames["thorax"]),
        (1.0, frames["thorax"]),
    )
    for (low, one), (high, two) in itertools.pairwise(marks):
        if t <= high:
            part = (t - low) / (high - low)
            return (
                unit(lerp(column(one, 0), column(two, 0), part)),
                unit(lerp(column(one, 2), column(two, 2), part)),
            )
    return column(frames["thorax"], 0), column(frames["thorax"], 2)


def _normal(below: Seen, above: Seen) -> Flat:
    """Return the direction across the spine in the drawing plane."""
    dx, dy = above[0] - below[0], above[1] - below[1]
    far = math.hypot(dx, dy) or 1.0
    return -dy / far, dx / far


_OUTLINE = _stations()
