from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from deskbreak.core.command import (
    NUDGE,
    Ate,
    Command,
    InMeeting,
    Meal,
    MeetingOver,
    PauseFor,
    PauseOpen,
    PauseToday,
    PauseUntilTomorrow,
    Recover,
    Resume,
    Show,
    Skip,
    Snooze,
    Start,
    Unskip,
    Window,
)
from deskbreak.core.ignoring import Ignore
from deskbreak.core.leaving import Quit
from deskbreak.core.status import ScheduleView, StateName
from deskbreak.core.timing.sensed import Cause, Hold
from deskbreak.core.unfit import PauseUnfit, Unfit
from deskbreak.ui.tray.menu import TrayMenu
from tests.ui.tray_samples import OFFERING, TR, WORKING, actions, status

HURT = replace(WORKING, state=StateName.PAUSED, pause_why="hurt")


@pytest.fixture
def sent() -> list[Command]:
    return []


@pytest.fixture
def menu(qtbot: QtBot, sent: list[Command]) -> TrayMenu:
    made = TrayMenu(sent.append, TR)
    qtbot.addWidget(made.menu)
    return made


@pytest.mark.parametrize(
    ("view", "text", "command"),
    [
        (WORKING, "Start now", Start()),
        (OFFERING, "Start", Start()),
        (replace(WORKING, state=StateName.EXERCISING), "Show the break", Start()),
        (OFFERING, "Snooze (2 left)/5 min", Snooze(5)),
        (OFFERING, "Skip", Skip()),
        (replace(WORKING, can_unskip=True), "Undo skip", Unskip()),
        (replace(WORKING, missed_offer=True), "Do the missed break", Start(missed=True)),
        (WORKING, "Posture check", Start(NUDGE)),
        (WORKING, "Pause/30 min", PauseFor(30)),
        (WORKING, "Pause/1 h", PauseFor(60)),
        (WORKING, "Pause/2 h", PauseFor(120)),
        (WORKING, "Pause/Until tomorrow", PauseUntilTomorrow()),
        (WORKING, "Pause/Not today", PauseToday()),
        (WORKING, "Pause/Until I resume", PauseOpen()),
        (replace(WORKING, state=StateName.PAUSED), "Resume", Resume()),
        (WORKING, "In a meeting/45 min", InMeeting(45)),
        (WORKING, "In a meeting/Until I say so", InMeeting()),
        (replace(WORKING, in_meeting=True), "Meeting is over", MeetingOver()),
        (WORKING, "I have just eaten/A meal", Ate(Meal.MEAL)),
        (WORKING, "I have just eaten/A snack", Ate(Meal.SNACK)),
        (WORKING, "I have just eaten/I did not eat", Ate(Meal.NOTHING)),
        (WORKING, "I hurt my back", PauseUnfit(Unfit.HURT)),
        (WORKING, "Not well today", PauseUnfit(Unfit.UNWELL)),
        (HURT, "Is my back better?", Show(Window.TODAY)),
        (WORKING, "Safety", Show(Window.SAFETY)),
        (WORKING, "Today", Show(Window.TODAY)),
        (WORKING, "Log", Show(Window.LOG)),
        (WORKING, "Settings", Show(Window.SETTINGS)),
        (WORKING, "Library", Show(Window.LIBRARY)),
        (WORKING, "About", Show(Window.ABOUT)),
        (WORKING, "Quit", Quit()),
    ],
)
def test_every_item_sends_its_command(
    menu: TrayMenu, sent: list[Command], view: ScheduleView, text: str, command: Command
) -> None:
    menu.show_status(status(view))
    actions(menu.menu)[text].trigger()
    assert sent == [command]


def test_a_break_cut_short_can_be_gone_on_with(menu: TrayMenu, sent: list[Command]) -> None:
    menu.show_status(replace(status(WORKING), can_recover=True))
    actions(menu.menu)["Go on with the break"].trigger()
    assert sent == [Recover()]


def test_what_cannot_be_done_now_is_off_or_away(menu: TrayMenu) -> None:
    menu.show_status(status(WORKING))
    shown = actions(menu.menu)
    assert not shown["Skip"].isEnabled()
    assert not shown["Snooze (3 left)"].isEnabled()
    for away in (
        "Undo skip",
        "Do the missed break",
        "Go on with the break",
        "Resume",
        "Meeting is over",
    ):
        assert away not in shown
    menu.show_status(status(replace(WORKING, state=StateName.PAUSED, in_meeting=True)))
    shown = actions(menu.menu)
    assert "Pause" not in shown
    assert "In a meeting" not in shown


def test_the_first_line_says_why_and_start_is_the_default(menu: TrayMenu) -> None:
    menu.show_status(status(WORKING, "Salt & pepper."))
    first = menu.menu.actions()[0]
    assert first.text() == "Salt && pepper."
    assert not first.isEnabled()
    assert menu.menu.defaultAction().text() == "Start now"


def test_a_new_status_keeps_the_same_actions(menu: TrayMenu) -> None:
    before = menu.menu.actions()
    for view in (WORKING, OFFERING, replace(WORKING, can_unskip=True)):
        menu.show_status(status(view))
    menu.set_choices((5, 10, 15, 30))
    assert menu.menu.actions() == before


def test_the_snooze_choices_follow_the_settings(menu: TrayMenu, sent: list[Command]) -> None:
    menu.set_choices((7, 90))
    menu.show_status(status(replace(OFFERING, snoozes_left=None)))
    shown = actions(menu.menu)
    assert "Snooze/5 min" not in shown
    shown["Snooze/1 h 30 min"].trigger()
    assert sent == [Snooze(90)]


def test_a_hurt_back_is_asked_about_and_not_just_resumed(menu: TrayMenu) -> None:
    menu.show_status(status(HURT))
    shown = {name for name, action in actions(menu.menu).items() if action.isVisible()}
    assert "Is my back better?" in shown
    assert not {"Resume", "I hurt my back", "Not well today"} & shown
    menu.show_status(status(WORKING))
    shown = {name for name, action in actions(menu.menu).items() if action.isVisible()}
    assert "Is my back better?" not in shown
    assert {"I hurt my back", "Not well today"} <= shown


def test_a_program_that_holds_back_can_be_ignored(menu: TrayMenu, sent: list[Command]) -> None:
    film = Cause(Hold.FULLSCREEN, "R&D viewer")
    held = replace(WORKING, next_break=None, held_back_by=(Hold.FULLSCREEN,), causes=(film,))
    menu.show_status(status(held))
    actions(menu.menu)["Ignore R&&D viewer in full screen"].trigger()
    assert sent == [Ignore("fullscreen:R&D viewer")]
    for other in (WORKING, replace(held, causes=()), replace(held, next_break=WORKING.next_break)):
        menu.show_status(status(other))
        assert not any(
            action.isVisible() for text, action in actions(menu.menu).items() if "Ignore" in text
        )


def test_a_meeting_that_should_be_over_can_go_on(menu: TrayMenu, sent: list[Command]) -> None:
    menu.show_status(status(replace(WORKING, in_meeting=True, asks_meeting=True)))
    shown = actions(menu.menu)
    assert shown["Meeting is over"].isVisible()
    longer = next(each for each in menu.menu.actions() if each.text() == "Still in the meeting")
    assert longer.isVisible()
    choices = longer.menu()
    assert isinstance(choices, QMenu)
    choices.actions()[1].trigger()
    assert sent == [InMeeting(45)]
    menu.show_status(status(replace(WORKING, in_meeting=True)))
    assert not longer.isVisible()
