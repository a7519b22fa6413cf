"""The question before changes are lost: Save, Discard or Cancel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from deskbreak.core.words import Words


@dataclass(frozen=True, slots=True)
class Answers:
    """What follows: `keep` saves and returns whether it could, `dismiss` closes without asking."""

    keep: Callable[[], bool]
    dismiss: Callable[[], None]


def ask_to_save(window: QWidget, answers: Answers, tr: Words) -> QMessageBox:
    """Ask over a window that was about to close; it stays open unless the answer closes it."""
    button = QMessageBox.StandardButton
    box = QMessageBox(window)
    box.setWindowTitle(tr("Save your changes?"))
    box.setText(tr("Save your changes?"))
    box.setStandardButtons(button.Save | button.Discard | button.Cancel)
    box.setDefaultButton(button.Save)
    box.setEscapeButton(button.Cancel)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def answered(answer: int) -> None:
        if answer == button.Discard.value:
            answers.dismiss()
        elif answer == button.Save.value and answers.keep():
            window.close()

    box.finished.connect(answered)
    box.open()
    return box
