"""Everything about one exercise: the large figure, what to do with it, and all there is to read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from deskbreak.core.exercise import Exercise
from deskbreak.core.film import Film
from deskbreak.core.library import Absence, Looker
from deskbreak.core.wording.library import absence_sentence, place_name, region_name
from deskbreak.core.words import Words
from deskbreak.ui import theme
from deskbreak.ui.flow import Flow
from deskbreak.ui.library.exercise_text import ExerciseText
from deskbreak.ui.library.export import PictureExport
from deskbreak.ui.library.player import ExercisePlayer
from deskbreak.ui.library_sources import LibrarySources
from deskbreak.ui.scrolling import scrolling
from deskbreak.ui.settings.tick_line import TickLine

_TEXT_LETTERS = 34
_WIDE_LETTERS = 104
"""From this width on figure and text stand side by side."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An exercise that is looked at: by whom, and why it cannot be turned off here, if so."""

    exercise: Exercise
    looker: Looker
    locked: str = ""


class LibraryDetails(QWidget):
    """A page about one exercise; what the person wants of it comes out as signals with its id."""

    back = Signal()
    stepped = Signal(int)
    tried = Signal(str)
    turned = Signal(str, bool)

    def __init__(
        self,
        player: ExercisePlayer,
        sources: LibrarySources,
        tr: Words,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tr, self._sources = tr, sources
        self._opened: Opened | None = None
        self.player = player
        self.to_all = theme.quiet(QPushButton(tr("\u2039 All exercises")))
        self.before = theme.quiet(QPushButton(tr("Previous")))
        self.after = theme.quiet(QPushButton(tr("Next")))
        self.name = theme.heading("")
        self.goal = theme.muted("")
        self.facts = theme.muted("")
        self.absence = theme.body("")
        self.absence.setProperty(theme.ROLE, "warn")
        self.start = theme.primary(QPushButton(tr("Try it now")))
        self.switch = TickLine(tr("Offer me this exercise"))
        self.edit = QPushButton(tr("Edit\u2026"))
        self.copy = QPushButton(tr("Copy and change\u2026"))
        self.share = QPushButton(tr("Share\u2026"))
        self.export: PictureExport | None = None
        if sources.write is not None:
            self.export = PictureExport(self._film, sources.write, tr)
        self._text = QVBoxLayout()
        self._body: QWidget | None = None
        self._picture = theme.card()
        self._sides = QHBoxLayout()
        self._column = QVBoxLayout()
        self._wide = True
        self._build()
        self._connect()

    @property
    def exercise(self) -> Exercise | None:
        """The exercise that is shown."""
        return None if self._opened is None else self._opened.exercise

    def show_exercise(self, opened: Opened) -> None:
        """Show an exercise from the beginning."""
        self.show_looker(opened)
        exercise, tr = opened.exercise, self._tr
        self.name.setText(tr(exercise.title))
        self.goal.setText(tr(exercise.goal))
        where = region_name(exercise.region, tr), place_name(exercise.place, tr)
        self.facts.setText(" \u00b7 ".join(where))
        self.player.show_exercise(exercise, opened.looker.demand)
        self.edit.setVisible(exercise.id in self._sources.own())
        if self.export is not None:
            self.export.said.hide()

    def show_looker(self, opened: Opened) -> None:
        """Say anew what is off; the figure plays on."""
        self._opened = opened
        absence = opened.looker.absence(opened.exercise)
        said = "" if absence is None else absence_sentence(absence, self._tr)
        self.absence.setText(said)
        self.absence.setVisible(bool(said))
        box = self.switch.box
        with QSignalBlocker(box):
            box.setChecked(absence not in {Absence.OFF, Absence.HURT})
        box.setEnabled(not opened.locked)
        box.setAccessibleDescription(opened.locked)
        self.switch.setToolTip(opened.locked)
        self.start.setEnabled(absence not in {Absence.HURT, Absence.RESTS})

    def showEvent(self, event: QShowEvent) -> None:
        """Move while seen."""
        super().showEvent(event)
        self.player.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while hidden."""
        self.player.stop()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the text beside the figure where there is room, else below it."""
        super().resizeEvent(event)
        wide = self.width() >= self.fontMetrics().averageCharWidth() * _WIDE_LETTERS
        if wide == self._wide:
            return
        self._wide = wide
        self.player.flatten(low=not wide)
        if wide:
            self._sides.insertWidget(0, self._picture, 6)
        else:
            self._column.insertWidget(0, self._picture)

    def _read(self) -> None:
        if self._opened is None:
            return
        looker, before = self._opened.looker, self._body
        self._body = ExerciseText(
            self._opened.exercise, looker.demand, self._tr, self.player.variant
        )
        if before is not None:
            self._text.removeWidget(before)
            before.hide()
            before.deleteLater()
        self._text.addWidget(self._body)

    def _film(self) -> tuple[Film, float | None] | None:
        """Return the film that is seen, and the second of it where it was paused."""
        playback = self.player.playback
        return None if playback is None else playback.seen()

    def _try(self) -> None:
        if self._opened is not None:
            self.tried.emit(self._opened.exercise.id)

    def _turn(self, on: bool) -> None:  # noqa: FBT001 - Qt's own signature
        if self._opened is not None:
            self.turned.emit(self._opened.exercise.id, on)

    def _hand_on(self, act: Callable[[str], None]) -> None:
        if self._opened is not None:
            act(self._opened.exercise.id)

    def _connect(self) -> None:
        self.to_all.clicked.connect(self.back)
        self.start.clicked.connect(self._try)
        self.switch.box.toggled.connect(self._turn)
        self.player.changed.connect(self._read)

    def _build(self) -> None:
        inside = QVBoxLayout(self._picture)
        inside.setContentsMargins(*(theme.GAP,) * 4)
        inside.addWidget(self.player, 1)
        if self.export is not None:
            inside.addWidget(self.export)
        self._sides.setSpacing(theme.GAP_LARGE)
        self._sides.addWidget(self._picture, 6)
        self._sides.addWidget(self._page(), 5)
        head = QHBoxLayout()
        head.addWidget(self.to_all)
        head.addStretch(1)
        for button, step in ((self.before, -1), (self.after, 1)):
            button.clicked.connect(partial(self.stepped.emit, step))
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_SMALL)
        column.addLayout(head)
        column.addLayout(self._sides, 1)

    def _page(self) -> QFrame:
        page = QWidget()
        column = self._column
        page.setLayout(column)
        column.setContentsMargins(0, 0, theme.GAP_SMALL, 0)
        column.setSpacing(theme.GAP)
        top = QVBoxLayout()
        top.setSpacing(theme.GAP_TINY)
        for label in (self.name, self.goal, self.facts, self.absence):
            top.addWidget(label)
        column.addLayout(top)
        acts = Flow(theme.GAP_SMALL)
        acts.addWidget(self.start)
        offered = (
            (self.edit, self._sources.editor),
            (self.copy, self._sources.copy),
            (self.share, self._sources.share),
        )
        for button, act in offered:
            if act is not None:
                button.clicked.connect(partial(self._hand_on, act))
                acts.addWidget(button)
        column.addLayout(acts)
        column.addWidget(self.switch)
        column.addLayout(self._text)
        column.addStretch(1)
        area = scrolling(page)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(self._tr("How to do it"))
        area.setMinimumWidth(self.fontMetrics().averageCharWidth() * _TEXT_LETTERS)
        return area
