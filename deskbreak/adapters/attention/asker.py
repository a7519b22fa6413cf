"""A question whose answer may take a while, asked in a thread beside the windows.

While one is on its way no other is asked: a file system that hangs costs one thread and this
one answer, nothing else.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

_log = logging.getLogger(__name__)
_Found = TypeVar("_Found")


class _Bell(QObject):
    rung = Signal(int)


class Asker(Generic[_Found]):
    """Asks a question again and again, and hands each answer on in the windows' thread."""

    def __init__(self, question: Callable[[], _Found], told: Callable[[_Found], None]) -> None:
        """Keep the question; nothing is asked yet.

        Args:
            question: is called in the thread; whatever it raises is logged and tells nothing.
            told: is called in the windows' thread with the answer.
        """
        self._question, self._told = question, told
        self._bell = _Bell()
        self._bell.rung.connect(self._answered, Qt.ConnectionType.QueuedConnection)
        self._ticket = 0
        self._busy = self._once_more = False
        self._found: list[_Found] = []

    @property
    def busy(self) -> bool:
        """Whether a question is on its way."""
        return self._busy

    def ask(self) -> None:
        """Ask, or remember to ask once more when the answer that is on its way is there."""
        if self._busy:
            self._once_more = True
            return
        self._busy = True
        threading.Thread(target=self._run, args=(self._ticket,), name="asker", daemon=True).start()

    def forget(self) -> None:
        """Be told nothing of what is on its way."""
        self._ticket += 1
        self._once_more = False

    def _run(self, ticket: int) -> None:
        try:
            self._found = [self._question()]
        except Exception:  # noqa: BLE001 - a sense that fails tells nothing, and the log says more
            _log.warning("A sense could not be asked", exc_info=True)
            self._found = []
        try:
            self._bell.rung.emit(ticket)
        except RuntimeError:
            return  # the program ended meanwhile

    def _answered(self, ticket: int) -> None:
        found, self._found = self._found, []
        self._busy = False
        if ticket == self._ticket:
            for each in found:
                self._told(each)
        if self._once_more:
            self._once_more = False
            self.ask()
