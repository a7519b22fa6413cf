"""The card for a body that needs care: what it says, and what its buttons ask for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from deskbreak.core.command import Command, Resume, Show, Window
from deskbreak.core.restrictions import Suspension
from deskbreak.core.safety import Asking, asking_sentence, safety_text
from deskbreak.core.status import StateName, Status
from deskbreak.core.unfit import TurnOn
from deskbreak.core.wording import care
from deskbreak.core.words import English
from deskbreak.ui.day.care_card import CareCard
from tests.ui.tray_samples import WORKING, status

TR = English()
FINE = status(WORKING)
RESTING = status(replace(WORKING, state=StateName.PAUSED, pause_why="hurt"))
ASKING = replace(RESTING, schedule=replace(RESTING.schedule, asks_better=True))


class Card:
    """A card and what was asked from it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.sent: list[Command] = []
        self.card = CareCard(self.sent.append, TR, lambda name: name.replace("_", " ").title())
        qtbot.addWidget(self.card)

    def said(self) -> str:
        labels = self.card.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if not label.isHidden())

    def buttons(self) -> dict[str, QPushButton]:
        found = self.card.findChildren(QPushButton)
        return {each.accessibleName(): each for each in found if each.isVisibleTo(self.card)}


@pytest.fixture
def card(qtbot: QtBot) -> Card:
    return Card(qtbot)


def test_a_body_that_is_fine_needs_no_card(card: Card) -> None:
    card.card.show_status(FINE)
    assert card.card.isHidden()


@pytest.mark.parametrize("shown", [RESTING, replace(FINE, suspended=Suspension.HURT)])
def test_a_hurt_back_gets_advice_and_a_way_back(card: Card, shown: Status) -> None:
    card.card.show_status(shown)
    assert not card.card.isHidden()
    for line in care.hurt_back(TR).lines:
        assert line in card.said()
    assert set(card.buttons()) == {"The pain is clearly going down"}
    card.buttons()["The pain is clearly going down"].click()
    assert card.sent == [Resume(better=True)]


def test_after_some_days_a_hurt_back_is_asked_about(card: Card) -> None:
    card.card.show_status(ASKING)
    assert care.better_question(TR) in card.said()
    buttons = card.buttons()
    buttons["Yes, it is going down"].click()
    buttons["Not yet"].click()
    assert card.sent == [Resume(better=True), Resume(better=False)]


@pytest.mark.parametrize("why", [Suspension.SHARP, Suspension.REPEATED])
def test_a_suspension_sends_to_the_safety_page(card: Card, why: Suspension) -> None:
    card.card.show_status(replace(FINE, suspended=why))
    assert care.emergency(TR) in card.said()
    card.buttons()["Safety page"].click()
    assert card.sent == [Show(Window.SAFETY)]


def test_a_doctor_comes_first_where_exercise_is_not_cleared(card: Card) -> None:
    card.card.show_status(replace(FINE, cleared=False))
    assert safety_text(TR).first_doctor in card.said()
    assert set(card.buttons()) == {"Safety page"}


def test_a_page_that_is_due_is_told_before_a_start(card: Card) -> None:
    card.card.show_status(replace(FINE, asking=Asking.AGE, cleared=False))
    assert asking_sentence(Asking.AGE, TR) in card.said()
    assert safety_text(TR).first_doctor not in card.said()


def test_what_pain_switched_off_can_be_turned_on_again(card: Card) -> None:
    card.card.show_status(replace(FINE, off=("cat_cow",)))
    assert "Cat Cow has hurt twice" in card.said()
    card.buttons()["Turn on again: Cat Cow"].click()
    assert card.sent == [TurnOn("cat_cow")]


def test_the_card_is_built_anew_only_when_something_changed(card: Card) -> None:
    card.card.show_status(ASKING)
    before = card.buttons()
    card.card.show_status(replace(ASKING, why="Another moment."))
    assert card.buttons() == before
    card.card.show_status(FINE)
    assert card.card.isHidden()
    assert card.said() == ""


def test_who_has_not_read_the_page_yet_is_not_sent_to_a_doctor(card: Card) -> None:
    unread = replace(FINE, acknowledged=False, asking=Asking.FIRST, cleared=False)
    card.card.show_status(unread)
    assert card.card.isHidden()
