"""Delete all my data: a button, and the question before it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMessageBox, QPushButton, QWidget

from deskbreak.core.leaving import Forget
from deskbreak.core.words import Words
from deskbreak.ports import Send


class ForgetRow(QWidget):
    """Asks once more; only then the program is told to end and to delete.

    `question` is what is being asked, None at other times.
    """

    def __init__(self, tr: Words, send: Send) -> None:
        super().__init__()
        self._tr, self._send = tr, send
        self.question: QMessageBox | None = None
        button = QPushButton(tr("Delete all my data…"))
        button.setAutoDefault(False)
        button.clicked.connect(self.ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(button)
        row.addStretch(1)

    def ask(self) -> None:
        """Put the question once; Cancel is what Enter and Escape say."""
        if self.question is not None:
            self.question.activateWindow()
            return
        tr = self._tr
        box = self.question = QMessageBox(self.window())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(tr("deskbreak - Delete all my data"))
        box.setText(tr("Delete everything that deskbreak keeps about you?"))
        box.setInformativeText(
            tr(
                "Your record with all its backups, the saved state and the program's log are "
                "deleted, and nothing brings them back. Copies that you made elsewhere stay. "
                "deskbreak ends."
            )
        )
        box.setCheckBox(QCheckBox(tr("Settings and my own exercises too"), box))
        box.addButton(tr("Delete all"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(cancel)
        box.setEscapeButton(cancel)
        box.finished.connect(self._answered)
        box.open()

    def _answered(self) -> None:
        box, self.question = self.question, None
        if box is None:
            return
        if box.buttonRole(box.clickedButton()) is QMessageBox.ButtonRole.DestructiveRole:
            self._send(Forget(settings=box.checkBox().isChecked()))
