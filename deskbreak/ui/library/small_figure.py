"""A small figure that is drawn when it changes and kept until then, so that scrolling is cheap."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from deskbreak.core.dress import Dress
from deskbreak.core.session_view import Picture
from deskbreak.ui.drawing.palette import palette_for
from deskbreak.ui.drawing.scene import paint_person, paint_surroundings

_ZOOM = 1.08
"""How much larger the figure is drawn than elsewhere: no arrow needs the margin around it."""


class SmallFigure:
    """The picture of a figure in one size and one dress; what stands still is drawn once."""

    def __init__(self, dress: Callable[[], Dress]) -> None:
        """Draw nothing yet; `dress` is asked for whenever the surroundings are drawn."""
        self._dress = dress
        self._worn = dress()
        self._drawn_for: tuple[QSize, float, bool] | None = None
        self._ground, self._shot = QPixmap(), QPixmap()

    def forget(self) -> None:
        """Draw everything anew the next time, in the dress of then."""
        self._drawn_for = None

    def move(self) -> None:
        """Draw the person anew the next time."""
        self._shot = QPixmap()

    def drawn(
        self, picture: Callable[[], Picture], size: QSize, ratio: float, *, dark: bool
    ) -> QPixmap:
        """Return the figure; `picture` is asked for only when it has to be drawn.

        Args:
            picture: gives what the figure shows.
            size: the picture's size in pixels of the window.
            ratio: pixels of the screen for each of them.
            dark: whether it is drawn for a dark ground.
        """
        wanted = size, ratio, dark
        if wanted != self._drawn_for:
            self._drawn_for, self._worn = wanted, self._dress()
            self._ground, self._shot = QPixmap(), QPixmap()
        if self._shot.isNull():
            self._draw(picture(), wanted)
        return self._shot

    def _draw(self, picture: Picture, wanted: tuple[QSize, float, bool]) -> None:
        size, ratio, dark = wanted
        inside, seat = _zoomed(size), self._worn.seat
        palette = palette_for(dark=dark, skin=self._worn.skin, clothes=self._worn.clothes)
        if self._ground.isNull():
            self._ground = QPixmap(size * ratio)
            self._ground.setDevicePixelRatio(ratio)
            self._ground.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._ground)
            paint_surroundings(painter, inside, picture.exercise, palette, seat)
            painter.end()
        self._shot = QPixmap(self._ground)
        painter = QPainter(self._shot)
        paint_person(painter, inside, picture, palette, seat)
        painter.end()


def _zoomed(size: QSize) -> QRectF:
    rect = QRectF(0.0, 0.0, size.width(), size.height())
    grown = QRectF(0.0, 0.0, size.width() * _ZOOM, size.height() * _ZOOM)
    grown.moveCenter(rect.center())
    return grown
