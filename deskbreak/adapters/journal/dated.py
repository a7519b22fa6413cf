"""The names of the daily copies: one a day, and more where one may not take another's place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

_NAME: Final = re.compile(r"deskbreak-(\d{4}-\d{2}-\d{2})(?:-([1-9]\d{0,3}))?\.db", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Dated:
    """A copy of a day; the `number` of the first is 1, and the greatest is the latest."""

    day: date
    number: int
    path: Path


def dated(folder: Path) -> tuple[Dated, ...]:
    """Return the daily copies of a folder, the oldest first."""
    named = [(path, _NAME.fullmatch(path.name)) for path in folder.glob("deskbreak-*.db")]
    found: list[Dated] = []
    for path, name in named:
        with suppress(ValueError):
            if name is not None:
                found.append(Dated(date.fromisoformat(name[1]), int(name[2] or 1), path))
    return tuple(sorted(found))


def latest_of(day: date, copies: Iterable[Dated]) -> Dated | None:
    """Return the latest copy of a day, if it has one."""
    return max((each for each in copies if each.day == day), default=None)


def next_of(day: date, copies: Iterable[Dated], folder: Path) -> Path:
    """Return the name of a further copy of a day."""
    latest = latest_of(day, copies)
    more = "" if latest is None else f"-{latest.number + 1}"
    return folder / f"deskbreak-{day.isoformat()}{more}.db"
