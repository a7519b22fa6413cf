"""A page that scrolls up and down when the screen is too small for it, and never sideways."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from deskbreak.ui.screens import free_room

_ROOM = 0.9
"""How much of the screen a window may take at the start."""


def scrolling(page: QWidget) -> QScrollArea:
    """Return a frameless scroll area around a page."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    beside = area.verticalScrollBar().sizeHint().width()
    area.setMinimumWidth(page.minimumSizeHint().width() + beside)
    return area


def fit_to_screen(window: QWidget, letters: int, lines: int) -> None:
    """Give a window room for so many letters and lines, at most what the screen has."""
    metrics = QFontMetrics(window.font())
    space = free_room(window)
    width = metrics.averageCharWidth() * letters
    height = metrics.lineSpacing() * lines
    window.resize(min(width, int(space.width() * _ROOM)), min(height, int(space.height() * _ROOM)))
