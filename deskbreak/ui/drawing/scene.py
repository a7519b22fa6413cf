"""A whole picture: what stands still, the person, the ghost of the pose to come, the path."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from deskbreak.core.exercise import Exercise
from deskbreak.core.pose import Pose
from deskbreak.core.rig import solve
from deskbreak.core.same import Same
from deskbreak.core.session_view import Picture
from deskbreak.ui.drawing.camera import framing, view_of
from deskbreak.ui.drawing.chair import draw_surroundings
from deskbreak.ui.drawing.ink import Ink, paint_fills
from deskbreak.ui.drawing.palette import Palette
from deskbreak.ui.drawing.part import Part
from deskbreak.ui.drawing.person import person_parts
from deskbreak.ui.drawing.trail import ghost_part, trail_parts


def paint_surroundings(
    painter: QPainter, rect: QRectF, exercise: Exercise, palette: Palette
) -> None:
    """Paint chair and ground, which stand still."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setTransform(framing(exercise.camera, rect), combine=True)
    draw_surroundings(painter, exercise, view_of(exercise.camera), palette)
    painter.restore()


def person_of(picture: Picture, palette: Palette) -> list[Part]:
    """Return the person's parts, farthest first."""
    exercise = picture.exercise
    view = view_of(exercise.camera)
    return person_parts(solve(picture.pose), view, palette, exercise.highlight)


def around(picture: Picture, palette: Palette) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Return what lies below the person (the ghost) and above (path and arrows)."""
    ends = (picture.trail_from, picture.trail_to, picture.loop, picture.ghost)
    return _around(Same(picture.exercise), *map(Same, ends), palette)


@lru_cache(maxsize=8)
def _around(
    exercise: Same[Exercise],
    start: Same[Pose | None],
    to: Same[Pose | None],
    loop: Same[tuple[Pose, ...]],
    ghost: Same[Pose | None],
    palette: Palette,
) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    below: tuple[Part, ...] = ()
    if ghost.value is not None:
        below = (ghost_part(ghost.value, exercise.value.camera, palette),)
    ends = None if start.value is None or to.value is None else (start.value, to.value)
    return below, trail_parts(exercise.value, ends, loop.value, palette)


def paint_person(painter: QPainter, rect: QRectF, picture: Picture, palette: Palette) -> None:
    """Paint the person with ghost, path and arrows, without what stands still."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    ink = Ink(framing(picture.exercise.camera, rect) * painter.worldTransform())
    below, above = around(picture, palette)
    for part in (*below, *person_of(picture, palette), *above):
        part.draw(ink)
    painter.resetTransform()
    paint_fills(painter, ink.fills)
    painter.restore()


def paint_figure(painter: QPainter, rect: QRectF, picture: Picture, palette: Palette) -> None:
    """Paint a whole picture into a rectangle: ground, chair, person, path."""
    paint_surroundings(painter, rect, picture.exercise, palette)
    paint_person(painter, rect, picture, palette)
