"""The tray icon, drawn: a ring that fills towards the next break, and one shape for each state.

The states differ by shape, not by colour alone. Each size is drawn on its own pixel grid, with
dark shapes on a light ground of their own, so that it reads on light and on dark panels.
"""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QIcon,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPixmap,
    QPolygonF,
)

from deskbreak.core.status import ScheduleView, StateName
from deskbreak.core.wording.reasons import is_held

SIZES = (16, 22, 24, 32, 48, 64)
STEPS = 24
"""In how many steps the ring fills; the icon is drawn anew only when the step changes."""

_GROUND = QColor(255, 255, 255, 240)
_TRACK = QColor("#8b979e")
_TEAL = QColor("#0b6f6a")
_WARM = QColor("#b4431a")
_SLATE = QColor("#3f4c55")
_FULL_TURN = 360.0
_TOP = 90.0

Layer = tuple[QPainterPath, QColor]


class Face(Enum):
    """What the icon shows."""

    WORKING = auto()
    ASKING = auto()
    SNOOZED = auto()
    PAUSED = auto()
    OFF_DUTY = auto()
    HELD = auto()
    AWAY = auto()
    EXERCISING = auto()


_FACES = {
    StateName.OFF_DUTY: Face.OFF_DUTY,
    StateName.WORKING: Face.WORKING,
    StateName.OFFERING: Face.ASKING,
    StateName.SNOOZED: Face.SNOOZED,
    StateName.EXERCISING: Face.EXERCISING,
    StateName.AWAY: Face.AWAY,
    StateName.PAUSED: Face.PAUSED,
}


def face_of(view: ScheduleView) -> Face:
    """Return the face that fits the state."""
    return Face.HELD if is_held(view) else _FACES[view.state]


def step_of(view: ScheduleView) -> int:
    """Return how many of the `STEPS` the ring shows; 0 where no ring fills."""
    if face_of(view) is not Face.WORKING:
        return 0
    return max(0, min(STEPS, int(view.progress * STEPS)))


def tray_icon(face: Face, step: int) -> QIcon:
    """Draw the icon in all sizes."""
    icon = QIcon()
    for size in SIZES:
        icon.addPixmap(tray_pixmap(face, step, size))
    return icon


def tray_pixmap(face: Face, step: int, size: int) -> QPixmap:
    """Draw one size, in pixels."""
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    grid = _Grid(size)
    layers = grid.layers(face, step)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(grid.ground(face), _GROUND)
    for path, color in layers:
        painter.fillPath(path, color)
    painter.end()
    return pixmap


class _Grid:
    """The shapes of one size; lengths are whole pixels, so that straight edges stay sharp."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.mid = size / 2
        self.rim = max(1, round(size / 24))
        self.line = max(2, round(size / 8))

    def ground(self, face: Face) -> QPainterPath:
        """Return the light ground that lifts the shapes off any panel."""
        if face is not Face.OFF_DUTY:
            path = QPainterPath()
            path.addEllipse(QPointF(self.mid, self.mid), self.mid, self.mid)
            return path
        pen = QPainterPathStroker()
        pen.setWidth(2 * self.rim)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        return pen.createStroke(self._moon()).united(self._moon())

    def layers(self, face: Face, step: int) -> list[Layer]:
        """Return the shapes of a face, from the back to the front."""
        match face:
            case Face.WORKING:
                return self._working(step)
            case Face.ASKING:
                return [(self._disc(), _WARM), (self._mark(), _GROUND)]
            case Face.OFF_DUTY:
                return [(self._moon(), _SLATE)]
            case Face.AWAY:
                return [(self._dots(), _SLATE)]
            case _:
                return self._ringed(face)

    def _working(self, step: int) -> list[Layer]:
        turn = _FULL_TURN * step / STEPS
        layers = [(self._arc(_TOP, _FULL_TURN), _TRACK)]
        if step > 0:
            layers.append((self._arc(_TOP, -turn), _TEAL))
        return [*layers, (self._core(), _TEAL)]

    def _ringed(self, face: Face) -> list[Layer]:
        ring = self._arc(_TOP, _FULL_TURN)
        match face:
            case Face.PAUSED:
                return [(ring, _SLATE), (self._bars(), _SLATE)]
            case Face.HELD:
                return [(ring, _WARM), (self._bar(), _WARM)]
            case Face.SNOOZED:
                return [(ring, _TEAL), (self._hands(), _TEAL)]
            case _:
                return [(ring, _TEAL), (self._triangle(), _TEAL)]

    def _edge(self) -> float:
        return self.mid - self.rim

    def _disc(self) -> QPainterPath:
        path = QPainterPath()
        path.addEllipse(QPointF(self.mid, self.mid), self._edge(), self._edge())
        return path

    def _arc(self, start: float, turn: float) -> QPainterPath:
        radius = self._edge() - self.line / 2
        box = QRectF(self.mid - radius, self.mid - radius, 2 * radius, 2 * radius)
        path = QPainterPath()
        path.arcMoveTo(box, start)
        path.arcTo(box, start, turn)
        pen = QPainterPathStroker()
        pen.setWidth(self.line)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen.createStroke(path)

    def _core(self) -> QPainterPath:
        radius = max(2.0, round(self.size / 9))
        path = QPainterPath()
        path.addEllipse(QPointF(self.mid, self.mid), radius, radius)
        return path

    def _mark(self) -> QPainterPath:
        """An exclamation mark."""
        half = max(1, round(self.size / 14))
        top, foot = round(self.size * 0.22), round(self.size * 0.56)
        dot = round(self.size * 0.67)
        path = QPainterPath()
        path.addRect(QRectF(self.mid - half, top, 2 * half, foot - top))
        path.addRect(QRectF(self.mid - half, dot, 2 * half, 2 * half))
        return path

    def _bars(self) -> QPainterPath:
        width = max(2, round(self.size / 9))
        gap = max(1, round(self.size / 16))
        height = 2 * round(self.size * 0.19)
        path = QPainterPath()
        for left in (self.mid - gap - width, self.mid + gap):
            path.addRect(QRectF(left, self.mid - height / 2, width, height))
        return path

    def _bar(self) -> QPainterPath:
        half = round(self.size * 0.25)
        height = 2 * max(1, round(self.size / 15))
        path = QPainterPath()
        path.addRect(QRectF(self.mid - half, self.mid - height / 2, 2 * half, height))
        return path

    def _hands(self) -> QPainterPath:
        """The hands of a clock: up, and to the right."""
        width = max(2, round(self.size / 10))
        left, top = round(self.mid - width / 2), round(self.size * 0.22)
        reach = round(self.size * 0.24)
        foot = round(self.mid + width / 2)
        path = QPainterPath()
        path.addRect(QRectF(left, top, width, foot - top))
        path.addRect(QRectF(left, foot - width, reach, width))
        return path.simplified()

    def _triangle(self) -> QPainterPath:
        reach = self.size * 0.2
        tip = QPointF(self.mid + reach * 1.1, self.mid)
        left = self.mid - reach * 0.75
        path = QPainterPath()
        path.addPolygon(
            QPolygonF([QPointF(left, self.mid - reach), tip, QPointF(left, self.mid + reach)])
        )
        path.closeSubpath()
        return path

    def _moon(self) -> QPainterPath:
        bite = QPainterPath()
        radius = self._edge() * 0.86
        bite.addEllipse(QPointF(self.mid + self.size * 0.24, self.mid * 0.76), radius, radius)
        return self._disc().subtracted(bite)

    def _dots(self) -> QPainterPath:
        """A ring of eight short dashes with nobody in it."""
        path = QPainterPath()
        for n in range(8):
            path.addPath(self._arc(_TOP + 45 * n - 12, 24))
        return path
