"""A break and its steps as the columns of their tables."""

from __future__ import annotations

import json
from typing import Any

from deskbreak.adapters.journal.checksum import canonical
from deskbreak.core.entry import (
    Break,
    Discomfort,
    Outcome,
    Reason,
    Source,
    StepDone,
    StepOutcome,
    Unit,
)

Row = tuple[Any, ...]

COLUMNS = (
    *("id", "day", "outcome", "reason", "offered_at", "started_at", "ended_at"),
    *("utc_offset_s", "zone", "seconds", "routine", "level", "week", "snoozes"),
    *("held_back_by", "discomfort", "energy", "note", "source"),
)
STEP_COLUMNS = ("exercise", "unit", "planned_reps", "done_reps", "seconds", "outcome")


def break_values(entry: Break) -> Row:
    """Return a break under `COLUMNS`."""
    return (
        entry.id,
        entry.day,
        entry.outcome.value,
        None if entry.reason is None else entry.reason.value,
        entry.offered_at,
        entry.started_at,
        entry.ended_at,
        entry.utc_offset_s,
        entry.zone,
        entry.seconds,
        entry.routine,
        entry.level,
        entry.week,
        entry.snoozes,
        canonical(list(entry.held_back_by)),
        None if entry.discomfort is None else entry.discomfort.value,
        entry.energy,
        entry.note,
        entry.source.value,
    )


def step_values(step: StepDone) -> Row:
    """Return one exercise under `STEP_COLUMNS`."""
    return (
        step.exercise,
        step.unit.value,
        step.planned_reps,
        step.done_reps,
        step.seconds,
        step.outcome.value,
    )


def plain_break(values: list[Any]) -> Break:
    """Return the break of a row's values, without its steps."""
    return Break(
        id=values[0],
        day=values[1],
        outcome=Outcome(values[2]),
        reason=None if values[3] is None else Reason(values[3]),
        offered_at=values[4],
        started_at=values[5],
        ended_at=values[6],
        utc_offset_s=values[7],
        zone=values[8],
        seconds=values[9],
        routine=values[10],
        level=values[11],
        week=values[12],
        snoozes=values[13],
        held_back_by=tuple(json.loads(values[14])),
        discomfort=None if values[15] is None else Discomfort(values[15]),
        energy=values[16],
        note=values[17],
        source=Source(values[18]),
    )


def step_of(row: Row) -> StepDone:
    """Return one exercise of a break."""
    _, exercise, unit, planned, done, seconds, outcome = row
    return StepDone(exercise, Unit(unit), planned, done, seconds, StepOutcome(outcome))
