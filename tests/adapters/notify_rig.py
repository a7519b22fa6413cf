"""A notifier on a private bus with a service that can fail, for the tests of notifications."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from deskbreak.adapters.notification import Outcome, Toast
from deskbreak.adapters.notify_freedesktop import FreedesktopNotifier
from deskbreak.core.command import Command
from deskbreak.core.offer_view import OfferView
from deskbreak.core.words import English
from tests.adapters.fake_notifications import FakeService

Serve = Callable[..., FakeService]


def offer(urgency: int = 0, *, can_snooze: bool = True) -> Toast:
    text = "About 4 minutes, seated & <calm>."
    view = OfferView("Time to loosen up", text, urgency, 10, (5, 10), can_snooze, quiet=False)
    return Toast(view.title, view.text, view)


class Rig:
    """A notifier on a private bus, and what came out of it."""

    def __init__(self, address: str, limit_ms: int = 3000) -> None:
        self.sent: list[Command] = []
        self.outcomes: list[Outcome] = []
        self.notifier = FreedesktopNotifier(
            self.sent.append, English(), address=address, limit_ms=limit_ms
        )

    def show(self, toast: Toast) -> None:
        self.notifier.show(toast, self.outcomes.append)


def shown(rig: Rig, qtbot: QtBot, toast: Toast | None = None) -> None:
    """Show an offer and wait until the service has it."""
    before = len(rig.outcomes)
    rig.show(toast or offer())
    qtbot.waitUntil(lambda: len(rig.outcomes) > before)
    assert rig.outcomes[-1] is Outcome.SHOWN
