"""Notifications with buttons on Windows, by its toasts."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal

from deskbreak.adapters.notification import Done, Outcome, Toast
from deskbreak.adapters.toast_buttons import buttons
from deskbreak.adapters.toast_markup import toast_markup
from deskbreak.core.command import Command
from deskbreak.core.words import Words
from deskbreak.ports import Send

_log = logging.getLogger(__name__)


class Happened(Enum):
    """What became of a toast."""

    PRESSED = auto()
    GONE = auto()
    FAILED = auto()


Hear = Callable[[Happened, str], None]
"""Is told what became of a toast, and the key of what was pressed; from any thread."""


class Toasts(Protocol):
    """What is asked of Windows' notifications; each method may raise OSError."""

    def allowed(self) -> bool:
        """Return whether the person lets this program show any."""
        ...

    def show(self, markup: str, tag: str, hear: Hear) -> None:
        """Show a toast under a name of at most 64 letters."""
        ...

    def remove(self, tag: str) -> None:
        """Take a toast away, from the screen and from the list of the missed ones."""
        ...


@dataclass(frozen=True, slots=True)
class _Shown:
    """The offer that stands on the screen."""

    tag: str
    commands: dict[str, Command]
    done: Done


class WindowsNotifier(QObject):
    """Shows toasts; what Windows tells from its own threads is heard on the GUI thread.

    Args:
        send: takes a person's wish.
        tr: the words.
        open_toasts: gives Windows' notifications; it may raise ImportError or OSError.
    """

    _told = Signal(str, object, str)

    def __init__(
        self,
        send: Send,
        tr: Words,
        open_toasts: Callable[[], Toasts],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._send, self._tr, self._open = send, tr, open_toasts
        self._toasts: Toasts | None = None
        self._number = 0
        self._shown: _Shown | None = None
        self._told.connect(self._heard, Qt.ConnectionType.QueuedConnection)

    def show(self, toast: Toast, done: Done) -> None:
        """Show a toast; an offer takes the place of the offer before it."""
        if toast.offer is not None:
            self.withdraw()
        self._number += 1
        tag = f"deskbreak-{self._number}"
        if toast.offer is not None:
            commands = {each.key: each.command for each in buttons(toast.offer, self._tr)}
            self._shown = _Shown(tag, commands, done)
        if self._tried(tag, toast):
            done(Outcome.SHOWN)
            return
        if toast.offer is not None:
            self._shown = None
        done(Outcome.FAILED)

    def withdraw(self) -> None:
        """Take the offer's toast away."""
        shown, self._shown = self._shown, None
        if shown is not None:
            self._remove(shown.tag)

    def close(self) -> None:
        """Take the offer's toast away: its buttons would do nothing any more."""
        self.withdraw()

    def _tried(self, tag: str, toast: Toast) -> bool:
        try:
            toasts = self._toasts = self._toasts or self._open()
            if not toasts.allowed():
                return False
            toasts.show(toast_markup(toast, self._tr), tag, self._hearing(tag))
        except (OSError, ImportError) as error:
            _log.info("Windows shows no notification: %s", error)
            return False
        return True

    def _hearing(self, tag: str) -> Hear:
        def hear(what: Happened, key: str) -> None:
            try:
                self._told.emit(tag, what, key)
            except RuntimeError:
                return  # the program has ended, and Windows tells all the same

        return hear

    def _heard(self, tag: str, what: Happened, key: str) -> None:
        shown = self._shown
        if shown is None or tag != shown.tag:
            return
        if what is Happened.FAILED:
            self._shown = None
            shown.done(Outcome.LOST)
            return
        # One that left the screen would wait in the list of the missed, with dead buttons.
        self.withdraw()
        if what is Happened.PRESSED and key in shown.commands:
            self._send(shown.commands[key])

    def _remove(self, tag: str) -> None:
        try:
            if self._toasts is not None:
                self._toasts.remove(tag)
        except OSError as error:
            _log.info("a notification stays: %s", error)
