"""The large figure of the Library: it plays one exercise, at the pace and in the form chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from deskbreak.core.dose import Demand, reach_of
from deskbreak.core.exercise import Exercise, Level
from deskbreak.core.guide.words import side_name
from deskbreak.core.playback import PACES, Playback, playback_of
from deskbreak.core.routine import Planned
from deskbreak.core.wording.doses import level_name
from deskbreak.core.wording.library import variant_name
from deskbreak.core.words import Words
from deskbreak.ui import theme
from deskbreak.ui.calm_boxes import CalmComboBox
from deskbreak.ui.figure import FigureWidget
from deskbreak.ui.flow import Flow
from deskbreak.ui.library.own_picture import OwnPicture, Pictures, picture_of
from deskbreak.ui.library_sources import no_picture

FRAME_MS = 16
STILL_MS = 500
_LEAST_FIGURE, _LOW_FIGURE = 220, 300
_NO_LIMIT = (1 << 24) - 1
_YOURS, _EVERY_WAY = "", -1


class ExercisePlayer(QWidget):
    """A figure with Pause, paces, and a choice of level, form and direction.

    An own picture of the exercise (`pictures`) is shown instead of the figure. `seconds` gives
    seconds of any steady clock. It moves between `start` and `stop`.
    """

    changed = Signal()
    """Another form of the exercise is shown, which has words of its own."""

    def __init__(
        self,
        tr: Words,
        seconds: Callable[[], float],
        *,
        reduced_motion: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tr, self._seconds, self._reduced = tr, seconds, reduced_motion
        self._exercise: Exercise | None = None
        self._asked: Demand | None = None
        self._playback: Playback | None = None
        self.figure = FigureWidget(reduced_motion=reduced_motion)
        self.figure.setMinimumSize(_LEAST_FIGURE, _LEAST_FIGURE)
        self.pictures: Pictures = no_picture
        self.own = OwnPicture()
        self.pause = QPushButton(tr("Pause"))
        self.paces = QButtonGroup(self)
        self.level = _choice(tr("Level"))
        self.form = _choice(tr("Form"))
        self.way = _choice(tr("Direction"))
        self._labels: dict[QComboBox, QLabel] = {}
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(STILL_MS if reduced_motion else FRAME_MS)
        self._timer.timeout.connect(self.refresh)
        self._build()
        self.level.addItem(tr("As you do it now"), _YOURS)
        for level in Level:
            self.level.addItem(level_name(level, tr), level.value)
        for box in self._labels:
            box.activated.connect(self._replay)
        self.pause.clicked.connect(self._hold)
        self.paces.idToggled.connect(self._set_pace)

    @property
    def variant(self) -> str:
        """The form that is shown, "" for the usual one."""
        return str(self.form.currentData() or "")

    @property
    def playback(self) -> Playback | None:
        """What plays; None before the first exercise."""
        return self._playback

    def show_exercise(self, exercise: Exercise, asked: Demand) -> None:
        """Play an exercise from its beginning, in its usual form, as it is asked now."""
        self._exercise, self._asked = exercise, asked
        shown = picture_of(exercise, self.pictures)
        self.own.show_picture(shown, self._tr(exercise.title))
        self.figure.setVisible(shown.isNull())
        forms = ("", *(name for name, _ in exercise.variants))
        _fill(self.form, [(variant_name(name, self._tr), name) for name in forms])
        ways = [
            (side_name(side, self._tr).capitalize(), n)
            for n, side in enumerate(exercise.directions)
        ]
        _fill(self.way, [(self._tr("Both ways in turn"), _EVERY_WAY), *ways])
        self._offer(self.form, len(forms) > 1)
        self._offer(self.way, len(ways) > 1)
        self.level.setCurrentIndex(0)
        self._set_held(held=False)
        self._replay()

    def flatten(self, *, low: bool) -> None:
        """Keep the figure low where text stands below it."""
        self.figure.setMaximumHeight(_LOW_FIGURE if low else _NO_LIMIT)

    def start(self) -> None:
        """Ask for pictures from now on, unless it is paused."""
        if self._playback is not None and not self._playback.held:
            self._timer.start()
        self.refresh()

    def stop(self) -> None:
        """Ask for no more pictures."""
        self._timer.stop()

    def is_moving(self) -> bool:
        """Return whether pictures are asked for now."""
        return self._timer.isActive()

    def refresh(self) -> None:
        """Show the figure as it is now."""
        if self._playback is not None:
            self.figure.show_picture(self._playback.picture(self._seconds()))

    def _replay(self) -> None:
        """Play what is chosen from its beginning."""
        exercise = self._exercise
        if exercise is None or self._asked is None:
            return
        chosen = str(self.level.currentData())
        reach = reach_of(exercise, Level(chosen)) if chosen else self._asked.reach_of(exercise)
        way = int(self.way.currentData())
        planned = Planned(exercise, 1, reach, self.variant)
        now = self._seconds()
        made = playback_of(planned, now, None if way == _EVERY_WAY else way)
        made = made.at_pace(now, PACES[self.paces.checkedId()])
        self._playback = made
        self._set_held(held=False)
        if self.isVisible():
            self._timer.start()
        self.refresh()
        self.changed.emit()

    def _set_pace(self, number: int, on: bool) -> None:  # noqa: FBT001 - Qt's own signature
        if on and self._playback is not None:
            self._playback = self._playback.at_pace(self._seconds(), PACES[number])

    def _hold(self) -> None:
        if self._playback is None:
            return
        held = not self._playback.held
        self._playback = self._playback.halt(self._seconds(), held=held)
        self._set_held(held=held)
        if held:
            self._timer.stop()
        else:
            self._timer.start()

    def _set_held(self, *, held: bool) -> None:
        self.pause.setText(self._tr("Resume") if held else self._tr("Pause"))

    def _offer(self, box: QComboBox, offered: bool) -> None:  # noqa: FBT001 - a plain switch of visibility
        box.setVisible(offered)
        self._labels[box].setVisible(offered)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_SMALL)
        column.addWidget(self.figure, 1)
        column.addWidget(self.own, 1)
        row = Flow(theme.GAP_TINY)
        row.addWidget(self.pause)
        for number, pace in enumerate(PACES):
            button = QPushButton(f"{pace:g}\u00d7")
            button.setCheckable(True)
            button.setChecked(pace == 1.0)
            button.setProperty(theme.ROLE, "filter")
            button.setAccessibleName(self._tr("Pace {pace}", pace=f"{pace:g}"))
            button.setToolTip(button.accessibleName())
            self.paces.addButton(button, number)
            row.addWidget(button)
        column.addLayout(row)
        choices = Flow(theme.GAP_SMALL)
        for box in (self.level, self.form, self.way):
            pair = QWidget()
            inside = QVBoxLayout(pair)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(0)
            label = QLabel(box.accessibleName())
            label.setProperty(theme.ROLE, "muted")
            label.setBuddy(box)
            self._labels[box] = label
            inside.addWidget(label)
            inside.addWidget(box)
            choices.addWidget(pair)
        column.addLayout(choices)


def _choice(name: str) -> QComboBox:
    box = CalmComboBox()
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return box


def _fill(box: QComboBox, entries: list[tuple[str, str]] | list[tuple[str, int]]) -> None:
    box.clear()
    for text, value in entries:
        box.addItem(text, value)
