"""The window "deskbreak - Offer": for the repeats of an offer, and as a last way to make it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from deskbreak.core.command import Command, Skip, Snooze, Start
from deskbreak.core.offer_view import OfferView
from deskbreak.core.wording.offers import snooze_label
from deskbreak.core.wording.times import span_text
from deskbreak.core.words import Words
from deskbreak.ports import Send
from deskbreak.ui import theme
from deskbreak.ui.corner_window import CornerWindow

_MINUTE = 60
_WIDTH = 26
"""The least width, in widths of the letter "n" at the title's size."""
_IN_A_ROW = 4


class OfferWindow(CornerWindow):
    """Start, Snooze, Skip and a cross; closing it is no answer."""

    def __init__(self, send: Send, tr: Words) -> None:
        super().__init__(tr("deskbreak - Offer"))
        self._send = send
        self._tr = tr
        self._view: OfferView | None = None
        self._title = theme.title("")
        self._text = theme.body("")
        self._left = theme.muted("")
        self._choices = QWidget()
        self._build()

    def show_offer(self, view: OfferView) -> None:
        """Show this offer, or renew the words of the one on the screen."""
        if view != self._view:
            self._view = view
            self._fill(view)
        self.appear()

    def _build(self) -> None:
        tr = self._tr
        start = theme.primary(self._button(tr("Start"), Start()))
        self._snooze = QPushButton()
        self._snooze.clicked.connect(self._snooze_default)
        self._more = QPushButton("\u25be")
        self._more.setAccessibleName(tr("Snooze for another time"))
        self._more.setToolTip(tr("Snooze for another time"))
        self._more.clicked.connect(self._open_choices)
        skip = self._button(tr("Skip"), Skip())
        cross = theme.quiet(QPushButton("\u2715"))
        cross.setAccessibleName(tr("Close"))
        cross.setToolTip(tr("Close this window; the break stays on offer"))
        cross.clicked.connect(self.hide)
        for narrow in (self._more, cross):
            narrow.setFixedWidth(narrow.fontMetrics().horizontalAdvance("nnn") + theme.GAP)
            narrow.setStyleSheet("padding-left: 0; padding-right: 0;")
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(cross, 0, Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.GAP_SMALL)
        for button in (start, self._snooze, self._more, skip):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._arrange(top, buttons)

    def _arrange(self, top: QHBoxLayout, buttons: QHBoxLayout) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.GAP_LARGE, theme.GAP, theme.GAP, theme.GAP)
        outer.setSpacing(theme.GAP_SMALL)
        outer.addLayout(top)
        outer.addWidget(self._text)
        outer.addWidget(self._left)
        outer.addSpacing(theme.GAP_TINY)
        outer.addLayout(buttons)
        outer.addWidget(self._choices)
        _wide(self._title)

    def _fill(self, view: OfferView) -> None:
        tr = self._tr
        self._title.setText(view.title)
        self._text.setText(view.text)
        self._text.setAccessibleName(view.text)
        left = view.snoozes_left
        self._left.setVisible(left is not None)
        if left is not None:
            self._left.setText(tr.plural("{n} snooze left", "{n} snoozes left", left))
        self._snooze.setText(snooze_label(view.snooze_min, tr))
        for button in (self._snooze, self._more):
            button.setEnabled(view.can_snooze)
        self._fill_choices(view.snooze_choices)

    def _fill_choices(self, choices: tuple[int, ...]) -> None:
        """Put the other snoozes into rows within the window: a menu would take the keyboard."""
        fresh = QWidget()
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.GAP_SMALL)
        for place, minutes in enumerate(choices):
            button = self._button(span_text(minutes * _MINUTE, self._tr), Snooze(minutes))
            button.setAccessibleName(snooze_label(minutes, self._tr))
            grid.addWidget(button, *divmod(place, _IN_A_ROW))
        grid.setColumnStretch(_IN_A_ROW, 1)
        fresh.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        fresh.hide()
        layout = self.layout()
        if layout is not None:
            layout.replaceWidget(self._choices, fresh)
        self._choices.hide()
        self._choices.deleteLater()
        self._choices = fresh

    def _button(self, text: str, command: Command) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda: self._answer(command))
        return button

    def _snooze_default(self) -> None:
        if self._view is not None:
            self._answer(Snooze(self._view.snooze_min))

    def _open_choices(self) -> None:
        self._choices.setVisible(self._choices.isHidden())
        self.appear()

    def _answer(self, command: Command) -> None:
        """Hand on the wish; whether the window stays is for the engine to say."""
        self._send(command)


def _wide(label: QLabel) -> None:
    label.setMinimumWidth(label.fontMetrics().horizontalAdvance("n") * _WIDTH)
