"""The editor's line for a picture of one's own, which is shown instead of the figure."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from deskbreak.core.words import Words
from deskbreak.ui import theme
from deskbreak.ui.editor.draft import Draft
from deskbreak.ui.editor.waiting import Waiting
from deskbreak.ui.editor.workshop import Workshop
from deskbreak.ui.flow import Flow

_SIDE = 120


class PictureLine(QWidget):
    """Chooses a picture, shows it small, and takes it away again."""

    def __init__(self, draft: Draft, workshop: Workshop, tr: Words) -> None:
        super().__init__()
        self._draft, self._workshop, self._tr = draft, workshop, tr
        self.shown = QLabel()
        self.shown.setAccessibleName(tr("Your picture"))
        self.choose = QPushButton(tr("Choose a picture\u2026"))
        self.remove = QPushButton(tr("Show the figure instead"))
        self.problem = theme.body("")
        self.problem.setProperty(theme.ROLE, "warn")
        self.problem.hide()
        self._dialog: QFileDialog | None = None
        self._taking: Waiting[tuple[str, str]] = Waiting(self._taken)
        buttons = Flow(theme.GAP_SMALL)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_SMALL)
        column.addWidget(QLabel(tr("Picture of your own (PNG or SVG)")))
        column.addWidget(self.shown)
        column.addLayout(buttons)
        column.addWidget(self.problem)
        self.choose.clicked.connect(self._ask)
        self.remove.clicked.connect(self._take_away)
        draft.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the picture that the draft names."""
        name = self._draft.exercise.picture
        picture = QPixmap()
        if name:
            picture.loadFromData(self._workshop.picture(name))
        self.shown.setVisible(not picture.isNull())
        self.remove.setVisible(bool(name))
        if not picture.isNull():
            smooth = Qt.TransformationMode.SmoothTransformation
            small = picture.scaled(_SIDE, _SIDE, Qt.AspectRatioMode.KeepAspectRatio, smooth)
            self.shown.setPixmap(small)

    def take(self, path: str) -> None:
        """Look at a picture, then take it in, or say why not."""
        self.problem.hide()
        self._taking.wait(self._workshop.take_picture(path, self._draft.exercise.id))

    def _taken(self, answer: tuple[str, str]) -> None:
        name, said = answer
        self.problem.setText(said)
        self.problem.setVisible(bool(said))
        if name:
            self._draft.change(replace(self._draft.exercise, picture=name))

    def _take_away(self) -> None:
        self._draft.change(replace(self._draft.exercise, picture=""))

    def _ask(self) -> None:
        title = self._tr("Choose a picture")
        dialog = QFileDialog(self, title, "", self._tr("Pictures (*.png *.svg)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.take)
        self._dialog = dialog
        dialog.open()
