"""Breaks as rows for a spreadsheet."""

from __future__ import annotations

from deskbreak.core.entry import Break, StepDone
from deskbreak.core.record.as_json import instant_or_null
from deskbreak.core.timing.moment import instant_text

HEADER = (
    *("id", "day", "outcome", "reason", "offered_at", "started_at", "ended_at"),
    *("utc_offset_s", "zone", "seconds", "routine", "level", "week", "snoozes"),
    *("held_back_by", "discomfort", "energy", "note", "source", "steps", "corrected_at"),
)

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table_row(entry: Break) -> tuple[str, ...]:
    """Return a break under `HEADER`; nothing stands as an empty cell.

    A text that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    return (
        _plain(entry.id),
        entry.day,
        entry.outcome.value,
        "" if entry.reason is None else entry.reason.value,
        instant_or_null(entry.offered_at) or "",
        instant_or_null(entry.started_at) or "",
        instant_text(entry.ended_at),
        str(entry.utc_offset_s),
        _plain(entry.zone),
        str(entry.seconds),
        _plain(entry.routine),
        _plain(entry.level),
        str(entry.week),
        str(entry.snoozes),
        _plain(" ".join(entry.held_back_by)),
        "" if entry.discomfort is None else entry.discomfort.value,
        "" if entry.energy is None else str(entry.energy),
        _plain(entry.note),
        entry.source.value,
        _plain("; ".join(_step(step) for step in entry.steps)),
        instant_or_null(entry.corrected_at) or "",
    )


def _plain(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _step(step: StepDone) -> str:
    return f"{step.exercise} {step.done_reps}/{step.planned_reps} {step.unit.value}"
