"""Every way to dress the figure can be told apart on its ground, and its parts from each other."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtGui import QColor

from deskbreak.core.settings import keys
from deskbreak.core.settings.values import Settings
from deskbreak.ui.drawing.palette import CLOTHES, DARK, LIGHT, SKINS, palette_for

DRESSED = [
    pytest.param(dark, skin, clothes, id=f"{'dark' if dark else 'light'}-{skin}-{clothes}")
    for dark, skin, clothes in itertools.product((False, True), SKINS, CLOTHES)
]


def brightness(text: str) -> float:
    """Return the relative luminance that WCAG 2 defines."""
    colour = QColor(text)
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    bright, dim = sorted((brightness(one), brightness(two)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize(("dark", "skin", "clothes"), DRESSED)
def test_the_figure_stands_out_from_its_ground(*, dark: bool, skin: str, clothes: str) -> None:
    palette = palette_for(dark=dark, skin=skin, clothes=clothes)
    assert contrast(palette.shirt, palette.ground) >= 3.0
    assert contrast(palette.trousers, palette.ground) >= 3.0
    drawn = (palette.skin, palette.outline)
    assert max(contrast(tone, palette.ground) for tone in drawn) >= 1.9
    assert contrast(palette.accent, palette.ground) >= 3.0


@pytest.mark.parametrize(("dark", "skin", "clothes"), DRESSED)
def test_a_hand_can_be_told_from_shirt_and_trousers(*, dark: bool, skin: str, clothes: str) -> None:
    palette = palette_for(dark=dark, skin=skin, clothes=clothes)
    for cloth in (palette.shirt, palette.trousers):
        edge = min(contrast(palette.outline, cloth), contrast(palette.outline, palette.skin))
        assert max(contrast(palette.skin, cloth), edge) >= 1.25, cloth
    assert contrast(palette.skin, palette.skin_far) >= 1.15
    assert contrast(palette.face, palette.skin) >= 1.7
    assert contrast(palette.hair, palette.skin) >= 1.8
    assert contrast(palette.shirt, palette.shirt_far) >= 1.15
    assert contrast(palette.stripe, palette.shirt) >= 1.9


def test_every_choice_of_the_settings_is_there() -> None:
    for key, there in ((keys.SKIN, SKINS), (keys.CLOTHES, CLOTHES)):
        assert key.get(Settings()) in there
        assert [name for name in there if name in key.right] == [*there]
    assert palette_for(dark=False) == LIGHT
    assert palette_for(dark=True) == DARK


def test_an_unknown_skin_is_refused() -> None:
    with pytest.raises(KeyError):
        palette_for(dark=False, skin="green")
