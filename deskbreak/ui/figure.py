"""The figure: the widget that shows one picture of the session after another, at any size."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskbreak.core.exercise import Exercise
from deskbreak.core.session_view import Picture
from deskbreak.ui.drawing.palette import palette_for
from deskbreak.ui.drawing.scene import paint_person, paint_surroundings
from deskbreak.ui.drawing.stills import looks_alike, paint_stills
from deskbreak.ui.theme import is_dark

_USUAL = QSize(420, 420)
_SMALLEST = QSize(180, 180)


@dataclass(frozen=True, slots=True)
class _Still:
    """What the cached background was painted for."""

    exercise: str
    width: int
    height: int
    ratio: float
    dark: bool


class FigureWidget(QWidget):
    """Shows one picture after another; the standing parts are painted once for each size.

    With `reduced_motion` nothing moves: each movement is its first and last pose side by side.
    """

    def __init__(self, parent: QWidget | None = None, *, reduced_motion: bool = False) -> None:
        super().__init__(parent)
        self._reduced = reduced_motion
        self._picture: Picture | None = None
        self._still: _Still | None = None
        self._background = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(_SMALLEST)

    @property
    def picture(self) -> Picture | None:
        """What is shown now."""
        return self._picture

    def show_picture(self, picture: Picture) -> None:
        """Show a picture; the same one again costs nothing."""
        before = self._picture
        if before is not None and (
            picture == before or (self._reduced and looks_alike(before, picture))
        ):
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
        palette, rect = palette_for(dark=dark), QRectF(self.rect())
        painter = QPainter(self)
        if self._reduced:
            paint_stills(painter, rect, picture, palette)
        else:
            painter.drawPixmap(0, 0, self._ground(picture.exercise, dark=dark))
            paint_person(painter, rect, picture, palette)
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
