"""The figure: paints a picture of the session at any size, and the widget that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskbreak.core.exercise import Exercise
from deskbreak.core.pose import Pose
from deskbreak.core.rig import Skeleton, solve
from deskbreak.core.session_view import Picture
from deskbreak.ui.drawing.camera import framing, view_of
from deskbreak.ui.drawing.chair import draw_surroundings
from deskbreak.ui.drawing.palette import Palette, palette_for
from deskbreak.ui.drawing.person import Look, draw_person
from deskbreak.ui.drawing.trail import draw_arrow, draw_ghost, draw_loop, loop_of, path_between
from deskbreak.ui.theme import is_dark

_USUAL = QSize(420, 420)
_SMALLEST = QSize(180, 180)


@lru_cache(maxsize=8)
def _solved(pose: Pose) -> Skeleton:
    return solve(pose)


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
        draw_ghost(painter, _solved(picture.ghost), view, palette)
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


@dataclass(frozen=True, slots=True)
class _Still:
    """What the cached background was painted for."""

    exercise: str
    width: int
    height: int
    ratio: float
    dark: bool


class FigureWidget(QWidget):
    """Shows one picture after another; the standing parts are painted once for each size."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: Picture | None = None
        self._still: _Still | None = None
        self._background = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(_SMALLEST)

    def show_picture(self, picture: Picture) -> None:
        """Show a picture; the same one again costs nothing."""
        if picture == self._picture:
            return
        self._picture = picture
        if self.accessibleName() != picture.exercise.title:
            self.setAccessibleName(picture.exercise.title)
            self.setAccessibleDescription(picture.exercise.goal)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return _USUAL

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the kept background and the person."""
        del event
        picture = self._picture
        if picture is None:
            return
        dark = is_dark(self.palette())
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._ground(picture.exercise, dark=dark))
        paint_person(painter, QRectF(self.rect()), picture, palette_for(dark=dark))
        painter.end()

    def _ground(self, exercise: Exercise, *, dark: bool) -> QPixmap:
        ratio = self.devicePixelRatioF()
        wanted = _Still(exercise.id, self.width(), self.height(), ratio, dark)
        if wanted != self._still:
            self._still = wanted
            self._background = QPixmap(self.size() * ratio)
            self._background.setDevicePixelRatio(ratio)
            self._background.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._background)
            rect = QRectF(self.rect())
            paint_surroundings(painter, rect, exercise, palette_for(dark=dark))
            painter.end()
        return self._background
