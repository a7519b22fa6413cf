"""What a source says about motion."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple


class Told(NamedTuple):
    """What a source says: True for less motion, None when it says nothing."""

    source: str
    less: bool | None


Source = Callable[[], Iterable[Told]]
"""Asks one place; takes less than 100 ms, raises nothing."""
