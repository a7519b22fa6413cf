"""Pictures out of the Library: asks for a file, and tells how far the writing has come."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from deskbreak.core.film import Film
from deskbreak.core.picture_order import PictureOrder
from deskbreak.core.words import Words
from deskbreak.ui import theme
from deskbreak.ui.flow import Flow
from deskbreak.ui.library_sources import Writing

_LOOK_MS = 100
_WHOLE = 100


class PictureExport(QWidget):
    """Two buttons, a bar while a picture is written, and a line with how it ended.

    `film` gives what is to be drawn and the seconds of the still that is seen, or None for the
    telling one; it is asked when a button is pressed. `write` begins to write.
    """

    def __init__(
        self,
        film: Callable[[], tuple[Film, float | None] | None],
        write: Callable[[PictureOrder], Writing],
        tr: Words,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._film, self._write, self._tr = film, write, tr
        self._order: PictureOrder | None = None
        self._writing: Writing | None = None
        self.dialog: QFileDialog | None = None
        self.picture = QPushButton(tr("Export picture\u2026"))
        self.animation = QPushButton(tr("Export animation\u2026"))
        self.bar = QProgressBar()
        self.bar.setAccessibleName(tr("Writing the picture"))
        self.bar.setRange(0, _WHOLE)
        self.bar.hide()
        self.said: QLabel = theme.muted("")
        self.said.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_SMALL)
        row = Flow(theme.GAP_SMALL)
        row.addWidget(self.picture)
        row.addWidget(self.animation)
        column.addLayout(row)
        column.addWidget(self.bar)
        column.addWidget(self.said)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self.picture.clicked.connect(self._ask_picture)
        self.animation.clicked.connect(self._ask_animation)

    def is_writing(self) -> bool:
        """Return whether a picture is being written."""
        return self._writing is not None

    def write_to(self, out: str) -> None:
        """Begin to write what the dialog was opened for into a file."""
        found = self._film()
        if found is None or self._writing is not None:
            return
        film, at = found
        dark = theme.is_dark(self.palette())
        self._order = PictureOrder(film, out, at, dark=dark)
        self._writing = self._write(self._order)
        self._show_busy(busy=True)
        self._timer.start()

    def _ask_picture(self) -> None:
        self._ask(self._tr("Export picture"), ("png", "svg"))

    def _ask_animation(self) -> None:
        self._ask(self._tr("Export animation"), ("gif",))

    def _ask(self, title: str, kinds: tuple[str, ...]) -> None:
        found = self._film()
        if found is None:
            return
        dialog = QFileDialog(self, title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilters([self._tr("{kind} (*.{end})", kind=k.upper(), end=k) for k in kinds])
        dialog.setDefaultSuffix(kinds[0])
        dialog.filterSelected.connect(
            lambda text: dialog.setDefaultSuffix(next(k for k in kinds if f"*.{k}" in text))
        )
        dialog.selectFile(f"{found[0].planned.exercise.id}.{kinds[0]}")
        dialog.fileSelected.connect(self.write_to)
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    def _look(self) -> None:
        if self._writing is None or self._order is None:
            return
        self.bar.setValue(round(self._writing.part() * _WHOLE))
        said = self._writing.said()
        if said is None:
            return
        self._timer.stop()
        self._writing = None
        self._show_busy(busy=False)
        name = PurePath(self._order.out).name
        self.said.setText(said or self._tr("{file} is written.", file=name))
        self.said.show()

    def _show_busy(self, *, busy: bool) -> None:
        self.picture.setEnabled(not busy)
        self.animation.setEnabled(not busy)
        self.bar.setValue(0)
        self.bar.setVisible(busy)
        self.said.hide()
