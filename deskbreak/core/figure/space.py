"""Vectors and rotations in figure space: x to the screen's right, y up, z where it faces.

Lengths are percent of body height, angles degrees. Matrices are tuples of rows.
"""

from __future__ import annotations

import math

Vec = tuple[float, float, float]
Mat = tuple[Vec, Vec, Vec]

NEAR_ZERO = 1e-9


def add(a: Vec, b: Vec) -> Vec:
    """Return a + b."""
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def sub(a: Vec, b: Vec) -> Vec:
    """Return a - b."""
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def mul(a: Vec, k: float) -> Vec:
    """Return k * a."""
    return (a[0] * k, a[1] * k, a[2] * k)


def dot(a: Vec, b: Vec) -> float:
    """Return the scalar product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vec, b: Vec) -> Vec:
    """Return the vector product."""
    return (
        a[1] * b[2] - a[2] * b[1],
        a[2] * b[0] - a[0] * b[2],
        a[0] * b[1] - a[1] * b[0],
    )


def length(a: Vec) -> float:
    """Return the length."""
    return math.sqrt(dot(a, a))


def unit(a: Vec) -> Vec:
    """Return the direction; the zero vector stays zero."""
    size = length(a)
    return mul(a, 1.0 / size) if size > NEAR_ZERO else (0.0, 0.0, 0.0)


def lerp(a: Vec, b: Vec, t: float) -> Vec:
    """Return the point between a (t = 0) and b (t = 1)."""
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t)


def angle(a: Vec, b: Vec) -> float:
    """Return the angle between two directions in degrees."""
    return math.degrees(math.acos(max(-1.0, min(1.0, dot(unit(a), unit(b))))))


def times(a: Mat, b: Mat) -> Mat:
    """Return the matrix product a b."""
    c = tuple(zip(*b, strict=True))
    x, y, z = c
    return (_row(a[0], x, y, z), _row(a[1], x, y, z), _row(a[2], x, y, z))


def _row(row: Vec, x: Vec, y: Vec, z: Vec) -> Vec:
    return (dot(row, x), dot(row, y), dot(row, z))


def turn(m: Mat, v: Vec) -> Vec:
    """Return the vector v turned by m."""
    return (dot(m[0], v), dot(m[1], v), dot(m[2], v))


def column(m: Mat, index: int) -> Vec:
    """Return an axis of the frame m: 0 to its right, 1 up, 2 where it faces."""
    return (m[0][index], m[1][index], m[2][index])


def segment_turn(flexion: float, lateral: float, rotation: float) -> Mat:
    """Return a spine segment's rotation against its parent: bend forward, sideways, then turn."""
    cf, sf = math.cos(math.radians(flexion)), math.sin(math.radians(flexion))
    cl, sl = math.cos(math.radians(-lateral)), math.sin(math.radians(-lateral))
    cr, sr = math.cos(math.radians(rotation)), math.sin(math.radians(rotation))
    about_x: Mat = ((1.0, 0.0, 0.0), (0.0, cf, -sf), (0.0, sf, cf))
    about_z: Mat = ((cl, -sl, 0.0), (sl, cl, 0.0), (0.0, 0.0, 1.0))
    about_y: Mat = ((cr, 0.0, sr), (0.0, 1.0, 0.0), (-sr, 0.0, cr))
    return times(times(about_x, about_z), about_y)


def turned_about(v: Vec, axis: Vec, degrees: float) -> Vec:
    """Return v turned about an axis of length 1."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return add(add(mul(v, c), mul(cross(axis, v), s)), mul(axis, dot(axis, v) * (1.0 - c)))
