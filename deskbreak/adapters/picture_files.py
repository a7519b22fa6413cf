"""Moving pictures as GIF files; the only importer of Pillow, and only when one is wanted."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

_COLOURS = 96
_SAMPLES = 6
_FOR_EVER = 0


def gif_of(frame: Callable[[int], bytes], count: int, size: int, frame_ms: int) -> bytes:
    """Return a GIF file that repeats for ever.

    Args:
        frame: gives the pixels of a square picture by its number from 0, three bytes each, row
            by row; some are asked for twice, so that never all are held at once.
        count: how many pictures there are, at least one.
        size: the side of the pictures in pixels.
        frame_ms: how long each is shown; GIF counts in steps of 10 ms.
    """
    from PIL import Image  # noqa: PLC0415 - costs 30 ms and is needed for this alone

    numbers = range(0, count, max(1, count // _SAMPLES))
    sheet = Image.new("RGB", (size, size * len(numbers)))
    for row, number in enumerate(numbers):
        sheet.paste(Image.frombytes("RGB", (size, size), frame(number)), (0, row * size))
    # One palette for all frames: nothing flickers, and still parts are stored once.
    colours = sheet.quantize(_COLOURS, method=Image.Quantize.MEDIANCUT)
    drawn = [
        Image.frombytes("RGB", (size, size), frame(number)).quantize(
            palette=colours, dither=Image.Dither.NONE
        )
        for number in range(count)
    ]
    out = BytesIO()
    drawn[0].save(
        out,
        "GIF",
        save_all=True,
        append_images=drawn[1:],
        duration=frame_ms,
        loop=_FOR_EVER,
        disposal=1,
    )
    return out.getvalue()
