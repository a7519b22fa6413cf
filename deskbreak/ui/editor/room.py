"""Which editors are open: one for each exercise and routine, and the dialogs for their files."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from deskbreak.core.authoring.draft import copy_of
from deskbreak.core.authoring.share import ENDING, Offered
from deskbreak.core.words import Words
from deskbreak.ui.editor.importing import ImportWindow
from deskbreak.ui.editor.own import OwnWindow
from deskbreak.ui.editor.routine import NEW, RoutineWindow
from deskbreak.ui.editor.waiting import Waiting
from deskbreak.ui.editor.window import EditorWindow
from deskbreak.ui.editor.workshop import Workshop

_OWN, _NEW, _IMPORT = " own", " new", " import"
"""Names of windows that belong to no exercise; no id begins with a space."""


class EditorRoom:
    """Opens editors, the list of what is one's own, and the files to share and to import."""

    def __init__(self, workshop: Workshop, tr: Words, tell: Callable[[str], None]) -> None:
        """Open nothing yet; `tell` tells the person a sentence."""
        self._workshop, self._tr, self._tell = workshop, tr, tell
        self.windows: dict[str, QWidget] = {}
        self.dialog: QFileDialog | None = None
        self._reading: Waiting[Offered] = Waiting(self._show_offered)

    def edit(self, name: str) -> None:
        """Open the editor: on an own exercise or routine, or on a copy of a shipped exercise."""
        workshop = self._workshop
        recipes = {recipe.id: recipe for recipe in workshop.recipes()}
        exercise = workshop.exercises().get(name)
        if name in workshop.own() and name in recipes:
            self._raise(name, lambda: RoutineWindow(recipes[name], workshop, self._tr))
        elif exercise is None:
            self._raise(_NEW, lambda: RoutineWindow(NEW, workshop, self._tr))
        elif name in workshop.own():
            self._raise(name, lambda: EditorWindow(exercise, workshop, self._tr))
        else:
            self.copy(name)

    def copy(self, name: str) -> None:
        """Open the editor on a copy of an exercise, a shipped one or one's own."""
        workshop = self._workshop
        exercise = workshop.exercises().get(name)
        if exercise is None:
            return
        taken = {*workshop.exercises(), *(recipe.id for recipe in workshop.recipes())}
        made = copy_of(exercise, taken, self._tr, again=name in workshop.own())
        self._raise(made.id, lambda: EditorWindow(made, workshop, self._tr))

    def own(self) -> None:
        """Open the list of what is the person's own."""
        self._raise(_OWN, self._make_own)

    def _make_own(self) -> OwnWindow:
        window = OwnWindow(self._workshop, self._tr)
        window.edited.connect(self.edit)
        window.shared.connect(self.share)
        window.brought.connect(self.bring_in)
        return window

    def bring_in(self) -> None:
        """Ask for a shared file and show what it would add."""
        dialog = QFileDialog(None, self._tr("Import exercises"), "", self._kinds())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.look_into)
        self._open(dialog)

    def look_into(self, path: str) -> None:
        """Look into a shared file, and then show what it would add."""
        self._reading.wait(self._workshop.read(path))

    def _show_offered(self, offered: Offered) -> None:
        self.windows.pop(_IMPORT, None)
        self._raise(_IMPORT, lambda: ImportWindow(offered, self._workshop, self._tr))

    def share(self, name: str) -> None:
        """Ask where to, and write an exercise or a routine into one file."""
        dialog = QFileDialog(None, self._tr("Share as a file"), "", self._kinds())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ENDING.removeprefix("."))  # so that it asks before writing over
        dialog.selectFile(name + ENDING)
        dialog.fileSelected.connect(lambda path: self._write(path, name))
        self._open(dialog)

    def _write(self, path: str, name: str) -> None:
        said = self._workshop.share(path, name)
        self._tell(said or self._tr("Written to {file}.", file=path))

    def _kinds(self) -> str:
        return self._tr("Exercises and routines (*{ending} *.toml)", ending=ENDING)

    def _open(self, dialog: QFileDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        self.dialog = dialog
        dialog.open()

    def _raise(self, name: str, make: Callable[[], QWidget]) -> QWidget:
        window = self.windows.get(name)
        if window is None or not window.isVisible():
            window = self.windows[name] = make()
        window.show()
        window.raise_()
        window.activateWindow()
        return window
