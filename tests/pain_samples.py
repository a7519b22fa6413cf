"""Worlds whose journal knows of pain."""

from __future__ import annotations

from datetime import UTC, datetime

from deskbreak.core.entry import (
    Break,
    Discomfort,
    Outcome,
    Scalar,
    StepDone,
    StepOutcome,
    Unit,
)
from deskbreak.core.settings.values import Settings
from tests.engine_world import READY, World
from tests.fake_keepers import MONDAY_9

DAY_S = 86_400


def sore(days_ago: int, hurt: Discomfort, exercise: str = "cat_cow") -> Break:
    at = MONDAY_9 - days_ago * DAY_S - 3600
    step = StepDone(exercise, Unit.REPS, 4, 1, 10, StepOutcome.DISCOMFORT)
    return Break(
        datetime.fromtimestamp(at, UTC).date().isoformat(), Outcome.DISCOMFORT, None, at, 0, "UTC",
        routine="desk", discomfort=hurt, steps=(step,),
    )  # fmt: skip


def pained(*breaks: Break, settings: Settings = READY) -> World:
    world = World(settings=settings)
    world.journal.entries.extend(breaks)
    world.boot()
    return world


def event_data(world: World) -> list[dict[str, Scalar]]:
    return [dict(event.data) for event in world.journal.events if event.data]
