from __future__ import annotations

from dataclasses import replace

import pytest

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
from deskbreak.core.key_action import KeyAction, command_of, key_names
from deskbreak.core.status import StateName, Status, Tally
from deskbreak.core.words import English
from tests.core.test_status_json import SESSION, VIEW

WORKING = Status(VIEW, Tally(), None, "", acknowledged=True)
PAUSED = replace(WORKING, schedule=replace(VIEW, state=StateName.PAUSED))
EXERCISING = replace(WORKING, session=replace(SESSION, paused=False))
HALTED = replace(WORKING, session=replace(SESSION, paused=True))


@pytest.mark.parametrize(
    ("action", "status", "command"),
    [
        (KeyAction.START, WORKING, Start()),
        (KeyAction.SNOOZE, WORKING, Snooze()),
        (KeyAction.TODAY, EXERCISING, Show(Window.TODAY)),
        (KeyAction.PAUSE, WORKING, PauseFor(60)),
        (KeyAction.PAUSE, PAUSED, Resume()),
        (KeyAction.PAUSE, EXERCISING, Drive(SessionVerb.PAUSE)),
        (KeyAction.PAUSE, HALTED, Drive(SessionVerb.RESUME)),
    ],
)
def test_what_a_key_asks_for(action: KeyAction, status: Status, command: Command) -> None:
    assert command_of(action, status) == command


def test_every_action_has_a_name() -> None:
    names = key_names(English())
    assert set(names) == set(KeyAction)
    assert all(names.values())
