"""What Qt writes on the terminal of its own accord, and nobody can do anything about."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLoggingCategory

_MUTED: Final = "qt.qpa.wayland.textinput.warning=false"
"""Under Wayland Qt warns twice for each window that closes that its text input had no focus."""


def mute_text_input() -> None:
    """Keep Qt's own warnings about text input under Wayland off the terminal, and no others.

    Who looks for a fault there still gets them with the variable `QT_LOGGING_RULES`: it wins.
    """
    QLoggingCategory.setFilterRules(_MUTED)
