"""Idle time from a system that does not tell by itself: asked as rarely as possible."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from deskbreak.adapters.activity.source import Line

LEAST_S = 30
"""Seconds between two questions at least."""


def next_question_s(idle_s: int, lengths_s: tuple[int, ...], *, closely: bool) -> int:
    """Return the seconds until the idle time may have passed a length that matters.

    Somebody who was active just now cannot have been still for ten minutes sooner than in ten
    minutes. A short lull and a return are asked for every half minute, and only `closely`.
    """
    longest = max(lengths_s)
    if idle_s >= longest:
        return LEAST_S if closely else max(LEAST_S, longest)
    coming = lengths_s if closely else (longest,)
    return max(LEAST_S, min(length - idle_s for length in coming if length > idle_s))


def passed(idle_s: int, lengths_s: tuple[int, ...]) -> int:
    """Return how many of the lengths an idle time has passed."""
    return sum(idle_s >= length for length in lengths_s)


class PolledIdle(QObject):
    """Reads the idle time when somebody looks, and by itself no more often than is worth it."""

    def __init__(
        self,
        line: Line,
        lengths_s: tuple[int, ...],
        read: Callable[[], int | None],
        parent: QObject | None = None,
    ) -> None:
        """Read for the first time; `read` returns None when the system does not tell."""
        super().__init__(parent)
        self._line = line
        self._lengths = lengths_s
        self._read = read
        self._closely = False
        self._passed = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask)
        first = self.idle_s()
        if first is not None:
            self._plan(first)
            line.works()

    def idle_s(self) -> int | None:
        """Return the seconds since the last input."""
        idle = self._read()
        if idle is None:
            self._line.failed("the system does not tell")
            return None
        self._passed = passed(idle, self._lengths)
        return idle

    def listen(self, *, closely: bool) -> None:
        """Say whether a short lull and a return matter now."""
        if closely != self._closely:
            self._closely = closely
            idle = self.idle_s()
            if idle is not None:
                self._plan(idle)

    def close(self) -> None:
        """Ask no more."""
        self._timer.stop()

    def _ask(self) -> None:
        before = self._passed
        idle = self.idle_s()
        if idle is None:
            return
        self._plan(idle)
        if self._passed != before:
            self._line.changed()

    def _plan(self, idle_s: int) -> None:
        seconds = next_question_s(idle_s, self._lengths, closely=self._closely)
        self._timer.start(seconds * 1000)
