"""An exercise that plays on its own for as long as somebody looks: its pace, its halt, its way."""

from __future__ import annotations

from dataclasses import dataclass, replace

from deskbreak.core.film import Film, film_of
from deskbreak.core.routine import Planned
from deskbreak.core.session_view import Picture

PACES = (0.5, 0.75, 1.0, 1.5)
"""At what multiples of its tempo an exercise can be looked at."""

ROUNDS_EACH_WAY = 3
"""How often each direction is shown before the other one."""


@dataclass(frozen=True, slots=True)
class Playback:
    """Films that play in turn from a moment on, for ever.

    Attributes:
        films: one for each direction that is shown; at least one.
        since: when `played` was counted, in seconds of any steady clock.
        played: seconds of the film, at the data's tempo, that were over by then.
        pace: film seconds for each second of the clock.
        held: whether it stands still.
    """

    films: tuple[Film, ...]
    since: float
    played: float = 0.0
    pace: float = 1.0
    held: bool = False

    def position(self, now: float) -> float:
        """Return the seconds of film that are over at a moment."""
        return self.played if self.held else self.played + (now - self.since) * self.pace

    def halt(self, now: float, *, held: bool) -> Playback:
        """Return it standing still from this moment on, or going on where it stood."""
        return replace(self, since=now, played=self.position(now), held=held)

    def at_pace(self, now: float, pace: float) -> Playback:
        """Return it at another pace from this moment on, without a jump."""
        return replace(self, since=now, played=self.position(now), pace=pace)

    def picture(self, now: float) -> Picture:
        """Return what is to be seen: first the figure takes its place, then it repeats."""
        film, t = self._playing(max(0.0, self.position(now)))
        return film.at(t) if t < film.cycle_start else film.turning(t - film.cycle_start)

    def seen(self) -> tuple[Film, float | None]:
        """Return what to keep as a picture: the film, and the second where it was halted.

        While it plays, or between two repetitions, no second is worth more than another: None.
        """
        film, t = self._playing(self.played)
        worth = self.held and t <= film.cycle_start + film.cycle_seconds
        return film, t if worth else None

    def _playing(self, t: float) -> tuple[Film, float]:
        """Return the film that plays and how far it is in it."""
        first = self.films[0]
        if t < first.cycle_start:
            return first, t
        rounds, left = divmod(t - first.cycle_start, first.round_seconds)
        film = self.films[int(rounds) // ROUNDS_EACH_WAY % len(self.films)]
        return film, film.cycle_start + left


def playback_of(planned: Planned, now: float, way: int | None = None) -> Playback:
    """Return an exercise that plays from now on.

    Args:
        planned: the exercise as it is to be shown: its range and its variant.
        now: seconds of any steady clock.
        way: the number of its one direction that is shown; None for all of them in turn.
    """
    ways = planned.exercise.directions or (None,)
    shown = ways if way is None else (ways[way],)
    return Playback(tuple(film_of(planned, each) for each in shown), now)
