"""Where the picture is taken from: projects figure space to the drawing plane."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTransform

from deskbreak.core import exercise
from deskbreak.core.figure.space import Vec

Seen = tuple[float, float, float]
"""A projected point: right, up, and depth (more is nearer)."""

UNITS_HIGH = 99.0
"""Percent of body height that the picture shows from top to bottom at the data's usual zoom."""

_USUAL_SCALE = 2.75


@dataclass(frozen=True, slots=True)
class View:
    """A camera as sines and cosines, ready to project."""

    cos_yaw: float
    sin_yaw: float
    cos_pitch: float
    sin_pitch: float

    def __call__(self, v: Vec) -> Seen:
        """Project a point or a direction."""
        x, y, z = v
        right = x * self.cos_yaw + z * self.sin_yaw
        near = z * self.cos_yaw - x * self.sin_yaw
        return (
            right,
            y * self.cos_pitch - near * self.sin_pitch,
            near * self.cos_pitch + y * self.sin_pitch,
        )

    def point(self, v: Vec) -> QPointF:
        """Project a point to the drawing plane."""
        right, up, _ = self(v)
        return QPointF(right, up)


def view_of(camera: exercise.Camera) -> View:
    """Return the view of an exercise's camera."""
    yaw, pitch = math.radians(camera.yaw), math.radians(camera.pitch)
    return View(math.cos(yaw), math.sin(yaw), math.cos(pitch), math.sin(pitch))


def framing(camera: exercise.Camera, rect: QRectF) -> QTransform:
    """Return the transform from the drawing plane (y up, percent of height) into a rectangle."""
    side = min(rect.width(), rect.height())
    zoom = side / UNITS_HIGH * camera.scale / _USUAL_SCALE
    centre = rect.center()
    placed = QTransform.fromTranslate(centre.x(), centre.y())
    placed.scale(zoom, -zoom)
    return placed.translate(-camera.centre[0], -camera.centre[1])
