from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from deskbreak.ui import theme as look


def luminance(colour: str) -> float:
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    palette, sheet = qapp.palette(), qapp.styleSheet()
    yield qapp
    qapp.setPalette(palette)
    qapp.setStyleSheet(sheet)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("ground", ["window", "card", "soft"])
@pytest.mark.parametrize("ink", ["text", "muted", "accent", "warm", "good", "warn"])
def test_every_ink_is_readable_on_every_ground(*, dark: bool, ground: str, ink: str) -> None:
    theme = look.theme_for(dark)
    assert contrast(theme.color(ink).name(), theme.color(ground).name()) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
def test_a_primary_button_is_readable(*, dark: bool) -> None:
    theme = look.theme_for(dark)
    assert contrast(theme.on_accent, theme.accent) >= 4.5


def test_apply_dresses_the_application(dressed: QApplication, qtbot: QtBot) -> None:
    dark = look.apply(dressed, "dark")
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    assert dark.dark
    assert look.theme_of(widget) is dark
    light = look.apply(dressed, "light")
    assert not light.dark
    assert look.theme_of(widget) is light


def test_system_follows_the_desktop(dressed: QApplication) -> None:
    first = look.apply(dressed, "system")
    look.apply(dressed, "dark")
    assert look.apply(dressed, "system") is first


def test_a_palette_that_writes_light_on_dark_is_dark() -> None:
    assert look.is_dark(look.palette_for(look.theme_for(dark=True)))
    assert not look.is_dark(look.palette_for(look.theme_for(dark=False)))
    assert not look.is_dark(QPalette(QColor("white"), QColor("white")))


def test_fonts_scale_in_points_and_in_pixels() -> None:
    font = QFont()
    font.setPointSizeF(10)
    assert look.scaled_font(font, 1.5).pointSizeF() == 15
    font.setPixelSize(20)
    assert look.scaled_font(font, 0.5, strong=True).pixelSize() == 10


def test_helpers_mark_what_the_style_sheet_looks_for(qtbot: QtBot) -> None:
    made = [
        look.heading("a"),
        look.title("a"),
        look.body("a"),
        look.muted("a"),
        look.primary(QPushButton("a")),
        look.quiet(QPushButton("a")),
        look.slim(QPushButton("a")),
        look.card(),
    ]
    for widget in made:
        qtbot.addWidget(widget)
    roles = [widget.property(look.ROLE) for widget in made]
    assert roles == [None, None, None, "muted", "primary", "quiet", "slim", "card"]
    assert made[0].font().pointSizeF() > made[2].font().pointSizeF()
