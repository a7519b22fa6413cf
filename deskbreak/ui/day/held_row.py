"""What can be said about a reason to hold back, right below it in Today."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from deskbreak.core.command import Command, InMeeting, MeetingOver
from deskbreak.core.ignoring import Ignore
from deskbreak.core.status import ScheduleView
from deskbreak.core.timing.sensed import Cause
from deskbreak.core.wording.nudges import MEETINGS_MIN
from deskbreak.core.wording.reasons import ignore_text, is_held
from deskbreak.core.wording.times import span_text
from deskbreak.core.words import Words
from deskbreak.ports import Send
from deskbreak.ui.flow import Flow
from deskbreak.ui.theme import GAP_SMALL

_MINUTE = 60


class HeldRow(QWidget):
    """Asks whether a meeting goes on, and offers to ignore a program from now on."""

    def __init__(self, send: Send, tr: Words) -> None:
        super().__init__()
        self._send, self._tr = send, tr
        self._cause: Cause | None = None
        row = Flow(GAP_SMALL, parent=self)
        self._meeting = [self._button(self._longer(each), InMeeting(each)) for each in MEETINGS_MIN]
        self._meeting.append(self._button(tr("Meeting is over"), MeetingOver()))
        self._ignore = QPushButton(tr("Ignore this program"))
        self._ignore.setAccessibleName(self._ignore.text())
        self._ignore.clicked.connect(self._ignored)
        for button in (*self._meeting, self._ignore):
            row.addWidget(button)
            button.hide()
        self.hide()

    def show_view(self, view: ScheduleView) -> None:
        """Show what there is to say now."""
        self._cause = next(iter(view.causes), None) if is_held(view) else None
        for button in self._meeting:
            button.setVisible(view.asks_meeting)
        self._ignore.setVisible(self._cause is not None)
        if self._cause is not None:
            text = ignore_text(self._cause, self._tr).replace("&", "&&")
            if self._ignore.text() != text:
                self._ignore.setText(text)
                self._ignore.setAccessibleName(text.replace("&&", "&"))
        self.setVisible(view.asks_meeting or self._cause is not None)

    def _longer(self, minutes: int) -> str:
        return self._tr("{span} more", span=span_text(minutes * _MINUTE, self._tr))

    def _button(self, text: str, command: Command) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(text)
        button.clicked.connect(lambda: self._send(command))
        return button

    def _ignored(self) -> None:
        if self._cause is not None:
            self._send(Ignore(str(self._cause)))
