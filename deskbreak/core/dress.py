"""How the figure is dressed: a person's own choice, the same in every window."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dress:
    """The settings `display.skin`, `display.clothes` and `display.seat`."""

    skin: str = "medium"
    clothes: str = "teal"
    seat: str = "chair"


def usual() -> Dress:
    """Return how the figure is dressed where nobody has chosen."""
    return Dress()
