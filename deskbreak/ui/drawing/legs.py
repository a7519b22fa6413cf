"""The legs: thigh, shank and shoe."""

from __future__ import annotations

import math

from deskbreak.ui.drawing.camera import Seen
from deskbreak.ui.drawing.ink import Ink
from deskbreak.ui.drawing.palette import Palette
from deskbreak.ui.drawing.part import Part, along, middle

FAR = 3.0
"""A limb that begins so much behind the body's middle is on the far side."""

THIGH = 0.4
"""How much nearer than its bone a thigh is drawn."""

_SIDEWAYS = 7.0  # a foot at least so long on the plane is seen from the side: its sole shows
_LOW, _LOWER, _GROUND = 0.47, 0.55, 0.97
"""Shares of the way from ankle to sole: the middle of the heel, of the toes, the sole's line."""


def leg_parts(seen: dict[str, Seen], end: str, palette: Palette) -> list[Part]:
    """Return the parts of one leg; `end` is l or r."""
    hip, knee, ankle, heel, toe, sole = (
        f"{name}_{end}" for name in ("hip", "knee", "ankle", "heel", "toe", "sole")
    )
    far = seen[hip][2] < seen["hip_c"][2] - FAR
    cloth = palette.trousers_far if far else palette.trousers

    def thigh(ink: Ink) -> None:
        ink.limbs(cloth, palette.outline, (seen[hip], seen[knee], 5.0, 3.8))
        if not far:  # the leg grows out of the hips: no edge between them
            ink.plain(cloth, (seen[hip], _seat_point(seen, hip, knee), 4.6, 4.7))

    def shank(ink: Ink) -> None:
        ink.limbs(cloth, palette.outline, (seen[knee], seen[ankle], 3.65, 2.5))

    def foot(ink: Ink) -> None:
        down = tuple(a - b for a, b in zip(seen[sole], seen[ankle], strict=True))
        back, front = _moved(seen[heel], down, _LOW), _moved(seen[toe], down, _LOWER)
        shoe = ((back, front, 2.5, 2.1), (seen[ankle], back, 2.5, 2.4))
        ink.limbs(palette.shoe, palette.outline, *shoe)
        if math.dist(seen[heel][:2], seen[toe][:2]) > _SIDEWAYS:
            a, b = _moved(seen[heel], down, _GROUND), _moved(seen[toe], down, _GROUND)
            a, b = along(a, b, -0.1), along(a, b, 1.08)
            ink.plain(palette.sole, (a, b, 0.35, 0.35))

    ends = tuple(seen[name] for name in (hip, knee, "hip_c"))
    shoe = tuple(seen[name] for name in (ankle, heel, toe, sole))
    return [
        Part("thigh_" + end, middle(seen, hip, knee) + THIGH, (cloth, ends), thigh),
        Part(
            "shank_" + end,
            middle(seen, knee, ankle) + 0.5,
            (cloth, seen[knee], seen[ankle]),
            shank,
        ),
        Part("foot_" + end, middle(seen, ankle, toe) + 0.3, shoe, foot),
    ]


def _moved(point: Seen, way: tuple[float, ...], part: float) -> Seen:
    return (point[0] + way[0] * part, point[1] + way[1] * part, point[2] + way[2] * part)


def _seat_point(seen: dict[str, Seen], hip: str, knee: str) -> Seen:
    """Return the place inside the hips to which a thigh is joined without an edge."""
    dx, dy = seen[hip][0] - seen[knee][0], seen[hip][1] - seen[knee][1]
    x, y, z = seen["hip_c"]
    return (x + dx * 0.06, y + dy * 0.06 - 1.0, z)
