"""The editor of one exercise of the person's own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMessageBox,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from deskbreak.core.exercise import Exercise
from deskbreak.core.words import Words
from deskbreak.ui import theme
from deskbreak.ui.editor.asking import Answers, ask_to_save
from deskbreak.ui.editor.draft import Draft
from deskbreak.ui.editor.phases import PhasesPage
from deskbreak.ui.editor.picture import PictureLine
from deskbreak.ui.editor.poses import PosesPage
from deskbreak.ui.editor.preview import Preview
from deskbreak.ui.editor.words import doses_page, words_page
from deskbreak.ui.editor.workshop import Workshop
from deskbreak.ui.flow import Flow
from deskbreak.ui.scrolling import fit_to_screen, scrolling

_LETTERS, _LINES = 165, 48
_POSES = 3


class EditorWindow(QWidget):
    """Pages for words, repetitions, movements and poses; beside them the figure moves.

    What is wrong stands beside its field at once; only an exercise that is right can be saved.
    """

    def __init__(self, exercise: Exercise, workshop: Workshop, tr: Words) -> None:
        super().__init__()
        self._workshop, self._tr = workshop, tr
        self.draft = Draft(exercise, self)
        self._kept: Exercise | None = workshop.exercises().get(exercise.id)
        self.question: QMessageBox | None = None
        self.setWindowTitle(tr("deskbreak - Edit exercise"))
        self.setAccessibleName(tr("Edit exercise"))
        self.preview = Preview(workshop, tr)
        self.picture = PictureLine(self.draft, workshop, tr)
        self.phases = PhasesPage(self.draft, tr)
        self.poses = PosesPage(self.draft, tr)
        self.pages = QTabWidget()
        self.pages.setAccessibleName(tr("Parts of the exercise"))
        self.undo, self.redo = QPushButton(tr("Undo")), QPushButton(tr("Redo"))
        self.save = theme.primary(QPushButton(tr("Save")))
        self.start = QPushButton(tr("Try it now"))
        self.done = QPushButton(tr("Close"))
        self.said = theme.body("")
        self._build()
        self._connect()
        self._show()

    def _build(self) -> None:
        tr = self._tr
        self.pages.addTab(words_page(self.draft, tr, self.picture), tr("Words"))
        self.pages.addTab(doses_page(self.draft, tr), tr("Repetitions"))
        self.pages.addTab(scrolling(self.phases), tr("Movements"))
        self.pages.addTab(scrolling(self.poses), tr("Poses"))
        self.name = theme.heading("")
        frame = theme.card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(*(theme.GAP,) * 4)
        inside.addWidget(self.preview)
        sides = QHBoxLayout()
        sides.setSpacing(theme.GAP_LARGE)
        sides.addWidget(self.pages, 4)
        sides.addWidget(frame, 3)
        buttons = Flow(theme.GAP_SMALL)
        for button in (self.save, self.undo, self.redo, self.start, self.done):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.GAP_LARGE,) * 4)
        column.setSpacing(theme.GAP)
        column.addWidget(self.name)
        column.addLayout(sides, 1)
        column.addWidget(self.said)
        column.addLayout(buttons)
        fit_to_screen(self, _LETTERS, _LINES)

    def _connect(self) -> None:
        stack = self.draft.stack
        self.undo.clicked.connect(stack.undo)
        self.redo.clicked.connect(stack.redo)
        self.save.clicked.connect(self.keep)
        self.start.clicked.connect(lambda: self._workshop.start(self.draft.exercise.id))
        self.done.clicked.connect(self.close)
        self.draft.changed.connect(self._show)
        self.pages.currentChanged.connect(self._show)
        self.poses.chosen.connect(self._show)
        stack.indexChanged.connect(self._show_buttons)
        for key, act in (
            (QKeySequence.StandardKey.Undo, stack.undo),
            (QKeySequence.StandardKey.Redo, stack.redo),
            (QKeySequence.StandardKey.Save, self.keep),
            (QKeySequence(Qt.Key.Key_Escape), self.close),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def keep(self) -> bool:
        """Save the exercise when it is right; return whether it was."""
        faults = self.draft.faults
        if faults:
            self._say(self._tr("Not saved yet: {what}", what=f"{faults[0].key} {faults[0].said}."))
            return False
        said = self._workshop.save(self.draft.exercise)
        if said:
            self._say(said)
            return False
        self._kept = self.draft.exercise
        self.draft.stack.setClean()
        self._say(self._tr("Saved. You find it in the Library."), warn=False)
        self._show_buttons()
        return True

    def is_changed(self) -> bool:
        """Return whether something would be lost by closing."""
        return self.draft.exercise != self._kept and self.draft.stack.canUndo()

    def dismiss(self) -> None:
        """Close without asking."""
        self._kept = self.draft.exercise
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask first when something would be lost."""
        if not self.is_changed():
            super().closeEvent(event)
            return
        event.ignore()
        self.question = ask_to_save(self, Answers(self.keep, self.dismiss), self._tr)

    def _show(self) -> None:
        exercise = self.draft.exercise
        self.name.setText(exercise.title or self._tr("No title yet"))
        pose = self.poses.shown()
        if self.pages.currentIndex() == _POSES and pose is not None:
            self.preview.rest(exercise, pose)
        else:
            self.preview.play(exercise)
        faults = len(self.draft.faults)
        tr = self._tr
        self._say(tr.plural("{n} thing is not right yet.", "{n} things are not right yet.", faults))
        self.said.setVisible(faults > 0)
        self._show_buttons()

    def _show_buttons(self) -> None:
        stack = self.draft.stack
        pressed = [button for button in (self.undo, self.redo, self.save) if button.hasFocus()]
        self.undo.setEnabled(stack.canUndo())
        self.redo.setEnabled(stack.canRedo())
        self.save.setEnabled(not self.draft.faults and self.draft.exercise != self._kept)
        self.start.setEnabled(self._kept == self.draft.exercise)
        if pressed and not pressed[0].isEnabled():
            # Qt would hand the keyboard on to the next button: pressed once more it might close.
            self.pages.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, sentence: str, *, warn: bool = True) -> None:
        self.said.setProperty(theme.ROLE, "warn" if warn else "muted")
        self.said.style().polish(self.said)
        self.said.setText(sentence)
        self.said.show()
