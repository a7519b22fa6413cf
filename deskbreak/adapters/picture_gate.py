"""Lets a picture of the person's own in: known by its content, bounded, and drawn anew.

Nothing of the file itself is ever shown: its picture is painted afresh and kept as a PNG of our
own, so whatever else the file carried stays behind.
"""

from __future__ import annotations

import math
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QIODevice,
    QRectF,
    QSize,
    QSizeF,
    Qt,
)
from PySide6.QtGui import QGuiApplication, QImage, QImageReader, QImageWriter, QPainter

from deskbreak.adapters.careful_file import read_bytes
from deskbreak.adapters.png_gate import SIGNATURE, plain_png
from deskbreak.adapters.svg_gate import plain_svg

if TYPE_CHECKING:
    # Only its name: QtSvg loads when a picture is chosen.
    from PySide6.QtSvg import QSvgRenderer

MOST_BYTES = 4 * 1024 * 1024
_FIRST = 16
"""Pixels of the first drawing: little but the shapes themselves costs time in it."""
_MOST_GROWTH, _LEAST_GROWTH = 4.0, 1.5
_LONGEST_NS = 20_000_000
"""How long one drawing may take; what takes longer gets fewer pixels, or stays out.

The windows stand still meanwhile, even if a thread draws: Qt's drawing holds Python's lock.
It is the processor's time that counts: a busy machine must not make a picture coarser.
"""

_MOST_ROWS = 8
_UNFINISHED = 1 << 62
"""Told instead of a time (ns) for a drawing that was given up."""

_LEAST_SIDE = 128
"""Pixels below which a picture would be a blur."""

LONGEST_SIDE = 1024
"""Pixels of the kept picture's longer side."""


class RefusedError(ValueError):
    """A picture is not let in; the text is a sentence that says why."""


def admit(path: Path) -> bytes:
    """Return a file's picture as a PNG drawn by deskbreak.

    Raises:
        RefusedError: it is no SVG or PNG, or one that could do harm.
    """
    if path.is_symlink():
        raise RefusedError(f"{path.name} is a link; choose the file itself.")
    try:
        raw = read_bytes(path, MOST_BYTES)
        image = _png(raw) if raw.startswith(SIGNATURE) else _svg(raw)
    except OSError as error:
        raise RefusedError(f"{path.name} cannot be read: {error.strerror}.") from error
    except ValueError as error:
        raise RefusedError(f"{path.name} {error}.") from error
    return _written(image)


def _png(raw: bytes) -> QImage:
    """Return the picture of a PNG.

    Raises:
        ValueError: it is damaged or too large.
    """
    buffer = QBuffer()
    buffer.setData(plain_png(raw))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    image = QImageReader(buffer, QByteArray(b"PNG")).read()
    if image.isNull():
        raise ValueError("is damaged")
    if max(image.width(), image.height()) <= LONGEST_SIDE:
        return image
    size = QSize(LONGEST_SIDE, LONGEST_SIDE)
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.scaled(size, keep, smooth)


def _svg(raw: bytes) -> QImage:
    """Return the picture of an SVG.

    Raises:
        ValueError: it holds something that could do harm, or is none.
    """
    from PySide6.QtSvg import QSvgRenderer, QtSvg  # noqa: PLC0415 - only when a picture is chosen

    plain = QByteArray(plain_svg(raw))
    fonts = _fonts() if b"text" in raw else None
    renderer = QSvgRenderer()
    renderer.setOptions(QtSvg.Option.Tiny12FeaturesOnly)
    renderer.load(plain)
    box = renderer.viewBoxF()
    if not renderer.isValid() or box.isEmpty():
        raise ValueError("shows nothing that can be drawn")
    # The first letter of all brings the fonts in, and another program may have come between.
    twice = (_timed(renderer, box.size(), _FIRST), _timed(renderer, box.size(), _FIRST))
    side, drawn = _FIRST, min(twice, key=lambda each: each[1])
    if drawn[1] > _LONGEST_NS:
        raise ValueError("takes too long to draw; simplify it")
    while (larger := next_side(side, drawn[1])) > side:
        more = _timed(renderer, box.size(), larger)
        if more[1] == _UNFINISHED:
            break
        side, drawn = larger, more
    del fonts
    if side < _LEAST_SIDE:
        raise ValueError("takes too long to draw; simplify it")
    return drawn[0]


def _fonts() -> QCoreApplication:
    """Return what must live while letters are drawn, or Qt ends the whole process."""
    there = QCoreApplication.instance()
    return there or QGuiApplication(["deskbreak", "-platform", "offscreen"])


def next_side(side: int, took_ns: int) -> int:
    """Return how large to draw next what took that long with its longer side that many pixels.

    Four times as many pixels take at most four times as long: no step takes longer than the
    limit. What could hardly be larger stays as it is.
    """
    growth = min(_MOST_GROWTH, math.sqrt(_LONGEST_NS / max(1, took_ns)))
    return min(LONGEST_SIDE, int(side * growth)) if growth >= _LEAST_GROWTH else side


def _timed(renderer: QSvgRenderer, box: QSizeF, side: int) -> tuple[QImage, int]:
    """Return the drawing with its longer side that many pixels, and how long it took (ns).

    It is drawn in strips, so that it can be left unfinished: a thick line that crosses itself
    takes a thousand times as long as a thin one.
    """
    size = box.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio).toSize()
    image = QImage(size.expandedTo(QSize(1, 1)), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    row, rows, spent = 0, 1, 0
    while row < image.height():
        if spent > _LONGEST_NS:
            return image, _UNFINISHED
        took = _strip(renderer, image, row, rows)
        row, spent = row + rows, spent + took
        rows = min(_MOST_ROWS, rows * 2) if took < _LONGEST_NS // 64 else max(1, rows // 2)
    return image, spent


def _strip(renderer: QSvgRenderer, image: QImage, row: int, rows: int) -> int:
    """Draw some rows of the picture, and return how long it took (ns)."""
    began = time.thread_time_ns()
    painter = QPainter(image)
    painter.setClipRect(0, row, image.width(), rows)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    return time.thread_time_ns() - began


def _written(image: QImage) -> bytes:
    for key in image.textKeys():
        image.setText(key, "")
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"PNG"))
    writer.write(image.convertToFormat(QImage.Format.Format_ARGB32))
    buffer.close()
    return bytes(kept.data())
