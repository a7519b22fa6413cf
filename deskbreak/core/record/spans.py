"""Arithmetic of half-open spans of UTC seconds; an empty span is dropped."""

from __future__ import annotations

from collections.abc import Iterable

Stretch = tuple[int, int]


def inside(spans: Iterable[Stretch], bounds: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Return the parts of `spans` that lie within `bounds`, in order."""
    edges = tuple(bounds)
    parts = [(max(start, low), min(end, high)) for start, end in spans for low, high in edges]
    return tuple(sorted((start, end) for start, end in parts if start < end))


def without(spans: Iterable[Stretch], holes: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Return the parts of `spans` that no hole covers, in order."""
    left = [span for span in spans if span[0] < span[1]]
    for low, high in holes:
        if low < high:
            left = [part for span in left for part in _around(span, low, high)]
    return tuple(sorted(left))


def _around(span: Stretch, low: int, high: int) -> tuple[Stretch, ...]:
    start, end = span
    if high <= start or end <= low:
        return (span,)
    parts = ((start, low), (high, end))
    return tuple(part for part in parts if part[0] < part[1])
