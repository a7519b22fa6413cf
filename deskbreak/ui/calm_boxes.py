"""Number and choice boxes that leave the mouse wheel to the page they stand on.

A wheel that scrolls a form must not change the value that happens to pass under the pointer.
"""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QSlider, QSpinBox


class CalmSpinBox(QSpinBox):
    """A number box without the wheel."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Hand the wheel on to the page."""
        event.ignore()


class CalmComboBox(QComboBox):
    """A choice box without the wheel."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Hand the wheel on to the page."""
        event.ignore()


class CalmDoubleSpinBox(QDoubleSpinBox):
    """A box for numbers with a point, without the wheel."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Hand the wheel on to the page."""
        event.ignore()


class CalmSlider(QSlider):
    """A slider without the wheel."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Hand the wheel on to the page."""
        event.ignore()
