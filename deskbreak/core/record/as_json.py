"""Entries of the journal in the JSON that `log --json` and `export` print."""

from __future__ import annotations

from deskbreak.core.entry import Break, Happening, OpenBreak, StepDone
from deskbreak.core.record.versions import Tombstone, Version
from deskbreak.core.timing.moment import instant_text

Json = str | int | bool | None | list["Json"] | dict[str, "Json"]
"""What an entry is made of; the journal holds no fractions."""


def instant_or_null(utc: int | None) -> str | None:
    """Write an instant as RFC 3339, nothing as null."""
    return None if utc is None else instant_text(utc)


def step_to_json(step: StepDone) -> dict[str, Json]:
    """Return one exercise of a break, keys in the order of the design."""
    return {
        "exercise": step.exercise,
        "unit": step.unit.value,
        "planned_reps": step.planned_reps,
        "done_reps": step.done_reps,
        "seconds": step.seconds,
        "outcome": step.outcome.value,
    }


def break_to_json(entry: Break) -> dict[str, Json]:
    """Return a break, keys in the order of the design."""
    held: list[Json] = list(entry.held_back_by)
    steps: list[Json] = [step_to_json(step) for step in entry.steps]
    return {
        "kind": "break",
        "id": entry.id,
        "day": entry.day,
        "outcome": entry.outcome.value,
        "reason": None if entry.reason is None else entry.reason.value,
        "offered_at": instant_or_null(entry.offered_at),
        "started_at": instant_or_null(entry.started_at),
        "ended_at": instant_text(entry.ended_at),
        "utc_offset_s": entry.utc_offset_s,
        "zone": entry.zone,
        "seconds": entry.seconds,
        "routine": entry.routine,
        "level": entry.level,
        "week": entry.week,
        "snoozes": entry.snoozes,
        "held_back_by": held,
        "discomfort": None if entry.discomfort is None else entry.discomfort.value,
        "energy": entry.energy,
        "note": entry.note,
        "source": entry.source.value,
        "steps": steps,
    }


def version_to_json(version: Version) -> dict[str, Json]:
    """Return a break as it stands; one that was changed says when, and whether it was mended."""
    value = break_to_json(version.entry)
    if version.changed_at is not None:
        value["changed_at"] = instant_text(version.changed_at)
        value["corrected"] = version.corrected
    return value


def tombstone_to_json(tombstone: Tombstone) -> dict[str, Json]:
    """Return that a break is gone; what it was is not told."""
    return {
        "kind": "deleted",
        "id": tombstone.id,
        "changed_at": instant_text(tombstone.changed_at),
    }


def event_to_json(happening: Happening) -> dict[str, Json]:
    """Return an event, keys in the order of the design."""
    data: dict[str, Json] = dict(happening.data)
    return {
        "kind": "event",
        "id": happening.id,
        "at": instant_text(happening.at),
        "what": happening.what.value,
        "data": data,
    }


def open_to_json(opened: OpenBreak) -> dict[str, Json]:
    """Return what is known of a break at its start; only the journal's own file has this."""
    held: list[Json] = list(opened.held_back_by)
    planned: list[Json] = [step_to_json(step) for step in opened.planned]
    return {
        "day": opened.day,
        "offered_at": instant_or_null(opened.offered_at),
        "started_at": instant_text(opened.started_at),
        "utc_offset_s": opened.utc_offset_s,
        "zone": opened.zone,
        "routine": opened.routine,
        "level": opened.level,
        "week": opened.week,
        "snoozes": opened.snoozes,
        "held_back_by": held,
        "source": opened.source.value,
        "planned": planned,
    }
