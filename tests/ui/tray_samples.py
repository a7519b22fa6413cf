"""Schedule views, and the actions of a menu, for the tests of the tray."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from deskbreak.core.status import NextBreak, ScheduleView, StateName, Status, Tally
from deskbreak.core.timing.moment import Moment
from deskbreak.core.words import English

TR = English()
WORKING = ScheduleView(
    state=StateName.WORKING,
    now=Moment(1_795_600_000, 1000, 1000, "boot", UTC, "UTC"),
    sitting_s=0,
    next_break=NextBreak(1_795_600_900, 1_795_601_800),
    held_back_by=(),
    held_since=None,
    until=None,
    snoozes_left=3,
    can_snooze=False,
    can_unskip=False,
    missed_offer=False,
    in_meeting_until=None,
    in_meeting=False,
    opens=None,
    progress=0.5,
    day="2026-11-25",
)
OFFERING = replace(WORKING, state=StateName.OFFERING, can_snooze=True, snoozes_left=2)


def status(view: ScheduleView, why: str = "Because.") -> Status:
    return Status(view, Tally(), None, why, acknowledged=True)


def actions(menu: QMenu) -> dict[str, QAction]:
    """Return the visible actions by text, those of submenus as "Menu/Item"."""
    found: dict[str, QAction] = {}
    for action in menu.actions():
        if action.isSeparator() or not action.isVisible():
            continue
        found[action.text()] = action
        inner = action.menu()
        if isinstance(inner, QMenu):
            found |= {f"{action.text()}/{text}": each for text, each in actions(inner).items()}
    return found
