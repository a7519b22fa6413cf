"""Keys of a window, each of which acts once however long it is held."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def bind(window: QWidget, acts: dict[Qt.Key, Callable[[], None]]) -> None:
    """Let each key of a window do what it stands for."""
    for key, act in acts.items():
        shortcut = QShortcut(QKeySequence(key), window)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)
