"""Keeps what stands still in a moving picture, so that only what moves is drawn again.

A part with the key of the frame before is not made again. Neighbouring parts that have stood
still for some frames are painted once on a sheet, which is put down as a whole; what lies below
all that moves is painted on the ground itself. What is shown is always the picture of its instant,
and never differs from the one that is drawn at once.
"""

from __future__ import annotations

import itertools

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform

from deskbreak.core.pose import Pose
from deskbreak.core.session_view import Picture
from deskbreak.ui.drawing.ink import paint_fills
from deskbreak.ui.drawing.palette import Palette
from deskbreak.ui.drawing.part import Part
from deskbreak.ui.drawing.props import CHAIR
from deskbreak.ui.drawing.scene import around, person_of
from deskbreak.ui.drawing.sheets import (
    Drawn,
    Sheet,
    draw,
    is_settled,
    on_ground,
    runs,
    scaled,
    sheet_of,
    worth,
)

MOST = 720
"""Poses whose shapes are kept: twelve seconds of motion, some 15 MB while a window is open."""


class Layers:
    """The parts of one figure from frame to frame, in one size and one palette.

    At most the layers of one frame are kept: some pictures, none larger than the figure. Shapes
    are kept for `MOST` poses, so that a movement that repeats is made once.
    """

    def __init__(self, placed: QTransform, ground: QPixmap, seat: str = CHAIR) -> None:
        """Begin with nothing.

        `placed` leads to the widget's pixels, `ground` is what lies below everything, of the
        widget's size and with the pixel ratio of its screen.
        """
        self._placed, self._ground, self._seat = placed, ground, seat
        self._ratio = ground.devicePixelRatio()
        # Between two screen pixels no sheet is put down: it would be blurred.
        self._whole = self._ratio == round(self._ratio)
        self._base = on_ground(ground, ())
        self._parts: dict[str, Drawn] = {}
        self._rehearsed: dict[str, Drawn] = {}
        self._poses: dict[Pose, tuple[Drawn, ...]] = {}
        self._marks: tuple[Drawn | str, ...] = ()
        self._plan: tuple[Sheet | str, ...] = ()

    def __len__(self) -> int:
        """Return for how many poses shapes are kept."""
        return len(self._poses)

    def show(self, picture: Picture, palette: Palette) -> QRect:
        """Take the next frame and return what has to be painted anew."""
        before = self._parts
        below, above = around(picture, palette, self._seat)
        drawn = (
            *(self._drawn(part, before) for part in below),
            *self._person(picture, palette, before),
            *(self._drawn(part, before) for part in above),
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

    def rehearse(self, picture: Picture, palette: Palette) -> None:
        """Make the shapes of a pose that is to come."""
        made = self._person(picture, palette, self._rehearsed)
        self._rehearsed = {one.name: one for one in made}

    def _person(
        self, picture: Picture, palette: Palette, before: dict[str, Drawn]
    ) -> tuple[Drawn, ...]:
        found = self._poses.get(picture.pose)
        if found is None:
            parts = person_of(picture, palette)
            found = tuple(self._drawn(part, before) for part in parts)
            if len(self._poses) >= MOST:
                del self._poses[next(iter(self._poses))]
            self._poses[picture.pose] = found
        return found

    def _drawn(self, part: Part, before: dict[str, Drawn]) -> Drawn:
        old = before.get(part.name)
        return old if old is not None and old.key == part.key else draw(part, self._placed)

    def paint(self, painter: QPainter, where: QRect) -> None:
        """Paint all that lies in a rectangle; the painter stands on the widget's own pixels."""
        marks = tuple(one if is_settled(one) else name for name, one in self._parts.items())
        if marks != self._marks:
            self._marks, self._plan = marks, self._planned()
        self._put_base(painter, where)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for one in self._plan:
            if isinstance(one, Sheet):
                one.put(painter, where)
                continue
            drawn = self._parts[one]
            if drawn.bounds.intersects(where):
                paint_fills(painter, drawn.fills)

    def _planned(self) -> tuple[Sheet | str, ...]:
        """Settle what lies on the ground; return what comes above it: sheets, and parts' names."""
        lowest = tuple(itertools.takewhile(is_settled, self._parts.values()))
        if lowest != self._base.drawn:
            self._base = on_ground(self._ground, lowest)
        before = {one.drawn: one for one in self._plan if isinstance(one, Sheet)}
        plan: list[Sheet | str] = []
        for run in runs(itertools.islice(self._parts.values(), len(lowest), None)):
            if self._whole and worth(run):
                plan.append(before.get(tuple(run)) or sheet_of(run, self._ratio))
            else:
                plan += [drawn.name for drawn in run]
        return tuple(plan)

    def _put_base(self, painter: QPainter, where: QRect) -> None:
        ratio = self._ratio
        if self._whole:  # whole numbers cost a fifth
            painter.drawPixmap(where, self._base.pixels, scaled(where, ratio))
            return
        source = QRectF(QPointF(where.topLeft()) * ratio, QSizeF(where.size()) * ratio)
        painter.drawPixmap(QRectF(where), self._base.pixels, source)


def _exchanged(before: dict[str, Drawn], now: dict[str, Drawn]) -> QRect:
    """Return where parts went away, or lie in another order than before."""
    dirty = QRect()
    if list(before) == list(now):
        return dirty
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
