"""What a surface of the layer shell shows, and whom it tells of the pointer."""

from __future__ import annotations

from typing import Protocol


class Content(Protocol):
    """Draws itself at any scale and hears of the pointer, in its own unscaled pixels."""

    def size(self) -> tuple[int, int]:
        """Return width and height, unscaled."""

    def lift(self) -> int:
        """Return how far above the corner it stands, because something else is there."""

    def draw(self, scale: int) -> tuple[int, int, bytes]:
        """Return width, height and pixels of the picture: rows of premultiplied ARGB."""

    def point(self, x: float, y: float) -> None:
        """Hear where the pointer is."""

    def press(self, *, down: bool) -> None:
        """Hear that the main button, or a finger, went down or up there."""

    def leave(self) -> None:
        """Hear that the pointer is elsewhere."""

    def refused(self, why: str) -> None:
        """Hear, once, that nothing is shown any more, with one clause that says why."""
