"""Waits for an answer that is sought beside the windows, and shows that it does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

_LOOK_MS, _BUSY_LOOKS = 30, 5
"""How often it is asked for, and after how many looks the pointer says that it takes a while."""


class Sought(Protocol[T_co]):
    """An answer that is being found beside everything else."""

    def found(self) -> tuple[T_co, ...]:
        """Return nothing while it is sought, then the answer alone."""


class Waiting(Generic[T]):
    """Hands an answer on as soon as it is there; of several questions only the last one counts.

    It is no QObject: Python's garbage collector dies with a generic one of PySide.
    """

    def __init__(self, then: Callable[[T], None]) -> None:
        self._then = then
        self._sought: Sought[T] | None = None
        self._looks = 0
        self._timer = QTimer()
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)

    def wait(self, sought: Sought[T]) -> None:
        """Wait for an answer."""
        self.leave()
        self._sought, self._looks = sought, 0
        self._timer.start()

    def leave(self) -> None:
        """Wait no longer."""
        self._timer.stop()
        if self._looks >= _BUSY_LOOKS:
            QGuiApplication.restoreOverrideCursor()
        self._sought, self._looks = None, 0

    def _look(self) -> None:
        found = self._sought.found() if self._sought is not None else ()
        if found:
            self.leave()
            self._then(found[0])
            return
        self._looks += 1
        if self._looks == _BUSY_LOOKS:
            QGuiApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)
