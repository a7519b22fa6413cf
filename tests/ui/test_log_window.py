"""The Log window: a day of the journal, picked and read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from deskbreak.core.entry import (
    Outcome,
)
from deskbreak.core.journal import DayLog, day_frame, day_log
from deskbreak.core.settings.values import Office
from deskbreak.ports import JournalUnavailableError
from deskbreak.ui.day.break_card import OutcomeSign
from deskbreak.ui.log.sources import LogSources
from deskbreak.ui.log.window import LogWindow
from tests.ui.day_samples import DAY, TR, entry, facts, texts


@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_outcome_is_drawn_and_said(qtbot: QtBot, outcome: Outcome) -> None:
    def read(day: str) -> DayLog:
        return day_log(replace(facts(entry(outcome)), day=day), 600)

    window = LogWindow(LogSources(read, lambda: DAY), TR)
    qtbot.addWidget(window)
    assert window.grab().width() > 0
    assert len(window.findChildren(OutcomeSign)) == 1


class Archive:
    """A journal of one busy day."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.broken = False

    def read(self, day: str) -> DayLog:
        self.asked.append(day)
        if self.broken:
            raise JournalUnavailableError("The disk went away.")
        frame = day_frame(day, Office(), UTC)
        return day_log(facts(entry(Outcome.COMPLETED)) if day == DAY else frame, 600)


def find_button(window: QWidget, name: str) -> QPushButton:
    found = [
        each
        for each in window.findChildren(QPushButton)
        if name in {each.accessibleName(), each.text()}
    ]
    assert len(found) == 1
    return found[0]


def test_the_log_shows_the_day_that_is_picked(qtbot: QtBot) -> None:
    archive = Archive()
    window = LogWindow(LogSources(archive.read, lambda: "2026-11-24"), TR)
    qtbot.addWidget(window)
    assert window.windowTitle() == "deskbreak - Log"
    assert "No breaks yet today. The next one will stand here." in texts(window)
    find_button(window, "Previous day").click()
    assert "Mon, 23 Nov 2026" in texts(window)
    assert "Back twist: 5 of 5 repetitions" in texts(window)
    assert "1 done · 4 min of 10 min of exercise" in texts(window)
    assert "Done · 4 min" in texts(window)
    find_button(window, "Previous day").click()
    assert "No breaks were written on this day. That is all right." in texts(window)
    find_button(window, "Next day").click()
    window.refresh()
    assert "Mon, 23 Nov 2026" in texts(window)
    find_button(window, "Today").click()
    find_button(window, "Next day").click()
    assert "This day is still to come." in texts(window)
    pick = window.findChild(QDateEdit)
    assert isinstance(pick, QDateEdit)
    pick.setDate(QDate(2026, 11, 23))
    assert archive.asked[-1] == DAY
    assert "Mon, 23 Nov 2026" in texts(window)


def test_the_log_is_turned_with_the_keyboard(qtbot: QtBot) -> None:
    archive = Archive()
    window = LogWindow(LogSources(archive.read, lambda: "2026-11-24"), TR)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_PageUp)
    qtbot.waitUntil(lambda: archive.asked[-1] == DAY)
    QTest.keyClick(window, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: archive.asked[-1] == "2026-11-24")


def test_a_journal_that_cannot_be_read_is_said(qtbot: QtBot) -> None:
    archive = Archive()
    window = LogWindow(LogSources(archive.read, lambda: DAY), TR)
    qtbot.addWidget(window)
    archive.broken = True
    window.refresh()
    assert "The disk went away." in texts(window)
    archive.broken = False
    window.refresh()
    assert "Back twist: 5 of 5 repetitions" in texts(window)
    with pytest.raises(ValueError, match="yesterday"):
        window.show_day("yesterday")
