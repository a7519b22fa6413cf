"""What a person wants to have as a picture: which film, in which file, how large, how dressed."""

from __future__ import annotations

from dataclasses import dataclass

from deskbreak.core.dress import Dress
from deskbreak.core.film import Film

FRAME_MS = 50
"""How long each picture of an animation is shown; GIF counts in steps of 10 ms."""

USUAL_SIZE = 480
"""The side of a picture in pixels."""

_SECOND_MS = 1000
_USUAL = Dress()


@dataclass(frozen=True, slots=True)
class PictureOrder:
    """A still as PNG or SVG, or a whole repetition as GIF, by how the name of the file ends.

    Attributes:
        film: the exercise at a dose, in a direction.
        out: the path of the file.
        at: the second of the film that a still shows; None for the one that tells most.
        size: the side of the picture in pixels.
        dark: whether it is drawn on a dark ground.
        dress: how the figure is dressed.
    """

    film: Film
    out: str
    at: float | None = None
    size: int = USUAL_SIZE
    dark: bool = False
    dress: Dress = _USUAL

    @property
    def kind(self) -> str:
        """How the file's name ends: "png", "svg", "gif", or whatever else stands there."""
        return self.out.rpartition(".")[2].lower()

    @property
    def second(self) -> float:
        """Which second of the film a still shows."""
        return self.film.telling() if self.at is None else self.at

    @property
    def frames(self) -> int:
        """How many pictures a repetition has, at least one."""
        return max(1, round(self.film.round_seconds * _SECOND_MS / FRAME_MS))

    def turning(self, frame: int) -> float:
        """Return the second into the repetitions that a picture of the animation shows."""
        return frame * self.film.round_seconds / self.frames
