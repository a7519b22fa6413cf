"""Journals out of thin air, as an export could hold them."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from hypothesis import strategies as st

from deskbreak.core.entry import (
    Break,
    Discomfort,
    Happening,
    Outcome,
    Reason,
    Source,
    StepDone,
    StepOutcome,
    Unit,
    What,
)
from deskbreak.core.record.items import Item
from deskbreak.core.record.versions import Tombstone, Version

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
NOON = 1795348800
INSTANT = st.integers(0, 2**32)
WHOLE = st.integers(0, 2**40)
DAYS = st.dates().map(lambda day: day.isoformat())

STEP = st.builds(
    StepDone, TEXT, st.sampled_from(Unit), WHOLE, WHOLE, WHOLE, st.sampled_from(StepOutcome)
)
BREAK = st.builds(
    Break,
    day=DAYS,
    outcome=st.sampled_from(Outcome),
    reason=st.none() | st.sampled_from(Reason),
    ended_at=INSTANT,
    utc_offset_s=st.integers(-86399, 86399),
    zone=TEXT,
    id=st.sampled_from(("b0", "b1", "b2", "b3")),
    offered_at=st.none() | INSTANT,
    started_at=st.none() | INSTANT,
    seconds=WHOLE,
    routine=TEXT,
    level=TEXT,
    week=WHOLE,
    snoozes=WHOLE,
    held_back_by=st.lists(TEXT, max_size=3).map(tuple),
    discomfort=st.none() | st.sampled_from(Discomfort),
    energy=st.none() | st.integers(1, 5),
    note=TEXT,
    source=st.sampled_from(Source),
    steps=st.lists(STEP, max_size=3).map(tuple),
)
EVENT = st.builds(
    Happening,
    INSTANT,
    st.sampled_from(What),
    st.dictionaries(
        TEXT, TEXT | st.none() | st.booleans() | st.integers(-(2**40), 2**40), max_size=3
    ).map(lambda data: tuple(sorted(data.items()))),
).map(lambda event: replace(event, id=sha256(repr(event).encode()).hexdigest()))
"""Events, each with an id that no other has."""

FIRST = tuple(
    Break("2026-11-23", Outcome.COMPLETED, None, NOON + n, 3600, "Europe/Berlin", id=f"b{n}")
    for n in range(4)
)
"""The forms first written; of each id there is only one in the world."""

VERSION = st.one_of(
    st.builds(Version, st.sampled_from(FIRST)),
    st.builds(Version, BREAK, st.integers(0, 5), st.booleans()),
)
TOMBSTONE = st.builds(Tombstone, st.sampled_from(("b0", "b1", "b2", "b3")), st.integers(0, 5))
ITEM: st.SearchStrategy[Item] = VERSION | TOMBSTONE | EVENT


JOURNAL = st.lists(ITEM, max_size=8)
