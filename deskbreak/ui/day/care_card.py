"""The card in Today for a body that needs care: rest, advice, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from deskbreak.core.command import Command, Resume, Show, Window
from deskbreak.core.journal_words import TitleOf
from deskbreak.core.restrictions import Suspension
from deskbreak.core.safety import asking_sentence, safety_text
from deskbreak.core.status import Status
from deskbreak.core.unfit import TurnOn, Unfit
from deskbreak.core.wording import care
from deskbreak.core.words import Words
from deskbreak.ports import Send
from deskbreak.ui.day.break_card import empty
from deskbreak.ui.theme import GAP, GAP_LARGE, GAP_SMALL, ROLE, body, title


class CareCard(QFrame):
    """Shows what the body asks for now, and hides when it asks for nothing."""

    def __init__(self, send: Send, tr: Words, title_of: TitleOf) -> None:
        super().__init__()
        self._send, self._tr, self._title_of = send, tr, title_of
        self._shown: tuple[object, ...] = ()
        self.setProperty(ROLE, "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GAP_LARGE, GAP, GAP_LARGE, GAP)
        self._column.setSpacing(GAP_SMALL)
        self.hide()

    def show_status(self, status: Status) -> None:
        """Show what follows from a status; built anew only when it changed."""
        view = status.schedule
        hurt = view.pause_why == Unfit.HURT or status.suspended is Suspension.HURT
        shown = (
            hurt,
            view.asks_better,
            status.suspended,
            status.asking,
            status.cleared,
            status.off,
        )
        if shown == self._shown:
            return
        self._shown = shown
        empty(self._column)
        if hurt:
            self._hurt(asks=view.asks_better)
        elif status.suspended is not None:
            self._advice(care.suspended(status.suspended, self._tr))
            self._safety_button()
        elif not self._page_due(status) and not status.cleared and status.acknowledged:
            self._column.addWidget(title(self._tr("Talk to your doctor first")))
            self._say(safety_text(self._tr).first_doctor)
            self._safety_button()
        for exercise in status.off:
            self._off(exercise)
        self.setVisible(self._column.count() > 0)

    def take_focus(self) -> None:
        """Put the keyboard on the card's first button, if it has one."""
        for button in self.findChildren(QPushButton):
            if button.isVisibleTo(self):
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _hurt(self, *, asks: bool) -> None:
        tr = self._tr
        self._advice(care.hurt_back(tr))
        if not asks:
            self._buttons((tr("The pain is clearly going down"), Resume(better=True)))
            return
        self._column.addWidget(title(care.better_question(tr)))
        yes, no = tr("Yes, it is going down"), tr("Not yet")
        self._buttons((yes, Resume(better=True)), (no, Resume(better=False)))

    def _page_due(self, status: Status) -> bool:
        """Say that the safety page is due, if it is."""
        said = asking_sentence(status.asking, self._tr)
        if said:
            self._column.addWidget(title(self._tr("Safety page")))
            self._say(said)
            self._safety_button()
        return bool(said)

    def _off(self, exercise: str) -> None:
        name = self._title_of(exercise)
        self._say(care.switched_off(name, self._tr))
        self._buttons((self._tr("Turn on again: {name}", name=name), TurnOn(exercise)))

    def _advice(self, advice: care.Advice) -> None:
        self._column.addWidget(title(advice.title))
        for line in advice.lines:
            self._say(line)

    def _say(self, sentence: str) -> None:
        self._column.addWidget(body(sentence))

    def _safety_button(self) -> None:
        self._buttons((self._tr("Safety page"), Show(Window.SAFETY)))

    def _buttons(self, *choices: tuple[str, Command]) -> None:
        frame = QFrame()
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_SMALL)
        for text, command in choices:
            row.addWidget(self._button(text, command))
        row.addStretch(1)
        self._column.addWidget(frame)
        frame.show()  # now, so that it can take the focus

    def _button(self, text: str, command: Command) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(text)
        button.clicked.connect(lambda: self._send(command))
        return button
