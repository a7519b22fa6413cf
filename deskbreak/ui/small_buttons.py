"""The few small buttons of the discreet window: a sign each, and its name for who hears it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from deskbreak.core.words import Words
from deskbreak.ui import theme


class SmallButtons(QWidget):
    """Pause or Resume, It hurts, Finish, Large window; the row keeps its room while hidden."""

    def __init__(self, tr: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self.paused = False
        self.pause = self._button("❚❚", tr("Pause"))
        self.hurts = self._button("!", tr("It hurts"))
        self.finish = self._button("✕", tr("Finish"))
        self.large = self._button("⤢", tr("Large window"))
        keeps = self.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        self.setSizePolicy(keeps)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP_TINY)
        for button in (self.pause, self.hurts, self.finish, self.large):
            row.addWidget(button)

    def _button(self, sign: str, name: str) -> QPushButton:
        button = theme.tiny(QPushButton(sign))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        _call(button, name)
        return button

    def show_paused(self, *, paused: bool) -> None:
        """Let the first button mean the other thing."""
        if paused != self.paused:
            self.paused = paused
            self.pause.setText("▶" if paused else "❚❚")
            _call(self.pause, self._tr("Resume") if paused else self._tr("Pause"))


def _call(button: QPushButton, name: str) -> None:
    button.setAccessibleName(name)
    button.setToolTip(name)
