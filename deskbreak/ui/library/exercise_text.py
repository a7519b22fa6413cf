"""What there is to read about an exercise: how it is done, how much, and with what care."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from deskbreak.core.dose import Demand
from deskbreak.core.exercise import Exercise
from deskbreak.core.wording.doses import dose_lines
from deskbreak.core.wording.library import caution_name, kind_name, muscle_name
from deskbreak.core.words import Words
from deskbreak.ui import theme

_DASH = "\u2013 {}"


class ExerciseText(QWidget):
    """A page of text with a heading for each part; `variant` is the form that is described."""

    def __init__(
        self,
        exercise: Exercise,
        asked: Demand,
        tr: Words,
        variant: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("How to do it"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, theme.GAP_SMALL, 0)
        column.setSpacing(theme.GAP)
        for label, lines in _parts(exercise, asked, tr, variant):
            column.addLayout(_part(label, lines))
        column.addStretch(1)


def _parts(
    exercise: Exercise, asked: Demand, tr: Words, variant: str
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    usual = (exercise.setup, *exercise.steps)
    setup, *steps = dict(exercise.variant_steps).get(variant, usual)
    kinds = ", ".join(kind_name(kind, tr) for kind in exercise.kinds)
    parts = (
        (tr("Set up"), (tr(setup),)),
        (tr("Step by step"), tuple(f"{n}. {tr(step)}" for n, step in enumerate(steps, 1))),
        (tr("Breathing"), (tr(exercise.breathing),)),
        (tr("How many"), dose_lines(exercise, asked, tr)),
        (tr("Easier"), (tr(exercise.easier),)),
        (tr("Harder"), (tr(exercise.harder),)),
        (tr("Take care"), (tr(exercise.safety),)),
        (tr("Ask a doctor or therapist first with"), _cautions(exercise, tr)),
        (tr("Common mistakes"), tuple(_DASH.format(tr(each)) for each in exercise.mistakes)),
        (tr("What it does"), (kinds,)),
        (tr("Muscles"), tuple(_DASH.format(muscle_name(each, tr)) for each in exercise.muscles)),
        (tr("Source"), (tr(exercise.source),)),
    )
    return tuple(part for part in parts if any(part[1]))


def _cautions(exercise: Exercise, tr: Words) -> tuple[str, ...]:
    return tuple(_DASH.format(caution_name(tag, tr)) for tag in exercise.caution)


def _part(label: str, lines: tuple[str, ...]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(theme.GAP_TINY)
    column.addWidget(theme.title(label))
    for line in lines:
        column.addWidget(theme.body(line))
    return column
