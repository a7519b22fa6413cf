"""The figure's colours: one neutral person in soft daylight or evening tones."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QBrush, QColor


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as "#rrggbb" (or "#aarrggbb").

    `*_far` are the shaded tones of limbs on the far side; `outline` edges every part.
    """

    ground: str
    shadow: str
    shirt: str
    shirt_far: str
    stripe: str
    trousers: str
    trousers_far: str
    skin: str
    skin_far: str
    hair: str
    face: str
    shoe: str
    sole: str
    outline: str
    seat: str
    seat_edge: str
    metal: str
    accent: str
    glow: str
    ghost: str
    path: str


LIGHT = Palette(
    ground="#fbfaf6",
    shadow="#22463f3a",
    shirt="#2f8c8c",
    shirt_far="#246e70",
    stripe="#a9dcd8",
    trousers="#44546a",
    trousers_far="#35435a",
    skin="#dcab85",
    skin_far="#c08f6b",
    hair="#4d3c35",
    face="#3a2c27",
    shoe="#2a323d",
    sole="#e9e6de",
    outline="#1f3338",
    seat="#c3bcae",
    seat_edge="#a49c8d",
    metal="#8f8a80",
    accent="#e0693a",
    glow="#50e0693a",
    ghost="#3a2f8c8c",
    path="#b0e0693a",
)

DARK = Palette(
    ground="#1d262b",
    shadow="#48000000",
    shirt="#3fa3a0",
    shirt_far="#2d7c7d",
    stripe="#bdebe6",
    trousers="#6a7d99",
    trousers_far="#526380",
    skin="#e0b18c",
    skin_far="#c4956f",
    hair="#6b5548",
    face="#3a2c27",
    shoe="#aab6c0",
    sole="#8d979f",
    outline="#0e1619",
    seat="#5b6670",
    seat_edge="#454f58",
    metal="#39434b",
    accent="#ff8d5c",
    glow="#55ff8d5c",
    ghost="#483fa3a0",
    path="#b0ff8d5c",
)


def palette_for(*, dark: bool) -> Palette:
    """Return the colours for a light or dark ground."""
    return DARK if dark else LIGHT


def colour(text: str) -> QColor:
    """Return a palette's colour for a painter."""
    return QColor(text)


@lru_cache(maxsize=256)
def brush(text: str) -> QBrush:
    """Return a brush of a palette's colour."""
    return QBrush(QColor(text))
