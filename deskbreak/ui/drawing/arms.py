"""The arms: sleeve, forearm and hand."""

from __future__ import annotations

import math

from deskbreak.ui.drawing.camera import Seen
from deskbreak.ui.drawing.ink import Ink
from deskbreak.ui.drawing.legs import FAR, thigh_depth
from deskbreak.ui.drawing.palette import Palette
from deskbreak.ui.drawing.part import Part, along

_SLEEVE, _HEM = 3.2, 0.24
_BROAD = 6.5  # shoulders at least so far from the neck on the plane: no side view
_JUST = 0.01


def arm_parts(seen: dict[str, Seen], end: str, chest: float, palette: Palette) -> list[Part]:
    """Return the parts of one arm; `end` is l or r, `chest` the depth of the chest."""
    shoulder, elbow, wrist, tip = (
        seen[f"{name}_{end}"] for name in ("shoulder", "elbow", "wrist", "hand")
    )
    near = shoulder[2] >= chest - FAR
    sleeve, skin = (palette.shirt, palette.skin) if near else (palette.shirt_far, palette.skin_far)
    edge = palette.outline

    def upper(ink: Ink) -> None:
        ink.limbs(sleeve, edge, (shoulder, elbow, _SLEEVE, 2.55))

    def join(ink: Ink) -> None:
        inner = along(shoulder, seen["c7"], 0.28)
        ink.plain(sleeve, (shoulder, inner, _SLEEVE - _HEM, _SLEEVE - _HEM))

    def fore(ink: Ink) -> None:
        palm, end_ = along(wrist, tip, 0.42), along(wrist, tip, 0.88)
        ink.chain(skin, edge, (elbow, 2.25), (wrist, 1.58), (palm, 1.9), (end_, 1.2))

    lift = 1.0 if near else 0.0
    depth = (shoulder[2] + elbow[2]) / 2 + lift
    hand_depth = max((elbow[2] + wrist[2]) / 2 + lift * 0.9, (wrist[2] + tip[2]) / 2 + lift * 0.5)
    parts = [
        Part("upper_" + end, depth, (sleeve, shoulder, elbow), upper),
        Part(
            "fore_" + end,
            max(hand_depth, _least(seen, end, chest)),
            (skin, elbow, wrist, tip),
            fore,
        ),
    ]
    if near and math.dist(shoulder[:2], seen["c7"][:2]) > _BROAD:
        # The sleeve grows out of the shirt: this covers the edge between them.
        over = max(depth, chest) + _JUST
        parts.append(Part("join_" + end, over, (sleeve, shoulder, seen["c7"]), join))
    return parts


def _least(seen: dict[str, Seen], end: str, chest: float) -> float:
    """Return how near a forearm is drawn at least: a hand that is down lies on the thigh."""
    if seen["wrist_" + end][1] >= seen["t12"][1]:
        return -math.inf
    return thigh_depth(seen, end, chest) + _JUST
