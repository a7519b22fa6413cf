"""One calm look for all windows, light and dark: colours, spacing and a few text helpers.

How to use it:
    * `apply(app, choice)` once at the start, and again when the setting or the desktop changes.
      It sets Fusion, a palette and a small style sheet; widgets need no colours of their own.
    * `theme_of(widget)` inside a `paintEvent` gives the colours that fit the widget now.
    * `heading`, `body`, `muted` make labels; `primary`, `quiet` style buttons; `card()` makes a
      rounded panel. Sizes follow the desktop's font, so 100 to 200 % scale needs nothing more.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QStyleFactory, QWidget

from deskbreak.ui.colours import Theme, theme_for
from deskbreak.ui.style_sheet import style_sheet

__all__ = [
    "FRAMED",
    "GAP",
    "GAP_LARGE",
    "GAP_SMALL",
    "GAP_TINY",
    "HEADING",
    "ROLE",
    "SMALL",
    "TITLE",
    "Theme",
    "apply",
    "body",
    "card",
    "chip",
    "framed_palette",
    "heading",
    "is_dark",
    "muted",
    "palette_for",
    "primary",
    "quiet",
    "scaled_font",
    "slim",
    "style_sheet",
    "theme_for",
    "theme_of",
    "title",
]

GAP_TINY = 4
GAP_SMALL = 8
GAP = 16
GAP_LARGE = 24
"""Spacing in device-independent pixels."""

HEADING = 1.6
TITLE = 1.25
SMALL = 0.92
"""Font sizes as factors of the desktop's font."""

FRAMED = ("QCheckBox", "QRadioButton", "QLineEdit", "QSpinBox", "QComboBox")
"""The classes whose frames Fusion draws."""

ROLE = "role"
"""The widget property by which the style sheet finds primary, quiet, muted and card."""


def is_dark(palette: QPalette) -> bool:
    """Return whether a palette writes light on dark."""
    ground = palette.color(QPalette.ColorRole.Window).lightness()
    return ground < palette.color(QPalette.ColorRole.WindowText).lightness()


def theme_of(widget: QWidget) -> Theme:
    """Return the colours that fit the widget's palette now; for use in `paintEvent`."""
    return theme_for(is_dark(widget.palette()))


def apply(app: QApplication, choice: str) -> Theme:
    """Dress the whole application and return the colours used.

    Args:
        app: the application.
        choice: "light", "dark" or "system"; anything else counts as "system".
    """
    theme = theme_for(_wants_dark(app, choice))
    sheet = style_sheet(theme)
    if app.styleSheet() == sheet:
        return theme  # a style sheet makes every widget polish again
    if app.style().objectName() != "fusion":
        app.setStyle(QStyleFactory.create("Fusion"))
    app.setPalette(palette_for(theme))
    for kind in FRAMED:
        # PySide's stub asks for bytes, PySide itself for text.
        app.setPalette(framed_palette(theme), kind)  # type: ignore[arg-type]
    app.setStyleSheet(sheet)
    return theme


def _wants_dark(app: QApplication, choice: str) -> bool:
    if choice in {"light", "dark"}:
        return choice == "dark"
    scheme = app.styleHints().colorScheme()
    if scheme != Qt.ColorScheme.Unknown:
        return scheme == Qt.ColorScheme.Dark
    return is_dark(app.style().standardPalette())


def palette_for(theme: Theme) -> QPalette:
    """Return the palette of a scheme, disabled colours included."""
    role = QPalette.ColorRole
    palette = QPalette(QColor(theme.card), QColor(theme.window))
    colours = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.card,
        role.AlternateBase: theme.soft,
        role.Text: theme.text,
        role.PlaceholderText: theme.muted,
        role.Button: theme.card,
        role.ButtonText: theme.text,
        role.BrightText: theme.warm,
        role.ToolTipBase: theme.card,
        role.ToolTipText: theme.text,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Mid: theme.line,
        role.Accent: theme.accent,
    }
    for name, colour in colours.items():
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(theme.muted))
    return palette


def framed_palette(theme: Theme) -> QPalette:
    """Return the palette of boxes and fields, whose frames Fusion draws darker than the window.

    On a dark ground that frame would vanish; from the muted text's colour it stands out on both.
    """
    palette = palette_for(theme)
    palette.setColor(QPalette.ColorRole.Window, QColor(theme.muted))
    return palette


def scaled_font(font: QFont, factor: float, *, strong: bool = False) -> QFont:
    """Return the font at `factor` times its size, whether it counts in points or pixels."""
    made = QFont(font)
    if font.pointSizeF() > 0:
        made.setPointSizeF(font.pointSizeF() * factor)
    else:
        made.setPixelSize(max(1, round(font.pixelSize() * factor)))
    if strong:
        made.setWeight(QFont.Weight.DemiBold)
    return made


def _label(text: str, factor: float, *, strong: bool = False, role: str = "") -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(scaled_font(QApplication.font(), factor, strong=strong))
    if role:
        label.setProperty(ROLE, role)
    return label


def heading(text: str) -> QLabel:
    """Return a wrapping label for the title of a window or page."""
    return _label(text, HEADING, strong=True)


def title(text: str) -> QLabel:
    """Return a wrapping label for the title of a card or section."""
    return _label(text, TITLE, strong=True)


def body(text: str) -> QLabel:
    """Return a wrapping label for ordinary text."""
    return _label(text, 1.0)


def muted(text: str) -> QLabel:
    """Return a wrapping label for secondary text."""
    return _label(text, 1.0, role="muted")


def chip(text: str) -> QLabel:
    """Return a short text on a rounded fill, for a side or a state."""
    label = _label(text, TITLE, strong=True, role="chip")
    label.setWordWrap(False)
    return label


def primary(button: QPushButton) -> QPushButton:
    """Make this the button that moves on (one in a window), and return it."""
    button.setProperty(ROLE, "primary")
    return button


def quiet(button: QPushButton) -> QPushButton:
    """Make this a button without a frame, for what is rarely needed, and return it."""
    button.setProperty(ROLE, "quiet")
    return button


def tiny(button: QPushButton) -> QPushButton:
    """Make a button as small as its sign."""
    button.setProperty(ROLE, "tiny")
    return button


def slim(button: QPushButton) -> QPushButton:
    """Make a quiet button for a card's foot; its words begin `GAP_SMALL` inside of it."""
    button.setProperty(ROLE, "slim")
    return button


def card() -> QFrame:
    """Return a rounded panel; give it a layout."""
    frame = QFrame()
    frame.setProperty(ROLE, "card")
    return frame
