"""The Library window: every exercise with its moving figure and its words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from deskbreak.core.exercise import Exercise
from deskbreak.core.film import Film, film_of
from deskbreak.core.routine import Planned
from deskbreak.core.words import Words
from deskbreak.ui import theme
from deskbreak.ui.exercise_text import ExerciseText
from deskbreak.ui.figure import FigureWidget
from deskbreak.ui.scrolling import fit_to_screen, scrolling

FRAME_MS = 16
STILL_MS = 500
_ID = Qt.ItemDataRole.UserRole
_LETTERS, _LINES = 150, 42
_LIST_LETTERS = 28
_TEXT_LETTERS = 38
_LEAST_FIGURE = 200
_ROUNDS_EACH_WAY = 3

_LIST_LOOK = """
QListWidget { background: transparent; outline: 0; }
QListWidget::item { padding: 6px 10px; border-radius: 8px; color: palette(text); }
QListWidget::item:disabled { color: palette(placeholder-text); padding-top: 12px; }
QListWidget::item:hover:enabled { background: palette(alternate-base); }
QListWidget::item:selected { background: palette(highlight); color: palette(highlighted-text); }
"""


class LibraryWindow(QWidget):
    """A list of the exercises; the chosen one moves beside its text.

    `seconds` gives the program's seconds on any steady clock. The figure moves only while the
    window is visible and not paused; with `reduced_motion` it shows stills.
    """

    def __init__(
        self,
        catalog: Mapping[str, Exercise],
        tr: Words,
        seconds: Callable[[], float],
        parent: QWidget | None = None,
        *,
        reduced_motion: bool = False,
    ) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self._tr = tr
        self._seconds = seconds
        self._films: tuple[Film, ...] = ()
        self._since = 0.0
        self._held: float | None = None
        self.setWindowTitle(tr("deskbreak - Library"))
        self.setAccessibleName(tr("Library"))
        self.figure = FigureWidget(reduced_motion=reduced_motion)
        self.exercises = _list_of(catalog, tr)
        self.pause = QPushButton(tr("Pause"))
        self._reading = QVBoxLayout()
        self._text: QScrollArea | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(STILL_MS if reduced_motion else FRAME_MS)
        self._timer.timeout.connect(self.refresh)
        self._build()
        self.exercises.currentItemChanged.connect(self._choose)
        self.pause.clicked.connect(self._hold)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.close)
        if catalog:
            self.exercises.setCurrentRow(1)
        else:
            self._reading.addWidget(theme.body(tr("There are no exercises to show.")))
            self.pause.setEnabled(False)

    def _build(self) -> None:
        picture = theme.card()
        inside = QVBoxLayout(picture)
        inside.setContentsMargins(*(theme.GAP,) * 4)
        inside.addWidget(self.figure, 1)
        inside.addWidget(self.pause, 0, Qt.AlignmentFlag.AlignHCenter)
        letter = self.fontMetrics().averageCharWidth()
        self.figure.setMinimumSize(_LEAST_FIGURE, _LEAST_FIGURE)
        self.exercises.setMinimumWidth(letter * _LIST_LETTERS)
        self.exercises.setTextElideMode(Qt.TextElideMode.ElideNone)
        row = QHBoxLayout(self)
        row.setContentsMargins(*(theme.GAP_LARGE,) * 4)
        row.setSpacing(theme.GAP_LARGE)
        row.addWidget(self.exercises, 3)
        row.addWidget(picture, 6)
        row.addLayout(self._reading, 5)
        fit_to_screen(self, _LETTERS, _LINES)

    def show_exercise(self, name: str) -> None:
        """Choose an exercise by its id; an unknown one changes nothing."""
        for row in range(self.exercises.count()):
            if self.exercises.item(row).data(_ID) == name:
                self.exercises.setCurrentRow(row)

    def _choose(self, item: QListWidgetItem | None) -> None:
        exercise = self._catalog.get(item.data(_ID)) if item is not None else None
        if exercise is None:
            return
        planned = Planned(exercise, 1, 1.0)
        self._films = tuple(film_of(planned, way) for way in exercise.directions or (None,))
        self._since = self._seconds()
        self._go_on()
        self._read(exercise)
        self.refresh()

    def _read(self, exercise: Exercise) -> None:
        before = self._text
        self._text = scrolling(ExerciseText(exercise, self._tr))
        self._text.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._text.setAccessibleName(self._tr("How to do it"))
        self._text.setMinimumWidth(self.fontMetrics().averageCharWidth() * _TEXT_LETTERS)
        if before is not None:
            self._reading.removeWidget(before)
            before.hide()
            before.deleteLater()
        self._reading.addWidget(self._text)

    def is_moving(self) -> bool:
        """Return whether frames are asked for now."""
        return self._timer.isActive()

    def refresh(self) -> None:
        """Show the figure as it is now: first it takes its place, then it repeats for ever."""
        if not self._films:
            return
        now = self._seconds() if self._held is None else self._held
        first, t = self._films[0], max(0.0, now - self._since)
        if t < first.cycle_start:
            self.figure.show_picture(first.at(t))
            return
        rounds, left = divmod(t - first.cycle_start, first.round_seconds)
        film = self._films[int(rounds) // _ROUNDS_EACH_WAY % len(self._films)]
        self.figure.show_picture(film.turning(left))

    def _hold(self) -> None:
        if self._held is None:
            self._held = self._seconds()
            self.pause.setText(self._tr("Resume"))
            self._timer.stop()
            return
        self._since += self._seconds() - self._held
        self._go_on()

    def _go_on(self) -> None:
        self._held = None
        self.pause.setText(self._tr("Pause"))
        if self.isVisible():
            self._timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Move while visible."""
        super().showEvent(event)
        if self._held is None:
            self._timer.start()
        self.exercises.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while hidden."""
        self._timer.stop()
        super().hideEvent(event)


def _list_of(catalog: Mapping[str, Exercise], tr: Words) -> QListWidget:
    """Return the exercises below a heading for each group, which cannot be chosen."""
    shown = QListWidget()
    shown.setAccessibleName(tr("Exercises"))
    shown.setFrameShape(QFrame.Shape.NoFrame)
    shown.setWordWrap(True)
    shown.setStyleSheet(_LIST_LOOK)
    shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    groups = {"desk": tr("At the desk"), "posture": tr("Posture checks")}
    last = ""
    for exercise in catalog.values():
        if exercise.group != last:
            last = exercise.group
            head = QListWidgetItem(groups.get(last, last.capitalize()))
            head.setFlags(Qt.ItemFlag.NoItemFlags)
            head.setFont(theme.scaled_font(shown.font(), theme.SMALL, strong=True))
            shown.addItem(head)
        title = tr(exercise.title)
        # Below "Posture checks", "Posture check: tall seat" need not say so again.
        item = QListWidgetItem((title.partition(": ")[2] or title).capitalize())
        item.setData(Qt.ItemDataRole.AccessibleTextRole, title)
        item.setData(_ID, exercise.id)
        item.setToolTip(tr(exercise.goal))
        shown.addItem(item)
    return shown
