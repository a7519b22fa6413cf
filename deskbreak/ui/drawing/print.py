"""Pictures outside windows: a moment as PNG or SVG, moments as raw pixels; needs no display."""

from __future__ import annotations

import re

from PySide6.QtCore import QBuffer, QIODevice, QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from deskbreak.core.dress import Dress
from deskbreak.core.session_view import Picture
from deskbreak.ui.drawing.palette import colour, palette_for
from deskbreak.ui.drawing.scene import paint_figure

_USUAL = Dress()

_DOTS_PER_INCH = 96
"""What SVG calls a pixel."""

_FONT = re.compile(rb'\s+font-[a-z]+="[^"]*"')
_MILLIMETRES = re.compile(rb'\b(width|height)="[0-9.]+mm"')


def png_of(picture: Picture, size: int, *, dark: bool, dress: Dress = _USUAL) -> bytes:
    """Return a PNG file of a square picture of `size` pixels."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    _image(picture, size, dark=dark, dress=dress).save(buffer, "PNG")  # type: ignore[call-overload]  # PySide takes a str
    return bytes(buffer.data().data())


def pixels_of(picture: Picture, size: int, *, dark: bool, dress: Dress = _USUAL) -> bytes:
    """Return the pixels row by row, three bytes each: red, green, blue."""
    image = _image(picture, size, dark=dark, dress=dress).convertToFormat(
        QImage.Format.Format_RGB888
    )
    row, step = size * 3, image.bytesPerLine()
    raw = bytes(image.constBits())
    return b"".join(raw[y * step : y * step + row] for y in range(size))


def svg_of(picture: Picture, size: int, *, dark: bool, dress: Dress = _USUAL) -> bytes:
    """Return an SVG file of a square picture; it scales to any size."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(_DOTS_PER_INCH)
    generator.setSize(QSize(size, size))
    generator.setViewBox(QRect(0, 0, size, size))
    generator.setTitle(picture.exercise.title)
    generator.setDescription(picture.exercise.goal)
    _paint(QPainter(generator), picture, size, dark=dark, dress=dress)
    # Without text there are no fonts to name, and pixels say more than Qt's millimetres.
    text = _FONT.sub(b"", bytes(buffer.data().data()))
    return _MILLIMETRES.sub(b'\\1="%d"' % size, text)


def _image(picture: Picture, size: int, *, dark: bool, dress: Dress = _USUAL) -> QImage:
    image = QImage(size, size, QImage.Format.Format_RGB32)
    _paint(QPainter(image), picture, size, dark=dark, dress=dress)
    return image


def _paint(
    painter: QPainter, picture: Picture, size: int, *, dark: bool, dress: Dress = _USUAL
) -> None:
    palette = palette_for(dark=dark, skin=dress.skin, clothes=dress.clothes)
    painter.fillRect(QRect(0, 0, size, size), colour(palette.ground))
    paint_figure(painter, QRectF(0, 0, size, size), picture, palette, dress.seat)
    painter.end()
