"""What a key that works everywhere does, at any moment of the day."""

from __future__ import annotations

from enum import StrEnum
from typing import assert_never

from deskbreak.core.command import (
    Command,
    Drive,
    PauseFor,
    Resume,
    SessionVerb,
    Show,
    Snooze,
    Start,
    Window,
)
from deskbreak.core.status import StateName, Status
from deskbreak.core.words import Words

PAUSE_MIN = 60
"""The minutes for which the key pauses, as the desktop's menu does."""


class KeyAction(StrEnum):
    """What a key can be given to; the names are what a desktop remembers."""

    START = "start"
    SNOOZE = "snooze"
    PAUSE = "pause"
    TODAY = "today"


def key_names(tr: Words) -> dict[KeyAction, str]:
    """Return what each action is called, for the desktop's own list of keys."""
    return {
        KeyAction.START: tr("Start a break now"),
        KeyAction.SNOOZE: tr("Snooze the offered break"),
        KeyAction.PAUSE: tr("Pause or resume"),
        KeyAction.TODAY: tr("Show Today"),
    }


def command_of(action: KeyAction, status: Status) -> Command:
    """Return what an action asks for: pausing halts a running break, or else the reminders."""
    match action:
        case KeyAction.START:
            return Start()
        case KeyAction.SNOOZE:
            return Snooze()
        case KeyAction.TODAY:
            return Show(Window.TODAY)
        case KeyAction.PAUSE:
            return _pause(status)
        case _:
            assert_never(action)


def _pause(status: Status) -> Command:
    if status.session is not None:
        return Drive(SessionVerb.RESUME if status.session.paused else SessionVerb.PAUSE)
    paused = status.schedule.state is StateName.PAUSED
    return Resume() if paused else PauseFor(PAUSE_MIN)
