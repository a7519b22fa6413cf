from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from deskbreak.core.command import Command, InMeeting, MeetingOver
from deskbreak.core.ignoring import Ignore
from deskbreak.core.timing.sensed import Cause, Hold
from deskbreak.ui.day.held_row import HeldRow
from tests.ui.tray_samples import TR, WORKING

FILM = Cause(Hold.FULLSCREEN, "mpv")
HELD = replace(WORKING, next_break=None, held_back_by=(Hold.FULLSCREEN,), causes=(FILM,))


def shown(row: HeldRow) -> dict[str, QPushButton]:
    buttons = row.findChildren(QPushButton)
    return {each.accessibleName(): each for each in buttons if each.isVisibleTo(row)}


def test_it_is_there_only_when_there_is_something_to_say(qtbot: QtBot) -> None:
    sent: list[Command] = []
    row = HeldRow(sent.append, TR)
    qtbot.addWidget(row)
    row.show_view(WORKING)
    assert not row.isVisible()
    row.show_view(HELD)
    assert list(shown(row)) == ["Ignore mpv in full screen"]
    shown(row)["Ignore mpv in full screen"].click()
    row.show_view(replace(WORKING, asks_meeting=True))
    assert list(shown(row)) == ["30 min more", "45 min more", "1 h more", "Meeting is over"]
    shown(row)["1 h more"].click()
    shown(row)["Meeting is over"].click()
    assert sent == [Ignore("fullscreen:mpv"), InMeeting(60), MeetingOver()]
    row.show_view(WORKING)
    assert not shown(row)


def test_a_narrow_window_shows_every_button_whole(qtbot: QtBot) -> None:
    sent: list[Command] = []
    row = HeldRow(sent.append, TR)
    qtbot.addWidget(row)
    row.show_view(replace(HELD, asks_meeting=True))
    row.resize(300, row.heightForWidth(300))
    row.show()
    buttons = shown(row).values()
    assert len(buttons) == 5
    for each in buttons:
        assert row.rect().contains(each.geometry())
        assert each.width() >= each.sizeHint().width()
    assert len({each.y() for each in buttons}) > 1
