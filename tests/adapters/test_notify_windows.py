"""Notifications with buttons on Windows: the notifier, and the contract of the toasts below it."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from pytestqt.qtbot import QtBot

from deskbreak.adapters.notification import Candidate, Outcome, Toast
from deskbreak.adapters.notify_windows import Happened, Hear, Toasts, WindowsNotifier
from deskbreak.adapters.toast_markup import toast_markup
from deskbreak.core.command import Command, Show, Skip, Snooze, Start, Window
from deskbreak.core.offer_view import MeetingView, NudgeView, OfferView
from deskbreak.core.words import English

pytestmark = pytest.mark.native

VIEW = OfferView("Time <&>", 'Four "minutes".\x07', 0, 10, (5,), can_snooze=True, quiet=False)
OFFER = Toast(VIEW.title, VIEW.text, VIEW)
PLAIN = Toast("Saved", "All is well.")


class FakeToasts:
    """As strict as Windows, which tells from threads of its own."""

    def __init__(self) -> None:
        self.lets = True
        self.fault: OSError | None = None
        self.on_screen: dict[str, tuple[ET.Element, Hear]] = {}

    def allowed(self) -> bool:
        return self.lets

    def show(self, markup: str, tag: str, hear: Hear) -> None:
        if self.fault is not None:
            raise self.fault
        assert len(markup) < 5000
        assert 0 < len(tag) <= 64
        root = ET.fromstring(markup)  # noqa: S314 - our own words
        assert root.tag == "toast"
        assert len(root.findall("actions/action")) <= 5
        assert root.find("visual/binding[@template='ToastGeneric']") is not None
        assert tag not in self.on_screen
        self.on_screen[tag] = (root, hear)

    def remove(self, tag: str) -> None:
        if self.on_screen.pop(tag, None) is None:
            raise OSError("there is none of that name")

    def happens(self, what: Happened, key: str = "") -> None:
        """Tell of the last toast."""
        hear = tuple(self.on_screen.values())[-1][1]
        thread = threading.Thread(target=hear, args=(what, key))
        thread.start()
        thread.join()

    def labels(self) -> list[str]:
        (root, _), *_ = reversed(self.on_screen.values())
        return [each.attrib["content"] for each in root.findall("actions/action")]


class Rig:
    """A notifier over toasts, and what came out of it."""

    def __init__(self, open_toasts: Callable[[], Toasts]) -> None:
        self.sent: list[Command] = []
        self.outcomes: list[Outcome] = []
        self.notifier = WindowsNotifier(self.sent.append, English(), open_toasts)
        _: Candidate = self.notifier

    def show(self, toast: Toast) -> None:
        self.notifier.show(toast, self.outcomes.append)


@pytest.fixture
def toasts() -> FakeToasts:
    return FakeToasts()


@pytest.fixture
def rig(toasts: FakeToasts, qapp: object) -> Rig:
    assert qapp
    return Rig(lambda: toasts)


def real() -> Toasts:
    if sys.platform == "win32":
        from deskbreak.adapters.toasts_winrt import WindowsToasts  # noqa: PLC0415 - only there

        return WindowsToasts()
    raise OSError("this is not Windows")


WAYS: dict[str, Callable[[], Toasts]] = {"fake": FakeToasts}
if sys.platform == "win32":
    WAYS["windows"] = real


@pytest.fixture(params=WAYS)
def either(request: pytest.FixtureRequest, qapp: object) -> Iterator[Rig]:
    assert qapp
    made = Rig(WAYS[request.param])
    yield made
    made.notifier.close()


def test_an_offer_is_shown_replaced_and_taken_away(either: Rig) -> None:
    either.show(OFFER)
    either.show(Toast(VIEW.title, VIEW.text, replace(VIEW, urgency=2)))
    either.notifier.withdraw()
    either.show(PLAIN)
    assert either.outcomes == [Outcome.SHOWN] * 3
    assert either.sent == []


@pytest.mark.parametrize(
    ("key", "command"),
    [
        ("start", Start()),
        ("snooze", Snooze(10)),
        ("skip", Skip()),
        ("default", Show(Window.TODAY)),
    ],
)
def test_a_press_does_what_its_button_says(
    rig: Rig, toasts: FakeToasts, qtbot: QtBot, key: str, command: Command
) -> None:
    rig.show(OFFER)
    toasts.happens(Happened.PRESSED, key)
    qtbot.waitUntil(lambda: rig.sent == [command])
    assert toasts.on_screen == {}


def test_the_words_of_a_toast(rig: Rig, toasts: FakeToasts) -> None:
    rig.show(OFFER)
    (root, _), *_ = toasts.on_screen.values()
    assert [each.text for each in root.findall("visual/binding/text")] == [
        "Time <&>",
        'Four "minutes".',
    ]
    assert toasts.labels() == ["Start", "Snooze 10 min", "Skip"]
    assert root.attrib == {"launch": "default"}
    again = Toast("", "", replace(VIEW, urgency=1, can_snooze=False))
    rig.show(again)
    assert toasts.labels() == ["Start", "Skip"]
    assert ET.fromstring(toast_markup(again, English())).attrib["scenario"] == "reminder"  # noqa: S314 - ours
    rig.show(Toast("", "", NudgeView("a", "b")))
    assert toasts.labels() == ["Start"]
    rig.show(Toast("", "", MeetingView("a", "b", (15, 30, 60))))
    assert len(toasts.labels()) == 4


def test_one_that_left_the_screen_leaves_no_dead_buttons(
    rig: Rig, toasts: FakeToasts, qtbot: QtBot
) -> None:
    rig.show(OFFER)
    toasts.happens(Happened.GONE)
    qtbot.waitUntil(lambda: toasts.on_screen == {})
    assert rig.sent == []


def test_a_press_of_an_older_offer_does_nothing(rig: Rig, toasts: FakeToasts, qtbot: QtBot) -> None:
    rig.show(OFFER)
    hear = toasts.on_screen["deskbreak-1"][1]
    rig.show(OFFER)
    hear(Happened.PRESSED, "skip")
    toasts.happens(Happened.PRESSED, "start")
    qtbot.waitUntil(lambda: bool(rig.sent))
    assert rig.sent == [Start()]


def test_a_press_that_means_nothing_does_nothing(
    rig: Rig, toasts: FakeToasts, qtbot: QtBot
) -> None:
    rig.show(PLAIN)
    toasts.happens(Happened.PRESSED, "start")
    rig.show(OFFER)
    toasts.happens(Happened.PRESSED, "nonsense")
    qtbot.waitUntil(lambda: len(toasts.on_screen) == 1)
    assert rig.sent == []


def test_one_that_fails_later_is_lost_and_the_next_way_is_taken(
    rig: Rig, toasts: FakeToasts, qtbot: QtBot
) -> None:
    rig.show(OFFER)
    toasts.happens(Happened.FAILED)
    qtbot.waitUntil(lambda: rig.outcomes == [Outcome.SHOWN, Outcome.LOST])


@pytest.mark.parametrize("toast", [OFFER, PLAIN], ids=["offer", "plain"])
def test_a_windows_that_refuses_fails_at_once(rig: Rig, toasts: FakeToasts, toast: Toast) -> None:
    toasts.lets = False
    rig.show(toast)
    toasts.lets, toasts.fault = True, OSError("no platform")
    rig.show(toast)
    toasts.fault = None
    rig.show(toast)
    assert rig.outcomes == [Outcome.FAILED, Outcome.FAILED, Outcome.SHOWN]


def test_without_its_packages_or_on_another_system_it_fails(qapp: object) -> None:
    assert qapp

    def missing() -> Toasts:
        raise ImportError("winrt")

    rig = Rig(missing)
    rig.show(OFFER)
    rig.notifier.withdraw()
    assert rig.outcomes == [Outcome.FAILED]


def test_one_that_cannot_be_taken_away_is_no_fault(rig: Rig, toasts: FakeToasts) -> None:
    rig.show(OFFER)
    toasts.on_screen.clear()
    rig.notifier.close()
    assert rig.outcomes == [Outcome.SHOWN]
