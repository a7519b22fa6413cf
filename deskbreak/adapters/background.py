"""Work that takes seconds, done in a thread beside the windows, which ask how far it has come."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")

_log = logging.getLogger(__name__)

Progress = Callable[[float], None]
"""Is told how much of the work is done, 0 to 1."""


class Background:
    """One piece of work that runs from the start on; it holds the program's exit until it ends.

    Args:
        work: is handed a `Progress`, and returns "" or the sentence that says what failed.
        failed: the sentence for a fault that nobody expected.
    """

    def __init__(self, work: Callable[[Progress], str], failed: str) -> None:
        self._work, self._failed = work, failed
        self._part = 0.0
        self._said: str | None = None
        threading.Thread(target=self._run, name="background").start()

    def part(self) -> float:
        """Return how much of it is done, 0 to 1."""
        return self._part

    def said(self) -> str | None:
        """Return None while it goes on, then "" or why it failed."""
        return self._said

    def _run(self) -> None:
        try:
            self._said = self._work(self._heed)
        except Exception:  # noqa: BLE001 - whatever it is, the window is told and the log says more
            _log.exception("Work beside the windows failed")
            self._said = self._failed

    def _heed(self, part: float) -> None:
        self._part = part


class Beside(Generic[T]):
    """One answer that takes a while to find; `instead` is the one after an unexpected fault."""

    def __init__(self, find: Callable[[], T], instead: T) -> None:
        self._find, self._instead = find, instead
        self._found: tuple[T, ...] = ()
        threading.Thread(target=self._run, name="beside").start()

    def found(self) -> tuple[T, ...]:
        """Return nothing while it is sought, then the answer alone."""
        return self._found

    def _run(self) -> None:
        try:
            found = self._find()
        except Exception:  # noqa: BLE001 - whatever it is, the window goes on and the log says more
            _log.exception("A question beside the windows failed")
            found = self._instead
        self._found = (found,)
