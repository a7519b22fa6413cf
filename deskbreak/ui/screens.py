"""What is asked of the screen that a window is on, without danger to the screen.

PySide takes the screen that `QWidget.screen()` returns for a child of that widget. When the garbage
collector takes the widget down later, it may hand the screen over to Python, which deletes it, and
the next window that is made ends the process. So nobody else asks, and here the wrapper of the
screen, not the screen, is let go at once. See docs/decisions/garbage.md.
"""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken


def free_room(window: QWidget) -> QRect:
    """Return the room of a window's screen that no panel takes."""
    screen = window.screen()
    room = screen.availableGeometry()
    Shiboken.invalidate(screen)
    return room


def is_on(window: QWidget, screen: QScreen) -> bool:
    """Return whether a window is on a screen; that one's wrapper is of no more use then."""
    name, own = screen.name(), window.screen()
    same = own.name() == name
    Shiboken.invalidate(own)
    return same
