"""What stands beside the figure while the session stands still: questions with few answers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from deskbreak.core.entry import Discomfort
from deskbreak.core.words import Words
from deskbreak.ui import theme


class Question(QWidget):
    """A title, a sentence, and answers below each other, the first one made to stand out."""

    def __init__(self, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.GAP_SMALL)
        self._column.addWidget(theme.heading(title))
        self._column.addWidget(theme.body(text))
        self._column.addSpacing(theme.GAP)
        self._column.addStretch()
        self.answers: list[QPushButton] = []
        self._left: QLabel | None = None

    def add_countdown(self) -> None:
        """Make room for seconds that are counted down."""
        self._left = theme.heading("")
        self._column.insertWidget(self._column.count() - 1, self._left)

    def count_down(self, text: str) -> None:
        """Show what is left."""
        if self._left is not None and self._left.text() != text:
            self._left.setText(text)

    def add(self, text: str, answered: Callable[[], None]) -> QPushButton:
        """Add an answer and return its button."""
        button = QPushButton(text)
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda _checked: answered())
        self._column.insertWidget(self._column.count() - 1, button)
        self.answers.append(button)
        return button

    def explain(self, text: str) -> None:
        """Add a quiet sentence below the last answer, and to what a screen reader says of it."""
        self._column.insertWidget(self._column.count() - 1, theme.muted(text))
        self.answers[-1].setAccessibleDescription(text)


def finish_question(tr: Words, go_on: Callable[[], None], finish: Callable[[], None]) -> Question:
    """Return the question that Escape and closing the window ask."""
    made = Question(tr("Finish or go on?"), tr("What you have done so far is kept either way."))
    theme.primary(made.add(tr("Go on"), go_on))
    made.add(tr("Finish"), finish)
    return made


def hurts_question(
    tr: Words, answer: Callable[[Discomfort], None], mistake: Callable[[], None]
) -> Question:
    """Return the four answers to "It hurts", and a way back for a slip of the finger."""
    made = Question(
        tr("How does it feel?"),
        tr("You have stopped, and that is right. Let go, sit easily and breathe."),
    )
    words = {
        Discomfort.STRETCH: tr("Just a stretch feeling"),
        Discomfort.UNPLEASANT: tr("Unpleasant"),
        Discomfort.PAIN: tr("Pain"),
        Discomfort.SHARP: tr("Sharp or alarming"),
    }
    for what, text in words.items():
        made.add(text, partial(answer, what))
    made.explain(tr("Sharp pain, tingling, numbness, dizziness, chest pain or breathlessness"))
    theme.quiet(made.add(tr("I pressed it by mistake"), mistake))
    return made


def rest_question(tr: Words, rested: Callable[[], None], finish: Callable[[], None]) -> Question:
    """Return the card on which one rests; its seconds are shown by `countdown`."""
    made = Question(
        tr("Rest a little"),
        tr("Let everything go, and breathe quietly with the figure. Nothing has to be done now."),
    )
    made.add_countdown()
    theme.primary(made.add(tr("I have rested enough"), rested))
    made.add(tr("Finish"), finish)
    return made


def after_rest_question(
    tr: Words, easier: Callable[[], None], skip: Callable[[], None], finish: Callable[[], None]
) -> Question:
    """Return the card that asks after a rest how to go on."""
    made = Question(
        tr("How shall it go on?"),
        tr("Go on only if it feels right. There is nothing to catch up with."),
    )
    theme.primary(made.add(tr("Easier version"), easier))
    made.explain(tr("Fewer and smaller movements, and the arms where they are comfortable"))
    made.add(tr("Skip this one"), skip)
    made.add(tr("Finish"), finish)
    return made


def warm_question(tr: Words, go_on: Callable[[], None], again: Callable[[], None]) -> Question:
    """Return the question after the warm-up of a home workout."""
    made = Question(
        tr("Do you feel warm?"),
        tr("A pleasant warmth says that the muscles are ready for more."),
    )
    theme.primary(made.add(tr("Go on"), go_on))
    made.add(tr("Once more"), again)
    return made
