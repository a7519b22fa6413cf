"""What a screen reader says for a control: its label, and never its value in place of one."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QCalendarWidget,
    QComboBox,
    QLineEdit,
    QWidget,
)

_NAME, _VALUE = QAccessible.Text.Name, QAccessible.Text.Value
_LABEL = QAccessible.RelationFlag.Label
_NO_KEYS = Qt.FocusPolicy.NoFocus
_QTS_OWN = "qt_"
_WHOLES = (QAbstractSpinBox, QCalendarWidget, QComboBox, QLineEdit)
"""What a screen reader tells as one control, whatever Qt makes it of."""


def said_name(control: QWidget) -> str:
    """Return the name that a screen reader says: that of the label, else the control's own.

    Qt gives a choice box's value as its name wherever AT-SPI is spoken, so that a change is said
    at once; there its name comes from the label alone.
    """
    told = QAccessible.queryAccessibleInterface(control)
    labels = [other.text(_NAME) for other, what in told.relations() if what & _LABEL]
    if labels or isinstance(control, QComboBox):
        return " ".join(labels)
    name = told.text(_NAME)
    return "" if name == told.text(_VALUE) else name


def controls(window: QWidget) -> Iterator[QWidget]:
    """Yield what takes keys or presses, or could if it were shown or enabled."""
    for each in window.findChildren(QWidget):
        takes = isinstance(each, QAbstractButton) or each.focusPolicy() is not _NO_KEYS
        inner = each.objectName().startswith(_QTS_OWN) or isinstance(each.parent(), _WHOLES)
        if takes and not inner and each.window() is window.window():
            yield each


def nameless(window: QWidget) -> list[str]:
    """Return the controls that a screen reader has no name for."""
    return [str(each) for each in controls(window) if not said_name(each).strip()]
