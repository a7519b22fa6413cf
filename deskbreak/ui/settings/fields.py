"""The fields of the settings: each fills itself from a plain value and gives one back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from deskbreak.core.settings.daytime import weekdays_from, weekdays_text
from deskbreak.core.settings.plain import Plain, toml_text
from deskbreak.core.settings.table import parse_value
from deskbreak.core.settings.values import Problem
from deskbreak.core.words import Words
from deskbreak.ui.calm_boxes import CalmComboBox, CalmSpinBox
from deskbreak.ui.settings.tick_line import TickLine
from deskbreak.ui.theme import GAP_SMALL, GAP_TINY, ROLE, muted

_DAYS_IN_A_ROW = 5
_LABEL_LETTERS = 21
_NUMBER_LETTERS = 16


@dataclass(slots=True)
class Field:
    """One setting on a form.

    Attributes:
        key: its dotted key.
        label: what it is called.
        editor: the widget that changes it.
        fill: shows a value of the file.
        plain: returns the value as the file writes it, or what is wrong with it.
        note: the line below it, for what is wrong or who holds it fast.
        hint: how a person writes it, for text.
        shown: the value that was filled in, as TOML.
    """

    key: str
    label: str
    editor: QWidget
    fill: Callable[[Plain], None]
    plain: Callable[[], Plain | Problem]
    note: QLabel
    hint: str = ""
    shown: str = ""

    def show_value(self, value: Plain, *, locked: str) -> None:
        """Fill the field; `locked` is the sentence why it cannot be changed, or ""."""
        self.fill(value)
        self.shown = toml_text(value)
        self.editor.setEnabled(not locked)
        self.say(locked, warn=False)

    def say(self, sentence: str, *, warn: bool = True) -> None:
        """Show a sentence below the field, or none."""
        self.note.setProperty(ROLE, "warn" if warn else "muted")
        self.note.style().polish(self.note)
        self.note.setText(sentence)
        self.note.setVisible(bool(sentence))
        self.editor.setAccessibleDescription(sentence)

    def change(self) -> tuple[tuple[str, Plain], ...] | None:
        """Return the change that the person made, if any; None, and say why, when it is wrong."""
        if not self.editor.isEnabled():
            return ()
        value = self.plain()
        if isinstance(value, Problem):
            self.say(_for_a_form(value, self.hint))
            return None
        self.say("")
        return () if toml_text(value) == self.shown else ((self.key, value),)


def text_field(key: str, label: str, hint: str) -> Field:
    """Return a line of text, checked as the command line checks it."""
    edit = QLineEdit()
    edit.setPlaceholderText(hint)
    edit.setToolTip(hint)

    def fill(value: Plain) -> None:
        edit.setText(", ".join(map(str, value)) if isinstance(value, list) else str(value))
        edit.setCursorPosition(0)

    field = made_field(key, label, edit, fill, lambda: parse_value(key, edit.text()))
    field.hint = hint
    return field


def number_field(key: str, label: str, span: tuple[int, int], words: tuple[str, str]) -> Field:
    """Return a number with its unit; `words` are the unit and what 0 means ("" = just 0)."""
    box = CalmSpinBox()
    box.setRange(*span)
    box.setSuffix(f" {words[0]}" if words[0] else "")
    box.setSpecialValueText(words[1])
    box.setMinimumWidth(box.fontMetrics().averageCharWidth() * _NUMBER_LETTERS)

    def fill(value: Plain) -> None:
        if isinstance(value, int):
            box.setRange(min(span[0], value), max(span[1], value))
            box.setValue(value)

    return made_field(key, label, box, fill, box.value)


def switch_field(key: str, text: str) -> Field:
    """Return a check box with its words."""
    line = TickLine(text)
    fill = line.box.setChecked
    return made_field(key, text, line, lambda value: fill(value is True), line.box.isChecked)


def choice_field(key: str, label: str, choices: tuple[tuple[str, str], ...]) -> Field:
    """Return a list to choose from; `choices` are the file's words with the person's."""
    box = CalmComboBox()
    for value, text in choices:
        box.addItem(text, value)

    def plain() -> Plain:
        return str(box.currentData())

    return made_field(
        key, label, box, lambda value: box.setCurrentIndex(box.findData(value)), plain
    )


def days_field(key: str, label: str, tr: Words) -> Field:
    """Return a check box for each day of the week."""
    row = QWidget()
    layout = QGridLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setHorizontalSpacing(GAP_SMALL)
    boxes: list[QCheckBox] = []
    for short, name in _day_names(tr):
        box = QCheckBox(short)
        box.setAccessibleName(name)
        box.setToolTip(name)
        layout.addWidget(box, len(boxes) // _DAYS_IN_A_ROW, len(boxes) % _DAYS_IN_A_ROW)
        boxes.append(box)
    layout.setColumnStretch(_DAYS_IN_A_ROW, 1)

    def fill(value: Plain) -> None:
        days = weekdays_from(str(value))
        for day, box in enumerate(boxes):
            box.setChecked(day in days)

    def plain() -> Plain:
        return weekdays_text(tuple(day for day, box in enumerate(boxes) if box.isChecked()))

    row.setFocusProxy(boxes[0])
    return made_field(key, label, row, fill, plain)


def form_of(fields: tuple[Field, ...]) -> QGridLayout:
    """Return a form with these fields, labels left and the lines about them below."""
    form = QGridLayout()
    form.setHorizontalSpacing(GAP_SMALL * 2)
    form.setVerticalSpacing(GAP_TINY)
    form.setColumnStretch(1, 1)
    for number, field in enumerate(fields):
        _add_row(form, 3 * number, field)
    return form


def _add_row(form: QGridLayout, row: int, field: Field) -> None:
    wide = isinstance(field.editor, TickLine)
    narrow = isinstance(field.editor, QSpinBox | QComboBox)
    side = Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag(0)
    form.addWidget(field.editor, row, 0 if wide else 1, 1, 2 if wide else 1, side)
    form.addWidget(field.note, row + 1, 0 if wide else 1, 1, 2 if wide else 1)
    form.setRowMinimumHeight(row + 2, GAP_TINY)
    if not wide:
        label = QLabel(field.label)
        label.setBuddy(field.editor)
        usual = label.fontMetrics().averageCharWidth() * _LABEL_LETTERS
        label.setMinimumWidth(max(usual, label.sizeHint().width()))
        level = isinstance(field.editor, QLineEdit | QSpinBox | QComboBox)
        above = Qt.AlignmentFlag.AlignVCenter if level else Qt.AlignmentFlag.AlignTop
        form.addWidget(label, row, 0, above)


def changes_of(fields: tuple[Field, ...]) -> tuple[tuple[str, object], ...] | None:
    """Return every change; None when a field is wrong, which then says so and has the focus."""
    found = [(field, field.change()) for field in fields]
    for field, change in found:
        if change is None:
            field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
    return tuple(one for _, change in found for one in change or ())


def made_field(
    key: str,
    label: str,
    editor: QWidget,
    fill: Callable[[Plain], None],
    plain: Callable[[], Plain | Problem],
) -> Field:
    """Return a field around an editor of its own kind."""
    editor.setAccessibleName(label)
    note = muted("")
    note.hide()
    return Field(key, label, editor, fill, plain, note)


def _for_a_form(problem: Problem, hint: str) -> str:
    """Return the sentence without the key, which stands beside it, and without TOML's marks."""
    said = problem.said.removeprefix(f"{problem.key}: ")
    what, should, _ = said.partition("; it should be")
    said = f"{what}; {hint}" if should and hint else said.rstrip(".")
    return f"{said[:1].upper()}{said[1:]}."


def _day_names(tr: Words) -> tuple[tuple[str, str], ...]:
    return (
        (tr("Mon"), tr("Monday")),
        (tr("Tue"), tr("Tuesday")),
        (tr("Wed"), tr("Wednesday")),
        (tr("Thu"), tr("Thursday")),
        (tr("Fri"), tr("Friday")),
        (tr("Sat"), tr("Saturday")),
        (tr("Sun"), tr("Sunday")),
    )


def office_fields(tr: Words) -> tuple[Field, ...]:
    """Return what is asked about when the person is at work."""
    return (
        days_field("office.days", tr("Office days"), tr),
        text_field("office.hours", tr("Office hours"), tr("for example 09:00-12:00, 13:00-18:00")),
        text_field("office.lunch", tr("Lunch"), tr("for example 12:30-13:30; empty for none")),
    )
