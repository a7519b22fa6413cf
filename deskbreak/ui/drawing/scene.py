"""A whole picture: what stands still, the person, the ghost of the pose to come, the path."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from deskbreak.core.exercise import Exercise
from deskbreak.core.rig import solve
from deskbreak.core.session_view import Picture
from deskbreak.ui.drawing.camera import framing, view_of
from deskbreak.ui.drawing.chair import draw_surroundings
from deskbreak.ui.drawing.look import Look
from deskbreak.ui.drawing.palette import Palette
from deskbreak.ui.drawing.person import draw_person
from deskbreak.ui.drawing.trail import draw_arrow, draw_ghost, draw_loop, loop_of, path_between


def paint_surroundings(
    painter: QPainter, rect: QRectF, exercise: Exercise, palette: Palette
) -> None:
    """Paint chair and ground, which stand still."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setTransform(framing(exercise.camera, rect), combine=True)
    draw_surroundings(painter, exercise, view_of(exercise.camera), palette)
    painter.restore()


def paint_person(painter: QPainter, rect: QRectF, picture: Picture, palette: Palette) -> None:
    """Paint the person with ghost, path and arrows, without what stands still."""
    exercise = picture.exercise
    camera = exercise.camera
    view = view_of(camera)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setTransform(framing(camera, rect), combine=True)
    if picture.ghost is not None:
        draw_ghost(painter, picture.ghost, camera, palette)
    draw_person(Look(painter, palette, exercise.highlight), solve(picture.pose), view)
    if picture.loop:
        for joint in exercise.trails:
            draw_loop(painter, loop_of(picture.loop, joint, camera), palette)
    if picture.trail_from is not None and picture.trail_to is not None:
        for joint in exercise.trails:
            way = path_between(picture.trail_from, picture.trail_to, joint, camera)
            draw_arrow(painter, way, palette)
    painter.restore()


def paint_figure(painter: QPainter, rect: QRectF, picture: Picture, palette: Palette) -> None:
    """Paint a whole picture into a rectangle: ground, chair, person, path."""
    paint_surroundings(painter, rect, picture.exercise, palette)
    paint_person(painter, rect, picture, palette)
