"""What there is to read about an exercise: set-up, steps, breathing, easier, harder, care."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from deskbreak.core.exercise import Exercise
from deskbreak.core.words import Words
from deskbreak.ui import theme


class ExerciseText(QWidget):
    """A page of text with a heading for each part."""

    def __init__(self, exercise: Exercise, tr: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("How to do it"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, theme.GAP_SMALL, 0)
        column.setSpacing(theme.GAP)
        top = QVBoxLayout()
        top.setSpacing(theme.GAP_TINY)
        top.addWidget(theme.heading(tr(exercise.title)))
        top.addWidget(theme.muted(tr(exercise.goal)))
        column.addLayout(top)
        for label, lines in _parts(exercise, tr):
            column.addLayout(_part(label, lines))
        column.addStretch(1)


def _parts(exercise: Exercise, tr: Words) -> tuple[tuple[str, tuple[str, ...]], ...]:
    steps = tuple(f"{n}. {tr(step)}" for n, step in enumerate(exercise.steps, 1))
    mistakes = tuple(f"\u2013 {tr(mistake)}" for mistake in exercise.mistakes)
    parts = (
        (tr("Set up"), (tr(exercise.setup),)),
        (tr("Step by step"), steps),
        (tr("Breathing"), (tr(exercise.breathing),)),
        (tr("How many"), (_doses(exercise, tr),)),
        (tr("Take care"), (tr(exercise.safety),)),
        (tr("Easier"), (tr(exercise.easier),)),
        (tr("Harder"), (tr(exercise.harder),)),
        (tr("Common mistakes"), mistakes),
    )
    return tuple(part for part in parts if part[1])


def _doses(exercise: Exercise, tr: Words) -> str:
    dose = exercise.dose
    levels = tr(
        "{beginner} for beginners, {normal} normally, {advanced} when advanced",
        beginner=dose.beginner,
        normal=dose.normal,
        advanced=dose.advanced,
    )
    return f"{tr(dose.unit).capitalize()}: {levels}"


def _part(label: str, lines: tuple[str, ...]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(theme.GAP_TINY)
    column.addWidget(theme.title(label))
    for line in lines:
        column.addWidget(theme.body(line))
    return column
