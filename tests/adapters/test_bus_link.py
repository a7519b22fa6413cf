"""What a link to the bus keeps of calls that nobody answers."""

from __future__ import annotations

import weakref
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from deskbreak.adapters.bus_link import Answer, BusLink, Place
from tests.adapters.notify_rig import Serve

_SERVICE = Place(
    "org.freedesktop.Notifications",
    "/org/freedesktop/Notifications",
    "org.freedesktop.Notifications",
)

pytestmark = pytest.mark.linux


class Kept:
    """What a caller wants to have with the answer."""


def test_calls_that_are_never_answered_are_let_go(
    private_bus: str, serve: Serve, qtbot: QtBot
) -> None:
    service = serve("hang")
    link = BusLink(lambda _heard: None, lambda: None, address=private_bus)
    answers: list[tuple[Kept, Answer]] = []
    asked: list[weakref.ref[Kept]] = []

    def take(kept: Kept, answer: Answer) -> None:
        answers.append((kept, answer))

    for _ in range(100):  # a bus without limits of its own keeps 128 for later
        kept = Kept()
        asked.append(weakref.ref(kept))
        assert link.call(_SERVICE, "GetCapabilities", on_answer=partial(take, kept))
        del kept
    alive = [each for each in asked if each() is not None]
    assert 0 < len(alive) <= 50
    assert alive == asked[-len(alive) :]
    service.mode = "ok"
    link.call(_SERVICE, "GetCapabilities", on_answer=partial(take, Kept()))
    qtbot.waitUntil(lambda: bool(answers))
    assert not answers[0][1].error
    link.close()
