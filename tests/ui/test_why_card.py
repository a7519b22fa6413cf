"""Today says why when it is asked, and goes on saying it while things change."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from deskbreak.core.entry import Outcome
from deskbreak.core.journal import day_log
from deskbreak.core.senses import Sense, SenseReport
from deskbreak.core.timing.sensed import Hold
from deskbreak.ui.day.today_window import TodayWindow
from deskbreak.ui.day.why_card import WhyCard
from tests.ui.day_samples import TR, at, entry, facts
from tests.ui.test_today_window import status, view

MIC = SenseReport(Sense.MICROPHONE, "PulseAudio", works=True, why="tells at once")


class Asked:
    def __init__(self, qtbot: QtBot) -> None:
        self.asked = 0
        self.window = TodayWindow(lambda _command: None, TR, senses=self.senses)
        qtbot.addWidget(self.window)
        self.window.show_status(status(view()))
        self.window.show()
        found = self.window.findChild(WhyCard)
        assert isinstance(found, WhyCard)
        self.card = found

    def senses(self) -> tuple[SenseReport, ...]:
        self.asked += 1
        return (MIC,)

    def said(self) -> list[str]:
        labels = self.card.findChildren(QLabel)
        return [label.text() for label in labels if label.isVisible()]


@pytest.fixture
def asked(qtbot: QtBot) -> Asked:
    return Asked(qtbot)


def test_nothing_is_asked_before_somebody_wants_to_know(asked: Asked, qtbot: QtBot) -> None:
    assert (asked.said(), asked.asked) == ([], 0)
    asked.card.button.setFocus()
    QTest.keyClick(asked.card.button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(asked.said()))
    assert asked.said() == [
        "Next break",
        "Next break between 16:30 and 17:00, at the first quiet moment.",
        "You have been sitting for 1 h.",
        "What holds it back",
        "Nothing.",
        "Decided last",
        "Nothing yet today.",
        "Noticed by itself",
        "Microphone: PulseAudio, tells at once.",
    ]
    QTest.keyClick(asked.card.button, Qt.Key.Key_Space)
    assert asked.said() == []


def test_what_begins_and_ends_is_told_while_it_is_open(asked: Asked, qtbot: QtBot) -> None:
    asked.card.button.click()
    held = replace(view(), holds=((Hold.FULLSCREEN, at(15, 30)),), due=True, asks_from=at(16, 30))
    asked.window.show_status(status(held))
    qtbot.waitUntil(lambda: "A window fills the screen, since 15:30." in asked.said())
    assert "At 16:30 the tray icon asks all the same." in asked.said()
    asked.window.show_status(status(view()))
    qtbot.waitUntil(lambda: "Nothing." in asked.said())
    done = replace(facts(entry(Outcome.COMPLETED)), happenings=())
    asked.window.show_day(day_log(done, 600))
    end = "sitting counts anew from its end."
    qtbot.waitUntil(lambda: any(line.endswith(end) for line in asked.said()))


def test_the_same_words_are_not_put_there_again(asked: Asked) -> None:
    asked.card.button.click()
    before = asked.card.findChildren(QLabel)
    asked.window.show_status(status(view()))
    assert asked.card.findChildren(QLabel) == before
