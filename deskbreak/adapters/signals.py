"""Ends the program in good order at SIGTERM, SIGINT and SIGHUP.

Python runs its handlers only between two lines of Python, and Qt may wait in C++ for hours: a
wake-up handle that Qt watches closes that gap.
"""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier


def _ending() -> tuple[signal.Signals, ...]:
    names = ("SIGTERM", "SIGINT", "SIGHUP")
    return tuple(getattr(signal, name) for name in names if hasattr(signal, name))


class QuitSignals:
    """Calls `quit_` once for each signal that asks the program to end."""

    def __init__(self, quit_: Callable[[], None], parent: QObject | None = None) -> None:
        """Take the signals over; must be called on the main thread."""
        self._quit = quit_
        self._ours, theirs = socket.socketpair()
        self._theirs = theirs
        for end in (self._ours, theirs):
            end.setblocking(False)  # noqa: FBT003 - the socket module's own signature
        self._before = signal.set_wakeup_fd(theirs.fileno(), warn_on_full_buffer=False)
        self._handlers = {number: signal.signal(number, self._came) for number in _ending()}
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, parent)
        self._notifier.activated.connect(self._drain)

    def close(self) -> None:
        """Give the signals back."""
        self._notifier.setEnabled(False)
        self._notifier.deleteLater()
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._handlers = {}
        signal.set_wakeup_fd(self._before)
        self._ours.close()
        self._theirs.close()

    def _came(self, number: int, frame: FrameType | None) -> None:
        del number, frame
        self._quit()

    def _drain(self) -> None:
        try:
            self._ours.recv(64)
        except BlockingIOError:
            return
