"""Where a window opens: on the cursor's screen, at the size (and place there) of last time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QCursor, QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from deskbreak.ui.afloat import appear_afloat
from deskbreak.ui.screens import free_room


def _nothing() -> str:
    return ""


def _forget(_text: str) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Memory:
    """How a window's place is loaded and saved, as one line of text."""

    load: Callable[[], str] = _nothing
    save: Callable[[str], None] = _forget


USUAL_LINE = 16
"""Pixels of a text line at the desktop's usual font, for which sizes are given."""

FREE = 0.88
"""The part of a screen that a window may take: Wayland tells of no panels and title bars."""


def scaled(window: QWidget, size: QSize) -> QSize:
    """Return a size grown with the window's font, and never larger than the screen."""
    grown = size * max(1.0, window.fontMetrics().height() / USUAL_LINE)
    return grown.boundedTo(free_room(window).size() * FREE)


def settle(window: QWidget, memory: Memory, size: QSize, *, afloat: bool = False) -> None:
    """Give the window its size and place; centred at first and on another screen.

    `afloat` asks a tiling desktop to let it have that size, for this time.
    """
    window.resize(size)
    kept = QByteArray.fromBase64(memory.load().encode("ascii", "ignore"))
    known = window.restoreGeometry(kept)
    screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
    if screen is not None:
        _fit(window, screen, known=known)
    if afloat:
        appear_afloat(window)


def _fit(window: QWidget, screen: QScreen, *, known: bool) -> None:
    room = screen.availableGeometry()
    window.resize(window.size().boundedTo(room.size()))
    if not known or not room.contains(window.geometry()):
        frame = window.frameGeometry()
        frame.moveCenter(room.center())
        window.move(frame.topLeft())


def remember(window: QWidget, memory: Memory) -> None:
    """Save the window's size and place."""
    memory.save(bytes(window.saveGeometry().toBase64().data()).decode("ascii"))
