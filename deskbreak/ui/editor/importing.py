"""What a shared file would add, looked at before anything is added."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPushButton, QVBoxLayout, QWidget

from deskbreak.core.authoring.share import Offered
from deskbreak.core.dose import Demand
from deskbreak.core.exercise import Exercise, Level
from deskbreak.core.words import Words
from deskbreak.ui import theme
from deskbreak.ui.editor.fields import LIST_LOOK
from deskbreak.ui.editor.preview import Preview
from deskbreak.ui.editor.workshop import Workshop
from deskbreak.ui.flow import Flow
from deskbreak.ui.library.exercise_text import ExerciseText
from deskbreak.ui.scrolling import fit_to_screen, scrolling

_LETTERS, _LINES = 130, 40
_NORMAL = Demand(Level.NORMAL, 1, weekly=False)


class ImportWindow(QWidget):
    """The exercises of a file with their moving figures and words, and what is not taken."""

    def __init__(self, offered: Offered, workshop: Workshop, tr: Words) -> None:
        super().__init__()
        self._offered, self._workshop, self._tr = offered, workshop, tr
        self.setWindowTitle(tr("deskbreak - Import"))
        self.setAccessibleName(tr("Import"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Exercises in the file"))
        self.list.setWordWrap(True)
        self.list.setStyleSheet(LIST_LOOK)
        self.preview = Preview(workshop, tr)
        self.add = theme.primary(QPushButton(tr("Add to my exercises")))
        self.done = QPushButton(tr("Close"))
        self.said = theme.body(self._summary())
        self.refused = theme.body("\n".join(offered.refused))
        self.refused.setProperty(theme.ROLE, "warn")
        self._reading = QVBoxLayout()
        self._text: QWidget | None = None
        self._build()
        self.list.currentRowChanged.connect(self._choose)
        self.add.clicked.connect(self._add)
        self.done.clicked.connect(self.close)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.close)
        self.add.setEnabled(not offered.is_empty())
        for exercise in offered.exercises:
            self.list.addItem(exercise.title)
        self.list.setCurrentRow(0)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.GAP_LARGE,) * 4)
        column.setSpacing(theme.GAP)
        column.addWidget(theme.heading(self._offered.file))
        column.addWidget(self.said)
        shown = QWidget()
        row = QHBoxLayout(shown)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP)
        row.addWidget(self.list, 2)
        frame = theme.card()
        inside = QVBoxLayout(frame)
        inside.addWidget(self.preview)
        row.addWidget(frame, 4)
        row.addLayout(self._reading, 4)
        shown.setVisible(bool(self._offered.exercises))
        column.addWidget(shown, 1)
        if self._offered.refused:
            column.addWidget(theme.title(self._tr("Not taken")))
            column.addWidget(scrolling(self.refused))
        buttons = Flow(theme.GAP_SMALL)
        buttons.addWidget(self.add)
        buttons.addWidget(self.done)
        column.addLayout(buttons)
        fit_to_screen(self, _LETTERS, _LINES)

    def _summary(self) -> str:
        tr, offered = self._tr, self._offered
        said = []
        count = len(offered.exercises)
        if count:
            said.append(
                tr.plural("{n} exercise will be added.", "{n} exercises will be added.", count)
            )
        if offered.recipe is not None:
            title = offered.recipe.title
            said.append(tr("The routine \u201c{title}\u201d will be added.", title=title))
        for old, new in offered.renamed:
            said.append(
                tr(
                    "\u201c{old}\u201d is taken here; it becomes \u201c{new}\u201d.",
                    old=old,
                    new=new,
                )
            )
        if offered.present:
            said.append(tr("Already here: {names}.", names=", ".join(offered.present)))
        if offered.is_empty():
            said.append(tr("There is nothing to add."))
        return "\n".join(said)

    def _choose(self, row: int) -> None:
        if not 0 <= row < len(self._offered.exercises):
            return
        exercise: Exercise = self._offered.exercises[row]
        self.preview.play(exercise)
        if self._text is not None:
            self._reading.removeWidget(self._text)
            self._text.deleteLater()
        self._text = scrolling(ExerciseText(exercise, _NORMAL, self._tr))
        self._reading.addWidget(self._text)

    def _add(self) -> None:
        said = self._workshop.add(self._offered)
        self.said.setText(said or self._tr("Added. You find it in the Library."))
        self.add.setEnabled(bool(said))
