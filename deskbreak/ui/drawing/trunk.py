"""The trunk's outline: half widths and depths along the spine, seen from any side."""

from __future__ import annotations

import math
from dataclasses import dataclass

from deskbreak.core.figure.space import column, dot
from deskbreak.core.rig import LUMBAR, PELVIS, THORAX, Skeleton
from deskbreak.ui.drawing.camera import View
from deskbreak.ui.drawing.ink import EDGE, Limb
from deskbreak.ui.drawing.shapes import Flat

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
_SLICES = 14
_STRIPE = range(3, 14)
_BALL, _FLATTER, _CROTCH = 6.5, 0.62, 5.2
"""How round the seat is from the side, how fast it gets flatter, and how flat from the front."""
_RIM = EDGE * 0.9
"""How far the line around the trunk reaches beyond it."""


@dataclass(frozen=True, slots=True)
class Trunk:
    """What is drawn of the trunk.

    Attributes:
        left: the outline on the left of the direction hips to neck, from below upwards.
        right: the other one.
        rims: left and right again, wider by the line around the trunk.
        stripe: the middle of the front, from below upwards.
        facing: how much the front shows, -1 to 1.
    """

    left: tuple[Flat, ...]
    right: tuple[Flat, ...]
    rims: tuple[tuple[Flat, ...], tuple[Flat, ...]]
    stripe: tuple[Flat, ...]
    facing: float

    def outline(self, upto: int | None = None) -> tuple[Flat, ...]:
        """Return the closed outline of the lowest slices (all without `upto`), clockwise."""
        return (*self.left[:upto], *reversed(self.right[:upto]))

    def rim(self) -> tuple[Flat, ...]:
        """Return the outline that is wider by the line around it."""
        return (*self.rims[0], *reversed(self.rims[1]))

    def hem(self, upto: int) -> tuple[Flat, ...]:
        """Return the wider outline of the lowest slices, a line's width longer."""
        left, right = self.rims
        return (
            *left[:upto],
            _towards(left[upto - 1], left[upto]),
            _towards(right[upto - 1], right[upto]),
            *reversed(right[:upto]),
        )

    def seat(self) -> Limb:
        """Return the round of the hips at the lower end: a ball from the side, flat in front."""
        a, b = self.left[0], self.right[0]
        half = math.dist(a, b) / 2
        middle = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
        high = half if half < _BALL else max(_BALL - (half - _BALL) * _FLATTER, _CROTCH)
        inner = (half - high) / max(half, _TINY)
        one, two = (
            (middle[0] + (end[0] - middle[0]) * inner, middle[1] + (end[1] - middle[1]) * inner)
            for end in (a, b)
        )
        return ((*one, 0.0), (*two, 0.0), high, high)


def trunk_of(skeleton: Skeleton, view: View) -> Trunk:
    """Return the outline of a solved pose in a view."""
    joints = skeleton.joints
    knots = tuple(view(joints[name])[:2] for name in ("hip_c", "l5", "t12", "c7"))
    spine = [
        (
            sum(weight * knot[0] for weight, knot in zip(weights, knots, strict=True)),
            sum(weight * knot[1] for weight, knot in zip(weights, knots, strict=True)),
        )
        for weights in _WEIGHTS
    ]
    sides, faces = _axes(skeleton, view, 0), _axes(skeleton, view, 2)
    left: list[Flat] = []
    right: list[Flat] = []
    rims: tuple[list[Flat], list[Flat]] = ([], [])
    stripe: list[Flat] = []
    for i, (width, depth, ahead) in enumerate(_OUTLINE):
        (sx, sy), (fx, fy) = sides[i], faces[i]
        x, y = spine[i][0] + fx * ahead, spine[i][1] + fy * ahead
        nx, ny = _normal(spine[max(i - 1, 0)], spine[min(i + 1, _SLICES)])
        half = math.hypot(width * (sx * nx + sy * ny), depth * (fx * nx + fy * ny))
        left.append((x + nx * half, y + ny * half))
        right.append((x - nx * half, y - ny * half))
        half += _RIM
        rims[0].append((x + nx * half, y + ny * half))
        rims[1].append((x - nx * half, y - ny * half))
        if i in _STRIPE:
            stripe.append((x + fx * depth * 0.96, y + fy * depth * 0.96))
    facing = view(column(skeleton.frames["thorax"], 2))[2]
    return Trunk(tuple(left), tuple(right), (tuple(rims[0]), tuple(rims[1])), tuple(stripe), facing)


def _stations() -> tuple[tuple[float, float, float], ...]:
    """Return half width, half depth and forward offset of each slice, on curves."""
    found: list[tuple[float, float, float]] = []
    for i in range(_SLICES + 1):
        t = i / _SLICES
        n = next(n for n in range(1, len(STATIONS)) if t <= STATIONS[n][0])
        low, high = STATIONS[n - 1], STATIONS[n]
        u = (t - low[0]) / (high[0] - low[0])
        around = (STATIONS[max(n - 2, 0)], low, high, STATIONS[min(n + 1, len(STATIONS) - 1)])
        shares = _catmull(u)
        width, depth, ahead = (
            sum(share * station[k] for share, station in zip(shares, around, strict=True))
            for k in (1, 2, 3)
        )
        found.append((width, depth, ahead))
    return tuple(found)


def _weights() -> tuple[tuple[float, float, float, float], ...]:
    """Return how much each joint of the spine counts at each slice of its curve."""
    found: list[tuple[float, float, float, float]] = []
    for i in range(_SLICES + 1):
        t = i / _SLICES
        at = 0 if t < _KNOTS[1] else 1 if t < _KNOTS[2] else 2
        shares = _catmull((t - _KNOTS[at]) / (_KNOTS[at + 1] - _KNOTS[at]))
        weights = [0.0, 0.0, 0.0, 0.0]
        for share, knot in zip(shares, (max(at - 1, 0), at, at + 1, min(at + 2, 3)), strict=True):
            weights[knot] += share
        found.append((weights[0], weights[1], weights[2], weights[3]))
    return tuple(found)


def _catmull(u: float) -> tuple[float, float, float, float]:
    """Return how much each of four points counts on the curve between the middle two."""
    u2, u3 = u * u, u * u * u
    return (
        -0.5 * u3 + u2 - 0.5 * u,
        1.5 * u3 - 2.5 * u2 + 1.0,
        -1.5 * u3 + 2.0 * u2 + 0.5 * u,
        0.5 * u3 - 0.5 * u2,
    )


def _blends() -> tuple[tuple[int, float], ...]:
    """Return for each slice below which frame it lies, and how far on the way to the next."""
    marks = (0.0, (_KNOTS[1] + _KNOTS[2]) / 2, (_KNOTS[2] + 1.0) / 2)
    found: list[tuple[int, float]] = []
    for i in range(_SLICES + 1):
        t = i / _SLICES
        if t >= marks[2]:
            found.append((2, 0.0))
        else:
            low = 0 if t < marks[1] else 1
            found.append((low, (t - marks[low]) / (marks[low + 1] - marks[low])))
    return tuple(found)


def _axes(skeleton: Skeleton, view: View, axis: int) -> list[Flat]:
    """Return where right (0) or front (2) points at each slice on the plane.

    It is blended between the frames of the spine; as a projection is linear, the blend is made
    on the plane, and only its length comes from space.
    """
    vectors = [column(skeleton.frames[name], axis) for name in ("pelvis", "lumbar", "thorax")]
    flat = [view(vector) for vector in vectors]
    apart = [1.0 - dot(vectors[0], vectors[1]), 1.0 - dot(vectors[1], vectors[2]), 0.0]
    flat.append(flat[2])
    found: list[Flat] = []
    for low, part in _BLENDS:
        rest = 1.0 - part
        size = math.sqrt(max(1.0 - 2.0 * part * rest * apart[low], _TINY))
        one, two = flat[low], flat[low + 1]
        found.append(
            ((one[0] * rest + two[0] * part) / size, (one[1] * rest + two[1] * part) / size)
        )
    return found


def _towards(one: Flat, two: Flat) -> Flat:
    """Return the point a line's width on the way from one point to another."""
    far = math.dist(one, two) or 1.0
    return (one[0] + (two[0] - one[0]) * _RIM / far, one[1] + (two[1] - one[1]) * _RIM / far)


def _normal(below: Flat, above: Flat) -> Flat:
    """Return the direction across the spine in the drawing plane."""
    dx, dy = above[0] - below[0], above[1] - below[1]
    far = math.hypot(dx, dy) or 1.0
    return -dy / far, dx / far


_OUTLINE = _stations()
_WEIGHTS = _weights()
_BLENDS = _blends()
_TINY = 1e-6
