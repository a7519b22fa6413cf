from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from deskbreak.adapters.notification import Done, Outcome, Toast
from deskbreak.adapters.notifier import (
    MessageWithWindow,
    NotifierChain,
    TrayMessage,
    Ways,
    build_notifier,
)
from deskbreak.adapters.notify_null import NullNotifier
from deskbreak.core.offer_view import NudgeView, OfferView
from deskbreak.core.words import English

pytestmark = pytest.mark.native

VIEW = OfferView("Time", "Four minutes.", 0, 10, (5,), can_snooze=True, quiet=False)

NUDGE_VIEW = NudgeView("Posture check?", "Half a minute.")


class FakeWay:
    """A way to notify that answers at once or when told."""

    def __init__(self, *outcomes: Outcome) -> None:
        self.outcomes = list(outcomes)
        self.toasts: list[Toast] = []
        self.done: list[Done] = []
        self.withdrawn = 0
        self.closed = 0

    def show(self, toast: Toast, done: Done) -> None:
        self.toasts.append(toast)
        self.done.append(done)
        if self.outcomes:
            done(self.outcomes.pop(0))

    def withdraw(self) -> None:
        self.withdrawn += 1

    def close(self) -> None:
        self.closed += 1


class Own:
    def __init__(self, *, tray: bool = False) -> None:
        self.tray = tray
        self.offers: list[OfferView] = []
        self.messages: list[tuple[str, str]] = []
        self.ways = Ways(self._tray, self.offers.append, self._message)

    def _tray(self, title: str, text: str) -> bool:
        self.messages.append(("tray " + title, text))
        return self.tray

    def _message(self, title: str, text: str) -> None:
        self.messages.append((title, text))


def test_the_first_way_that_works_is_enough() -> None:
    own, first, second = Own(), FakeWay(Outcome.SHOWN), FakeWay()
    NotifierChain([first, second], own.ways).offer(VIEW)
    assert [toast.offer for toast in first.toasts] == [VIEW]
    assert (second.toasts, own.offers) == ([], [])


def test_ways_that_fail_or_are_unsure_pass_on_to_our_own_window() -> None:
    own = Own()
    chain = NotifierChain([FakeWay(Outcome.FAILED), FakeWay(Outcome.UNSURE)], own.ways)
    chain.offer(VIEW)
    assert own.offers == [VIEW]
    chain.tell("Saved", "All is well.")
    assert own.messages == []  # the ways have not answered for it yet


def test_a_message_too_goes_down_to_our_own_window() -> None:
    own = Own()
    NotifierChain([FakeWay(Outcome.FAILED)], own.ways).tell("Saved", "All is well.")
    assert own.messages == [("Saved", "All is well.")]


def test_each_offer_starts_from_the_first_way_again() -> None:
    own, first = Own(), FakeWay(Outcome.FAILED, Outcome.SHOWN)
    chain = NotifierChain([first], own.ways)
    chain.offer(VIEW)
    chain.offer(replace(VIEW, urgency=1))
    assert len(own.offers) == 1
    assert len(first.toasts) == 2


def test_a_late_failure_of_an_offer_that_is_gone_changes_nothing() -> None:
    own, slow = Own(), FakeWay()
    chain = NotifierChain([slow], own.ways)
    chain.offer(VIEW)
    chain.withdraw()
    slow.done[0](Outcome.FAILED)
    assert own.offers == []
    assert slow.withdrawn == 1


def test_a_lost_offer_is_shown_again_once_and_then_by_the_next_way() -> None:
    own, first = Own(), FakeWay()
    chain = NotifierChain([first], own.ways)
    chain.offer(VIEW)
    first.done[0](Outcome.SHOWN)
    first.done[0](Outcome.LOST)
    assert len(first.toasts) == 2
    first.done[1](Outcome.LOST)
    assert len(first.toasts) == 2
    assert own.offers == [VIEW]


def test_a_quiet_offer_leaves_the_icon_alone_to_ask() -> None:
    own, first = Own(), FakeWay(Outcome.SHOWN)
    chain = NotifierChain([first], own.ways)
    chain.offer(replace(VIEW, quiet=True))
    assert (first.toasts, first.withdrawn, own.offers) == ([], 1, [])


def test_closing_lets_go_of_every_way() -> None:
    own, first, second = Own(), FakeWay(), FakeWay()
    chain = NotifierChain([first, second], own.ways)
    chain.offer(VIEW)
    chain.close()
    first.done[0](Outcome.FAILED)
    assert (first.closed, second.closed, own.offers) == (1, 1, [])


def test_a_nudge_takes_the_first_way_that_works_and_never_a_window() -> None:
    own, first = Own(), FakeWay(Outcome.SHOWN, Outcome.FAILED)
    chain = NotifierChain([first], own.ways)
    chain.nudge(NUDGE_VIEW)
    assert [toast.offer for toast in first.toasts] == [NUDGE_VIEW]
    chain.withdraw_nudge()
    assert first.withdrawn == 1
    chain.nudge(NUDGE_VIEW)
    assert (own.offers, own.messages) == ([], [])


def test_withdrawing_a_nudge_leaves_the_offer_that_took_its_place() -> None:
    own, first = Own(), FakeWay(Outcome.SHOWN, Outcome.SHOWN)
    chain = NotifierChain([first], own.ways)
    chain.nudge(NUDGE_VIEW)
    chain.offer(VIEW)
    chain.withdraw_nudge()
    assert first.withdrawn == 0
    chain.withdraw()
    chain.withdraw_nudge()
    assert first.withdrawn == 1


@pytest.mark.parametrize("works", [True, False])
def test_beside_a_message_without_buttons_a_window_has_them(works: bool) -> None:  # noqa: FBT001 - a case
    own = Own(tray=works)
    chain = NotifierChain([MessageWithWindow(own.ways)], own.ways)
    chain.offer(VIEW)
    assert own.offers == [VIEW]
    assert own.messages == [("tray Time", "Four minutes.")]
    chain.nudge(NUDGE_VIEW)
    assert own.offers == [VIEW]
    own.messages.clear()
    chain.tell("Saved", "All is well.")
    saved = ("tray Saved", "All is well.")
    assert own.messages == ([saved] if works else [saved, ("Saved", "All is well.")])
    chain.withdraw()
    chain.close()


@pytest.mark.parametrize("works", [True, False])
def test_the_tray_message_says_whether_it_could(works: bool) -> None:  # noqa: FBT001 - a case
    own = Own(tray=works)
    way = TrayMessage(own.ways.tray_message)
    got: list[Outcome] = []
    way.show(Toast("Saved", "All is well."), got.append)
    way.withdraw()
    way.close()
    assert got == [Outcome.SHOWN if works else Outcome.FAILED]


def test_the_chain_of_this_platform_ends_at_the_tray_when_there_is_no_bus(qtbot: QtBot) -> None:
    del qtbot
    own = Own(tray=True)
    chain = build_notifier(lambda _: None, English(), own.ways)
    chain.tell("Saved", "All is well.")
    assert own.messages == [("tray Saved", "All is well.")]
    chain.close()


def test_the_null_notifier_takes_everything() -> None:
    null = NullNotifier()
    null.offer(VIEW)
    null.nudge(NUDGE_VIEW)
    null.withdraw_nudge()
    null.tell("Saved", "All is well.")
    null.withdraw()
    null.close()
