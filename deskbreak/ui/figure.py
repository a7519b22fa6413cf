"""The figure: the widget that shows one picture of the session after another, at any size."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPixmap, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskbreak.core.dress import Dress, usual
from deskbreak.core.motion import frames_of
from deskbreak.core.pose import Pose
from deskbreak.core.routine import Planned
from deskbreak.core.session_view import Picture
from deskbreak.ui.drawing.camera import framing
from deskbreak.ui.drawing.layers import MOST, Layers
from deskbreak.ui.drawing.palette import Palette, palette_for
from deskbreak.ui.drawing.scene import paint_surroundings
from deskbreak.ui.drawing.stills import looks_alike, paint_stills
from deskbreak.ui.theme import is_dark, theme_of

_USUAL = QSize(420, 420)
_SMALLEST = QSize(180, 180)

AT_ONCE = 3
"""How many poses are rehearsed in one go: some milliseconds."""


@dataclass(frozen=True, slots=True)
class _Stand:
    """What the kept pictures were painted for."""

    exercise: str
    width: int
    height: int
    ratio: float
    dark: bool
    dress: Dress


class FigureWidget(QWidget):
    """Shows one picture after another; of what stands still nothing is painted twice.

    What it wears (`wear`) is asked for when it is set up anew: shown, resized, another exercise.
    With `reduced_motion` nothing moves: each movement is its first and last pose side by side.
    On a ground of one colour of the theme (`ground`) frames cost less: nothing below is painted.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        reduced_motion: bool = False,
        ground: str | None = None,
    ) -> None:
        super().__init__(parent)
        self._ground = None if reduced_motion else ground
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, self._ground is not None)
        self._dress: Callable[[], Dress] = usual
        self._reduced = reduced_motion
        self._picture: Picture | None = None
        self._stand: _Stand | None = None
        self._seen: tuple[object, ...] = ()
        self._rehearsed: Planned | None = None
        self._to_come: Iterator[Pose] = iter(())
        self._layers = Layers(QTransform(), QPixmap())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(_SMALLEST)

    @property
    def picture(self) -> Picture | None:
        """What is shown now."""
        return self._picture

    @property
    def shapes(self) -> Layers:
        """What is kept of it, for as long as it is seen in one size and dress."""
        return self._layers

    def wear(self, dress: Callable[[], Dress]) -> None:
        """Be dressed from now on as somebody says."""
        self._dress = dress
        self._stand = None
        self.update()

    def show_picture(self, picture: Picture) -> None:
        """Show a picture; the same one again costs nothing, another only what has changed."""
        before = self._picture
        if before is not None and (
            picture == before or (self._reduced and looks_alike(before, picture))
        ):
            return
        self._picture = picture
        if self.accessibleName() != picture.exercise.title:
            self.setAccessibleName(picture.exercise.title)
            self.setAccessibleDescription(picture.exercise.goal)
        if self._reduced or self._stand is None or self._stand.exercise != picture.exercise.id:
            self.update()
            return
        dirty = self._layers.show(picture, _colours(self._stand))
        if not dirty.isEmpty():
            self.update(dirty)

    def rehearse(self, planned: Planned) -> None:
        """Make the shapes of some poses of the exercise that comes next, while there is time.

        Asked again and again it goes on; so its first repetition costs no more than the others.
        """
        stand = self._stand
        if self._reduced or stand is None or stand.exercise != planned.exercise.id:
            return
        if self._rehearsed is not planned:
            self._rehearsed, self._to_come = planned, islice(frames_of(planned), MOST)
        palette = _colours(stand)
        for pose in islice(self._to_come, AT_ONCE):
            self._layers.rehearse(Picture(planned.exercise, pose), palette)

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return _USUAL

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the kept background and the person, as far as they are to be seen anew."""
        picture = self._picture
        if picture is None:
            self._paint_ground(event)
            return
        if not self._reduced:
            # What a new size or new colours leave stale is painted whole: it comes to this first.
            self._settle(picture)
        painter = QPainter(self)
        if self._reduced:
            self._paint_stills(painter, picture)
        else:
            self._layers.paint(painter, event.rect())
        painter.end()

    def _paint_ground(self, event: QPaintEvent) -> None:
        if self._ground is not None:
            painter = QPainter(self)
            painter.fillRect(event.rect(), theme_of(self).color(self._ground))
            painter.end()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep nothing for a picture that nobody sees."""
        self._stand, self._layers = None, Layers(QTransform(), QPixmap())
        self._rehearsed, self._to_come = None, iter(())
        super().hideEvent(event)

    def _paint_stills(self, painter: QPainter, picture: Picture) -> None:
        stand = replace(self._wanted(picture), dress=self._dress())
        rect = QRectF(self.rect())
        paint_stills(painter, rect, picture, _colours(stand), stand.dress.seat)

    def _wanted(self, picture: Picture) -> _Stand:
        dark, ratio = is_dark(self.palette()), self.devicePixelRatioF()
        dress = self._stand.dress if self._stand else self._dress()
        return _Stand(picture.exercise.id, self.width(), self.height(), ratio, dark, dress)

    def _settle(self, picture: Picture) -> None:
        """Begin anew where size, colours or exercise have changed."""
        colours, exercise = self.palette().cacheKey(), picture.exercise.id
        seen = (exercise, self.width(), self.height(), self.devicePixelRatioF(), colours)
        if seen == self._seen and self._stand is not None:
            return
        self._seen = seen
        wanted = self._wanted(picture)
        if wanted == self._stand:
            return
        self._stand = wanted = replace(wanted, dress=self._dress())
        ratio, rect, palette = wanted.ratio, QRectF(self.rect()), _colours(wanted)
        seat = wanted.dress.seat
        background = QPixmap(self.size() * ratio)
        background.setDevicePixelRatio(ratio)
        clear = QColor(Qt.GlobalColor.transparent)
        background.fill(theme_of(self).color(self._ground) if self._ground else clear)
        painter = QPainter(background)
        paint_surroundings(painter, rect, picture.exercise, palette, seat)
        painter.end()
        self._layers = Layers(framing(picture.exercise.camera, rect), background, seat)
        self._layers.show(picture, palette)
        self._rehearsed = None


def _colours(stand: _Stand) -> Palette:
    return palette_for(dark=stand.dark, skin=stand.dress.skin, clothes=stand.dress.clothes)
