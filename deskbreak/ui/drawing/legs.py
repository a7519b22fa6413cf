"""The legs: thigh, shank and shoe."""

from __future__ import annotations

import math

from deskbreak.ui.drawing.camera import Seen
from deskbreak.ui.drawing.ink import Ink, Limb
from deskbreak.ui.drawing.palette import Palette
from deskbreak.ui.drawing.part import Part, along, middle

FAR = 3.0
"""A limb that begins so much behind the body's middle is on the far side."""

THIGH = 0.4
"""How much nearer than its bone a thigh is drawn."""

_THICK, _INWARD, _HEM = 5.3, 0.28, 0.3
"""A thigh's radius, how far its flesh begins inside the joint, and what its edge takes of it."""

_WITHIN = 4.8
"""How far a thigh's tone reaches around the middle of the hips: never over their edge."""
_AWAY = 8.0
_JUST = 0.01

_SIDEWAYS = 7.0  # a foot at least so long on the plane is seen from the side: its sole shows
_AWAY_SOLE = 1.8  # a sole so far behind the ankle looks away
_LOW, _LOWER, _GROUND = 0.47, 0.55, 0.97
"""Shares of the way from ankle to sole: the middle of the heel, of the toes, the sole's line."""
_HEEL_IN, _TOE_IN = 0.5, 1.5
"""How much of that a pointed foot takes back: its instep lies in the line of the shin."""


def leg_parts(seen: dict[str, Seen], end: str, chest: float, palette: Palette) -> list[Part]:
    """Return the parts of one leg; `end` is l or r, `chest` the depth of the chest."""
    hip, knee, ankle, heel, toe, sole = (
        f"{name}_{end}" for name in ("hip", "knee", "ankle", "heel", "toe", "sole")
    )
    far = seen[hip][2] < seen["hip_c"][2] - FAR
    cloth = palette.trousers_far if far else palette.trousers

    def thigh(ink: Ink) -> None:
        limb = _thigh(seen, end)
        ink.limbs(cloth, palette.outline, limb)
        if not far:  # the leg grows out of the hips: no edge between them
            joined = _THICK - _HEM
            ink.plain(cloth, (limb[0], _seat_point(seen, hip, knee), joined, _WITHIN))

    def shank(ink: Ink) -> None:
        ink.limbs(cloth, palette.outline, _shank(seen, end))

    def foot(ink: Ink) -> None:
        ink.limbs(palette.shoe, palette.outline, *_shoe(seen, end))
        away = seen[ankle][2] - seen[sole][2] > _AWAY_SOLE
        if not away and math.dist(seen[heel][:2], seen[toe][:2]) > _SIDEWAYS:
            a, b = _along_sole(seen, end, (_GROUND - _LOW, _GROUND - _LOWER))
            a, b = along(a, b, -0.1), along(a, b, 1.08)
            ink.plain(palette.sole, (a, b, 0.35, 0.35))

    ends = tuple(seen[name] for name in (hip, knee, "hip_c"))
    shoe = tuple(seen[name] for name in (knee, ankle, heel, toe, sole))
    return [
        Part("thigh_" + end, thigh_depth(seen, end, chest), (cloth, ends), thigh),
        Part(
            "shank_" + end,
            middle(seen, knee, ankle) + 0.5,
            (cloth, seen[knee], seen[ankle]),
            shank,
        ),
        Part("foot_" + end, middle(seen, ankle, toe) + 0.3, shoe, foot),
    ]


def leg_limbs(seen: dict[str, Seen], end: str) -> tuple[Limb, ...]:
    """Return everything that a leg is made of; `end` is l or r."""
    return (_thigh(seen, end), _shank(seen, end), *_shoe(seen, end))


def thigh_depth(seen: dict[str, Seen], end: str, chest: float) -> float:
    """Return where a thigh lies: before the trunk, where it is not on the far side of it."""
    hip, knee = seen["hip_" + end][2], seen["knee_" + end][2]
    own = (hip + knee) / 2 + THIGH
    beyond = hip < seen["hip_c"][2] - FAR or knee < hip - _AWAY
    return own if beyond else max(own, chest + _JUST)


def _thigh(seen: dict[str, Seen], end: str) -> Limb:
    hip = along(seen["hip_" + end], seen["hip_c"], _INWARD)
    return (hip, seen["knee_" + end], _THICK, 3.8)


def _shank(seen: dict[str, Seen], end: str) -> Limb:
    return (seen["knee_" + end], seen["ankle_" + end], 3.65, 2.5)


def _shoe(seen: dict[str, Seen], end: str) -> tuple[Limb, Limb]:
    back, front = _along_sole(seen, end, (0.0, 0.0))
    return (back, front, 2.5, 2.1), (seen["ankle_" + end], back, 2.5, 2.4)


def _along_sole(seen: dict[str, Seen], end: str, lower: tuple[float, float]) -> tuple[Seen, Seen]:
    """Return the middle of heel and toes, or what is `lower` than these towards the sole."""
    knee, ankle, heel, toe, sole = (
        seen[f"{name}_{end}"] for name in ("knee", "ankle", "heel", "toe", "sole")
    )
    down = tuple(a - b for a, b in zip(sole, ankle, strict=True))
    pointed = _pointed(knee, ankle, toe)
    at_heel = _LOW * (1.0 - _HEEL_IN * pointed) + lower[0]
    at_toe = _LOWER * (1.0 - _TOE_IN * pointed) + lower[1]
    return _moved(heel, down, at_heel), _moved(toe, down, at_toe)


def _pointed(knee: Seen, ankle: Seen, toe: Seen) -> float:
    """Return how much a foot goes on in the line of its shank: 0 at a right angle, 1 in line."""
    shank = tuple(a - b for a, b in zip(ankle, knee, strict=True))
    foot = tuple(a - b for a, b in zip(toe, ankle, strict=True))
    both = sum(a * b for a, b in zip(shank, foot, strict=True))
    return max(0.0, both / ((math.hypot(*shank) * math.hypot(*foot)) or 1.0))


def _moved(point: Seen, way: tuple[float, ...], part: float) -> Seen:
    return (point[0] + way[0] * part, point[1] + way[1] * part, point[2] + way[2] * part)


def _seat_point(seen: dict[str, Seen], hip: str, knee: str) -> Seen:
    """Return the place inside the hips to which a thigh is joined without an edge."""
    dx, dy = seen[hip][0] - seen[knee][0], seen[hip][1] - seen[knee][1]
    x, y, z = seen["hip_c"]
    return (x + dx * 0.03, y + dy * 0.03 - 0.8, z)
