"""A break and its steps as the columns of their tables."""

from __future__ import annotations

import json
from collections.abc import Iterable
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

# Looked up, for a long journal asks hundreds of thousands of times.
_OUTCOMES = {each.value: each for each in Outcome}
_REASONS: dict[str | None, Reason | None] = {None: None, **{each.value: each for each in Reason}}
_DISCOMFORTS: dict[str | None, Discomfort | None] = {
    None: None,
    **{each.value: each for each in Discomfort},
}
_SOURCES = {each.value: each for each in Source}
_UNITS = {each.value: each for each in Unit}
_STEP_OUTCOMES = {each.value: each for each in StepOutcome}


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


def break_of(values: list[Any], steps: Iterable[Row]) -> Break:
    """Return the break of a row's values and of its steps' rows.

    Raises:
        ValueError, TypeError, KeyError: they are not what was written.
    """
    return Break(
        id=values[0],
        day=values[1],
        outcome=_OUTCOMES[values[2]],
        reason=_REASONS[values[3]],
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
        held_back_by=() if values[14] == "[]" else tuple(json.loads(values[14])),
        discomfort=_DISCOMFORTS[values[15]],
        energy=values[16],
        note=values[17],
        source=_SOURCES[values[18]],
        steps=tuple(map(_step_of, steps)),
    )


def _step_of(row: Row) -> StepDone:
    _, exercise, unit, planned, done, seconds, outcome = row
    return StepDone(exercise, _UNITS[unit], planned, done, seconds, _STEP_OUTCOMES[outcome])
