"""The Log window: a day of the journal, picked and read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from deskbreak.core.command import Command
from deskbreak.core.entry import (
    Break,
    Happening,
    Outcome,
    Reason,
    StepDone,
    StepOutcome,
    Unit,
    What,
)
from deskbreak.core.journal import DayLog, day_frame, day_log
from deskbreak.core.settings.values import Office
from deskbreak.core.status import NextBreak, ScheduleView, Status, Tally
from deskbreak.core.timeline import DayFacts
from deskbreak.core.words import English
from deskbreak.ports import JournalUnavailableError
from deskbreak.ui.break_card import OutcomeSign
from deskbreak.ui.log_window import LogWindow
from deskbreak.ui.today_window import TodayWindow

DAY = "2026-11-23"


TR = English()


def at(hour: int, minute: int = 0) -> int:
    return int(datetime(2026, 11, 23, hour, minute, tzinfo=UTC).timestamp())


def entry(outcome: Outcome, **changes: str) -> Break:
    done = outcome in {Outcome.COMPLETED, Outcome.PARTIAL}
    made = Break(
        day=DAY,
        outcome=outcome,
        reason=None if outcome is Outcome.COMPLETED else Reason.UNANSWERED,
        ended_at=at(11, 5),
        utc_offset_s=0,
        zone="UTC",
        offered_at=at(10, 58),
        started_at=at(11) if done else None,
        seconds=240 if done else 0,
        routine="desk" if done else "",
        steps=(StepDone("back_twist", Unit.REPS, 5, 5, 60, StepOutcome.COMPLETED),) if done else (),
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # only texts here


def facts(*breaks: Break) -> DayFacts:
    happenings = (
        Happening(at(9, 5), What.ARRIVED),
        Happening(at(10, 30), What.HELD, (("reason", "meeting"),)),
        Happening(at(10, 58), What.OFFERED),
        Happening(at(14), What.PAUSED),
        Happening(at(14, 30), What.RESUMED),
        Happening(at(15), What.LEFT),
        Happening(at(15, 30), What.ARRIVED),
    )
    frame = day_frame(DAY, Office(), UTC)
    return replace(
        frame,
        breaks=breaks,
        happenings=happenings,
        now=at(16),
        next_break=NextBreak(at(16, 30), at(17)),
    )


def status(schedule: ScheduleView, *notices: str) -> Status:
    return Status(
        schedule,
        Tally(completed=1, seconds=240),
        None,
        "Because.",
        acknowledged=True,
        notices=notices,
    )


class Desk:
    """A Today window and what it asked for."""

    def __init__(self, qtbot: QtBot) -> None:
        self.sent: list[Command] = []
        self.window = TodayWindow(self.sent.append, TR)
        qtbot.addWidget(self.window)

    def button(self, name: str) -> QPushButton:
        found = [each for each in self.window.findChildren(QPushButton) if each.text() == name]
        assert len(found) == 1
        return found[0]

    def shown_buttons(self) -> set[str]:
        buttons = self.window.findChildren(QPushButton)
        return {each.text() for each in buttons if not each.isHidden()}


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def texts(window: QWidget) -> list[str]:
    return [each.text() for each in window.findChildren(QLabel) if not each.isHidden()]


@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_outcome_is_drawn_and_said(qtbot: QtBot, outcome: Outcome) -> None:
    window = LogWindow(
        lambda day: day_log(replace(facts(entry(outcome)), day=day), 600), TR, lambda: DAY
    )
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
    window = LogWindow(archive.read, TR, lambda: "2026-11-24")
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
    window = LogWindow(archive.read, TR, lambda: "2026-11-24")
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
    window = LogWindow(archive.read, TR, lambda: DAY)
    qtbot.addWidget(window)
    archive.broken = True
    window.refresh()
    assert "The disk went away." in texts(window)
    archive.broken = False
    window.refresh()
    assert "Back twist: 5 of 5 repetitions" in texts(window)
    with pytest.raises(ValueError, match="yesterday"):
        window.show_day("yesterday")
