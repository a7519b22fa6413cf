from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbreak.core.entry import (
    Break,
    Discomfort,
    Happening,
    OpenBreak,
    Outcome,
    Reason,
    Source,
    StepDone,
    StepOutcome,
    Unit,
    What,
)
from deskbreak.core.record.as_json import (
    Json,
    break_to_json,
    event_to_json,
    open_to_json,
    step_to_json,
)
from deskbreak.core.record.fields import EntryError
from deskbreak.core.record.from_json import (
    break_from_json,
    event_from_json,
    open_from_json,
    step_from_json,
)

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
INSTANT = st.integers(0, 2**32)
WHOLE = st.integers(-(2**40), 2**40)

STEP = st.builds(
    StepDone, TEXT, st.sampled_from(Unit), WHOLE, WHOLE, WHOLE, st.sampled_from(StepOutcome)
)
BREAK = st.builds(
    Break,
    day=TEXT,
    outcome=st.sampled_from(Outcome),
    reason=st.none() | st.sampled_from(Reason),
    ended_at=INSTANT,
    utc_offset_s=WHOLE,
    zone=TEXT,
    id=TEXT,
    offered_at=st.none() | INSTANT,
    started_at=st.none() | INSTANT,
    seconds=WHOLE,
    routine=TEXT,
    level=TEXT,
    week=WHOLE,
    snoozes=WHOLE,
    held_back_by=st.lists(TEXT, max_size=3).map(tuple),
    discomfort=st.none() | st.sampled_from(Discomfort),
    energy=st.none() | WHOLE,
    note=TEXT,
    source=st.sampled_from(Source),
    steps=st.lists(STEP, max_size=3).map(tuple),
)
EVENT = st.builds(
    Happening,
    INSTANT,
    st.sampled_from(What),
    st.dictionaries(TEXT, TEXT | WHOLE | st.booleans() | st.none(), max_size=3).map(
        lambda data: tuple(data.items())
    ),
    TEXT,
)
OPEN = st.builds(
    OpenBreak,
    day=TEXT,
    offered_at=st.none() | INSTANT,
    started_at=INSTANT,
    utc_offset_s=WHOLE,
    zone=TEXT,
    routine=TEXT,
    level=TEXT,
    week=WHOLE,
    snoozes=WHOLE,
    held_back_by=st.lists(TEXT, max_size=3).map(tuple),
    source=st.sampled_from(Source),
    planned=st.lists(STEP, max_size=3).map(tuple),
)

SAMPLE = Break(
    day="2026-11-22",
    outcome=Outcome.COMPLETED,
    reason=None,
    ended_at=1795348800,
    utc_offset_s=3600,
    zone="Europe/Berlin",
    id="uuid",
    offered_at=1795348500,
    seconds=240,
    routine="desk",
    level="beginner",
    steps=(StepDone("back_twist", Unit.REPS, 5, 5, 60, StepOutcome.COMPLETED),),
)


def _over_the_wire(value: dict[str, Json]) -> Json:
    back: Json = json.loads(json.dumps(value))
    return back


@given(BREAK)
def test_a_break_survives_the_way_to_json_and_back(entry: Break) -> None:
    assert break_from_json(_over_the_wire(break_to_json(entry))) == entry


@given(EVENT)
def test_an_event_survives_the_way_to_json_and_back(happening: Happening) -> None:
    assert event_from_json(_over_the_wire(event_to_json(happening))) == happening


@given(OPEN)
def test_an_open_break_survives_the_way_to_json_and_back(opened: OpenBreak) -> None:
    assert open_from_json(_over_the_wire(open_to_json(opened))) == opened


def test_a_break_has_exactly_the_keys_of_the_design_in_their_order() -> None:
    assert break_to_json(SAMPLE) == {
        "kind": "break",
        "id": "uuid",
        "day": "2026-11-22",
        "outcome": "completed",
        "reason": None,
        "offered_at": "2026-11-22T11:55:00Z",
        "started_at": None,
        "ended_at": "2026-11-22T12:00:00Z",
        "utc_offset_s": 3600,
        "zone": "Europe/Berlin",
        "seconds": 240,
        "routine": "desk",
        "level": "beginner",
        "week": 1,
        "snoozes": 0,
        "held_back_by": [],
        "discomfort": None,
        "energy": None,
        "note": "",
        "source": "schedule",
        "steps": [
            {
                "exercise": "back_twist",
                "unit": "reps",
                "planned_reps": 5,
                "done_reps": 5,
                "seconds": 60,
                "outcome": "completed",
            }
        ],
    }
    assert " ".join(break_to_json(SAMPLE)).startswith("kind id day outcome reason offered_at")
    assert event_to_json(Happening(1795348800, What.ATE, (("what", "meal"),), "e")) == {
        "kind": "event",
        "id": "e",
        "at": "2026-11-22T12:00:00Z",
        "what": "ate",
        "data": {"what": "meal"},
    }


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("kind", "event", '"kind" must be "break"'),
        ("id", 7, '"id" must be a text'),
        ("outcome", "great", '"outcome" must be one of completed, partial'),
        ("reason", "because", '"reason" must be one of person'),
        ("ended_at", "yesterday", '"ended_at" must be an instant as'),
        ("ended_at", None, '"ended_at" must be a text'),
        ("offered_at", "2026-11-22T12:00:00+01:00", '"offered_at" must be an instant as'),
        ("seconds", True, '"seconds" must be a whole number'),
        ("seconds", "240", '"seconds" must be a whole number'),
        ("energy", [], '"energy" must be a whole number'),
        ("held_back_by", "meeting", '"held_back_by" must be a list'),
        ("held_back_by", [1], '"held_back_by" must hold texts'),
        ("steps", [1], "an entry must be an object"),
    ],
)
def test_a_wrong_value_is_named(key: str, value: Json, said: str) -> None:
    with pytest.raises(EntryError) as caught:
        break_from_json(break_to_json(SAMPLE) | {key: value})
    assert str(caught.value).startswith(said)


def test_a_missing_key_is_named() -> None:
    whole = step_to_json(SAMPLE.steps[0])
    del whole["unit"]
    with pytest.raises(EntryError, match='"unit" is missing'):
        step_from_json(whole)


@pytest.mark.parametrize("data", [[], {"a": {}}, {"a": []}])
def test_an_events_data_are_plain_values(data: Json) -> None:
    value = event_to_json(Happening(0, What.ATE)) | {"data": data}
    with pytest.raises(EntryError, match='"data" must'):
        event_from_json(value)
