"""The figure's colours: one neutral person in soft daylight or evening tones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

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
    mat: str
    mat_edge: str
    ball: str
    ball_light: str
    wheel: str


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
    mat="#c9d3c0",
    mat_edge="#a3b098",
    ball="#8fa9c9",
    ball_light="#d3e0ef",
    wheel="#5d625f",
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
    mat="#41524a",
    mat_edge="#35433d",
    ball="#4f6b8c",
    ball_light="#86a2c2",
    wheel="#8d979b",
)


SKINS: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "light": ("#f0cdb2", "#d6a988", "#7a5a42"),
        "medium": ("", "", ""),
        "tan": ("#c68f62", "#a87349", "#3f2f28"),
        "brown": ("#9a6540", "#7d4e2f", "#2e231f"),
        "dark": ("#6b432e", "#533223", "#231b19"),
    }
)
"""Skin, skin in the shade, and hair; "medium" is the one that stands in the palettes."""

CLOTHES: Mapping[str, tuple[tuple[str, str, str, str], tuple[str, str, str, str]]] = (
    MappingProxyType(
        {
            "teal": (("", "", "", ""), ("", "", "", "")),
            "plum": (
                ("#8a4f7d", "#6d3d63", "#e7c6df", "#3a8a4f7d"),
                ("#b06fa2", "#8b5580", "#f0d3e9", "#48b06fa2"),
            ),
            "ochre": (
                ("#b9862b", "#95691f", "#f3dfae", "#3ab9862b"),
                ("#cf9c42", "#a67b30", "#f7e6bd", "#48cf9c42"),
            ),
            "slate": (
                ("#64788c", "#4f6072", "#cfd9e3", "#3a64788c"),
                ("#8398ad", "#67798c", "#dde6ee", "#488398ad"),
            ),
        }
    )
)
"""Shirt, shirt in the shade, stripe and ghost, on a light and on a dark ground."""

_DARK_FACE = "#1c1311"
_DEEP = frozenset({"brown", "dark"})
_PALE_OUTLINE = "#46545b"


@lru_cache(maxsize=64)
def palette_for(*, dark: bool, skin: str = "medium", clothes: str = "teal") -> Palette:
    """Return the colours for a light or dark ground, and for how the figure is dressed.

    Raises:
        KeyError: there is no such skin, or there are no such clothes.
    """
    base = DARK if dark else LIGHT
    tone, shade, hair = SKINS[skin]
    if tone:
        face = _DARK_FACE if skin in _DEEP else base.face
        # On a dark ground a line as dark as the deepest tones would leave no edge to be seen.
        outline = _PALE_OUTLINE if dark and skin in _DEEP else base.outline
        base = replace(base, skin=tone, skin_far=shade, hair=hair, face=face, outline=outline)
    shirt, far, stripe, ghost = CLOTHES[clothes][dark]
    if shirt:
        base = replace(base, shirt=shirt, shirt_far=far, stripe=stripe, ghost=ghost)
    return base


def colour(text: str) -> QColor:
    """Return a palette's colour for a painter."""
    return QColor(text)


@lru_cache(maxsize=256)
def brush(text: str) -> QBrush:
    """Return a brush of a palette's colour."""
    return QBrush(QColor(text))
