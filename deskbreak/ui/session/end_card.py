"""The card at the end of a break: what was done, kind words, and when the next one comes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from deskbreak.core.entry import MOVED, Discomfort, Outcome, StepDone, StepOutcome, Unit
from deskbreak.core.session_view import SessionResult
from deskbreak.core.words import Words
from deskbreak.ui import theme
from deskbreak.ui.session.energy_row import EnergyRow

MARKS = {
    StepOutcome.COMPLETED: "✓",
    StepOutcome.PARTIAL: "◐",
    StepOutcome.SKIPPED: "-",
    StepOutcome.DISCOMFORT: "!",
}
"""A shape beside each exercise, so that colour is not needed."""


class EndCard(QWidget):
    """Shows how a break ended. `rated` carries an energy, 1 to 5, if the person says one."""

    rated = Signal(int)

    def __init__(
        self,
        result: SessionResult,
        titles: tuple[str, ...],
        next_break: str,
        tr: Words,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(theme.GAP_SMALL)
        column.addStretch()
        column.addWidget(theme.heading(headline(result, tr)))
        column.addWidget(theme.body(kind_words(result, tr)))
        column.addLayout(_table(result.steps, titles, tr))
        column.addSpacing(theme.GAP)
        column.addWidget(theme.title(moved(result.seconds, tr)))
        if next_break:
            column.addWidget(theme.body(next_break))
        if result.outcome in MOVED:
            asked = EnergyRow(tr)
            asked.rated.connect(self.rated)
            column.addWidget(asked)
        column.addStretch()


def _table(steps: tuple[StepDone, ...], titles: tuple[str, ...], tr: Words) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.GAP)
    grid.setVerticalSpacing(theme.GAP_SMALL)
    grid.setColumnStretch(1, 1)
    for row, (step, title) in enumerate(zip(steps, titles, strict=True)):
        mark = QLabel(MARKS[step.outcome])
        mark.setAccessibleName(step_word(step.outcome, tr))
        done, planned = step.done_reps, step.planned_reps
        count = tr("{done} of {planned}", done=done, planned=planned)
        if step.unit is Unit.SECONDS:
            count = tr("{done} of {planned} s", done=done, planned=planned)
        for column, label in enumerate((mark, theme.body(title), theme.muted(count))):
            label.setWordWrap(column == 1)
            grid.addWidget(label, row, column)
    return grid


def step_word(outcome: StepOutcome, tr: Words) -> str:
    """Return how one exercise ended, in a word or two."""
    return {
        StepOutcome.COMPLETED: tr("done"),
        StepOutcome.PARTIAL: tr("partly done"),
        StepOutcome.SKIPPED: tr("left out"),
        StepOutcome.DISCOMFORT: tr("it hurt"),
    }[outcome]


def headline(result: SessionResult, tr: Words) -> str:
    """Return the first words of the card."""
    if result.outcome is Outcome.COMPLETED:
        return tr("Well done!")
    if result.discomfort is Discomfort.SHARP:
        return tr("Please stop here")
    if result.outcome is Outcome.DISCOMFORT:
        return tr("Now rest")
    return tr("Good that you moved") if result.seconds else tr("Another time, then")


def kind_words(result: SessionResult, tr: Words) -> str:
    """Return a sentence that fits the ending; after pain, what to do now."""
    if result.discomfort is Discomfort.SHARP:
        return tr(
            "Stop exercising, and get medical advice before you go on another day. With chest "
            "pain, breathlessness, new numbness between the legs, new bladder or bowel trouble, "
            "or weak legs: call emergency help now."
        )
    if result.outcome is Outcome.DISCOMFORT:
        return tr(
            "Stopping was right. Rest, and move gently as you like. If it stays, ask a doctor."
        )
    if result.outcome is Outcome.COMPLETED:
        return tr("All of it, from the first breath to the last. Sit easily for a moment.")
    if result.outcome is Outcome.PARTIAL:
        return tr("Every part counts, and it is written down.")
    return tr("No harm done. The next break will come.")


def moved(seconds: int, tr: Words) -> str:
    """Return how long was exercised."""
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return tr.plural("{n} second of movement", "{n} seconds of movement", rest)
    return tr("{minutes} min {seconds} s of movement", minutes=minutes, seconds=rest)
