"""The moving figure beside the editor: the whole exercise as it is now, or one pose at rest."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from deskbreak.core.authoring.draft import can_move
from deskbreak.core.exercise import Exercise
from deskbreak.core.playback import Playback, playback_of
from deskbreak.core.pose import Pose
from deskbreak.core.routine import Planned
from deskbreak.core.session_view import Picture
from deskbreak.core.words import Words
from deskbreak.ui import theme
from deskbreak.ui.editor.workshop import Workshop
from deskbreak.ui.figure import FigureWidget

FRAME_MS = 16
STILL_MS = 500
_LEAST = 240


class Preview(QWidget):
    """Plays an exercise while it is seen; a movement that is not whole stands still.

    Its clock, its dress and whether it may move are the workshop's.
    """

    def __init__(self, workshop: Workshop, tr: Words) -> None:
        super().__init__()
        self._tr, self._seconds = tr, workshop.seconds
        reduced_motion = workshop.reduced_motion()
        self._playback: Playback | None = None
        self._still: Picture | None = None
        self.figure = FigureWidget(reduced_motion=reduced_motion)
        self.figure.setMinimumSize(_LEAST, _LEAST)
        self.figure.wear(workshop.dress)
        self.pause = QPushButton(tr("Pause"))
        self.note = theme.muted("")
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(STILL_MS if reduced_motion else FRAME_MS)
        self._timer.timeout.connect(self.refresh)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.figure, 1)
        column.addWidget(self.note)
        column.addWidget(self.pause, 0, Qt.AlignmentFlag.AlignHCenter)
        self.pause.clicked.connect(self._hold)

    def play(self, exercise: Exercise) -> None:
        """Play the exercise from where the one before was."""
        self._still = None
        whole = can_move(exercise)
        note = "" if whole else self._tr("The figure moves again when the movements are whole.")
        self.note.setText(note)
        self.note.setVisible(bool(note))
        if whole:
            now = self._seconds()
            made = playback_of(Planned(exercise, 1, 1.0), now)
            if self._playback is not None:
                before = self._playback
                made = Playback(made.films, now, before.position(now), held=before.held)
            self._playback = made
        self._show_pause()
        self.refresh()

    def rest(self, exercise: Exercise, pose: Pose) -> None:
        """Show one pose at rest."""
        self._still = Picture(exercise, pose)
        self.note.hide()
        self._show_pause()
        self.refresh()

    def is_moving(self) -> bool:
        """Return whether pictures are asked for now."""
        return self._timer.isActive()

    def refresh(self) -> None:
        """Show the figure as it is now."""
        if self._still is not None:
            self.figure.show_picture(self._still)
        elif self._playback is not None:
            self.figure.show_picture(self._playback.picture(self._seconds()))

    def _hold(self) -> None:
        if self._playback is not None:
            held = not self._playback.held
            self._playback = self._playback.halt(self._seconds(), held=held)
            self._show_pause()

    def _show_pause(self) -> None:
        held = self._playback is not None and self._playback.held
        self.pause.setText(self._tr("Resume") if held else self._tr("Pause"))
        self.pause.setVisible(self._still is None and self._playback is not None)
        moving = self._still is None and not held and self._playback is not None
        if moving and self.isVisible():
            self._timer.start()
        else:
            self._timer.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Move while visible."""
        super().showEvent(event)
        self._show_pause()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while hidden."""
        self._timer.stop()
        super().hideEvent(event)
