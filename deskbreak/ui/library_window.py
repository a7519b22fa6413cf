"""The Library window: every exercise with its moving figure and all that is said of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from deskbreak.core.exercise import Exercise, Phase
from deskbreak.core.preview import dose_text, movement, picture_at
from deskbreak.core.routine import Planned
from deskbreak.core.words import Words
from deskbreak.ui.break_card import empty, fit, scrolled
from deskbreak.ui.figure import FigureWidget
from deskbreak.ui.theme import GAP, GAP_LARGE, GAP_SMALL, GAP_TINY, body, card, heading, muted

_FRAME_MS = 16
_WIDE, _HIGH = 66, 38
"""The first size in text heights."""


class LibraryWindow(QWidget):
    """Shows one exercise at a time; the figure moves only while the window is seen."""

    def __init__(
        self,
        catalog: Mapping[str, Exercise],
        tr: Words,
        clock_seconds: Callable[[], float],
        *,
        reduced_motion: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._exercises = tuple(catalog.values())
        self._tr = tr
        self._seconds = clock_seconds
        self._began = clock_seconds()
        self._stopped = 0.0
        self._moving = not reduced_motion
        self._planned: Planned | None = None
        self._phases: tuple[Phase, ...] = ()
        self.setWindowTitle(tr("deskbreak - Library"))
        self.setAccessibleName(tr("Library"))
        self.figure = FigureWidget()
        self._list = QListWidget()
        self._page = QVBoxLayout()
        self._motion = QPushButton()
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.refresh)
        self._build()
        self._fill()

    def show_exercise(self, exercise_id: str) -> None:
        """Choose an exercise; an unknown id changes nothing."""
        for row, exercise in enumerate(self._exercises):
            if exercise.id == exercise_id:
                self._list.setCurrentRow(row)

    def refresh(self) -> None:
        """Show the figure as it is now."""
        if self._planned is not None:
            self.figure.show_picture(picture_at(self._planned, self._phases, self._time()))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to move."""
        super().showEvent(event)
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop: a hidden window costs nothing."""
        super().hideEvent(event)
        self._timer.stop()

    def _time(self) -> float:
        return self._seconds() - self._began if self._moving else self._stopped

    def _build(self) -> None:
        tr = self._tr
        self._list.setAccessibleName(tr("Exercises"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setSpacing(GAP_TINY // 2)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.currentRowChanged.connect(self._choose)
        self._motion.clicked.connect(self._toggle)
        stage = card()
        column = QVBoxLayout(stage)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.addWidget(self.figure, 1)
        column.addWidget(self._motion, 0, Qt.AlignmentFlag.AlignHCenter)
        text = QWidget()
        text.setLayout(self._page)
        self._page.setContentsMargins(GAP, 0, GAP, GAP)
        self._page.setSpacing(GAP_TINY)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP, GAP_LARGE)
        row.setSpacing(GAP)
        row.addWidget(self._list)
        row.addWidget(stage, 5)
        row.addWidget(scrolled(text), 4)
        fit(self, _WIDE, _HIGH)

    def _fill(self) -> None:
        self._list.addItems([self._tr(exercise.title) for exercise in self._exercises])
        self._list.setFixedWidth(self._list.sizeHintForColumn(0) + 2 * GAP)
        self._name_button()
        if self._exercises:
            self._list.setCurrentRow(0)
        else:
            self._page.addWidget(body(self._tr("There are no exercises to show.")))
            self._motion.setEnabled(False)

    def _choose(self, row: int) -> None:
        exercise = self._exercises[row]
        self._planned = Planned(exercise, 1, 1.0)
        self._phases = movement(exercise)
        self._began, self._stopped = self._seconds(), 0.0
        self._tell(exercise)
        self.refresh()

    def _tell(self, exercise: Exercise) -> None:
        tr = self._tr
        empty(self._page)
        self._page.addWidget(heading(tr(exercise.title)))
        self._page.addWidget(body(tr(exercise.goal)))
        self._section(tr("How to sit"), tr(exercise.setup))
        steps = (f"{n}. {tr(step)}" for n, step in enumerate(exercise.steps, 1))
        self._section(tr("Step by step"), *steps)
        self._section(tr("Breathing"), tr(exercise.breathing))
        doses = f"{dose_text(exercise)} {tr(exercise.dose.unit)}"
        self._section(tr("How many: beginner, normal, advanced"), doses)
        self._section(tr("Easier"), tr(exercise.easier))
        self._section(tr("Harder"), tr(exercise.harder))
        self._section(tr("Take care"), tr(exercise.safety))
        self._section(tr("Often done wrong"), *(tr(each) for each in exercise.mistakes))
        self._page.addStretch(1)

    def _section(self, name: str, *lines: str) -> None:
        self._page.addSpacing(GAP_SMALL)
        self._page.addWidget(muted(name))
        for line in lines:
            self._page.addWidget(body(line))

    def _toggle(self) -> None:
        now = self._time()
        self._moving = not self._moving
        self._began, self._stopped = self._seconds() - now, now
        self._name_button()
        self._run()

    def _name_button(self) -> None:
        name = self._tr("Pause") if self._moving else self._tr("Move")
        self._motion.setText(name)
        self._motion.setAccessibleName(name)

    def _run(self) -> None:
        if self._moving and self.isVisible():
            self._timer.start()
        else:
            self._timer.stop()
        self.refresh()
