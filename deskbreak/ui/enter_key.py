"""Enter presses the focused button in windows too, not in dialogs alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget


def press_focused(window: QWidget, event: QKeyEvent) -> bool:
    """Press the focused button when the key is Enter; tell whether that was so."""
    focused = window.focusWidget()
    enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
    if enter and isinstance(focused, QPushButton) and not event.isAutoRepeat():
        focused.click()
        return True
    return False
