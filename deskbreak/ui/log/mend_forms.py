"""The small windows that ask what is to be written: a break done elsewhere, a note."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QTime, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QPlainTextEdit,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from deskbreak.core.entry import Break
from deskbreak.core.wishes import LONGEST_ADDED_MIN, LONGEST_NOTE, AddBreak, NoteBreak
from deskbreak.core.words import Words
from deskbreak.ui.theme import GAP, GAP_LARGE, muted

_USUAL_MIN = 5
_MINUTES = 60
_LINES = 4


class MendForm(QDialog):
    """A form with Save and Cancel; `wished` carries what was asked for."""

    wished = Signal(object)

    def __init__(self, name: str, tr: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        self._column.setSpacing(GAP)
        self.note = QPlainTextEdit()
        self.note.setAccessibleName(tr("Note"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight((_LINES + 1) * self.fontMetrics().lineSpacing())
        kinds = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(kinds.Save | kinds.Cancel)
        self.save = self._buttons.button(kinds.Save)
        self.save.setText(tr("Save"))
        self._buttons.button(kinds.Cancel).setText(tr("Cancel"))
        for button in self._buttons.buttons():
            button.setIcon(QIcon())  # no other button of ours has one
        self._buttons.rejected.connect(self.reject)
        self._buttons.accepted.connect(self._save)

    def _wish(self) -> object:
        raise NotImplementedError

    def _save(self) -> None:
        self.wished.emit(self._wish())
        self.accept()

    def _text(self) -> str:
        return self.note.toPlainText()[:LONGEST_NOTE]


class NoteForm(MendForm):
    """Asks for the note of a break."""

    def __init__(self, entry: Break, said: str, tr: Words, parent: QWidget) -> None:
        super().__init__(tr("Note"), tr, parent)
        self._entry = entry
        self.note.setPlainText(entry.note)
        self._column.addWidget(muted(said))
        self._column.addWidget(self.note)
        self._column.addWidget(self._buttons)

    def _wish(self) -> NoteBreak:
        return NoteBreak(self._entry.id, self._text())


class AddForm(MendForm):
    """Asks when a break was done away from the desk, how long it took, and what it was."""

    def __init__(
        self,
        day: date,
        said: str,
        routines: tuple[tuple[str, str], ...],
        tr: Words,
        parent: QWidget,
    ) -> None:
        """Begin with a break of five minutes; `routines` are ids and titles to choose from."""
        super().__init__(tr("Add a break"), tr, parent)
        self._day = day
        self.begun = QTimeEdit(QTime.currentTime().addSecs(-_USUAL_MIN * _MINUTES))
        self.begun.setDisplayFormat("HH:mm")
        self.minutes = QSpinBox()
        self.minutes.setRange(1, LONGEST_ADDED_MIN)
        self.minutes.setValue(_USUAL_MIN)
        self.minutes.setSuffix(" " + tr("min"))
        self.routine = QComboBox()
        self.routine.addItem(tr("Something else"), "")
        for name, title in routines:
            self.routine.addItem(title, name)
        form = QFormLayout()
        form.setSpacing(GAP)
        for name, field in (
            (tr("Began at"), self.begun),
            (tr("Minutes"), self.minutes),
            (tr("What it was"), self.routine),
            (tr("Note"), self.note),
        ):
            field.setAccessibleName(name)
            form.addRow(name, field)
        self._column.addWidget(muted(said))
        self._column.addLayout(form)
        self._column.addWidget(self._buttons)

    def _wish(self) -> AddBreak:
        begun = self.begun.time()
        return AddBreak(
            minutes=self.minutes.value(),
            day=self._day.isoformat(),
            minute_of_day=begun.hour() * _MINUTES + begun.minute(),
            routine=str(self.routine.currentData()),
            note=self._text(),
        )
