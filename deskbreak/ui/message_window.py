"""A message in a small window of our own: the last way to tell something."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from deskbreak.core.words import Words
from deskbreak.ui import theme
from deskbreak.ui.corner_window import CornerWindow

_STAYS_MS = 20_000
_WIDTH = 24


class MessageWindow(CornerWindow):
    """Shows a title and a text until it is closed, or for twenty seconds."""

    def __init__(self, tr: Words) -> None:
        super().__init__(tr("deskbreak - Message"))
        self._title = theme.title("")
        self._text = theme.body("")
        self._title.setMinimumWidth(self._title.fontMetrics().horizontalAdvance("n") * _WIDTH)
        close = QPushButton(tr("Close"))
        close.clicked.connect(self.hide)
        self._stay = QTimer(self)
        self._stay.setSingleShot(True)
        self._stay.setInterval(_STAYS_MS)
        self._stay.timeout.connect(self.hide)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.GAP_LARGE, theme.GAP, theme.GAP, theme.GAP)
        outer.setSpacing(theme.GAP_SMALL)
        outer.addWidget(self._title)
        outer.addWidget(self._text)
        outer.addLayout(buttons)

    def tell(self, title: str, text: str) -> None:
        """Show this message in place of the one before."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setAccessibleName(text)
        self._stay.start()
        self.appear()
