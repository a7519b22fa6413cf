"""The Today window: what it shows for a value, and what its buttons ask for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from deskbreak.core.command import Command, Recover, Resume, Show, Skip, Snooze, Start, Window
from deskbreak.core.entry import (
    Outcome,
)
from deskbreak.core.journal import day_log
from deskbreak.core.status import NextBreak, ScheduleView, StateName, Status, Tally
from deskbreak.core.timing.moment import Moment
from deskbreak.ui.day.break_card import OutcomeSign
from deskbreak.ui.day.day_line import DayLineView
from deskbreak.ui.day.goal_ring import GoalRing
from deskbreak.ui.day.line_legend import LineLegend
from deskbreak.ui.day.today_window import TodayWindow
from tests.ui.day_samples import DAY, TR, at, entry, facts, texts


def view(state: StateName = StateName.WORKING) -> ScheduleView:
    return ScheduleView(
        state=state,
        now=Moment(at(16), 0, 0, "boot", UTC, "UTC"),
        sitting_s=3600,
        next_break=NextBreak(at(16, 30), at(17)),
        held_back_by=(),
        held_since=None,
        until=None,
        snoozes_left=3,
        can_snooze=True,
        can_unskip=False,
        missed_offer=False,
        in_meeting_until=None,
        in_meeting=False,
        opens=None,
        progress=0.5,
        day=DAY,
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


def parent(widget: QWidget) -> QWidget:
    found = widget.parentWidget()
    assert found is not None
    return found


ALWAYS = {"Start", "\u25b8 Why?", "Log", "Library", "Settings", "I hurt my back", "Not well today"}


@pytest.mark.parametrize(
    ("schedule", "extra"),
    [
        (view(), set()),
        (view(StateName.OFFERING), {"Snooze", "Skip"}),
        (replace(view(StateName.OFFERING), can_snooze=False), {"Skip"}),
        (view(StateName.SNOOZED), {"Skip"}),
        (view(StateName.PAUSED), {"Resume"}),
        (replace(view(), missed_offer=True), {"Do the missed break"}),
    ],
)
def test_today_offers_what_makes_sense_now(
    desk: Desk, schedule: ScheduleView, extra: set[str]
) -> None:
    desk.window.show_status(status(schedule))
    assert desk.shown_buttons() == ALWAYS | extra
    assert "Because." in texts(desk.window)
    assert "1 done" in texts(desk.window)


def test_a_break_cut_short_can_be_gone_on_with(desk: Desk) -> None:
    desk.window.show_status(replace(status(view()), can_recover=True))
    assert desk.shown_buttons() == ALWAYS | {"Go on with the break"}
    desk.window.show_status(status(view()))
    assert desk.shown_buttons() == ALWAYS


def test_start_shows_the_break_that_runs(desk: Desk) -> None:
    desk.window.show_status(status(view(StateName.EXERCISING)))
    desk.button("Show the break").click()
    assert desk.sent == [Start()]
    desk.window.show_status(status(view()))
    assert desk.button("Start").accessibleName() == "Start"


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("Start", Start()),
        ("Snooze", Snooze()),
        ("Skip", Skip()),
        ("Resume", Resume()),
        ("Do the missed break", Start(missed=True)),
        ("Go on with the break", Recover()),
        ("Log", Show(Window.LOG)),
        ("Library", Show(Window.LIBRARY)),
        ("Settings", Show(Window.SETTINGS)),
    ],
)
def test_every_button_sends_its_command(desk: Desk, name: str, command: Command) -> None:
    desk.button(name).click()
    assert desk.sent == [command]
    assert desk.button(name).accessibleName() == name


def test_today_says_plainly_what_is_wrong_until_it_is_mended(desk: Desk) -> None:
    desk.window.show_status(status(view(), "The journal was damaged.", "The disk is full."))
    notice = "The journal was damaged.\nThe disk is full."
    (label,) = [each for each in desk.window.findChildren(QLabel) if each.text() == notice]
    frame = parent(label)
    assert not frame.isHidden()
    desk.window.show_status(status(view()))
    assert frame.isHidden()


def test_today_lists_its_breaks_the_latest_first(desk: Desk, qtbot: QtBot) -> None:
    breaks = (entry(Outcome.COMPLETED), entry(Outcome.MISSED))
    desk.window.show_day(day_log(facts(*breaks), 600))
    desk.window.show_day(day_log(facts(*breaks), 600))
    desk.window.show()
    qtbot.waitExposed(desk.window)
    rows = [parent(sign) for sign in desk.window.findChildren(OutcomeSign)]
    names = [row.accessibleName() for row in sorted(rows, key=lambda row: row.y())]
    assert names == [
        "10:58-11:05, A break was offered, Missed",
        "11:00-11:05, Desk, Done",
    ]
    desk.window.show_day(day_log(facts(), 600))
    assert all(row.isHidden() for row in rows)


def test_today_is_fit_for_a_screen_reader(desk: Desk) -> None:
    desk.window.show_status(status(view()))
    desk.window.show_day(day_log(facts(), 600))
    assert desk.window.windowTitle() == "deskbreak - Today"
    line = desk.window.findChild(DayLineView)
    ring = desk.window.findChild(GoalRing)
    legend = desk.window.findChild(LineLegend)
    assert isinstance(line, DayLineView)
    assert isinstance(ring, GoalRing)
    assert isinstance(legend, LineLegend)
    assert "Sitting 09:05-12:30" in line.accessibleDescription()
    assert "Held back (meeting) 10:30-10:58" in line.accessibleDescription()
    assert ring.accessibleName() == "4 min of 10 min of exercise"
    assert "Lunch" in legend.accessibleDescription()
    nameless = [
        each
        for each in desk.window.findChildren(QPushButton)
        if not each.accessibleName() and not each.text()
    ]
    assert nameless == []


def test_the_keyboard_goes_to_the_advice_when_its_button_is_gone(qtbot: QtBot, desk: Desk) -> None:
    desk.window.show_status(status(view()))
    desk.window.show()
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    desk.button("I hurt my back").setFocus()
    hurt = replace(view(StateName.PAUSED), pause_why="hurt")
    desk.window.show_status(status(hurt))
    assert desk.window.focusWidget() is desk.button("The pain is clearly going down")
    desk.window.show_status(status(replace(hurt, asks_better=True)))
    assert desk.window.focusWidget() is desk.button("Yes, it is going down")
