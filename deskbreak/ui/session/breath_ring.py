"""A soft disc that grows on the breath in and shrinks on the breath out."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskbreak.core.exercise import Breath
from deskbreak.ui.drawing.shapes import disc
from deskbreak.ui.theme import TITLE, Theme, scaled_font, theme_of

SMALLEST, LARGEST, AT_REST = 0.46, 0.94, 0.66
"""The disc's radius as a part of the ring's, after a breath out, after one in, and between."""

FULL_TURN = 360 * 16

COUNTS_PER_S = 30
"""How finely the ring counts down: its end moves by less than a pixel between."""


class BreathRing(QWidget):
    """Shows a breath, or counts the seconds of a card down, on a ground of the theme."""

    def __init__(self, ground: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground = ground
        # Nothing below is painted again for a breath that grows.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._track = QPixmap()
        self._painted_for: tuple[object, ...] = ()
        self._fill = AT_REST
        self._left: tuple[float, float] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a square that follows the font."""
        side = 5 * self.fontMetrics().height()
        return QSize(side, side)

    def show_breath(self, breath: Breath, part: float) -> None:
        """Show a breath, `part` of which (0 to 1) is over."""
        gathered = 0.5 - 0.5 * math.cos(math.pi * part)
        grown = {Breath.IN: gathered, Breath.OUT: 1.0 - gathered, Breath.FREE: None}[breath]
        fill = AT_REST if grown is None else SMALLEST + (LARGEST - SMALLEST) * grown
        self._change(round(fill * self._steps()) / self._steps(), None)

    def show_countdown(self, left: float, whole: float) -> None:
        """Count `left` of `whole` seconds down."""
        self._change(LARGEST, (round(left * COUNTS_PER_S) / COUNTS_PER_S, whole))

    def _steps(self) -> int:
        """Return how many radii can be told apart in motion: two for each pixel of the screen."""
        return max(1, round(self.width() * self.devicePixelRatioF()))

    def _change(self, fill: float, left: tuple[float, float] | None) -> None:
        if (fill, left) != (self._fill, self._left):
            self._fill, self._left = fill, left
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint track, disc, and the seconds where there are any."""
        theme = theme_of(self)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._track_in(theme))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        stroke, radius = self._line(), self._radius()
        grown = radius * self._fill
        if self._left is None:  # two discs cost less than a disc and a line around it
            self._disc(painter, theme.color("accent"), grown + stroke / 2)
            self._disc(painter, theme.color("accent_soft"), grown - stroke / 2)
            return
        self._disc(painter, theme.color("accent_soft"), grown)
        left, whole = self._left
        middle = self._middle()
        box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        painter.setPen(QPen(theme.color("accent"), stroke, c=Qt.PenCapStyle.RoundCap))
        painter.drawArc(box, FULL_TURN // 4, round(FULL_TURN * min(1.0, left / whole)))
        painter.setPen(theme.color("text"))
        painter.setFont(scaled_font(self.font(), TITLE, strong=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(math.ceil(left)))

    def _track_in(self, theme: Theme) -> QPixmap:
        """Return ground and track, painted anew only for another size, screen or theme."""
        ratio = self.devicePixelRatioF()
        painted_for = (self.width(), self.height(), ratio, theme)
        if painted_for != self._painted_for:
            self._painted_for = painted_for
            self._track = QPixmap(self.size() * ratio)
            self._track.setDevicePixelRatio(ratio)
            self._track.fill(theme.color(self._ground))
            painter = QPainter(self._track)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("line"), self._line()))
            painter.drawEllipse(self._middle(), self._radius(), self._radius())
            painter.end()
        return self._track

    def _disc(self, painter: QPainter, colour: QColor, radius: float) -> None:
        painter.setBrush(colour)
        middle = self._middle()
        painter.drawPath(disc(middle.x(), middle.y(), radius, radius))

    def _middle(self) -> QPointF:
        return QPointF(self.width() / 2, self.height() / 2)

    def _line(self) -> float:
        return max(2.0, self.width() / 32)

    def _radius(self) -> float:
        return min(self.width(), self.height()) / 2 - self._line()
