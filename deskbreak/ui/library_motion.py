"""One timer for all small figures: the one under hand moves well, the others now and then."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from deskbreak.core.playback import Playback, playback_of
from deskbreak.core.routine import Planned
from deskbreak.core.session_view import Picture
from deskbreak.ui.library_card import ExerciseCard
from deskbreak.ui.library_gallery import LibraryGallery

FRAME_MS = 40
"""Milliseconds between pictures of the card under hand."""

CALM_S = 45.0
"""Seconds without a sign of the person after which only the card under hand still moves."""


class LibraryMotion(QObject):
    """Moves the cards of a gallery while it is seen; at each beat the lead and one other one.

    The lead is the card below the pointer, else the one with the focus. `seconds` is any steady
    clock.
    """

    def __init__(self, gallery: LibraryGallery, seconds: Callable[[], float]) -> None:
        super().__init__(gallery)
        self._gallery, self._seconds = gallery, seconds
        self._films: dict[str, Playback] = {}
        self._moved: list[ExerciseCard] = []
        self._turn = 0
        self._stirred = seconds()
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self.beat)

    def start(self) -> None:
        """Move from now on."""
        self.stir()
        self._timer.start()

    def stop(self) -> None:
        """Stand still, and forget what moved."""
        self._timer.stop()
        self._rest(())

    def is_moving(self) -> bool:
        """Return whether pictures are asked for now."""
        return self._timer.isActive()

    def stir(self) -> None:
        """Note that the person is there."""
        self._stirred = self._seconds()

    def beat(self) -> None:
        """Show the lead as it is now, and one of the others in turn."""
        now = self._seconds()
        lead = self._lead()
        idle = now - self._stirred > CALM_S or not self._gallery.isActiveWindow()
        others = [] if idle else [each for each in self._gallery.in_view() if each is not lead]
        moving = others if lead is None else [lead, *others]
        self._rest(moving)
        self._moved = moving
        if lead is not None:
            lead.show_picture(self._picture(lead, now))
        if others:
            self._turn += 1
            other = others[self._turn % len(others)]
            other.show_picture(self._picture(other, now))

    def _lead(self) -> ExerciseCard | None:
        shown = self._gallery.in_view()
        below = next((card for card in shown if card.underMouse()), None)
        return below or next((card for card in shown if card.hasFocus()), None)

    def _rest(self, moving: list[ExerciseCard] | tuple[()]) -> None:
        for card in self._moved:
            if card not in moving:
                card.show_picture(None)
                self._films.pop(card.exercise.id, None)
        self._moved = list(moving)

    def _picture(self, card: ExerciseCard, now: float) -> Picture:
        exercise = card.exercise
        if exercise.id not in self._films:
            self._films[exercise.id] = playback_of(Planned(exercise, 1, 1.0), now)
        return Picture(exercise, self._films[exercise.id].picture(now).pose)
