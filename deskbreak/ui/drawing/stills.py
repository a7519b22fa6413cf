"""Where motion is not wanted: the start and the end of a movement side by side."""

from __future__ import annotations

import itertools

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from deskbreak.core.pose import Pose
from deskbreak.core.session_view import Picture
from deskbreak.ui.drawing.camera import framing
from deskbreak.ui.drawing.palette import Palette, brush, colour
from deskbreak.ui.drawing.props import CHAIR
from deskbreak.ui.drawing.scene import paint_figure
from deskbreak.ui.drawing.trail import arrow_of, dashes_of, loop_of, path_between

_ARROW = 0.045
_THICK = 0.16
_QUICK_S = 1.0
"""Movements of at most so many seconds follow each other too fast for stills."""
_ASIDE = 0.3
"""How far from the middle the arrow between the stills is, of a still's side."""


def looks_alike(one: Picture, two: Picture) -> bool:
    """Return whether two pictures give the same stills of the same movement."""
    ends = ends_of(one)
    return (
        ends is not None
        and one.exercise == two.exercise
        and ends == ends_of(two)
        and _as_it_turns(one) == _as_it_turns(two)
    )


def ends_of(picture: Picture) -> tuple[Pose, Pose] | None:
    """Return the two poses that stand for the running movement; None while nothing moves.

    Stills do not change every second: a circle is shown by its lowest and its highest place,
    and what goes quickly to and fro keeps its two ends where they are.
    """
    if picture.loop:
        return picture.loop[0], picture.loop[len(picture.loop) // 2]
    if picture.ends is not None and _to_and_fro(picture):
        one, two = sorted(picture.ends, key=repr)
        return one, two
    return picture.ends


def _to_and_fro(picture: Picture) -> bool:
    """Return whether a repetition is nothing but quick movements."""
    moving = [phase.seconds for phase in picture.exercise.cycle if phase.start != phase.to]
    return picture.trail_from is not None and max(moving, default=_QUICK_S + 1.0) <= _QUICK_S


def paint_stills(
    painter: QPainter, rect: QRectF, picture: Picture, palette: Palette, seat: str = CHAIR
) -> None:
    """Paint the running movement's first and last pose and an arrow from one to the other."""
    ends = ends_of(picture)
    if ends is None:
        still = Picture(picture.exercise, picture.pose)
        paint_figure(painter, rect, still, palette, seat)
        return
    upright = rect.height() > rect.width()
    wide, high = (rect.width(), rect.height() / 2) if upright else (rect.width() / 2, rect.height())
    one = QRectF(rect.x(), rect.y(), wide, high)
    two = one.translated(0.0, high) if upright else one.translated(wide, 0.0)
    paint_figure(painter, one, Picture(picture.exercise, ends[0]), palette, seat)
    paint_figure(painter, two, Picture(picture.exercise, ends[1]), palette, seat)
    _path(painter, one, picture, ends, palette)
    both = not picture.loop and _to_and_fro(picture)
    _between(painter, rect, min(wide, high), palette, (upright, both))


def _path(
    painter: QPainter, rect: QRectF, picture: Picture, ends: tuple[Pose, Pose], palette: Palette
) -> None:
    """Draw the way of the leading joints over the first pose."""
    camera = picture.exercise.camera
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setTransform(framing(camera, rect), combine=True)
    for joint in picture.exercise.trails:
        if picture.loop:
            way = loop_of(_as_it_turns(picture), joint, camera)
            painter.fillPath(dashes_of(way), brush(palette.path))
            painter.fillPath(arrow_of(way[: len(way) // 2]), brush(palette.accent))
        elif picture.trail_from is not None:
            way = path_between(*ends, joint, camera)
            painter.fillPath(arrow_of(way), brush(palette.accent))
    painter.restore()


def _as_it_turns(picture: Picture) -> tuple[Pose, ...]:
    """Return the circle's poses in the direction in which it is done now."""
    loop = picture.loop
    for start, to in itertools.pairwise(loop):
        if start == picture.trail_from and to == picture.trail_to:
            return loop
    return tuple(reversed(loop))


def _between(
    painter: QPainter, rect: QRectF, side: float, palette: Palette, ways: tuple[bool, bool]
) -> None:
    """Draw the arrow that leads from the first still to the second, and perhaps back.

    Args:
        painter: where to.
        rect: where both stills are.
        side: of one still.
        palette: the colours.
        ways: whether the second still is below the first, whether the movement goes to and fro.
    """
    upright, both = ways
    size = side * _ARROW
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # Aside of the middle: what lies on the floor is as wide as its picture.
    aside = side * _ASIDE
    painter.translate(rect.center() - (QPointF(aside, 0.0) if upright else QPointF(0.0, aside)))
    if upright:
        painter.rotate(90.0)
    pen = QPen(colour(palette.accent), size * _THICK * 2)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawLine(QPointF(-size, 0.0), QPointF(size, 0.0))
    for tip in (size, -size) if both else (size,):
        barb, spread = tip * 0.3, size * 0.6
        painter.drawPolyline([QPointF(barb, -spread), QPointF(tip, 0.0), QPointF(barb, spread)])
    painter.restore()
