"""What an export holds, one item a line: breaks, deleted breaks, events; out of JSON, checked."""

from __future__ import annotations

from datetime import date

from deskbreak.core.entry import Break, Happening, StepDone
from deskbreak.core.record.as_json import (
    Json,
    event_to_json,
    tombstone_to_json,
    version_to_json,
)
from deskbreak.core.record.fields import EntryError, Fields
from deskbreak.core.record.from_json import break_from_json, event_from_json
from deskbreak.core.record.versions import Tombstone, Version

Item = Version | Tombstone | Happening

_KINDS = ("break", "event", "deleted")
_LONGEST_ID = 200
_LONGEST_TEXT = 10_000
_MOST_PARTS = 1_000
_MOST = 2**53
_DAY_S = 86_400
_ENERGY = (1, 5)


def item_to_json(item: Item) -> dict[str, Json]:
    """Return an item in the form of its line."""
    if isinstance(item, Version):
        return version_to_json(item)
    return tombstone_to_json(item) if isinstance(item, Tombstone) else event_to_json(item)


def item_from_json(value: Json) -> Item:
    """Return the item of a line.

    Raises:
        EntryError: it is not as an export writes it; the sentence names the key.
    """
    if not isinstance(value, dict):
        raise EntryError("an entry must be an object")
    kind = value.get("kind")
    if kind not in _KINDS:
        raise EntryError(f'"kind" must be one of {", ".join(_KINDS)}')
    item = _item(str(kind), Fields(value))
    meant = item_to_json(item)
    if meant != value:
        _refuse_unknown(value, meant)
    return item


def _item(kind: str, fields: Fields) -> Item:
    if kind == "event":
        return _checked_event(event_from_json(fields.values))
    if kind == "deleted":
        tombstone = Tombstone(fields.text("id"), fields.instant("changed_at"))
        _check_id(tombstone.id)
        _between("changed_at", tombstone.changed_at, 0, _MOST)
        return tombstone
    entry = _checked_break(break_from_json(fields.values))
    if "changed_at" not in fields.values:
        return Version(entry)
    changed_at = fields.instant("changed_at")
    _between("changed_at", changed_at, 0, _MOST)
    return Version(entry, changed_at, fields.flag("corrected"))


def _checked_break(entry: Break) -> Break:
    _check_id(entry.id)
    _check_day(entry.day)
    instants = {
        "ended_at": entry.ended_at,
        "offered_at": entry.offered_at,
        "started_at": entry.started_at,
    }
    for key, at in instants.items():
        _between(key, at or 0, 0, _MOST)
    numbers = {"seconds": entry.seconds, "week": entry.week, "snoozes": entry.snoozes}
    for key, number in numbers.items():
        _between(key, number, 0, _MOST)
    _between("utc_offset_s", entry.utc_offset_s, 1 - _DAY_S, _DAY_S - 1)
    if entry.energy is not None:
        _between("energy", entry.energy, *_ENERGY)
    words = {"zone": entry.zone, "routine": entry.routine, "level": entry.level}
    for key, text in {**words, "note": entry.note}.items():
        _check_text(key, text)
    _check_count("held_back_by", len(entry.held_back_by))
    for text in entry.held_back_by:
        _check_text("held_back_by", text)
    _check_count("steps", len(entry.steps))
    for step in entry.steps:
        _check_step(step)
    return entry


def _check_step(step: StepDone) -> None:
    _check_text("exercise", step.exercise)
    numbers = {
        "planned_reps": step.planned_reps,
        "done_reps": step.done_reps,
        "seconds": step.seconds,
    }
    for key, number in numbers.items():
        _between(key, number, 0, _MOST)


def _checked_event(happening: Happening) -> Happening:
    _check_id(happening.id)
    _between("at", happening.at, 0, _MOST)
    _check_count("data", len(happening.data))
    for key, value in happening.data:
        _check_text("data", key)
        if isinstance(value, str):
            _check_text("data", value)
        elif isinstance(value, int):
            _between("data", value, -_MOST, _MOST)
    return happening


def _check_id(text: str) -> None:
    if not 0 < len(text) <= _LONGEST_ID or not text.isprintable() or " " in text:
        raise EntryError(f'"id" must have 1 to {_LONGEST_ID} letters, none of them blank')


def _check_day(text: str) -> None:
    try:
        fits = date.fromisoformat(text).isoformat() == text
    except ValueError:
        fits = False
    if not fits:
        raise EntryError('"day" must be a day as 2026-11-22')


def _check_text(key: str, text: str) -> None:
    if len(text) > _LONGEST_TEXT:
        raise EntryError(f'"{key}" must have at most {_LONGEST_TEXT} letters')
    try:
        whole = b"\0" not in text.encode("utf-8")
    except UnicodeEncodeError:
        whole = False
    if not whole:
        raise EntryError(f'"{key}" must be a text of whole letters')


def _check_count(key: str, count: int) -> None:
    if count > _MOST_PARTS:
        raise EntryError(f'"{key}" must hold at most {_MOST_PARTS} items')


def _between(key: str, number: int, least: int, most: int) -> None:
    if not least <= number <= most:
        raise EntryError(f'"{key}" must be from {least} to {most}')


def _refuse_unknown(found: Json, meant: Json) -> None:
    """Refuse a key that would be lost, because this version does not know it."""
    if isinstance(found, dict) and isinstance(meant, dict):
        for name, value in found.items():
            if name not in meant:
                raise EntryError(f'"{name[:_LONGEST_ID]}" is not known here')
            _refuse_unknown(value, meant[name])
    if isinstance(found, list) and isinstance(meant, list):
        for one, other in zip(found, meant, strict=True):
            _refuse_unknown(one, other)
