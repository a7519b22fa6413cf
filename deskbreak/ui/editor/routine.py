"""The editor of one routine of the person's own: its name, and its exercises in their order."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from deskbreak.core.authoring.names import id_for
from deskbreak.core.authoring.routines import minutes, refusals
from deskbreak.core.routine import Kind, Recipe
from deskbreak.core.words import Words
from deskbreak.ui import theme
from deskbreak.ui.calm_boxes import CalmComboBox
from deskbreak.ui.editor.asking import Answers, ask_to_save
from deskbreak.ui.editor.fields import LIST_LOOK, Field
from deskbreak.ui.editor.workshop import Workshop
from deskbreak.ui.flow import Flow
from deskbreak.ui.scrolling import fit_to_screen

_ID = Qt.ItemDataRole.UserRole
_LETTERS, _LINES = 110, 36
_LONGEST_TITLE = 80
NEW = Recipe("", "", ())
"""A routine that is not there yet; it gets its id from its title."""


class RoutineWindow(QWidget):
    """Exercises to choose from on the left, the routine on the right, and what it lacks below."""

    def __init__(self, recipe: Recipe, workshop: Workshop, tr: Words) -> None:
        super().__init__()
        self._workshop, self._tr = workshop, tr
        self.recipe = self._kept = recipe
        self.question: QMessageBox | None = None
        self.setWindowTitle(tr("deskbreak - Edit routine"))
        self.setAccessibleName(tr("Edit routine"))
        self.title = QLineEdit(recipe.title)
        self.title.setMaxLength(_LONGEST_TITLE)
        self.kind = CalmComboBox()
        for kind, name in (
            (Kind.DESK, tr("For the desk")),
            (Kind.HOME, tr("For home")),
            (Kind.POSTURE, tr("Posture check")),
        ):
            self.kind.addItem(name, kind.value)
        self.kind.setCurrentIndex(self.kind.findData(recipe.kind.value))
        self.all = _list(tr("Exercises to choose from"))
        self.chosen = _list(tr("Exercises of the routine"))
        self.add, self.remove = QPushButton(tr("Add \u2192")), QPushButton(tr("Remove"))
        self.up, self.down = QPushButton(tr("Earlier")), QPushButton(tr("Later"))
        self.time = theme.muted("")
        self.said = theme.body("")
        self.save = theme.primary(QPushButton(tr("Save")))
        self.start = QPushButton(tr("Try it now"))
        self.usual = QPushButton(tr("Use in my breaks"))
        self.done = QPushButton(tr("Close"))
        self._build()
        self._connect()
        for exercise in workshop.exercises().values():
            self.all.addItem(_item(tr(exercise.title), exercise.id))
        self.all.setCurrentRow(0)
        self._show(0)

    def _build(self) -> None:
        tr = self._tr
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.GAP_LARGE,) * 4)
        column.setSpacing(theme.GAP)
        top = QHBoxLayout()
        top.setSpacing(theme.GAP)
        top.addWidget(Field("", tr("Name of the routine"), self.title), 3)
        top.addWidget(Field("", tr("What it is for"), self.kind), 1)
        column.addLayout(top)
        sides = QHBoxLayout()
        sides.setSpacing(theme.GAP)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(Field("", tr("Exercises to choose from"), self.all), 1)
        left.addWidget(self.add)
        right.addWidget(Field("", tr("Exercises of the routine"), self.chosen), 1)
        moves = Flow(theme.GAP_SMALL)
        for button in (self.up, self.down, self.remove):
            moves.addWidget(button)
        right.addLayout(moves)
        sides.addLayout(left, 1)
        sides.addLayout(right, 1)
        column.addLayout(sides, 1)
        column.addWidget(self.time)
        column.addWidget(self.said)
        buttons = Flow(theme.GAP_SMALL)
        for button in (self.save, self.start, self.usual, self.done):
            buttons.addWidget(button)
        column.addLayout(buttons)
        fit_to_screen(self, _LETTERS, _LINES)

    def _connect(self) -> None:
        self.title.textEdited.connect(self._name)
        self.kind.activated.connect(self._set_kind)
        self.add.clicked.connect(self._add)
        self.all.itemActivated.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.save.clicked.connect(self.keep)
        self.start.clicked.connect(lambda: self._workshop.start(self.recipe.id))
        self.usual.clicked.connect(self._make_usual)
        self.done.clicked.connect(self.close)
        self.chosen.currentRowChanged.connect(self._show_buttons)
        context = Qt.ShortcutContext.WidgetShortcut
        for keys, act in (
            ("Alt+Up", lambda: self._move(-1)),
            ("Alt+Down", lambda: self._move(1)),
            ("Del", self._remove),
        ):
            QShortcut(QKeySequence(keys), self.chosen, context=context).activated.connect(act)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self).activated.connect(self.keep)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.close)

    def keep(self) -> bool:
        """Save the routine when it is right; return whether it was."""
        recipe = self.recipe
        if not recipe.id:
            taken = {*self._workshop.exercises(), *(each.id for each in self._workshop.recipes())}
            recipe = replace(recipe, id=id_for(recipe.title, taken))
        said = self._wrong() or self._workshop.save(recipe)
        if said:
            self._say(said, warn=True)
            return False
        self.recipe = self._kept = recipe
        self._say(self._tr("Saved. Try it now, or use it in your breaks."))
        self._show_kept(kept=True)
        return True

    def is_changed(self) -> bool:
        """Return whether something would be lost by closing."""
        return self.recipe != self._kept

    def dismiss(self) -> None:
        """Close without asking."""
        self._kept = self.recipe
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask first when something would be lost."""
        if self.is_changed():
            event.ignore()
            self.question = ask_to_save(self, Answers(self.keep, self.dismiss), self._tr)
        else:
            super().closeEvent(event)

    def _show_kept(self, *, kept: bool) -> None:
        self.start.setEnabled(kept)
        self.usual.setEnabled(kept)

    def _make_usual(self) -> None:
        said = self._workshop.make_usual(self.recipe.id)
        self._say(said or self._tr("Your breaks have this routine from now on."), warn=bool(said))

    def _wrong(self) -> str:
        if not self.recipe.title.strip():
            return self._tr("Give the routine a name.")
        trial = replace(self.recipe, id=self.recipe.id or "own")
        return next(iter(refusals(trial, self._workshop.exercises(), self._tr)), "")

    def _name(self, text: str) -> None:
        self._change(replace(self.recipe, title=text))

    def _set_kind(self) -> None:
        self._change(replace(self.recipe, kind=Kind(self.kind.currentData())))

    def _add(self) -> None:
        item = self.all.currentItem()
        if item is not None:
            row = self.chosen.currentRow() + 1
            order = [*self.recipe.order]
            order.insert(row, str(item.data(_ID)))
            self._change(replace(self.recipe, order=tuple(order)), row)

    def _remove(self) -> None:
        row = self.chosen.currentRow()
        if row >= 0:
            order = (*self.recipe.order[:row], *self.recipe.order[row + 1 :])
            self._change(replace(self.recipe, order=order), min(row, len(order) - 1))

    def _move(self, by: int) -> None:
        row = self.chosen.currentRow()
        order = [*self.recipe.order]
        if row >= 0 and 0 <= row + by < len(order):
            order.insert(row + by, order.pop(row))
            self._change(replace(self.recipe, order=tuple(order)), row + by)

    def _change(self, recipe: Recipe, row: int | None = None) -> None:
        self.recipe = recipe
        self._show(self.chosen.currentRow() if row is None else row)

    def _show(self, row: int) -> None:
        exercises, tr = self._workshop.exercises(), self._tr
        self.chosen.clear()
        for name in self.recipe.order:
            title = tr(exercises[name].title) if name in exercises else name
            self.chosen.addItem(_item(title, name))
        self.chosen.setCurrentRow(row)
        trial = replace(self.recipe, id=self.recipe.id or "own")
        count = minutes(trial, exercises)
        about = tr.plural("About {n} minute.", "About {n} minutes.", count)
        self.time.setText(about if self.recipe.order else "")
        wrong = self._wrong()
        self._say(wrong, warn=True)
        self.save.setEnabled(not wrong)
        kept = [replace(each, source=self.recipe.source) for each in self._workshop.recipes()]
        self._show_kept(kept=self.recipe in kept)
        self._show_buttons()

    def _show_buttons(self) -> None:
        row, count = self.chosen.currentRow(), len(self.recipe.order)
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < count - 1)
        self.remove.setEnabled(row >= 0)

    def _say(self, sentence: str, *, warn: bool = False) -> None:
        self.said.setProperty(theme.ROLE, "warn" if warn else "muted")
        self.said.style().polish(self.said)
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))


def _list(name: str) -> QListWidget:
    made = QListWidget()
    made.setAccessibleName(name)
    made.setWordWrap(True)
    made.setStyleSheet(LIST_LOOK)
    return made


def _item(title: str, name: str) -> QListWidgetItem:
    item = QListWidgetItem(title)
    item.setData(_ID, name)
    return item
