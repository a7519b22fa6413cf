"""The window "deskbreak - Welcome": the safety text first, then when the person works."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from deskbreak.core.command import Acknowledge, Autostart, ChangeSettings, Show, Window
from deskbreak.core.safety import asking_sentence, safety_text
from deskbreak.core.words import Words
from deskbreak.ports import Send
from deskbreak.ui.scrolling import fit_to_screen
from deskbreak.ui.settings.day_page import DayPage
from deskbreak.ui.settings.safety_page import SafetyPage
from deskbreak.ui.settings.view import SettingsView

_LETTERS = 112
_LINES = 46


class WelcomeWindow(QDialog):
    """Sends Acknowledge when the text is accepted, then the changes of the second page.

    Who has been here before is asked the first page alone.
    """

    def __init__(self, tr: Words, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._send = send
        self._autostart_was = self._again = False
        self.setWindowTitle(tr("deskbreak - Welcome"))
        self._safety = SafetyPage(safety_text(tr))
        self._day = DayPage(tr)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._safety)
        self._pages.addWidget(self._day)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)
        self._safety.accepted.connect(self._accepted)
        self._safety.put_off.connect(self.reject)
        self._day.done.connect(self._finish)
        self.finished.connect(self._safety.forget)
        fit_to_screen(self, _LETTERS, _LINES)

    def show_settings(self, view: SettingsView) -> None:
        """Begin with the first page; the second shows what holds now."""
        self._again = view.settings.safety.acknowledged is not None
        self._autostart_was = view.autostart
        self._day.show_settings(view)
        self._safety.begin(asking_sentence(view.asking, self._tr), again=self._again)
        self._pages.setCurrentIndex(0)

    def _accepted(self, cleared: bool, doctor_agreed: bool) -> None:  # noqa: FBT001 - a slot
        self._send(Acknowledge(cleared, doctor_agreed))
        if self._again:
            self._close()
            return
        self._day.say_doctor("" if cleared else safety_text(self._tr).first_doctor)
        self._pages.setCurrentIndex(1)
        self._day.begin()

    def _finish(self) -> None:
        changes = self._day.changes()
        if changes is None:
            return
        if changes:
            self._send(ChangeSettings(changes))
        autostart = self._day.autostart.box.isChecked()
        if autostart != self._autostart_was:
            self._send(Autostart(autostart))
        self._close()

    def _close(self) -> None:
        self.accept()
        self._send(Show(Window.TODAY))
