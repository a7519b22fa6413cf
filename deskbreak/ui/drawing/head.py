"""The head: hair, face and a few hints of it, turned as the neck turns; no sex, no age."""

from __future__ import annotations

import math

from PySide6.QtGui import QPolygonF

from deskbreak.core.figure.space import column
from deskbreak.core.rig import HEAD_RADIUS, Skeleton
from deskbreak.ui.drawing.camera import Seen, View
from deskbreak.ui.drawing.ink import EDGE, Ink
from deskbreak.ui.drawing.palette import Palette
from deskbreak.ui.drawing.shapes import Flat

R = HEAD_RADIUS
_EYE = 0.58
_SIDEWAYS = 0.45
_FRONTAL = 0.25
_MOUTH = ((-1.15, -3.25), (-0.6, -3.44), (0.0, -3.5), (0.6, -3.44), (1.15, -3.25))

Axes = tuple[Seen, Seen, Seen]


def draw_head(ink: Ink, skeleton: Skeleton, view: View, palette: Palette) -> None:
    """Draw the head of a solved pose."""
    frame = skeleton.frames["head"]
    at = view(skeleton.joints["head"])
    axes = (view(column(frame, 0)), view(column(frame, 1)), view(column(frame, 2)))
    _, up, face = axes
    _ears(ink, at, axes, palette)
    if math.hypot(face[0], face[1]) > _SIDEWAYS:
        _nose_edge(ink, at, axes, palette)
    lean = math.atan2(up[1], up[0]) - math.pi / 2
    centre, half = (at[0], at[1]), EDGE / 2
    # A little higher than wide, tilted with the neck.
    ink.ovals(palette.outline, ink.round(centre, R * 0.95 + half, R * 1.04 + half, lean))
    # All within the edge, so that the outline stays whole.
    inner = ink.round(centre, R * 0.95 - half, R * 1.04 - half, lean)
    ink.ovals(palette.hair, inner)
    _face(ink, at, axes, inner, palette)
    _features(ink, at, axes, palette)


def _face(ink: Ink, at: Seen, axes: Axes, inner: QPolygonF, palette: Palette) -> None:
    """Fill the part of the head that is skin: it wanders with where the figure looks."""
    _, up, face = axes
    if face[2] < -0.55 and abs(face[0]) <= 0.5:  # noqa: PLR2004 - the back of the head
        return
    nape = ink.round((at[0] - up[0] * R * 1.12, at[1] - up[1] * R * 1.12), R * 0.8, R * 0.8)
    x = at[0] + face[0] * R * 0.66 - up[0] * R * 0.36
    y = at[1] + face[1] * R * 0.66 - up[1] * R * 0.36
    radius = R * (0.96 if face[2] > -0.2 else 0.82)  # noqa: PLR2004 - smaller when it turns away
    ink.common(palette.skin, inner, (nape, ink.round((x, y), radius, radius)))


def _ears(ink: Ink, at: Seen, axes: Axes, palette: Palette) -> None:
    right, up, face = axes
    ears: list[QPolygonF] = []
    for side in (-1.0, 1.0):
        if side * right[2] < -0.35:  # noqa: PLR2004 - behind the head
            continue
        x = at[0] + side * right[0] * R * 0.95 - up[0] * 0.9 - face[0] * 0.6
        y = at[1] + side * right[1] * R * 0.95 - up[1] * 0.9 - face[1] * 0.6
        ears.append(ink.round((x, y), 1.25, 1.5))
    if ears:
        ink.ovals(palette.skin_far, *ears)


def _nose_edge(ink: Ink, at: Seen, axes: Axes, palette: Palette) -> None:
    """Let the nose stand out of the outline when the face is seen from the side."""
    _, up, face = axes
    size = 1.2 * math.hypot(face[0], face[1])
    x = at[0] + face[0] * R * 0.97 - up[0] * 0.9
    y = at[1] + face[1] * R * 0.97 - up[1] * 0.9
    ink.ovals(palette.skin, ink.round((x, y), size, size))


def _features(ink: Ink, at: Seen, axes: Axes, palette: Palette) -> None:
    right, up, face = axes
    if face[2] > _FRONTAL:
        base = (at[0] + face[0] * R * 0.85, at[1] + face[1] * R * 0.85)
        eyes = (_on(base, right, up, (side, -0.1)) for side in (-2.25, 2.25))
        ink.ovals(palette.face, *(ink.round(eye, _EYE, _EYE) for eye in eyes))
        nose = (_on(base, right, up, (0.0, -0.9)), _on(base, right, up, (0.0, -1.9)))
        ink.line(palette.skin_far, nose, 0.62)
        ink.line(palette.face, [_on(base, right, up, at) for at in _MOUTH], 0.42)
    elif math.hypot(face[0], face[1]) > 0.6:  # noqa: PLR2004 - a profile shows one eye
        x = at[0] + face[0] * R * 0.64 - up[0] * 0.2
        y = at[1] + face[1] * R * 0.64 - up[1] * 0.2
        ink.ovals(palette.face, ink.round((x, y), _EYE * 0.9, _EYE))
        ear = (at[0] - face[0] * 0.5 - up[0] * 1.2, at[1] - face[1] * 0.5 - up[1] * 1.2)
        ink.ovals(palette.skin_far, ink.round(ear, 0.95, 1.3))


def _on(base: Flat, right: Seen, up: Seen, at: Flat) -> Flat:
    return (base[0] + right[0] * at[0] + up[0] * at[1], base[1] + right[1] * at[0] + up[1] * at[1])
