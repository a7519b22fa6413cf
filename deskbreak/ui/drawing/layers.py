"""Keeps what stands still in a moving picture, so that only what moves is drawn again.

A part with the key of the frame before is not made again. Neighbouring parts that have stood
still for some frames are painted once into a layer, which is put down as a whole. What is shown
is always the picture of its instant, and never differs from the one that is drawn at once.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform

from deskbreak.core.pose import Pose
from deskbreak.core.session_view import Picture
from deskbreak.ui.drawing.ink import Fill, Ink, paint_fills
from deskbreak.ui.drawing.palette import Palette
from deskbreak.ui.drawing.part import Part
from deskbreak.ui.drawing.props import CHAIR
from deskbreak.ui.drawing.scene import around, person_of

SETTLED = 3
"""Frames after which a part counts as standing still: a layer is made anew when it moves."""

FEWEST = 3
"""Fills that are worth a layer. Between two screen pixels nothing is: it would be blurred."""


MOST = 720
"""Poses whose shapes are kept: twelve seconds of motion, some 15 MB while a window is open."""


@dataclass(slots=True)
class _Drawn:
    """A part as it was drawn, where it lies, and for how many frames it has not changed."""

    name: str
    key: tuple[object, ...]
    fills: list[Fill]
    bounds: QRect
    still: int = 0


@dataclass(frozen=True, slots=True)
class _Layer:
    """Neighbouring parts in one picture."""

    drawn: tuple[_Drawn, ...]
    bounds: QRect
    pixels: QPixmap


class Layers:
    """The parts of one figure from frame to frame, in one size and one palette.

    At most the layers of one frame are kept: some pictures, none larger than the figure. Shapes
    are kept for `MOST` poses, so that a movement that repeats is made once.
    """

    def __init__(self, placed: QTransform, ratio: float = 1.0, seat: str = CHAIR) -> None:
        """Begin with nothing; `placed` leads to the widget's pixels, `ratio` to the screen's."""
        self._placed, self._ratio, self._seat = placed, ratio, seat
        self._whole = ratio == round(ratio)
        self._parts: dict[str, _Drawn] = {}
        self._poses: dict[Pose, tuple[_Drawn, ...]] = {}
        self._layers: dict[tuple[int, ...], _Layer] = {}

    def __len__(self) -> int:
        """Return for how many poses shapes are kept."""
        return len(self._poses)

    def show(self, picture: Picture, palette: Palette) -> QRect:
        """Take the next frame and return what has to be painted anew."""
        before = self._parts
        below, above = around(picture, palette, self._seat)
        drawn = (
            *(self._drawn(part) for part in below),
            *self._person(picture, palette),
            *(self._drawn(part) for part in above),
        )
        dirty = QRect()
        for one in drawn:
            old = before.get(one.name)
            if old is one:
                one.still += 1
                continue
            one.still = 0
            dirty = dirty.united(one.bounds)
            if old is not None:
                dirty = dirty.united(old.bounds)
        self._parts = {one.name: one for one in drawn}
        return dirty.united(_exchanged(before, self._parts))

    def _person(self, picture: Picture, palette: Palette) -> tuple[_Drawn, ...]:
        found = self._poses.get(picture.pose)
        if found is None:
            found = tuple(map(self._drawn, person_of(picture, palette)))
            if len(self._poses) >= MOST:
                del self._poses[next(iter(self._poses))]
            self._poses[picture.pose] = found
        return found

    def _drawn(self, part: Part) -> _Drawn:
        before = self._parts.get(part.name)
        return before if before is not None and before.key == part.key else self._draw(part)

    def _draw(self, part: Part) -> _Drawn:
        ink = Ink(self._placed)
        part.draw(ink)
        bounds = QRectF()
        for _, path in ink.fills:
            bounds = bounds.united(path.controlPointRect())
        return _Drawn(part.name, part.key, ink.fills, bounds.toAlignedRect().adjusted(-1, -1, 1, 1))

    def paint(self, painter: QPainter, where: QRect) -> None:
        """Paint all that lies in a rectangle; the painter stands on the widget's own pixels."""
        kept: dict[tuple[int, ...], _Layer] = {}
        for still, group in itertools.groupby(self._parts.values(), _settled):
            run = tuple(group)
            if still and self._whole and sum(len(drawn.fills) for drawn in run) >= FEWEST:
                name = tuple(map(id, run))
                layer = kept[name] = self._layers.get(name) or self._layer(run)
                _put(painter, layer, where, self._ratio)
                continue
            for drawn in run:
                if drawn.bounds.intersects(where):
                    paint_fills(painter, drawn.fills)
        self._layers = kept

    def _layer(self, run: tuple[_Drawn, ...]) -> _Layer:
        bounds = QRect()
        for drawn in run:
            bounds = bounds.united(drawn.bounds)
        pixels = QPixmap(bounds.size() * self._ratio)
        pixels.setDevicePixelRatio(self._ratio)
        pixels.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixels)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.translate(QPoint() - bounds.topLeft())
        for drawn in run:
            paint_fills(painter, drawn.fills)
        painter.end()
        return _Layer(run, bounds, pixels)


def _settled(drawn: _Drawn) -> bool:
    return drawn.still >= SETTLED


def _exchanged(before: dict[str, _Drawn], now: dict[str, _Drawn]) -> QRect:
    """Return where parts went away, or lie in another order than before."""
    dirty = QRect()
    for name in before.keys() - now.keys():
        dirty = dirty.united(before[name].bounds)
    stay = [name for name in now if name in before]
    place = {name: n for n, name in enumerate(name for name in before if name in now)}
    if all(place[name] == n for n, name in enumerate(stay)):
        return dirty
    for below, above in itertools.combinations(stay, 2):
        if place[below] > place[above]:
            dirty = dirty.united(now[below].bounds.intersected(now[above].bounds))
    return dirty


def _put(painter: QPainter, layer: _Layer, where: QRect, ratio: float) -> None:
    """Put down the part of a layer that lies in a rectangle."""
    shown = layer.bounds.intersected(where)
    if shown.isEmpty():
        return
    source = QRectF(shown.translated(QPoint() - layer.bounds.topLeft()))
    scaled = QRectF(source.topLeft() * ratio, source.size() * ratio)
    painter.drawPixmap(QRectF(shown), layer.pixels, scaled)
