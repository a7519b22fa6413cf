"""A whole picture: what stands still, the person, the ghost of the pose to come, the path."""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from deskbreak.core.exercise import Exercise
from deskbreak.core.pose import Pose
from deskbreak.core.rig import solve
from deskbreak.core.same import Same
from deskbreak.core.session_view import Picture
from deskbreak.ui.drawing.camera import framing, view_of
from deskbreak.ui.drawing.ink import Ink, paint_fills
from deskbreak.ui.drawing.palette import Palette
from deskbreak.ui.drawing.part import Part
from deskbreak.ui.drawing.person import person_parts
from deskbreak.ui.drawing.props import CHAIR, WHEELCHAIR, draw_surroundings
from deskbreak.ui.drawing.trail import ghost_part, trail_parts
from deskbreak.ui.drawing.wheelchair import near_side, near_wheel


def paint_surroundings(
    painter: QPainter, rect: QRectF, exercise: Exercise, palette: Palette, seat: str = CHAIR
) -> None:
    """Paint chair and ground, which stand still."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setTransform(framing(exercise.camera, rect), combine=True)
    draw_surroundings(painter, exercise, view_of(exercise.camera), palette, seat)
    painter.restore()


def person_of(picture: Picture, palette: Palette) -> list[Part]:
    """Return the person's parts, farthest first."""
    exercise = picture.exercise
    view = view_of(exercise.camera)
    return person_parts(solve(picture.pose), view, palette, exercise.highlight)


def around(
    picture: Picture, palette: Palette, seat: str = CHAIR
) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Return what lies below the person (the ghost) and above (path and arrows)."""
    ends = (picture.trail_from, picture.trail_to, picture.loop, picture.ghost)
    return _around(Same(picture.exercise), *map(Same, ends), (palette, seat))


@lru_cache(maxsize=8)
def _around(
    exercise: Same[Exercise],
    start: Same[Pose | None],
    to: Same[Pose | None],
    loop: Same[tuple[Pose, ...]],
    ghost: Same[Pose | None],
    look: tuple[Palette, str],
) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    palette, seat = look
    below: tuple[Part, ...] = ()
    if ghost.value is not None:
        below = (ghost_part(ghost.value, exercise.value.camera, palette),)
    ends = None if start.value is None or to.value is None else (start.value, to.value)
    above = trail_parts(exercise.value, ends, loop.value, palette)
    return below, (*_wheel(exercise.value, palette, seat), *above)


def _wheel(exercise: Exercise, palette: Palette, seat: str) -> tuple[Part, ...]:
    """Return the wheel of a wheelchair that is nearer than the person."""
    view = view_of(exercise.camera)
    chair = next((prop for prop in exercise.props if prop.kind == "chair"), None)
    if chair is None or seat != WHEELCHAIR or not near_side(view):
        return ()
    tyre, rim = near_wheel(view, chair.front)

    def draw(ink: Ink) -> None:
        ink.shape(palette.metal, rim)
        ink.shape(palette.wheel, tyre)

    return (Part("wheel", math.inf, (), draw),)


def paint_person(
    painter: QPainter, rect: QRectF, picture: Picture, palette: Palette, seat: str = CHAIR
) -> None:
    """Paint the person with ghost, path and arrows, without what stands still."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    ink = Ink(framing(picture.exercise.camera, rect) * painter.worldTransform())
    below, above = around(picture, palette, seat)
    for part in (*below, *person_of(picture, palette), *above):
        part.draw(ink)
    painter.resetTransform()
    paint_fills(painter, ink.fills)
    painter.restore()


def paint_figure(
    painter: QPainter, rect: QRectF, picture: Picture, palette: Palette, seat: str = CHAIR
) -> None:
    """Paint a whole picture into a rectangle: ground, chair, person, path."""
    paint_surroundings(painter, rect, picture.exercise, palette, seat)
    paint_person(painter, rect, picture, palette, seat)
