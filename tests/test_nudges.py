"""A posture nudge through the whole engine: shown, taken away."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deskbreak.core.command import InMeeting
from deskbreak.core.settings.values import Schedule
from tests.engine_world import READY, World
from tests.fakes import FakeStage

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


@pytest.mark.parametrize("tray", [False, True])
def test_what_is_offered_names_the_tray_only_where_there_is_one(*, tray: bool) -> None:
    world = World(NUDGES, stage=FakeStage(tray=tray))
    world.awake(62 * 60)
    world.sit_until_offered()
    nudge = next(line for line in world.notifier.log if line.startswith("nudge"))
    assert ("tray" in nudge) is tray
    assert ("tray" in world.stage.offers[-1].text) is tray
