"""How parts of the person are put on the picture: filled, edged, stroked."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QTransform

from deskbreak.ui.drawing.camera import Seen
from deskbreak.ui.drawing.head import EDGE
from deskbreak.ui.drawing.palette import Palette, colour
from deskbreak.ui.drawing.shapes import limb, smooth

Limb = tuple[Seen, Seen, float, float]
"""From, to, and the radius at each end."""

_HALF = EDGE / 2


@dataclass(frozen=True, slots=True)
class Look:
    """What drawing a person needs: where to, in which colours, and what to stress.

    `placed` leads from the drawing plane to the painter: a path that is placed before it is
    drawn costs a third of what it does on a scaled painter.
    """

    painter: QPainter
    palette: Palette
    highlight: tuple[str, ...] = ()
    placed: QTransform = field(default_factory=QTransform)

    def limbs(self, tone: str, *limbs: Limb, trunk: QPainterPath | None = None) -> None:
        """Draw limbs, and a free shape with them, as one: edged only around the whole.

        The edge is a wider limb below. Stroking costs five times as much as filling, and
        uniting the shapes more than the whole picture, so only the free shape is stroked.
        """
        for a, b, ra, rb in limbs:
            self.plain(limb(a, b, ra + _HALF, rb + _HALF), self.palette.outline)
        if trunk is not None:
            pen = QPen(colour(self.palette.outline), 2 * EDGE * 0.9)  # half is covered
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            pen.setWidthF(pen.widthF() * self.placed.m11())
            self.painter.strokePath(self.placed.map(trunk), pen)
            self.plain(trunk, tone)
        for a, b, ra, rb in limbs:
            self.plain(limb(a, b, ra - _HALF, rb - _HALF), tone)

    def plain(self, path: QPainterPath, tone: str) -> None:
        """Fill a shape without an edge."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(colour(tone))
        self.painter.drawPath(self.placed.map(path))

    def stroke(self, points: tuple[tuple[float, float], ...], tone: str, width: float) -> None:
        """Draw a soft line through points."""
        pen = QPen(colour(tone), width * self.placed.m11())
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self.painter.strokePath(self.placed.map(smooth(points)), pen)
