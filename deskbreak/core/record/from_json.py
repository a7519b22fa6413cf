"""Entries of the journal out of parsed JSON, checked; `as_json` is the way there."""

from __future__ import annotations

from deskbreak.core.entry import (
    Break,
    Discomfort,
    Happening,
    OpenBreak,
    Outcome,
    Reason,
    Scalar,
    Source,
    StepDone,
    StepOutcome,
    Unit,
    What,
)
from deskbreak.core.record.as_json import Json
from deskbreak.core.record.fields import EntryError, Fields


def step_from_json(value: Json) -> StepDone:
    """Return one exercise of a break.

    Raises:
        EntryError: it is not as the design says.
    """
    fields = _fields(value)
    return StepDone(
        exercise=fields.text("exercise"),
        unit=fields.choice("unit", Unit),
        planned_reps=fields.number("planned_reps"),
        done_reps=fields.number("done_reps"),
        seconds=fields.number("seconds"),
        outcome=fields.choice("outcome", StepOutcome),
    )


def break_from_json(value: Json) -> Break:
    """Return a break.

    Raises:
        EntryError: it is not as the design says.
    """
    fields = _fields(value, kind="break")
    return Break(
        id=fields.text("id"),
        day=fields.text("day"),
        outcome=fields.choice("outcome", Outcome),
        reason=fields.choice_or_none("reason", Reason),
        offered_at=fields.instant_or_none("offered_at"),
        started_at=fields.instant_or_none("started_at"),
        ended_at=fields.instant("ended_at"),
        utc_offset_s=fields.number("utc_offset_s"),
        zone=fields.text("zone"),
        seconds=fields.number("seconds"),
        routine=fields.text("routine"),
        level=fields.text("level"),
        week=fields.number("week"),
        snoozes=fields.number("snoozes"),
        held_back_by=fields.many("held_back_by", _text),
        discomfort=fields.choice_or_none("discomfort", Discomfort),
        energy=fields.number_or_none("energy"),
        note=fields.text("note"),
        source=fields.choice("source", Source),
        steps=fields.many("steps", step_from_json),
    )


def event_from_json(value: Json) -> Happening:
    """Return an event.

    Raises:
        EntryError: it is not as the design says.
    """
    fields = _fields(value, kind="event")
    return Happening(
        at=fields.instant("at"),
        what=fields.choice("what", What),
        data=tuple((key, _scalar(item)) for key, item in fields.inner("data").items()),
        id=fields.text("id"),
    )


def open_from_json(value: Json) -> OpenBreak:
    """Return what was known of a break at its start.

    Raises:
        EntryError: it is not as the design says.
    """
    fields = _fields(value)
    return OpenBreak(
        day=fields.text("day"),
        offered_at=fields.instant_or_none("offered_at"),
        started_at=fields.instant("started_at"),
        utc_offset_s=fields.number("utc_offset_s"),
        zone=fields.text("zone"),
        routine=fields.text("routine"),
        level=fields.text("level"),
        week=fields.number("week"),
        snoozes=fields.number("snoozes"),
        held_back_by=fields.many("held_back_by", _text),
        source=fields.choice("source", Source),
        planned=fields.many("planned", step_from_json),
    )


def _fields(value: Json, kind: str = "") -> Fields:
    if not isinstance(value, dict):
        raise EntryError("an entry must be an object")
    if kind and value.get("kind") != kind:
        raise EntryError(f'"kind" must be "{kind}"')
    return Fields(value)


def _text(value: Json) -> str:
    if not isinstance(value, str):
        raise EntryError('"held_back_by" must hold texts')
    return value


def _scalar(value: Json) -> Scalar:
    if isinstance(value, list | dict):
        raise EntryError('"data" must hold plain values')
    return value
