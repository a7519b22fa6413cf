"""The window "deskbreak - Welcome": the safety text first, then when the person works."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from deskbreak.core.command import Acknowledge, Autostart, ChangeSettings, Show, Window
from deskbreak.core.safety import safety_text
from deskbreak.core.settings.table import to_plain
from deskbreak.core.words import Words
from deskbreak.ports import Send
from deskbreak.ui.safety_page import SafetyPage
from deskbreak.ui.scrolling import fit_to_screen, scrolling
from deskbreak.ui.settings_fields import (
    changes_of,
    days_field,
    form_of,
    switch_field,
    text_field,
)
from deskbreak.ui.settings_view import SettingsView
from deskbreak.ui.theme import GAP, GAP_LARGE, GAP_SMALL, ROLE, body, card, heading, primary
from deskbreak.ui.tick_line import TickLine

_LETTERS = 84
_LINES = 46


class WelcomeWindow(QDialog):
    """Sends Acknowledge when the text is accepted, then the changes of the second page."""

    def __init__(self, tr: Words, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._send = send
        self._autostart_was = False
        self.setWindowTitle(tr("deskbreak - Welcome"))
        self._safety = SafetyPage(safety_text(tr))
        self._doctor = body(safety_text(tr).first_doctor)
        self._doctor.setProperty(ROLE, "warn")
        self._fields = (
            days_field("office.days", tr("Office days"), tr),
            text_field(
                "office.hours", tr("Office hours"), tr("for example 09:00-12:00, 13:00-18:00")
            ),
            text_field("office.lunch", tr("Lunch"), tr("for example 12:30-13:30; empty for none")),
            switch_field(
                "routine.neck_free",
                tr("Spare my neck: arms crossed instead of hands behind the head"),
            ),
        )
        self._autostart = TickLine(tr("Start deskbreak with the desktop"))
        self._done = primary(QPushButton(tr("Done")))
        self._pages = QStackedWidget()
        self._pages.addWidget(self._safety)
        self._pages.addWidget(self._day_page())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)
        self._safety.accepted.connect(self._accepted)
        self._safety.put_off.connect(self.reject)
        self._done.clicked.connect(self._finish)
        self.finished.connect(self._safety.forget)
        fit_to_screen(self, _LETTERS, _LINES)

    def show_settings(self, view: SettingsView) -> None:
        """Begin with the first page; the second shows what holds now."""
        held = self._tr("Your site has set this; it cannot be changed here.")
        for field in self._fields:
            value = to_plain(view.settings, field.key)
            if value is not None:
                field.show_value(value, locked=held if field.key in view.locked else "")
        self._autostart_was = view.autostart
        self._autostart.box.setChecked(view.autostart)
        self._safety.forget()
        self._pages.setCurrentIndex(0)

    def _accepted(self, cleared: bool) -> None:  # noqa: FBT001 - a slot of `accepted`
        self._send(Acknowledge(cleared))
        self._doctor.setVisible(not cleared)
        self._pages.setCurrentIndex(1)
        self._done.setDefault(True)
        self._fields[0].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _finish(self) -> None:
        changes = changes_of(self._fields)
        if changes is None:
            return
        if changes:
            self._send(ChangeSettings(changes))
        if self._autostart.box.isChecked() != self._autostart_was:
            self._send(Autostart(self._autostart.box.isChecked()))
        self.accept()
        self._send(Show(Window.TODAY))

    def _day_page(self) -> QWidget:
        tr = self._tr
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP)
        column.setSpacing(GAP)
        column.addWidget(heading(tr("Your working day")))
        column.addWidget(
            body(
                tr(
                    "Breaks are offered only in your office hours, never at lunch, after two to "
                    "three hours of sitting. You can change all of this later in Settings."
                )
            )
        )
        column.addWidget(self._doctor)
        panel = card()
        inner = QVBoxLayout(panel)
        inner.setContentsMargins(GAP, GAP, GAP, GAP)
        inner.setSpacing(GAP)
        inner.addLayout(form_of(self._fields))
        inner.addWidget(self._autostart)
        column.addWidget(panel)
        column.addStretch(1)
        whole = QWidget()
        outer = QVBoxLayout(whole)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(page), 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(GAP_LARGE, GAP_SMALL, GAP_LARGE, GAP)
        foot.addStretch(1)
        foot.addWidget(self._done)
        outer.addLayout(foot)
        return whole
