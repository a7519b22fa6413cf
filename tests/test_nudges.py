"""A posture nudge through the whole engine: shown, taken away."""

from __future__ import annotations

from dataclasses import replace

from deskbreak.core.command import InMeeting
from deskbreak.core.settings.values import Schedule
from tests.engine_world import READY, World

NUDGES = replace(READY, schedule=Schedule(posture_nudge_min=50))


def test_a_nudge_is_shown_once_and_taken_away() -> None:
    world = World(NUDGES)
    world.awake(62 * 60)
    world.awake(5 * 60)
    shown, hidden = (line for line in world.notifier.log if "nudge" in line)
    assert shown.startswith("nudge You have been sitting for 1 h")
    assert hidden == "withdraw nudge"
    assert world.journal.entries == []


def test_a_meeting_takes_a_nudge_away() -> None:
    world = World(NUDGES)
    world.awake(62 * 60)
    world.commands.send(InMeeting())
    assert world.notifier.log[-1] == "withdraw nudge"
