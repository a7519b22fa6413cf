"""The fields of the exercise editor: each shows a part of the draft, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from deskbreak.core.exercise import Exercise
from deskbreak.ui import theme
from deskbreak.ui.calm_boxes import CalmDoubleSpinBox
from deskbreak.ui.editor.draft import Draft

LIST_LOOK = """
QListWidget { outline: 0; }
QListWidget::item { padding: 4px 8px; border-radius: 6px; color: palette(text); }
QListWidget::item:disabled { color: palette(placeholder-text); padding-top: 8px; }
QListWidget::item:selected { background: palette(highlight); color: palette(highlighted-text); }
"""
"""How lists of the editors look: rows with room around them."""

_LINES, _WRAPPED = 5, 2
_NUMBER_LETTERS = 14


@dataclass(frozen=True, slots=True)
class TextBinding:
    """A text of an exercise: its key in the file, its name, how it is read and changed.

    `many` is one text a line; `wraps` is one sentence that may need two lines.
    """

    key: str
    name: str
    read: Callable[[Exercise], str]
    write: Callable[[Exercise, str], Exercise]
    hint: str = ""
    many: bool = False
    wraps: bool = False


@dataclass(frozen=True, slots=True)
class NumberBinding:
    """A number of an exercise: its key in the file, its name, its span and its steps."""

    key: str
    name: str
    read: Callable[[Exercise], float]
    write: Callable[[Exercise, float], Exercise]
    span: tuple[float, float]
    step: float = 1.0
    unit: str = ""


class Field(QWidget):
    """A name, an editor below it, and below that what is wrong."""

    def __init__(self, key: str, name: str, editor: QWidget, hint: str = "") -> None:
        super().__init__()
        self.key = key
        self.editor = editor
        editor.setAccessibleName(name)
        self.name = QLabel(name)
        self.name.setBuddy(editor)
        self.problem = theme.body("")
        self.problem.setProperty(theme.ROLE, "warn")
        self.problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_TINY)
        column.addWidget(self.name)
        column.addWidget(editor)
        if hint:
            column.addWidget(theme.muted(hint))
        column.addWidget(self.problem)

    def say(self, sentence: str) -> None:
        """Show what is wrong, or nothing; a screen reader tells it with the field."""
        if sentence != self.problem.text():
            self.problem.setText(sentence)
            self.editor.setAccessibleDescription(sentence)
        self.problem.setVisible(bool(sentence))


def text_field(draft: Draft, binding: TextBinding) -> Field:
    """Return an editor of a text that follows the draft and changes it."""
    if binding.many or binding.wraps:
        return _page_field(draft, binding)
    line = QLineEdit()
    field = Field(binding.key, binding.name, line, binding.hint)

    def show() -> None:
        text = binding.read(draft.exercise)
        if line.text() != text:
            with QSignalBlocker(line):
                line.setText(text)
        field.say(draft.said(binding.key))

    line.textEdited.connect(
        lambda text: draft.change(binding.write(draft.exercise, text), binding.key)
    )
    draft.changed.connect(show)
    show()
    line.setCursorPosition(0)
    return field


def _page_field(draft: Draft, binding: TextBinding) -> Field:
    page = QPlainTextEdit()
    page.setTabChangesFocus(True)
    high = page.fontMetrics().lineSpacing() * (_LINES if binding.many else _WRAPPED) + theme.GAP
    page.setMinimumHeight(high)
    if binding.wraps:
        page.setMaximumHeight(high)
    meant = lines if binding.many else _one_line
    field = Field(binding.key, binding.name, page, binding.hint)

    def show() -> None:
        text = binding.read(draft.exercise)
        if meant(page.toPlainText()) != meant(text):
            with QSignalBlocker(page):
                page.setPlainText(text)
        field.say(draft.said(binding.key))

    def changed() -> None:
        text = page.toPlainText()
        said = text if binding.many else _one_line(text)
        draft.change(binding.write(draft.exercise, said), binding.key)

    page.textChanged.connect(changed)
    draft.changed.connect(show)
    show()
    return field


def number_field(draft: Draft, binding: NumberBinding) -> Field:
    """Return a number that follows the draft and changes it."""
    box = number_box(binding.span, binding.step, binding.unit)
    field = Field(binding.key, binding.name, box)

    def show() -> None:
        with QSignalBlocker(box):
            box.setValue(binding.read(draft.exercise))
        field.say(draft.said(binding.key))

    box.valueChanged.connect(
        lambda value: draft.change(binding.write(draft.exercise, value), binding.key)
    )
    draft.changed.connect(show)
    show()
    return field


def number_box(span: tuple[float, float], step: float, unit: str = "") -> QDoubleSpinBox:
    """Return a box for numbers; whole ones are shown without a point."""
    box = CalmDoubleSpinBox()
    box.setDecimals(0 if step == int(step) else 2 if step < 0.1 else 1)  # noqa: PLR2004 - a tenth
    box.setRange(*span)
    box.setSingleStep(step)
    box.setSuffix(f" {unit}" if unit else "")
    box.setMinimumWidth(box.fontMetrics().averageCharWidth() * _NUMBER_LETTERS)
    return box


def _one_line(text: str) -> str:
    return text.replace("\n", " ")


def lines(text: str) -> tuple[str, ...]:
    """Return the lines of a text that say something."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())
