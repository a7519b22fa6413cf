"""The list of what is the person's own, and what to do with each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from deskbreak.core.words import Words
from deskbreak.ui import theme
from deskbreak.ui.editor.fields import LIST_LOOK
from deskbreak.ui.editor.workshop import Workshop
from deskbreak.ui.flow import Flow
from deskbreak.ui.scrolling import fit_to_screen

_ID = Qt.ItemDataRole.UserRole
_LETTERS, _LINES = 70, 32


class OwnWindow(QWidget):
    """Own exercises and routines by name; wishes come out as signals with an id."""

    edited = Signal(str)
    shared = Signal(str)
    brought = Signal()

    def __init__(self, workshop: Workshop, tr: Words) -> None:
        super().__init__()
        self._workshop, self._tr = workshop, tr
        self._gone = ""
        self.setWindowTitle(tr("deskbreak - Your own"))
        self.setAccessibleName(tr("Your own exercises and routines"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Your own exercises and routines"))
        self.list.setWordWrap(True)
        self.list.setStyleSheet(LIST_LOOK)
        self.new = theme.primary(QPushButton(tr("New routine")))
        self.edit, self.start = QPushButton(tr("Edit\u2026")), QPushButton(tr("Try it now"))
        self.share, self.remove = QPushButton(tr("Share\u2026")), QPushButton(tr("Delete"))
        self.back = QPushButton(tr("Bring back"))
        self.bring = QPushButton(tr("Import\u2026"))
        self.done = QPushButton(tr("Close"))
        self.said = theme.muted("")
        self._build()
        self.new.clicked.connect(lambda: self.edited.emit(""))
        self.edit.clicked.connect(self._wish(self.edited.emit))
        self.list.itemActivated.connect(self._wish(self.edited.emit))
        self.share.clicked.connect(self._wish(self.shared.emit))
        self.start.clicked.connect(self._wish(workshop.start))
        self.remove.clicked.connect(self._wish(self._remove))
        self.back.clicked.connect(self._bring_back)
        self.bring.clicked.connect(self.brought.emit)
        self.done.clicked.connect(self.close)
        self.list.currentRowChanged.connect(self._show_buttons)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.close)
        self.refresh()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.GAP_LARGE,) * 4)
        column.setSpacing(theme.GAP)
        column.addWidget(theme.heading(self._tr("Your own exercises and routines")))
        hint = self._tr("A new exercise begins as a copy: open one in the Library and change it.")
        column.addWidget(theme.muted(hint))
        column.addWidget(self.list, 1)
        column.addWidget(self.said)
        for row in (
            (self.edit, self.start, self.share, self.remove, self.back),
            (self.new, self.bring, self.done),
        ):
            buttons = Flow(theme.GAP_SMALL)
            for button in row:
                buttons.addWidget(button)
            column.addLayout(buttons)
        fit_to_screen(self, _LETTERS, _LINES)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what there is now."""
        self.refresh()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Look again when the window comes to the front: an editor may have saved something."""
        super().changeEvent(event)
        if self.isActiveWindow():
            self.refresh()

    def refresh(self) -> None:
        """Show what there is now; the chosen one stays chosen."""
        own, chosen = self._workshop.own(), self._chosen()
        rows = [
            (self._tr("Routine: {title}", title=recipe.title), recipe.id)
            for recipe in self._workshop.recipes()
            if recipe.id in own
        ]
        rows += [
            (exercise.title, name)
            for name, exercise in self._workshop.exercises().items()
            if name in own
        ]
        items = [self.list.item(row) for row in range(self.list.count())]
        if rows == [(item.text(), item.data(_ID)) for item in items]:
            self._show_buttons()
            return
        self.list.clear()
        for title, name in rows:
            item = QListWidgetItem(title)
            item.setData(_ID, name)
            self.list.addItem(item)
            if name == chosen:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self._show_buttons()

    def _chosen(self) -> str:
        item = self.list.currentItem()
        # The stub knows no empty list, whose current item is None.
        return str(item.data(_ID)) if item is not None else ""  # type: ignore[redundant-expr]

    def _wish(self, act: Callable[[str], None]) -> Callable[[], None]:
        def do() -> None:
            name = self._chosen()
            if name:
                act(name)

        return do

    def _remove(self, name: str) -> None:
        said = self._workshop.remove(name)
        self._gone = "" if said else name
        self.said.setText(said or self._tr("Deleted. What you did with it stays in your log."))
        self.refresh()
        self._show_buttons()

    def _bring_back(self) -> None:
        self.said.setText(self._workshop.restore(self._gone))
        self._gone = ""
        self.refresh()
        self._show_buttons()

    def _show_buttons(self) -> None:
        for button in (self.edit, self.start, self.share, self.remove):
            button.setEnabled(bool(self._chosen()))
        self.back.setVisible(bool(self._gone))
