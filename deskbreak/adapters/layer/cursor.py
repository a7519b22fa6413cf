"""The pointer's picture over a surface of our own: an arrow, for buttons are what is there.

Newer compositors draw it when they are told its name; older ones want a picture.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from deskbreak.adapters.activity import wayland_wire as wire
from deskbreak.adapters.activity.wayland_line import WaylandLine
from deskbreak.adapters.layer import shell_words as words
from deskbreak.adapters.layer.pixels import Pixels

_SIZE, _SCALE = 24, 2
_OUTLINE = ((2, 1), (2, 18), (6, 14), (9, 21), (12, 20), (9, 13), (15, 13))
_TIP = 2, 1


class Cursor:
    """Shows an arrow whenever the pointer comes in."""

    def __init__(
        self,
        line: WaylandLine,
        bound: Mapping[str, int],
        number: Callable[[], int],
        pixels: Pixels,
    ) -> None:
        """Ask for nothing yet; `pixels` lends the arrow's picture."""
        self._line, self._bound, self._number, self._pixels = line, bound, number, pixels
        self._shaper = self._surface = 0

    def show(self, pointer: int, serial: int) -> None:
        """Show it for this pointer, which came in with that serial."""
        manager = self._bound.get(words.CURSOR)
        if manager is None:
            self._show_picture(pointer, serial)
            return
        if not self._shaper:
            self._shaper = self._number()
            asked = (manager, words.GET_SHAPER, self._shaper, pointer)
            self._line.send(wire.message(*asked))
        self._line.send(wire.message(self._shaper, words.SET_SHAPE, serial, words.ARROW))

    def _show_picture(self, pointer: int, serial: int) -> None:
        drawn = not self._surface
        if drawn:
            self._surface = self._number()
            compositor = self._bound[words.COMPOSITOR]
            self._line.send(wire.message(compositor, words.CREATE_SURFACE, self._surface))
        self._line.send(wire.message(pointer, words.SET_CURSOR, serial, self._surface, *_TIP))
        if drawn:
            buffer = self._pixels.buffer(*arrow(_SCALE))
            self._line.send(words.shown(self._surface, buffer, _SCALE))


def arrow(scale: int) -> tuple[int, int, bytes]:
    """Draw it: width, height and pixels."""
    side = _SIZE * scale
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scale)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor("white"), 1.5))
    painter.setBrush(QColor("black"))
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in _OUTLINE]))
    painter.end()
    return side, side, bytes(image.constBits())
