"""Tells a neighbour that has something to say from one that floods."""

from __future__ import annotations

from collections.abc import Callable

_SPAN_NS = 10 * 1_000_000_000


class FloodGate:
    """Counts messages; more than `most` within ten seconds are a flood."""

    def __init__(self, most: int, now_ns: Callable[[], int]) -> None:
        self._most = most
        self._now_ns = now_ns
        self._since = now_ns()
        self._count = 0

    def floods(self, messages: int = 1) -> bool:
        """Count some messages and return whether they are too many."""
        now = self._now_ns()
        if now - self._since > _SPAN_NS:
            self._since, self._count = now, 0
        self._count += messages
        return self._count > self._most
