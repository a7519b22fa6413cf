"""Toasts by plyer, in a daemon thread with a time limit: it blocks for up to half a minute.

Linux: plyer talks to the same service as `notify_freedesktop` and never says that it failed,
so its success there counts as unsure. It has no buttons anywhere.
"""

from __future__ import annotations

import sys
import threading
import warnings
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from deskbreak.adapters.notification import Done, Outcome, Toast

_TITLE_MAX, _TEXT_MAX = 64, 256
LIMIT_MS = 3000


class PlyerNotifier(QObject):
    """Hands a toast to plyer; while one call hangs, further ones fail at once."""

    _returned = Signal(int, bool)
    busy: bool
    """Whether a call to plyer has not come back yet."""

    def __init__(self, *, limit_ms: int = LIMIT_MS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.setInterval(limit_ms)
        self._limit.timeout.connect(self._too_late)
        self.busy = False
        self._ticket = 0
        self._done: Done | None = None
        self._returned.connect(self._back, Qt.ConnectionType.QueuedConnection)

    def show(self, toast: Toast, done: Done) -> None:
        """Show a toast, without buttons."""
        if self.busy:
            done(Outcome.FAILED)
            return
        self.busy = True
        self._ticket += 1
        self._done = done
        self._limit.start()
        work = partial(self._work, self._ticket, toast.title, toast.text)
        threading.Thread(target=work, name="plyer", daemon=True).start()

    def withdraw(self) -> None:
        """Forget the answer; plyer cannot take a toast away."""
        self._limit.stop()
        self._done = None

    def close(self) -> None:
        """Forget the answer; the thread is a daemon and holds up no exit."""
        self.withdraw()

    def _work(self, ticket: int, title: str, text: str) -> None:
        fine = notify(title, text)
        try:
            self._returned.emit(ticket, fine)
        except RuntimeError:
            return  # the program ended while plyer hung

    def _back(self, ticket: int, fine: bool) -> None:  # noqa: FBT001 - the signal's argument
        self.busy = False
        if ticket == self._ticket:
            certain = Outcome.UNSURE if sys.platform == "linux" else Outcome.SHOWN
            self._answer(certain if fine else Outcome.FAILED)

    def _too_late(self) -> None:
        self._answer(Outcome.FAILED)

    def _answer(self, outcome: Outcome) -> None:
        self._limit.stop()
        done, self._done = self._done, None
        if done is not None:
            done(outcome)


def notify(title: str, text: str) -> bool:
    """Call plyer in this thread; return whether it raised nothing. May block for 25 s."""
    if title.startswith("-"):
        title = "\u200b" + title  # notify-send would take it for an option
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from plyer import notification  # noqa: PLC0415 - costs 4 MB, needed only as a last way

            notification.notify(
                title=title[:_TITLE_MAX],
                message=text[:_TEXT_MAX],
                app_name="deskbreak",
                timeout=10,
            )
    except Exception:  # noqa: BLE001 - plyer's back ends raise what they like; all mean "not shown"
        return False
    return True
