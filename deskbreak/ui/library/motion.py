"""One timer for all small figures: the one under hand moves, and one other at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from deskbreak.core.playback import Playback, playback_of
from deskbreak.core.routine import Planned
from deskbreak.core.session_view import Picture
from deskbreak.ui.library.card import ExerciseCard
from deskbreak.ui.library.gallery import LibraryGallery

FRAME_MS = 50
"""Milliseconds between pictures of the card under hand; the other one has half as many."""

CALM_S = 45.0
"""Seconds without a sign of the person after which everything stands still and nothing runs."""


class LibraryMotion(QObject):
    """Moves the cards of a gallery while it is seen and somebody is there.

    The lead is the card below the pointer, else the one with the focus. Beside it the cards in
    view take turns: one at a time does one repetition, which begins and ends in its still pose.
    `seconds` is any steady clock.
    """

    def __init__(self, gallery: LibraryGallery, seconds: Callable[[], float]) -> None:
        super().__init__(gallery)
        self._gallery, self._seconds = gallery, seconds
        self._wanted = False
        self._playing: dict[ExerciseCard, Playback] = {}
        self._other: ExerciseCard | None = None
        self._beats = 0
        self._stirred = seconds()
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self.beat)
        gallery.touched.connect(self.stir)

    def start(self) -> None:
        """Move from now on."""
        self._wanted = True
        self.stir()

    def stop(self) -> None:
        """Stand still."""
        self._wanted = False
        self._timer.stop()
        self._keep(())

    def is_moving(self) -> bool:
        """Return whether pictures are asked for now."""
        return self._timer.isActive()

    def stir(self) -> None:
        """Note that the person is there."""
        self._stirred = self._seconds()
        if self._wanted:
            self._timer.start()

    def beat(self) -> None:
        """Show the lead as it is now, and at every second beat the one whose turn it is."""
        now = self._seconds()
        if now - self._stirred > CALM_S:
            self._timer.stop()
            self._keep(())
            return
        seen = self._gallery.in_view()
        lead = _lead(seen)
        self._other = self._next(seen, lead, now)
        self._keep((lead, self._other))
        self._beats += 1
        for card in (lead, self._other if self._beats % 2 else None):
            if card is not None:
                card.show_picture(self._picture(card, now))

    def _next(
        self, seen: list[ExerciseCard], lead: ExerciseCard | None, now: float
    ) -> ExerciseCard | None:
        """Return the card whose turn it is; none in a window that has not the person's eye."""
        others = [card for card in seen if card is not lead]
        if not others or not self._gallery.isActiveWindow():
            return None
        before = self._other
        if before in others and not self._is_over(before, now):
            return before
        later = others.index(before) + 1 if before in others else 0
        return others[later % len(others)]

    def _is_over(self, card: ExerciseCard | None, now: float) -> bool:
        playback = None if card is None else self._playing.get(card)
        if playback is None:
            return False
        film = playback.films[0]
        return playback.position(now) >= film.telling() + film.round_seconds

    def _keep(self, moving: tuple[ExerciseCard | None, ...]) -> None:
        """Let every card stand still that is not among those that move."""
        for card in [each for each in self._playing if each not in moving]:
            card.show_picture(None)
            del self._playing[card]

    def _picture(self, card: ExerciseCard, now: float) -> Picture:
        """Return the pose of now alone: arrows and ghosts are for the large figure."""
        if card not in self._playing:
            made = playback_of(Planned(card.exercise, 1, 1.0), now)
            self._playing[card] = replace(made, played=made.films[0].telling())
        return Picture(card.exercise, self._playing[card].picture(now).pose)


def _lead(seen: list[ExerciseCard]) -> ExerciseCard | None:
    below = next((card for card in seen if card.underMouse()), None)
    return below or next((card for card in seen if card.hasFocus()), None)
