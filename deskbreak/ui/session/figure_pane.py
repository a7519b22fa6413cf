"""The left half of the break window: the figure in motion, the breath below it, and the cue."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from deskbreak.core.exercise import Breath
from deskbreak.core.guide.state import READY_S, TRANSITION_S
from deskbreak.core.session_view import Halt, Picture, SessionView, Stage
from deskbreak.core.words import Words
from deskbreak.ui import theme
from deskbreak.ui.figure import FigureWidget
from deskbreak.ui.session.breath_ring import BreathRing
from deskbreak.ui.session.tuning import Tuning


class FigurePane(QFrame):
    """Shows the picture, the breath and the cue of a view."""

    def __init__(self, tr: Words, *, reduced_motion: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(theme.ROLE, "card")
        self._tr = tr
        self._reduced = reduced_motion
        self.figure = FigureWidget(reduced_motion=reduced_motion, ground="card")
        self._ring = BreathRing("card")
        self._breath = theme.title("")
        self._cue = theme.muted("")
        self._cue.setFont(theme.scaled_font(self.font(), 1.1))
        self.tuning = Tuning(tr)
        self._lay_out()

    def _lay_out(self) -> None:
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addStretch()
        said.addWidget(self._breath)
        said.addWidget(self._cue)
        said.addStretch()
        self._strip = QWidget()
        strip = QHBoxLayout(self._strip)
        strip.setContentsMargins(0, 0, 0, 0)
        strip.setSpacing(theme.GAP)
        strip.addWidget(self._ring, alignment=Qt.AlignmentFlag.AlignVCenter)
        strip.addLayout(said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP, theme.GAP_SMALL, theme.GAP, theme.GAP_SMALL)
        column.addWidget(self.figure, 1)
        column.addWidget(self._strip)
        column.addWidget(self.tuning)

    def show_view(self, view: SessionView) -> None:
        """Show one view."""
        self._strip.show()
        self.tuning.show()
        self.tuning.show_view(view)
        self.figure.show_picture(view.picture)
        card = view.stage in {Stage.READY, Stage.TRANSITION}
        if card and view.planned is not None:
            self.figure.rehearse(view.planned)
        if card and not view.paused:
            whole = READY_S if view.stage is Stage.READY else TRANSITION_S
            self._ring.show_countdown(view.phase_left_s, whole)
        else:
            self._ring.show_breath(*self._breathing(view))
        _put(self._breath, self._headline(view))
        _put(self._cue, "" if view.paused else self._below(view))

    def show_end(self) -> None:
        """Leave the figure alone: no arrows, no breath, nothing to do."""
        last = self.figure.picture
        if last is not None:
            self.figure.show_picture(Picture(last.exercise, last.pose))
        self._strip.hide()
        self.tuning.hide()

    def _breathing(self, view: SessionView) -> tuple[Breath, float]:
        if view.paused and not _resting(view):
            return Breath.FREE, 0.0
        return view.breath, 1.0 if self._reduced else view.breath_part

    def _headline(self, view: SessionView) -> str:
        if _resting(view):
            return breath_word(view.breath, self._tr)
        if view.paused:
            calm = view.halt in {Halt.ASKING, Halt.RESTING, Halt.WARM}
            return self._tr("Rest") if calm else self._tr("Paused")
        match view.stage:
            case Stage.READY:
                seated = view.picture.exercise.place == "chair"
                return self._tr("Sit comfortably") if seated else self._tr("Find your place")
            case Stage.TRANSITION:
                return self._tr("Change over")
            case Stage.EXERCISE:
                return breath_word(view.breath, self._tr)
            case Stage.END:
                return ""

    def _below(self, view: SessionView) -> str:
        return view.cue if view.stage is Stage.EXERCISE else self._tr("It begins by itself.")


def _resting(view: SessionView) -> bool:
    """Return whether a rest is counted down, in which the figure breathes."""
    return view.halt is Halt.RESTING and view.phase_left_s > 0.0


def breath_word(breath: Breath, tr: Words) -> str:
    """Return what to do with the breath."""
    return {
        Breath.IN: tr("Breathe in"),
        Breath.OUT: tr("Breathe out"),
        Breath.FREE: tr("Breathe freely"),
    }[breath]


def _put(label: QLabel, text: str) -> None:
    if label.text() != text:
        label.setText(text)
