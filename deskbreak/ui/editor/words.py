"""The editor's pages of words and of repetitions."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from deskbreak.core.dose import MOST_REPS
from deskbreak.core.exercise import Exercise
from deskbreak.core.words import Words
from deskbreak.ui import theme
from deskbreak.ui.editor.draft import Draft
from deskbreak.ui.editor.fields import (
    Field,
    NumberBinding,
    TextBinding,
    lines,
    number_field,
    text_field,
)
from deskbreak.ui.scrolling import scrolling

_COLUMNS = 2
_PERCENT = 100


def words_page(draft: Draft, tr: Words, picture: QWidget) -> QWidget:
    """Return the page with every text of the exercise, and its picture."""
    fields = [text_field(draft, binding) for binding in _texts(tr)]
    page = QWidget()
    column = QVBoxLayout(page)
    column.setSpacing(theme.GAP)
    for field in fields:
        column.addWidget(field)
    column.addWidget(picture)
    column.addStretch(1)
    return scrolling(page)


def doses_page(draft: Draft, tr: Words) -> QWidget:
    """Return the page with the repetitions and how far the movement goes."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setSpacing(theme.GAP)
    unit = TextBinding("reps.unit", tr("What is counted"), _unit, _with_unit)
    column.addWidget(text_field(draft, unit))
    column.addWidget(theme.title(tr("How often")))
    column.addLayout(_grid([number_field(draft, each) for each in _doses(tr)]))
    column.addWidget(theme.title(tr("How far")))
    far = tr("A beginner sees and does a smaller movement: percent of the poses.")
    column.addWidget(theme.muted(far))
    column.addLayout(_grid([number_field(draft, each) for each in _ranges(tr)]))
    column.addStretch(1)
    return scrolling(page)


def _grid(fields: list[Field]) -> QGridLayout:
    grid = QGridLayout()
    grid.setSpacing(theme.GAP)
    for n, field in enumerate(fields):
        grid.addWidget(field, n // _COLUMNS, n % _COLUMNS)
    return grid


def _texts(tr: Words) -> tuple[TextBinding, ...]:
    each_line = tr("One on each line.")
    return (
        TextBinding("title", tr("Title"), lambda e: e.title, lambda e, t: replace(e, title=t)),
        TextBinding(
            "goal",
            tr("What it is for"),
            lambda e: e.goal,
            lambda e, t: replace(e, goal=t),
            wraps=True,
        ),
        TextBinding(
            "setup", tr("Set up"), lambda e: e.setup, lambda e, t: replace(e, setup=t), wraps=True
        ),
        TextBinding(
            "steps",
            tr("Step by step"),
            lambda e: "\n".join(e.steps),
            lambda e, t: replace(e, steps=lines(t)),
            each_line,
            many=True,
        ),
        TextBinding(
            "breathing",
            tr("Breathing"),
            lambda e: e.breathing,
            lambda e, t: replace(e, breathing=t),
            wraps=True,
        ),
        TextBinding(
            "easier",
            tr("Easier"),
            lambda e: e.easier,
            lambda e, t: replace(e, easier=t),
            wraps=True,
        ),
        TextBinding(
            "harder",
            tr("Harder"),
            lambda e: e.harder,
            lambda e, t: replace(e, harder=t),
            wraps=True,
        ),
        TextBinding(
            "safety",
            tr("Take care"),
            lambda e: e.safety,
            lambda e, t: replace(e, safety=t),
            wraps=True,
        ),
        TextBinding(
            "mistakes",
            tr("Common mistakes"),
            lambda e: "\n".join(e.mistakes),
            lambda e, t: replace(e, mistakes=lines(t)),
            each_line,
            many=True,
        ),
    )


def _unit(exercise: Exercise) -> str:
    return exercise.dose.unit


def _with_unit(exercise: Exercise, text: str) -> Exercise:
    return replace(exercise, dose=replace(exercise.dose, unit=text))


def _doses(tr: Words) -> tuple[NumberBinding, ...]:
    span = (0.0, float(MOST_REPS))
    return (
        NumberBinding(
            "reps.beginner",
            tr("For beginners"),
            lambda e: e.dose.beginner,
            lambda e, n: replace(e, dose=replace(e.dose, beginner=round(n))),
            span,
        ),
        NumberBinding(
            "reps.normal",
            tr("Normally"),
            lambda e: e.dose.normal,
            lambda e, n: replace(e, dose=replace(e.dose, normal=round(n))),
            span,
        ),
        NumberBinding(
            "reps.advanced",
            tr("When advanced"),
            lambda e: e.dose.advanced,
            lambda e, n: replace(e, dose=replace(e.dose, advanced=round(n))),
            span,
        ),
        NumberBinding(
            "reps.cap",
            tr("At most"),
            lambda e: e.dose.cap,
            lambda e, n: replace(e, dose=replace(e.dose, cap=round(n))),
            (1.0, float(max(MOST_REPS, 60))),
        ),
        NumberBinding(
            "reps.start",
            tr("In the first week"),
            lambda e: e.dose.start,
            lambda e, n: replace(e, dose=replace(e.dose, start=round(n))),
            span,
        ),
        NumberBinding(
            "reps.step",
            tr("More each week"),
            lambda e: e.dose.step,
            lambda e, n: replace(e, dose=replace(e.dose, step=n)),
            (0.0, 15.0),
            0.5,
        ),
    )


def _ranges(tr: Words) -> tuple[NumberBinding, ...]:
    span = (1.0, float(_PERCENT))
    return (
        NumberBinding(
            "range.beginner",
            tr("Range for beginners"),
            lambda e: e.ranges.beginner * _PERCENT,
            lambda e, n: replace(e, ranges=replace(e.ranges, beginner=n / _PERCENT)),
            span,
            unit="%",
        ),
        NumberBinding(
            "range.normal",
            tr("Range normally"),
            lambda e: e.ranges.normal * _PERCENT,
            lambda e, n: replace(e, ranges=replace(e.ranges, normal=n / _PERCENT)),
            span,
            unit="%",
        ),
        NumberBinding(
            "range.advanced",
            tr("Range when advanced"),
            lambda e: e.ranges.advanced * _PERCENT,
            lambda e, n: replace(e, ranges=replace(e.ranges, advanced=n / _PERCENT)),
            span,
            unit="%",
        ),
    )
