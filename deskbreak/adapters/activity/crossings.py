"""Idle time from a source that only tells when stillness crossed a length, and when it ended."""

from __future__ import annotations

from collections.abc import Callable

SECOND = 1_000_000_000


class Crossings:
    """Keeps the instant of the last crossing, so that the idle time can be told at any time.

    Between crossings somebody is taken to be active: the error is less than the shortest length.
    """

    def __init__(self, now_ns: Callable[[], int], shortest_s: int, last_ns: int | None) -> None:
        """Begin; `last_ns` is the last input known before, which stands until something is told.

        A source that is asked anew measures from that moment on. So what it tells first, or that
        it tells nothing for longer than its shortest length, decides whether `last_ns` was right.
        """
        self._now_ns = now_ns
        self._still = last_ns
        self._doubt_until: int | None = now_ns() + (shortest_s + 1) * SECOND

    def idled(self, length_s: int) -> None:
        """Take the source's word that nobody touched anything for this long."""
        self._doubt_until = None
        began = self._now_ns() - length_s * SECOND
        self._still = began if self._still is None else min(self._still, began)

    def resumed(self) -> None:
        """Take the source's word that somebody is back."""
        self._doubt_until = None
        self._still = None

    def idle_s(self) -> int:
        """Return the seconds since the last input."""
        now = self._now_ns()
        if self._doubt_until is not None and now > self._doubt_until:
            self.resumed()
        return 0 if self._still is None else max(0, now - self._still) // SECOND
