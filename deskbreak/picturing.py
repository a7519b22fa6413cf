"""Draws an exercise as a picture file: what `exercises render` and the Library share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from deskbreak.adapters.picture_files import gif_of
from deskbreak.core.picture_order import FRAME_MS, PictureOrder
from deskbreak.core.words import Words
from deskbreak.ui.drawing.print import pixels_of, png_of, svg_of

_DRAWN_TWICE = 7
"""More pictures are drawn than the animation has: some show what colours there are."""


def nothing_told(_part: float) -> None:
    """Tell nobody how far it is."""


def write_picture(order: PictureOrder, told: Callable[[float], None], tr: Words) -> str:
    """Write the file that is ordered, and return "" or why it could not be written."""
    content = content_of(order, told)
    try:
        Path(order.out).write_bytes(content)
    except OSError as error:
        why = error.strerror or type(error).__name__
        return tr("{file} cannot be written: {why}.", file=order.out, why=why)
    return ""


def content_of(order: PictureOrder, told: Callable[[float], None] = nothing_told) -> bytes:
    """Return the content of the file that is ordered; `told` hears how much of it is drawn."""
    if order.kind == "gif":
        return _moving(order, told)
    draw = svg_of if order.kind == "svg" else png_of
    return draw(order.film.at(order.second), order.size, dark=order.dark, dress=order.dress)


def _moving(order: PictureOrder, told: Callable[[float], None]) -> bytes:
    count = order.frames
    drawn = 0

    def frame(number: int) -> bytes:
        nonlocal drawn
        drawn += 1
        told(min(1.0, drawn / (count + _DRAWN_TWICE)))
        moment = order.film.turning(order.turning(number))
        return pixels_of(moment, order.size, dark=order.dark, dress=order.dress)

    return gif_of(frame, count, order.size, FRAME_MS)
