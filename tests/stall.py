"""Measures how long the event loop of a test stands still."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QTimer


class Stall:
    """Measures the longest time in which the event loop did not turn, in milliseconds."""

    def __init__(self) -> None:
        self.longest = 0
        self._since = QElapsedTimer()
        self._since.start()
        self._tick = QTimer()
        self._tick.timeout.connect(self._turned)
        self._tick.start(5)

    def _turned(self) -> None:
        self.longest = max(self.longest, self._since.restart())

    def stop(self) -> None:
        self._turned()
        self._tick.stop()
