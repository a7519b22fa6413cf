"""The colours of the two schemes, light and dark."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one scheme as "#rrggbb".

    Text colours keep a contrast of at least 4.5 : 1 on `window`, `card` and `soft`.

    Attributes:
        dark: whether this is the dark scheme.
        window: the ground of a window; `card` a panel on it; `soft` a quiet fill.
        text: main text; `muted` secondary text.
        accent: teal, for what moves on and for primary buttons; `on_accent` is text on it.
        accent_soft: a pale teal fill, for the breath ring and the day's line.
        warm: the warm accent, for motion trails, offers and "asking".
        line: borders and tracks.
        good: done. `warn`: take care.
    """

    dark: bool
    window: str
    card: str
    soft: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_soft: str
    warm: str
    line: str
    good: str
    warn: str

    def color(self, name: str) -> QColor:
        """Return the colour of that attribute for a painter."""
        value: str = getattr(self, name)
        return QColor(value)


_LIGHT = Theme(
    dark=False,
    window="#f6f4ef",
    card="#ffffff",
    soft="#ece9e1",
    text="#22303a",
    muted="#55636c",
    accent="#1c7373",
    on_accent="#ffffff",
    accent_soft="#cfe6e3",
    warm="#a84a20",
    line="#d9d4c8",
    good="#256f45",
    warn="#8a4b00",
)

_DARK = Theme(
    dark=True,
    window="#1a2025",
    card="#232b32",
    soft="#2c363e",
    text="#eaf0f2",
    muted="#a9b6bd",
    accent="#63cbc2",
    on_accent="#0c2b2a",
    accent_soft="#23494a",
    warm="#f2a27c",
    line="#3a464f",
    good="#7fd3a0",
    warn="#f0c06a",
)


def theme_for(dark: bool) -> Theme:  # noqa: FBT001 - the one question this function answers
    """Return the dark or the light colours."""
    return _DARK if dark else _LIGHT
