"""The window "deskbreak - Settings": the settings that most people ever change."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from deskbreak.core.command import Autostart, ChangeSettings, Show, Window
from deskbreak.core.settings.table import to_plain
from deskbreak.core.words import Words
from deskbreak.ports import Send
from deskbreak.ui.scrolling import fit_to_screen, scrolling
from deskbreak.ui.settings.fields import Field, changes_of, form_of
from deskbreak.ui.settings.forget_row import ForgetRow
from deskbreak.ui.settings.groups import groups_of
from deskbreak.ui.settings.routine_field import routine_field
from deskbreak.ui.settings.tick_line import TickLine
from deskbreak.ui.settings.view import SettingsView
from deskbreak.ui.theme import GAP, GAP_SMALL, ROLE, body, card, muted, primary, title

_LETTERS = 88
_LINES = 44


class SettingsWindow(QDialog):
    """A small form; Save hands over what was changed, and nothing else.

    `store` keeps the changes and returns "", or the sentence that says why they were refused.
    """

    def __init__(
        self,
        tr: Words,
        send: Send,
        store: Callable[[ChangeSettings], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tr = tr
        self._send, self._store = send, store
        self._autostart_was = False
        self.setWindowTitle(tr("deskbreak - Settings"))
        self._routine = routine_field(tr)
        groups = groups_of(tr, self._routine.field)
        self._fields = tuple(field for group in groups for field in group[1])
        self._autostart = TickLine(tr("Start deskbreak with the desktop"))
        self._autostart_note = muted("")
        self._file = QLineEdit()
        self._file.setReadOnly(True)
        self._file.setAccessibleName(tr("Settings file"))
        self._refusal = body("")
        self._refusal.setProperty(ROLE, "warn")
        self._refusal.hide()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP)
        for heading, fields, about in groups:
            column.addWidget(self._panel(heading, fields, about))
        for panel in (self._autostart_panel(), self._safety_panel(), self._file_panel()):
            column.addWidget(panel)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scrolling(page), 1)
        outer.addLayout(self._foot())
        fit_to_screen(self, _LETTERS, _LINES)

    def show_settings(self, view: SettingsView) -> None:
        """Fill the form with what holds now; what was typed before is gone."""
        self._refuse("")
        held = self._tr("Your site has set this; it cannot be changed here.")
        for field in self._fields:
            value = to_plain(view.settings, field.key)
            if value is not None:
                field.show_value(value, locked=held if field.key in view.locked else "")
        self._routine.offer(view.routines())
        self._autostart_was = view.autostart
        self._autostart.box.setChecked(view.autostart)
        self._autostart_note.setText(view.autostart_note)
        self._autostart_note.setVisible(bool(view.autostart_note))
        self._file.setText(view.file)
        self._file.setCursorPosition(0)

    def save(self) -> None:
        """Store what was changed and close; stay when a field is wrong or it was refused."""
        changes = changes_of(self._fields)
        if changes is None or not self._fits():
            return
        refusal = self._store(ChangeSettings(changes)) if changes else ""
        self._refuse(refusal)
        if refusal:
            return
        if self._autostart.box.isChecked() != self._autostart_was:
            self._send(Autostart(self._autostart.box.isChecked()))
        self.accept()

    def _refuse(self, sentence: str) -> None:
        self._refusal.setText(sentence)
        self._refusal.setAccessibleName(sentence)
        self._refusal.setVisible(bool(sentence))

    def _fits(self) -> bool:
        """Return whether earliest comes before latest; say so beside it when not."""
        values = {field.key: field.plain() for field in self._fields}
        earliest, latest = values["schedule.earliest_min"], values["schedule.latest_min"]
        fits = isinstance(earliest, int) and isinstance(latest, int) and earliest <= latest
        if not fits:
            field = next(one for one in self._fields if one.key == "schedule.latest_min")
            field.say(self._tr("This should be at least as long as the earliest time."))
            field.editor.setFocus()
        return fits

    def _panel(self, heading: str, fields: tuple[Field, ...], about: str) -> QWidget:
        panel, column = _box(heading)
        if about:
            column.addWidget(muted(about))
        column.addLayout(form_of(fields))
        if any(field.key.startswith("record.") for field in fields):
            column.addWidget(ForgetRow(self._tr, self._send))
        return panel

    def _autostart_panel(self) -> QWidget:
        panel, column = _box(self._tr("Start"))
        column.addWidget(self._autostart)
        column.addWidget(self._autostart_note)
        return panel

    def _safety_panel(self) -> QWidget:
        tr = self._tr
        panel, column = _box(tr("Safety"))
        column.addWidget(
            muted(tr("Has your health changed, or has your doctor agreed? Answer the page anew."))
        )
        page = QPushButton(tr("Safety page"))
        page.setAutoDefault(False)
        page.clicked.connect(lambda: self._send(Show(Window.SAFETY)))
        column.addWidget(page, 0, Qt.AlignmentFlag.AlignLeft)
        return panel

    def _file_panel(self) -> QWidget:
        tr = self._tr
        panel, column = _box(tr("Everything else"))
        column.addWidget(
            muted(
                tr(
                    "There are more settings in this file. The command "
                    "“deskbreak config check” says whether it is right."
                )
            )
        )
        copy = QPushButton(tr("Copy path"))
        copy.setAutoDefault(False)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._file.text()))
        row = QHBoxLayout()
        row.addWidget(self._file, 1)
        row.addWidget(copy)
        column.addLayout(row)
        return panel

    def _foot(self) -> QVBoxLayout:
        box = QDialogButtonBox()
        save = primary(QPushButton(self._tr("Save")))
        save.setDefault(True)
        cancel = QPushButton(self._tr("Cancel"))
        box.addButton(save, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.save)
        box.rejected.connect(self.reject)
        foot = QVBoxLayout()
        foot.setContentsMargins(GAP, GAP_SMALL, GAP, GAP)
        foot.addWidget(self._refusal)
        foot.addWidget(box)
        return foot


def _box(heading: str) -> tuple[QWidget, QVBoxLayout]:
    panel = card()
    column = QVBoxLayout(panel)
    column.setContentsMargins(GAP, GAP, GAP, GAP)
    column.setSpacing(GAP_SMALL)
    column.addWidget(title(heading))
    return panel, column
