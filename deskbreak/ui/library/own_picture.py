"""A picture of the person's own, shown where else the figure moves."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskbreak.core.exercise import Exercise

Pictures = Callable[[str], bytes]
"""Gives a picture by its name as a PNG; empty when it is not to be shown."""


def picture_of(exercise: Exercise, pictures: Pictures) -> QPixmap:
    """Return the exercise's own picture; a null one where the figure is to be shown."""
    pixmap = QPixmap()
    if exercise.picture:
        pixmap.loadFromData(pictures(exercise.picture))
    return pixmap


def fitted(pixmap: QPixmap, size: QSize, ratio: float) -> QPixmap:
    """Return a picture in the middle of a field of that size, as large as it fits."""
    field = QPixmap(size * ratio)
    field.setDevicePixelRatio(ratio)
    field.fill(Qt.GlobalColor.transparent)
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    small = pixmap.scaled(size * ratio, keep, smooth)
    small.setDevicePixelRatio(ratio)
    free = size.toSizeF() - small.deviceIndependentSize()
    painter = QPainter(field)
    painter.drawPixmap(QPointF(free.width() / 2, free.height() / 2), small)
    painter.end()
    return field


class OwnPicture(QWidget):
    """Shows a picture as large as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixmap = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, pixmap: QPixmap, name: str) -> None:
        """Show a picture; a null one hides the widget."""
        self._pixmap = pixmap
        self.setAccessibleName(name)
        self.setVisible(not pixmap.isNull())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture in the middle."""
        del event
        if not self._pixmap.isNull():
            painter = QPainter(self)
            painter.drawPixmap(0, 0, fitted(self._pixmap, self.size(), self.devicePixelRatioF()))
            painter.end()
