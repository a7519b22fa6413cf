"""What the Log window reads and whom it asks, put together from the reader and the exercises."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from deskbreak.adapters.catalog import load_exercises, title_of
from deskbreak.core.command import Command, Reply
from deskbreak.core.words import Words
from deskbreak.reading import Reader
from deskbreak.ui.log.sources import LogSources


def log_sources(reader: Reader, send: Callable[[Command], Reply], tr: Words) -> LogSources:
    """Return what the Log window reads; `send` carries out what a person wishes to mend."""
    return LogSources(
        read_day=reader.day,
        today=reader.today,
        title_of=partial(title_of, tr),
        sums=reader.sums,
        begun=reader.begun,
        region_of=region_of,
        mend=send,
    )


def region_of(exercise: str) -> str:
    """Return the part of the body that an exercise moves; "" for one that is gone."""
    found = load_exercises().get(exercise)
    return found.region if found is not None else ""
