"""What is painted once and put down again: parts as they were drawn, and sheets of them."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform

from deskbreak.ui.drawing.ink import Fill, Ink, paint_fills
from deskbreak.ui.drawing.part import Part

SETTLED = 3
"""Frames after which a part counts as standing still: a sheet is made anew when it moves."""

FEWEST = 100
"""Corners that are worth a sheet."""

LOOSE = 1.5
"""How much larger than its parts together a sheet may be."""


@dataclass(slots=True, eq=False)
class Drawn:
    """A part as it was drawn, where it lies, and for how many frames it has not changed."""

    name: str
    key: tuple[object, ...]
    fills: list[Fill]
    bounds: QRect
    corners: int
    still: int = 0


def is_settled(drawn: Drawn) -> bool:
    """Return whether a part has stood still for long enough."""
    return drawn.still >= SETTLED


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """Neighbouring parts in one picture, which lies in the screen's pixels."""

    drawn: tuple[Drawn, ...]
    bounds: QRect
    pixels: QPixmap

    def put(self, painter: QPainter, where: QRect) -> None:
        """Put down what of it lies in a rectangle; its pixel ratio is a whole number."""
        shown = self.bounds.intersected(where)
        if not shown.isEmpty():
            part = shown.translated(-self.bounds.topLeft())
            painter.drawPixmap(shown, self.pixels, scaled(part, self.pixels.devicePixelRatio()))


def draw(part: Part, placed: QTransform) -> Drawn:
    """Draw a part where `placed` leads it."""
    ink = Ink(placed)
    part.draw(ink)
    bounds, corners = QRectF(), 0
    for _, path in ink.fills:
        bounds = bounds.united(path.controlPointRect())
        corners += path.elementCount()
    lies = bounds.toAlignedRect().adjusted(-1, -1, 1, 1)
    return Drawn(part.name, part.key, ink.fills, lies, corners)


def sheet_of(run: Sequence[Drawn], ratio: float) -> Sheet:
    """Paint parts on a clear sheet for a screen of a pixel ratio."""
    bounds = together(run)
    pixels = QPixmap(bounds.size() * ratio)
    pixels.setDevicePixelRatio(ratio)
    pixels.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixels)
    painter.translate(-bounds.topLeft())
    paint_all(painter, run)
    painter.end()
    return Sheet(tuple(run), bounds, pixels)


def on_ground(ground: QPixmap, run: Sequence[Drawn]) -> Sheet:
    """Paint parts on a copy of the ground; without parts it is the ground itself."""
    pixels = ground.copy() if run else ground
    if run:
        painter = QPainter(pixels)
        paint_all(painter, run)
        painter.end()
    return Sheet(tuple(run), QRect(), pixels)


def paint_all(painter: QPainter, run: Iterable[Drawn]) -> None:
    """Paint parts one after the other."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for drawn in run:
        paint_fills(painter, drawn.fills)


def together(run: Iterable[Drawn]) -> QRect:
    """Return the rectangle that holds all."""
    bounds = QRect()
    for drawn in run:
        bounds = bounds.united(drawn.bounds)
    return bounds


def runs(parts: Iterable[Drawn]) -> Iterator[list[Drawn]]:
    """Divide parts into neighbours that all move, or all stand still and lie close together.

    Those that lie far apart make a sheet of their own each: between them is nothing to put down.
    """
    for still, group in itertools.groupby(parts, is_settled):
        run: list[Drawn] = []
        for drawn in group:
            if still and run and _loose((*run, drawn)):
                yield run
                run = []
            run.append(drawn)
        yield run


def worth(run: Sequence[Drawn]) -> bool:
    """Return whether putting a sheet of these parts down costs less than painting them."""
    return is_settled(run[0]) and sum(drawn.corners for drawn in run) >= FEWEST


def scaled(rect: QRect, ratio: float) -> QRect:
    """Return a rectangle of the widget in the pixels of a screen with a whole pixel ratio."""
    times = round(ratio)
    return rect if times == 1 else QRect(rect.topLeft() * times, rect.size() * times)


def _loose(run: Sequence[Drawn]) -> bool:
    return _area(together(run)) > LOOSE * sum(_area(drawn.bounds) for drawn in run)


def _area(rect: QRect) -> int:
    return rect.width() * rect.height()
