"""The exercise that is being edited: every change can be undone, and is checked at once."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from deskbreak.core.exercise import Exercise
from deskbreak.core.exercise_check import Fault, faults_of

_MERGES = 1


class _Change(QUndoCommand):
    """One change; a second one of the same field grows out of it."""

    def __init__(self, draft: Draft, before: Exercise, after: Exercise, field: str) -> None:
        super().__init__()
        self._draft, self._before, self.after, self.field = draft, before, after, field

    def id(self) -> int:
        """Return that this may grow."""
        return _MERGES if self.field else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take a further change of the same field in."""
        if not isinstance(other, _Change) or other.field != self.field:
            return False
        self.after = other.after
        return True

    def undo(self) -> None:
        """Show what was before."""
        self._draft.put(self._before)

    def redo(self) -> None:
        """Show what was changed."""
        self._draft.put(self.after)


class Draft(QObject):
    """An exercise in the making; `changed` tells that it is another one now."""

    changed = Signal()

    def __init__(self, exercise: Exercise, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.exercise = exercise
        self.faults: tuple[Fault, ...] = faults_of(exercise)
        self.stack = QUndoStack(self)

    def change(self, exercise: Exercise, field: str = "") -> None:
        """Change it; changes of one `field` in a row are undone together, "" never merges."""
        if exercise != self.exercise:
            self.stack.push(_Change(self, self.exercise, exercise, field))

    def put(self, exercise: Exercise) -> None:
        """Show an exercise and check it; for undo and redo."""
        self.exercise = exercise
        self.faults = faults_of(exercise)
        self.changed.emit()

    def said(self, key: str) -> str:
        """Return what is wrong under a key of the file, "" when nothing is."""
        found = [
            fault.said
            for fault in self.faults
            if fault.key.partition("[")[0] == key or fault.key == key
        ]
        return "; ".join(dict.fromkeys(found)).capitalize()
