"""One part of the picture: where it lies in depth, what it depends on, how it is drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from deskbreak.ui.drawing.camera import Seen
from deskbreak.ui.drawing.ink import Ink


@dataclass(slots=True)
class Part:
    """A part that is drawn whole.

    Attributes:
        name: names it from frame to frame.
        depth: more is nearer; nearer parts are drawn later.
        key: all that its picture depends on: with an equal key the same picture stands still.
        draw: puts it into ink.
    """

    name: str
    depth: float
    key: tuple[object, ...]
    draw: Callable[[Ink], None]


def along(a: Seen, b: Seen, part: float) -> Seen:
    """Return the point between a (part 0) and b (part 1)."""
    return (a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part, a[2] + (b[2] - a[2]) * part)


def middle(seen: dict[str, Seen], one: str, two: str) -> float:
    """Return the depth half-way between two joints."""
    return (seen[one][2] + seen[two][2]) / 2
