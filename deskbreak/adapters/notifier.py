"""The notifier that the engine speaks to: ways to show a toast, tried in order.

The desktop's service with buttons, then the tray icon's message, then plyer, then a window of
our own, which always succeeds. Each offer starts from the first way again: a service may be back.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from deskbreak.adapters.notification import Candidate, Done, Outcome, Toast
from deskbreak.adapters.notify_plyer import PlyerNotifier
from deskbreak.core.offer_view import OfferView, QuietView
from deskbreak.core.words import Words
from deskbreak.ports import Send

if TYPE_CHECKING and sys.platform == "win32":
    from deskbreak.adapters.toasts_winrt import WindowsToasts


@dataclass(frozen=True, slots=True)
class Ways:
    """What the windows lend to the notifier; neither knows the other.

    `tray_message` shows title and text at the tray icon and says whether it could;
    `own_offer` and `own_message` open small windows of our own and cannot fail.
    """

    tray_message: Callable[[str, str], bool]
    own_offer: Callable[[OfferView], None]
    own_message: Callable[[str, str], None]


class TrayMessage:
    """The tray icon's message as a candidate."""

    def __init__(self, message: Callable[[str, str], bool]) -> None:
        self._message = message

    def show(self, toast: Toast, done: Done) -> None:
        """Show it, if there is an icon to show it at."""
        done(Outcome.SHOWN if self._message(toast.title, toast.text) else Outcome.FAILED)

    def withdraw(self) -> None:
        """Do nothing: the message goes away by itself."""

    def close(self) -> None:
        """Hold nothing."""


class MessageWithWindow:
    """The tray icon's message, and beside an offer a small window of our own that has its buttons.

    For systems whose notifications have no buttons for a program like this one.
    """

    def __init__(self, ways: Ways) -> None:
        self._ways = ways

    def show(self, toast: Toast, done: Done) -> None:
        """Show both, or the message alone; an offer's window cannot fail."""
        there = self._ways.tray_message(toast.title, toast.text)
        if isinstance(toast.offer, OfferView):
            self._ways.own_offer(toast.offer)
            there = True
        done(Outcome.SHOWN if there else Outcome.FAILED)

    def withdraw(self) -> None:
        """Do nothing: the message goes away by itself, the window with the offer."""

    def close(self) -> None:
        """Hold nothing."""


class NotifierChain:
    """Tries its candidates in order until one shows the toast; implements `ports.Notifier`."""

    def __init__(self, candidates: Sequence[Candidate], ways: Ways) -> None:
        self._candidates = tuple(candidates)
        self._ways = ways
        self._turn = 0
        self._again = True
        self._nudging = False

    def offer(self, view: OfferView) -> None:
        """Show or replace the offer's notification; a quiet offer leaves only the tray icon."""
        self._turn += 1
        self._again, self._nudging = True, False
        if view.quiet:
            self._withdraw_all()
            return
        self._try(0, Toast(view.title, view.text, view), self._turn)

    def withdraw(self) -> None:
        """Take the offer's notification away, also one that is on its way."""
        self._turn += 1
        self._nudging = False
        self._withdraw_all()

    def nudge(self, view: QuietView) -> None:
        """Show a quiet question; where no service shows it, nothing does."""
        self._turn += 1
        self._again, self._nudging = False, True
        self._try(0, Toast(view.title, view.text, view), self._turn)

    def withdraw_nudge(self) -> None:
        """Take the quiet question away, unless an offer has taken its place."""
        if self._nudging:
            self.withdraw()

    def tell(self, title: str, text: str) -> None:
        """Show a plain message."""
        self._try(0, Toast(title, text), 0)

    def close(self) -> None:
        """Let go of every service."""
        self._turn += 1
        for candidate in self._candidates:
            candidate.close()

    def _withdraw_all(self) -> None:
        for candidate in self._candidates:
            candidate.withdraw()

    def _try(self, place: int, toast: Toast, turn: int) -> None:
        if place == len(self._candidates):
            self._last_resort(toast)
            return
        self._candidates[place].show(toast, partial(self._answered, place, toast, turn))

    def _answered(self, place: int, toast: Toast, turn: int, outcome: Outcome) -> None:
        if toast.offer is not None and turn != self._turn:
            return
        if outcome in {Outcome.FAILED, Outcome.UNSURE}:
            self._try(place + 1, toast, turn)
        elif outcome is Outcome.LOST:
            # Once from the start, since the bus may start the service anew; then the next way.
            self._try(0 if self._again else place + 1, toast, turn)
            self._again = False

    def _last_resort(self, toast: Toast) -> None:
        if isinstance(toast.offer, OfferView):
            self._ways.own_offer(toast.offer)
        elif toast.offer is None:
            self._ways.own_message(toast.title, toast.text)


def build_notifier(send: Send, tr: Words, ways: Ways) -> NotifierChain:
    """Build the chain for this platform. Needs a QApplication; opens nothing yet."""
    candidates: list[Candidate] = [PlyerNotifier()]
    if sys.platform == "linux":
        # jeepney is installed on Linux alone, so it may be imported only here.
        from deskbreak.adapters.notify_freedesktop import FreedesktopNotifier  # noqa: PLC0415

        candidates[:0] = [FreedesktopNotifier(send, tr), TrayMessage(ways.tray_message)]
    elif sys.platform == "win32":
        from deskbreak.adapters.notify_windows import WindowsNotifier  # noqa: PLC0415 - likewise

        candidates[:0] = [WindowsNotifier(send, tr, _toasts), MessageWithWindow(ways)]
    else:
        # On macOS plyer needs a library of its own and a service that macOS has taken away.
        candidates = [MessageWithWindow(ways)]
    return NotifierChain(candidates, ways)


if sys.platform == "win32":

    def _toasts() -> WindowsToasts:
        # Loaded with the first notification; a missing package means no toasts, and no harm.
        from deskbreak.adapters.toasts_winrt import WindowsToasts  # noqa: PLC0415

        return WindowsToasts()
